using Pga.Domain.Common;

namespace Pga.Domain.Conferences;

/// <summary>Besluit about one case. A correction is a new version that supersedes this one.</summary>
public sealed class Decision : Aggregate
{
    public const int MaxText = 1000;
    public const int MaxReason = 500;

    public Decision(Guid id, ConferenceCase its, string text, DateOnly decidedOn, Guid byId, DateTime nowUtc)
        : this(id, its.Id, its.TrajectId, text, decidedOn, byId, nowUtc, id)
    {
        its.CheckOpen();
        Raise(new DomainEvent("decision.written"));
    }

    private Decision(Guid id, Guid caseId, Guid trajectId, string text, DateOnly decidedOn, Guid byId, DateTime nowUtc, Guid originId)
    {
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(text), "decision.text", "Text", "Schrijf op wat er is besloten.");
        Id = id;
        ConferenceCaseId = caseId;
        TrajectId = trajectId;
        Text = text.Trim();
        DecidedOn = decidedOn;
        ById = byId;
        WrittenAt = nowUtc;
        OriginId = originId;
    }

    private Decision() => Text = null!;

    public Guid ConferenceCaseId { get; private set; }

    public Guid TrajectId { get; private set; }

    /// <summary>The first version; all versions have the same.</summary>
    public Guid OriginId { get; private set; }

    /// <summary>Free text.</summary>
    public string Text { get; private set; }

    /// <summary>The day of the conference.</summary>
    public DateOnly DecidedOn { get; private set; }

    /// <summary>Who wrote it down.</summary>
    public Guid ById { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime WrittenAt { get; private set; }

    public Guid? SupersededById { get; private set; }

    /// <summary>Why this version replaced an earlier one.</summary>
    public string? CorrectionReason { get; private set; }

    /// <summary>Makes the version that replaces this one.</summary>
    public Decision Correct(Guid id, string text, string reason, Guid byId, DateTime nowUtc)
    {
        RuleBroken.Unless(SupersededById is null, "decision.superseded", "", "Dit besluit is al verbeterd. Open de nieuwste versie.");
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(reason), "decision.reason", "Reason", "Schrijf op waarom u dit besluit verbetert.");
        var correction = new Decision(id, ConferenceCaseId, TrajectId, text, DecidedOn, byId, nowUtc, OriginId) { CorrectionReason = reason.Trim() };
        correction.Raise(new DomainEvent("decision.corrected"));
        SupersededById = id;
        Raise(new DomainEvent("decision.superseded", correction.CorrectionReason));
        return correction;
    }
}
