using Pga.Domain.Catalogues;
using Pga.Domain.Common;

namespace Pga.Domain.Assessments;

/// <summary>When in a traject something is measured.</summary>
public static class Moments
{
    public const string Start = "start";
    public const string Interim = "interim";
    public const string End = "end";

    public static readonly CodeList List = new((Start, "Startmeting"), (Interim, "Tussenmeting"), (End, "Eindmeting"));
}

/// <summary>
/// Meting: the dated levels of a traject's leefgebieden. A correction is a new assessment that supersedes this one;
/// only the current one counts, and there is one current assessment per traject, day and moment.
/// </summary>
public sealed class Assessment : Aggregate
{
    public Assessment(Guid id, Guid trajectId, string programme, DateOnly measuredOn, string moment, IReadOnlyDictionary<string, int> levels, Guid? byId, DateTime nowUtc)
    {
        RuleBroken.Unless(Moments.List.Has(moment), "assessment.unknown-moment", "Moment", "Kies start-, tussen- of eindmeting.");
        RuleBroken.Unless(measuredOn <= Calendar.DateIn(nowUtc), "assessment.in-future", "MeasuredOn", "De datum ligt in de toekomst. Kies vandaag of eerder.");
        RuleBroken.Unless(levels.Count > 0, "assessment.empty", "Levels", "Geef minstens één leefgebied een score.");
        var list = Leefgebieden.Of(programme);
        foreach (var (leefgebied, level) in levels)
        {
            RuleBroken.Unless(list.Has(leefgebied), "assessment.unknown-leefgebied", $"Levels[{leefgebied}]", "Dit leefgebied hoort niet bij deze aanpak.");
            RuleBroken.Unless(level is >= Leefgebieden.MinLevel and <= Leefgebieden.MaxLevel, "assessment.level", $"Levels[{leefgebied}]",
                $"{Leefgebieden.Label(leefgebied)}: kies een score van 1 tot en met 5.");
        }

        Id = id;
        TrajectId = trajectId;
        MeasuredOn = measuredOn;
        Moment = moment;
        RecordedById = byId;
        RecordedAt = nowUtc;
        Scores = [.. levels.Select(l => new Score(l.Key, l.Value)).OrderBy(s => s.Leefgebied, StringComparer.Ordinal)];
        Raise(new DomainEvent("assessment.recorded"));
    }

    private Assessment()
    {
        Moment = null!;
        Scores = null!;
    }

    public Guid TrajectId { get; private set; }

    public DateOnly MeasuredOn { get; private set; }

    /// <summary>One of <see cref="Moments"/>.</summary>
    public string Moment { get; private set; }

    /// <summary>Staff member, or null for an import.</summary>
    public Guid? RecordedById { get; private set; }

    public DateTime RecordedAt { get; private set; }

    /// <summary>The correction that replaced this one, or null while it is current.</summary>
    public Guid? SupersededById { get; private set; }

    public string? CorrectionReason { get; private set; }

    /// <summary>In order of leefgebied.</summary>
    public IReadOnlyList<Score> Scores { get; private set; }

    public void SupersedeBy(Assessment correction, string reason)
    {
        RuleBroken.Unless(SupersededById is null, "assessment.superseded", "", "Deze meting is al verbeterd. Open de nieuwste versie.");
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(reason), "assessment.reason", "Reason", "Schrijf op waarom u deze meting verbetert.");
        SupersededById = correction.Id;
        correction.CorrectionReason = reason;
        Raise(new DomainEvent("assessment.superseded", reason));
    }
}

/// <summary>The level of one leefgebied. A leefgebied that wasn't assessed has no score.</summary>
/// <param name="Level">1 acute … 5 fully self-reliant.</param>
public sealed record Score(string Leefgebied, int Level);

/// <summary>The dated statuses of a traject's basisvoorwaarden, corrected in the same way as an assessment.</summary>
public sealed class ConditionMeasurement : Aggregate
{
    public ConditionMeasurement(Guid id, Guid trajectId, DateOnly measuredOn, string moment, IReadOnlyDictionary<string, string> statuses, Guid? byId, DateTime nowUtc)
    {
        RuleBroken.Unless(Moments.List.Has(moment), "conditions.unknown-moment", "Moment", "Kies start-, tussen- of eindmeting.");
        RuleBroken.Unless(measuredOn <= Calendar.DateIn(nowUtc), "conditions.in-future", "MeasuredOn", "De datum ligt in de toekomst. Kies vandaag of eerder.");
        foreach (var (condition, status) in statuses)
        {
            RuleBroken.Unless(BasicConditions.List.Has(condition), "conditions.unknown", $"Conditions[{condition}]", "Deze basisvoorwaarde bestaat niet.");
            RuleBroken.Unless(BasicConditions.Statuses.Has(status), "conditions.status", $"Conditions[{condition}]", "Kies Nee, Loopt, Ja of Nvt.");
        }

        Id = id;
        TrajectId = trajectId;
        MeasuredOn = measuredOn;
        Moment = moment;
        RecordedById = byId;
        RecordedAt = nowUtc;
        Statuses = [.. statuses.Select(s => new ConditionStatus(s.Key, s.Value)).OrderBy(s => s.Condition, StringComparer.Ordinal)];
        Raise(new DomainEvent("conditions.recorded"));
    }

    private ConditionMeasurement()
    {
        Moment = null!;
        Statuses = null!;
    }

    public Guid TrajectId { get; private set; }

    public DateOnly MeasuredOn { get; private set; }

    public string Moment { get; private set; }

    public Guid? RecordedById { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public Guid? SupersededById { get; private set; }

    /// <summary>In order of basisvoorwaarde.</summary>
    public IReadOnlyList<ConditionStatus> Statuses { get; private set; }

    public void SupersedeBy(ConditionMeasurement correction, string reason)
    {
        RuleBroken.Unless(SupersededById is null, "conditions.superseded", "", "Deze meting is al verbeterd. Open de nieuwste versie.");
        SupersededById = correction.Id;
        Raise(new DomainEvent("conditions.superseded", reason));
    }
}

/// <summary>The status of one basisvoorwaarde.</summary>
public sealed record ConditionStatus(string Condition, string Status);
