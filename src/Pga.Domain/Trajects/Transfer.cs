using Pga.Domain.Common;

namespace Pga.Domain.Trajects;

/// <summary>
/// Overdracht: one or more cases go to a colleague, or to another team. The receiver accepts or declines; only then do
/// assignments change. What is handed over stands in a note that is for the receiver, and in no list or log.
/// </summary>
public sealed class Transfer : Aggregate
{
    public const int MaxNote = 4000;
    public const int MaxReason = 2000;

    /// <summary>More than a whole caseload.</summary>
    public const int MaxCases = 200;

    private readonly List<TransferCase> _cases = [];

    public Transfer(Guid id, TransferProposal proposal, Guid byId, DateTime nowUtc)
    {
        RuleBroken.Unless(proposal.TrajectIds.Count > 0, "transfer.no-cases", "TrajectIds", "Kies minstens één traject.");
        RuleBroken.Unless(proposal.TrajectIds.Count <= MaxCases, "transfer.too-many", "TrajectIds", $"Draag hoogstens {MaxCases} trajecten tegelijk over.");
        RuleBroken.Unless(proposal.ToStaffId is null != proposal.ToTeam is null, "transfer.receiver", "ToStaffId", "Kies wie de trajecten krijgt: een collega of een ander team.");
        RuleBroken.Unless(proposal.ToStaffId is null || proposal.ToStaffId != proposal.FromStaffId, "transfer.same", "ToStaffId", "Kies een ander dan wie de trajecten nu heeft.");
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(proposal.Note), "transfer.note", "Note", "Schrijf op wat de ontvanger moet weten.");
        Id = id;
        FromStaffId = proposal.FromStaffId;
        ToStaffId = proposal.ToStaffId;
        ToTeam = proposal.ToTeam;
        Team = proposal.Team;
        Role = proposal.Role;
        StartsOn = proposal.StartsOn;
        Note = proposal.Note.Trim();
        ProposedById = byId;
        ProposedAt = nowUtc;
        _cases.AddRange(proposal.TrajectIds.Distinct().Select(t => new TransferCase(id, t)));
        Raise(new DomainEvent("transfer.proposed"));
    }

    private Transfer() => Team = Role = Note = null!;

    /// <summary>Who has the role now; null when nobody has.</summary>
    public Guid? FromStaffId { get; private set; }

    public Guid? ToStaffId { get; private set; }

    /// <summary>The other team, when no colleague is named.</summary>
    public string? ToTeam { get; private set; }

    /// <summary>The team that hands over; a colleague who accepts still works there.</summary>
    public string Team { get; private set; }

    /// <summary>Procesregie, casusregie or RIO.</summary>
    public string Role { get; private set; }

    /// <summary>First day of the receiver; the day of acceptance when that is later.</summary>
    public DateOnly StartsOn { get; private set; }

    public string Note { get; private set; }

    public Guid ProposedById { get; private set; }

    public DateTime ProposedAt { get; private set; }

    /// <summary>UTC; null while the receiver hasn't answered.</summary>
    public DateTime? ClosedAt { get; private set; }

    public Guid? ClosedById { get; private set; }

    /// <summary>One of <see cref="TransferOutcomes"/>.</summary>
    public string? Outcome { get; private set; }

    public string? DeclineReason { get; private set; }

    public IReadOnlyList<TransferCase> Cases => _cases;

    /// <param name="taken">The trajects that could still be taken over: others ended, or went to somebody else meanwhile.</param>
    public void Accept(IReadOnlySet<Guid> taken, Guid byId, DateTime nowUtc)
    {
        Close(TransferOutcomes.Accepted, byId, nowUtc);
        foreach (var its in _cases)
            its.Taken = taken.Contains(its.TrajectId);
        Raise(new DomainEvent("transfer.accepted"));
    }

    public void Decline(string? reason, Guid byId, DateTime nowUtc)
    {
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(reason), "transfer.reason", "Reason", "Schrijf op waarom u de overdracht niet aanneemt.");
        Close(TransferOutcomes.Declined, byId, nowUtc);
        DeclineReason = reason!.Trim();
        Raise(new DomainEvent("transfer.declined"));
    }

    public void Withdraw(Guid byId, DateTime nowUtc)
    {
        Close(TransferOutcomes.Withdrawn, byId, nowUtc);
        Raise(new DomainEvent("transfer.withdrawn"));
    }

    private void Close(string outcome, Guid byId, DateTime nowUtc)
    {
        RuleBroken.Unless(ClosedAt is null, "transfer.closed", "", "Op deze overdracht is al geantwoord.");
        Outcome = outcome;
        ClosedById = byId;
        ClosedAt = nowUtc;
    }
}

/// <summary>One of the cases of a transfer.</summary>
public sealed class TransferCase
{
    internal TransferCase(Guid transferId, Guid trajectId)
    {
        TransferId = transferId;
        TrajectId = trajectId;
    }

    public Guid TransferId { get; private set; }

    public Guid TrajectId { get; private set; }

    /// <summary>The receiver got it; also false when it had ended or gone elsewhere by then.</summary>
    public bool Taken { get; internal set; }
}

public sealed record TransferProposal(
    Guid? FromStaffId, Guid? ToStaffId, string? ToTeam, string Team, string Role, IReadOnlyList<Guid> TrajectIds, DateOnly StartsOn, string Note);

public static class TransferOutcomes
{
    public const string Accepted = "accepted";
    public const string Declined = "declined";
    public const string Withdrawn = "withdrawn";

    public static readonly CodeList List = new((Accepted, "Aangenomen"), (Declined, "Niet aangenomen"), (Withdrawn, "Ingetrokken"));
}
