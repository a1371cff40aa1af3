using Pga.Domain.Common;

namespace Pga.Domain.Trajects;

/// <summary>What the triage decided on an aanmelding, and why. A correction supersedes it; it is never overwritten.</summary>
public sealed class TriageDecision : Aggregate
{
    public const int MaxMotivation = 2000;
    public const int MaxDeciders = 300;
    public const int MaxFeedback = 1000;
    public const int MaxReason = 500;
    public const string NoCriterion = "Vink aan aan welke criteria de persoon voldoet. Zonder criterium kunt u niet accepteren.";

    public TriageDecision(Guid id, Traject traject, TriageVerdict verdict, Guid? recordedById, DateTime recordedAtUtc)
    {
        var today = Calendar.DateIn(recordedAtUtc);
        RuleBroken.Unless(TriageOutcomes.List.Has(verdict.Outcome), "triage.outcome", "Outcome", "Kies een besluit.");
        RuleBroken.Unless(verdict.Criteria.All(TriageCriteria.List.Has), "triage.criteria", "Criteria", "Kies criteria uit de lijst.");
        RuleBroken.Unless(verdict.Outcome != TriageOutcomes.Accepted || verdict.Criteria.Count > 0, "triage.no-criterion", "Criteria", NoCriterion);
        RuleBroken.Unless(verdict.DecidedOn <= today, "triage.in-future", "DecidedOn", "Deze datum ligt in de toekomst. Kies vandaag of eerder.");
        RuleBroken.Unless(verdict.DecidedOn >= traject.ReferredOn, "triage.before-referral", "DecidedOn", "Deze datum ligt vóór de aanmelding. Kies een latere datum.");
        RuleBroken.Unless(verdict.Outcome != TriageOutcomes.Redirected || !string.IsNullOrWhiteSpace(verdict.Organisation), "triage.organisation", "Organisation",
            "Vul in naar welke organisatie u doorverwijst.");
        Id = id;
        TrajectId = traject.Id;
        Outcome = verdict.Outcome;
        CriteriaCodes = string.Join('|', TriageCriteria.List.All.Select(c => c.Key).Where(verdict.Criteria.Contains));
        Motivation = verdict.Motivation.Trim();
        Deciders = verdict.Deciders.Trim();
        DecidedOn = verdict.DecidedOn;
        Organisation = verdict.Outcome == TriageOutcomes.Redirected ? verdict.Organisation!.Trim() : null;
        FeedbackVia = verdict.FeedbackVia;
        Feedback = string.IsNullOrWhiteSpace(verdict.Feedback) ? null : verdict.Feedback.Trim();
        RecordedById = recordedById;
        RecordedAt = recordedAtUtc;
        Raise(new DomainEvent("triage.decided"));
    }

    private TriageDecision() => Outcome = CriteriaCodes = Motivation = Deciders = FeedbackVia = null!;

    public Guid TrajectId { get; private set; }

    /// <summary>One of <see cref="TriageOutcomes"/>.</summary>
    public string Outcome { get; private set; }

    /// <summary>Codes of <see cref="TriageCriteria"/> that hold, separated by <c>|</c>.</summary>
    public string CriteriaCodes { get; private set; }

    public string Motivation { get; private set; }

    /// <summary>Names of who decided.</summary>
    public string Deciders { get; private set; }

    public DateOnly DecidedOn { get; private set; }

    /// <summary>Where the person was redirected to; null for the other outcomes.</summary>
    public string? Organisation { get; private set; }

    /// <summary>How the referrer heard of it: <see cref="FeedbackWays"/>.</summary>
    public string FeedbackVia { get; private set; }

    /// <summary>What the referrer was told.</summary>
    public string? Feedback { get; private set; }

    public Guid? RecordedById { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>The decision that took its place; null for the current one.</summary>
    public Guid? SupersededById { get; private set; }

    /// <summary>Why this decision replaces an earlier one.</summary>
    public string? CorrectionReason { get; private set; }

    public IReadOnlyList<string> Criteria => CriteriaOf(CriteriaCodes);

    public static IReadOnlyList<string> CriteriaOf(string codes) => codes.Split('|', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Puts this decision in the place of an earlier one.</summary>
    public void Replace(TriageDecision earlier, string? reason)
    {
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(reason), "triage.correction-reason", "Reason", "Er is al een besluit. Schrijf op waarom u het wijzigt.");
        earlier.SupersededById = Id;
        CorrectionReason = reason!.Trim();
        Raise(new DomainEvent("triage.corrected", CorrectionReason));
    }
}

/// <summary>What was decided, as it is filled in.</summary>
/// <param name="Organisation">Only where the person is redirected to one.</param>
/// <param name="FeedbackVia">One of <see cref="FeedbackWays"/>.</param>
public sealed record TriageVerdict(
    string Outcome,
    IReadOnlyCollection<string> Criteria,
    string Motivation,
    string Deciders,
    DateOnly DecidedOn,
    string? Organisation,
    string FeedbackVia,
    string? Feedback);

public static class TriageOutcomes
{
    public const string Accepted = "accepted";
    public const string Rejected = "rejected";
    public const string Redirected = "redirected";
    public const string ScaledUp = "scaled-up";

    public static readonly CodeList List = new(
        (Accepted, "Geaccepteerd"), (Rejected, "Afgewezen"), (Redirected, "Doorverwezen"), (ScaledUp, "Opgeschaald naar ZVH"));
}

/// <summary>The checklist: what makes somebody one for this approach.</summary>
public static class TriageCriteria
{
    public static readonly CodeList List = new(
        ("areas", "Problemen op meer dan één leefgebied"),
        ("crime-or-nuisance", "Criminaliteit of ernstige overlast, of afglijden daarnaar"),
        ("chains", "Meer dan één keten is nodig: zorg, straf en bestuur"),
        ("impact", "Grote gevolgen voor de omgeving of het gezin"));
}

public static class FeedbackWays
{
    /// <summary>The referrer is a partner with an account, and reads it there.</summary>
    public const string Page = "page";
    public const string None = "none";

    public static readonly CodeList List = new(
        (Page, "Op de eigen pagina van de aanmelder"), ("phone", "Telefonisch"), ("mail", "Per e-mail of brief"), ("spoken", "Mondeling"),
        (None, "Niet nodig"));

    /// <summary>What can be chosen when there is no page to show it on.</summary>
    public static readonly IReadOnlyList<Code> Own = [.. List.All.Where(c => c.Key != Page)];
}
