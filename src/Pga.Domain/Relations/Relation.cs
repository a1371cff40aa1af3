using System.Globalization;
using Pga.Domain.Common;

namespace Pga.Domain.Relations;

/// <summary>
/// Relatie: a relative as minimal context on the case, with its own ground; never a case of its own. A correction changes
/// it in place, with the reason in the history; one that is removed is kept with the reason.
/// </summary>
public sealed class Relation : Aggregate
{
    public const int MaxName = 100;
    public const int MaxGround = 300;
    public const int MaxReason = 300;
    public const int MaxNotedAs = MaxName + 32;
    public const int MinBirthYear = 1900;

    /// <summary>As the import and older data have it: without the rules for new ones.</summary>
    public Relation(Guid id, Guid clientId, string kind, string name, int? birthYear, string? ground)
    {
        Id = id;
        ClientId = clientId;
        Kind = kind;
        Name = name;
        BirthYear = birthYear;
        Ground = ground;
        Raise(new DomainEvent("relation.noted"));
    }

    private Relation() => Kind = Name = null!;

    public Guid ClientId { get; private set; }

    /// <summary>One of <see cref="Kinds"/>.</summary>
    public string Kind { get; private set; }

    public string Name { get; private set; }

    public int? BirthYear { get; private set; }

    /// <summary>Why this relative is relevant. Only imported ones can be without.</summary>
    public string? Ground { get; private set; }

    /// <summary>Kind, year and name as they were at first, once corrected: by these an import knows the relative again.</summary>
    public string? NotedAs { get; private set; }

    public DateOnly? ChangedOn { get; private set; }

    public string? ChangeReason { get; private set; }

    /// <summary>Since when the relative is no longer shown as context; the row is kept.</summary>
    public DateOnly? EndedOn { get; private set; }

    public string? EndReason { get; private set; }

    public static readonly CodeList Kinds = new(
        ("brother", "Broer"), ("sister", "Zus"), ("parent", "Ouder"), ("child", "Kind"), ("partner", "Partner"), ("other", "Anders"));

    public static Relation Note(Guid id, Guid clientId, RelationDetails details, DateOnly today)
    {
        var relation = new Relation { Id = id, ClientId = clientId };
        relation.Set(details, today);
        relation.Raise(new DomainEvent("relation.noted"));
        return relation;
    }

    public void Correct(RelationDetails details, string reason, DateOnly today)
    {
        RuleBroken.Unless(EndedOn is null, "relation.ended", "", "Deze relatie is verwijderd. U kunt haar niet meer wijzigen.");
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(reason), "relation.reason", "Reason", "Schrijf op waarom u deze relatie wijzigt.");
        NotedAs ??= string.Create(CultureInfo.InvariantCulture, $"{Kind}|{BirthYear}|{Name}");
        Set(details, today);
        ChangedOn = today;
        ChangeReason = reason.Trim();
        Raise(new DomainEvent("relation.corrected", ChangeReason));
    }

    public void End(string reason, DateOnly today)
    {
        RuleBroken.Unless(EndedOn is null, "relation.ended", "", "Deze relatie is al verwijderd.");
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(reason), "relation.end-reason", "Reason", "Schrijf op waarom u deze relatie verwijdert.");
        EndedOn = today;
        EndReason = reason.Trim();
        Raise(new DomainEvent("relation.ended", EndReason));
    }

    private void Set(RelationDetails d, DateOnly today)
    {
        RuleBroken.Unless(Kinds.Has(d.Kind), "relation.unknown-kind", "Kind", "Kies wat deze persoon van de cliënt is.");
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(d.Name), "relation.name", "Name", "Vul een naam in.");
        RuleBroken.Unless(d.BirthYear is null || (d.BirthYear >= MinBirthYear && d.BirthYear <= today.Year), "relation.birth-year", "BirthYear",
            $"Vul een jaar in van {MinBirthYear} tot en met {today.Year}, of laat het leeg.");
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(d.Ground), "relation.ground", "Ground", "Schrijf op waarom deze persoon van belang is.");
        Kind = d.Kind;
        Name = d.Name.Trim();
        BirthYear = d.BirthYear;
        Ground = d.Ground.Trim();
    }
}

/// <summary>What a worker fills in about a relative.</summary>
public sealed record RelationDetails(string Kind, string Name, int? BirthYear, string Ground);
