namespace Pga.Domain.Common;

/// <summary>An entity with an identity made by the application. Whatever derives from it is recorded in the history.</summary>
public abstract class Entity
{
    /// <summary>Made by the client or by <see cref="Guid.CreateVersion7()"/>; never by the database.</summary>
    public Guid Id { get; protected set; }
}

/// <summary>The root of what changes together. It raises events; the save interceptor drains them into the history.</summary>
public abstract class Aggregate : Entity
{
    private readonly List<DomainEvent> _raised = [];

    /// <summary>Set by the application at every change; a stale one means that somebody else was first.</summary>
    public Guid Version { get; private set; }

    /// <summary>Takes the events raised since the last save.</summary>
    public IReadOnlyList<DomainEvent> TakeRaised()
    {
        DomainEvent[] taken = [.. _raised];
        _raised.Clear();
        return taken;
    }

    /// <summary>Whether this happened to it since the last save.</summary>
    public bool HasRaised(string name) => _raised.Exists(e => e.Name == name);

    public void RenewVersion() => RenewVersion(Guid.CreateVersion7());

    /// <summary>For what is written past the change tracker.</summary>
    public void RenewVersion(Guid version) => Version = version;

    protected void Raise(DomainEvent happened) => _raised.Add(happened);
}

/// <summary>Something that happened, for the history.</summary>
/// <param name="Name">What happened, as a verb in the past tense: <c>contact.corrected</c>.</param>
/// <param name="Reason">Why, where the domain asks for it.</param>
public sealed record DomainEvent(string Name, string? Reason = null);
