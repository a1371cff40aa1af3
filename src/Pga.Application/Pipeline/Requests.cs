using MediatR;

namespace Pga.Application.Pipeline;

/// <summary>Asks; changes nothing.</summary>
public interface IQuery<out TResponse> : IRequest<TResponse>;

/// <summary>
/// Changes something, and is saved once by the pipeline. Answers the id of what it made or changed.
/// </summary>
public interface ICommand : IRequest<Guid>
{
    /// <summary>Made by the form or the client of the API. Sending the same one twice changes nothing the second time.</summary>
    Guid CommandId { get; }
}

/// <summary>About one traject: the pipeline checks the access rule before anything else and logs the look.</summary>
public interface IAboutTraject
{
    Guid TrajectId { get; }
}

/// <summary>About one client, through any traject of theirs that the actor may see.</summary>
public interface IAboutClient
{
    Guid ClientId { get; }
}

/// <summary>A response, or a row of one, that shows something about a client; each gets a line in the access log.</summary>
public interface IRevealsClient
{
    Guid ClientId { get; }

    Guid? TrajectId { get; }
}

/// <summary>A response with such rows somewhere inside it.</summary>
public interface IRevealsClients
{
    IEnumerable<IRevealsClient> Revealed { get; }
}

/// <summary>
/// A command that takes the next number of a series. When somebody else took it first, it is handled again from the start.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesNumberAttribute : Attribute;
