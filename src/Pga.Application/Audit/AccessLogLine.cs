namespace Pga.Application.Audit;

/// <summary>One line per client per request that revealed something about them, or was refused.</summary>
public sealed class AccessLogLine
{
    public const int MaxText = 100;

    /// <summary>Number of the line, given by the database.</summary>
    public long Id { get; private set; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Staff member; null for the command line.</summary>
    public required Guid? ActorId { get; init; }

    /// <summary>Roles of the actor at that moment, separated by <c>|</c>.</summary>
    public required string Role { get; init; }

    public required string Request { get; init; }

    public required Guid? ClientId { get; init; }

    public required Guid? TrajectId { get; init; }

    public required string Purpose { get; init; }

    /// <summary>One of <see cref="AccessOutcomes"/>.</summary>
    public required string Outcome { get; init; }

    /// <summary>Address the request came from, or the operating system's user.</summary>
    public required string Source { get; init; }
}

public static class AccessOutcomes
{
    public const string Granted = "granted";
    public const string Forbidden = "forbidden";
    public const string NotFound = "not-found";
}

/// <summary>Whom a line is about.</summary>
public readonly record struct AccessSubject(Guid? ClientId, Guid? TrajectId);
