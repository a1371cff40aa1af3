using Pga.Domain.Common;

namespace Pga.Domain.Facts;

/// <summary>
/// Signaal: a fact about the client with where it comes from. A correction is a new version that supersedes this one; what
/// is withdrawn is kept with the reason. After its last day it is hidden.
/// </summary>
public sealed class Fact : Aggregate
{
    public const int MaxOrganisation = 150;
    public const int MaxText = 4000;
    public const int MaxReason = 500;

    /// <summary>Facts of police and justice are kept no longer than this many years ahead.</summary>
    public const int MaxJusticeYears = 5;

    /// <summary>What the form proposes for those.</summary>
    public const int JusticeYears = 1;

    public Fact(Guid id, Guid trajectId, Guid? recordedById, DateTime nowUtc, FactDetails details)
        : this(id, trajectId, recordedById, nowUtc, details, originId: id) => Raise(new DomainEvent("fact.recorded"));

    private Fact(Guid id, Guid trajectId, Guid? recordedById, DateTime nowUtc, FactDetails details, Guid originId)
    {
        var d = details;
        var today = Calendar.DateIn(nowUtc);
        var isJustice = FactCodes.IsJustice(d.Provenance);
        RuleBroken.Unless(FactCodes.Kinds.Has(d.Kind), "fact.unknown-kind", "Kind", "Kies een soort signaal.");
        RuleBroken.Unless(FactCodes.Provenances.Has(d.Provenance), "fact.unknown-provenance", "Provenance", "Kies waar het signaal vandaan komt.");
        RuleBroken.Unless(d.Reliability is null || FactCodes.Reliabilities.Has(d.Reliability), "fact.unknown-reliability", "Reliability", "Kies hoe zeker dit is.");
        RuleBroken.Unless(d.OccurredOn <= today, "fact.in-future", "OccurredOn", "Deze datum ligt in de toekomst. Kies vandaag of eerder.");
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(d.Text), "fact.text", "Text", "Schrijf op wat er is gebeurd of gemeld.");
        RuleBroken.Unless(isJustice || !FactCodes.IsOfJusticeOnly(d.Kind), "fact.kind-of-justice", "Provenance",
            "Een aanhouding of veroordeling is een gegeven van politie of justitie. Kies dat als herkomst.");
        RuleBroken.Unless(d.Provenance == FactCodes.Own || !string.IsNullOrWhiteSpace(d.Organisation), "fact.organisation", "Organisation",
            "Vul in van welke organisatie dit komt.");
        RuleBroken.Unless(!isJustice || d.KeepUntil is not null, "fact.keep-until", "KeepUntil", "Kies tot wanneer u dit gegeven van politie of justitie mag bewaren.");
        RuleBroken.Unless(d.KeepUntil is null || d.KeepUntil >= today, "fact.keep-until-past", "KeepUntil", "Deze datum is al voorbij. Kies vandaag of later.");
        RuleBroken.Unless(!isJustice || d.KeepUntil <= today.AddYears(MaxJusticeYears), "fact.keep-too-long", "KeepUntil",
            $"Een gegeven van politie of justitie bewaart u hoogstens {MaxJusticeYears} jaar. Kies een eerdere datum.");
        Id = id;
        OriginId = originId;
        TrajectId = trajectId;
        RecordedById = recordedById;
        RecordedAt = nowUtc;
        OccurredOn = d.OccurredOn;
        Kind = d.Kind;
        Provenance = d.Provenance;
        IsJustice = isJustice;
        Organisation = d.Provenance == FactCodes.Own || string.IsNullOrWhiteSpace(d.Organisation) ? null : d.Organisation.Trim();
        Text = d.Text.Trim();
        Reliability = d.Reliability;
        KeepUntil = d.KeepUntil;
    }

    private Fact() => Kind = Provenance = Text = null!;

    public Guid TrajectId { get; private set; }

    /// <summary>The first version; all versions have the same.</summary>
    public Guid OriginId { get; private set; }

    public DateOnly OccurredOn { get; private set; }

    /// <summary>One of <see cref="FactCodes.Kinds"/>.</summary>
    public string Kind { get; private set; }

    /// <summary>One of <see cref="FactCodes.Provenances"/>.</summary>
    public string Provenance { get; private set; }

    /// <summary>For those only who may see facts of police and justice; also an earlier version of what turned out to be one.</summary>
    public bool IsJustice { get; private set; }

    /// <summary>Where it comes from, unless it is one's own observation.</summary>
    public string? Organisation { get; private set; }

    /// <summary>Free text: never searched across cases, never in statistics, never in logs.</summary>
    public string Text { get; private set; }

    /// <summary>One of <see cref="FactCodes.Reliabilities"/>.</summary>
    public string? Reliability { get; private set; }

    /// <summary>Last day on which it may be seen.</summary>
    public DateOnly? KeepUntil { get; private set; }

    public Guid? RecordedById { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public Guid? SupersededById { get; private set; }

    public string? CorrectionReason { get; private set; }

    public DateOnly? WithdrawnOn { get; private set; }

    public string? WithdrawReason { get; private set; }

    /// <summary>Makes the version that replaces this one.</summary>
    public Fact Correct(Guid id, Guid? recordedById, DateTime nowUtc, FactDetails details, string reason)
    {
        CheckCurrent();
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(reason), "fact.reason", "Reason", "Schrijf op waarom u dit signaal wijzigt.");
        RuleBroken.Unless(!IsJustice || FactCodes.IsJustice(details.Provenance), "fact.no-longer-justice", "Provenance",
            "Een gegeven van politie of justitie wordt geen ander soort gegeven. Trek het in, en leg uw eigen waarneming apart vast.");
        var correction = new Fact(id, TrajectId, recordedById, nowUtc, details, OriginId) { CorrectionReason = reason.Trim() };
        correction.Raise(new DomainEvent("fact.corrected"));
        SupersededById = id;
        Raise(new DomainEvent("fact.superseded", correction.CorrectionReason));
        return correction;
    }

    /// <summary>For an earlier version of what turned out to be of police or justice.</summary>
    public void HideAsJustice() => IsJustice = true;

    public void Withdraw(string reason, DateOnly today)
    {
        CheckCurrent();
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(reason), "fact.withdraw-reason", "Reason", "Schrijf op waarom u dit signaal intrekt.");
        WithdrawnOn = today;
        WithdrawReason = reason.Trim();
        Raise(new DomainEvent("fact.withdrawn", WithdrawReason));
    }

    private void CheckCurrent()
    {
        RuleBroken.Unless(SupersededById is null, "fact.superseded", "", "Dit signaal is al gewijzigd. Open de nieuwste versie.");
        RuleBroken.Unless(WithdrawnOn is null, "fact.withdrawn", "", "Dit signaal is ingetrokken.");
    }
}

/// <summary>What a worker fills in about a fact.</summary>
public sealed record FactDetails(
    DateOnly OccurredOn, string Kind, string Provenance, string? Organisation, string Text, string? Reliability = null, DateOnly? KeepUntil = null);
