namespace Pga.Application.Audit;

/// <summary>What changed, by whom, when and through which request; written in the transaction of the change itself.</summary>
public sealed class HistoryEntry
{
    public const int MaxText = 200;
    public const int MaxReason = 2000;

    public long Id { get; private set; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public required Guid? ActorId { get; init; }

    /// <summary>Roles at that moment; <c>system</c> for the command line.</summary>
    public required string Role { get; init; }

    /// <summary>Operating system's user for the command line, else the address.</summary>
    public required string Source { get; init; }

    public required string Request { get; init; }

    /// <summary>Kind of the changed thing: <c>Traject</c>, <c>ContactMoment</c>.</summary>
    public required string Entity { get; init; }

    public required Guid EntityId { get; init; }

    public Guid? ClientId { get; init; }

    public Guid? TrajectId { get; init; }

    /// <summary>What happened: the aggregate's events, or added/changed/removed.</summary>
    public required string Event { get; init; }

    public string? Reason { get; init; }

    /// <summary>JSON of the changed members before; null for something new.</summary>
    public string? OldValues { get; init; }

    /// <summary>JSON of the changed members after. Null for something new: its own row still says it, or the next entry's old values do.</summary>
    public string? NewValues { get; init; }
}
