using Pga.Domain.Common;

namespace Pga.Domain.Catalogues;

/// <summary>An entry of a catalogue that the administrator keeps. Matched by code or name, ignoring case and outer spaces.</summary>
public abstract class CatalogueItem : Entity
{
    public const int MaxCode = 64;
    public const int MaxName = 200;

    protected CatalogueItem(Guid id, string code, string name, int order, bool needsReview)
    {
        Id = id;
        Code = code;
        Name = name;
        Order = order;
        NeedsReview = needsReview;
    }

    public string Code { get; private set; }

    public string Name { get; private set; }

    /// <summary>Place in the catalogue, and so in the rapportage.</summary>
    public int Order { get; private set; }

    /// <summary>"Uit import, nog te controleren".</summary>
    public bool NeedsReview { get; private set; }
}

/// <summary>Interventie.</summary>
public sealed class Intervention(Guid id, string code, string name, string? kind, int order, bool needsReview = false)
    : CatalogueItem(id, code, name, order, needsReview)
{
    /// <summary>One of <see cref="Kinds"/>; null until somebody has looked at an imported one.</summary>
    public string? Kind { get; private set; } = kind;

    /// <summary>The partner that gives it; null when the team does so itself.</summary>
    public Guid? ProviderId { get; private set; }

    /// <summary>How many can take part at once; null without a limit.</summary>
    public int? Places { get; private set; }

    /// <summary><see cref="Places"/> is for each group; otherwise for the intervention as a whole.</summary>
    public bool PlacesPerGroup { get; private set; }

    /// <summary>First day on which it is offered.</summary>
    public DateOnly? OfferedFrom { get; private set; }

    /// <summary>Last day on which it is offered.</summary>
    public DateOnly? OfferedUntil { get; private set; }

    /// <summary>Costs per participant, in whole euros.</summary>
    public int? Costs { get; private set; }

    public static readonly CodeList Kinds = new(
        ("sport", "Sport"), ("work", "Werk"), ("coaching", "Coaching"), ("prevention", "Preventie"));

    public const int MaxPlaces = 999;

    /// <summary>Says who gives it, to how many, when, and what it costs.</summary>
    public void Offer(Guid? providerId, int? places, bool placesPerGroup, DateOnly? from = null, DateOnly? until = null, int? costs = null)
    {
        RuleBroken.Unless(places is null or (>= 1 and <= MaxPlaces), "intervention.places", "Places", $"Vul een aantal plekken in van 1 tot en met {MaxPlaces}, of laat het leeg.");
        RuleBroken.Unless(!placesPerGroup || places is not null, "intervention.places", "Places", "Vul in hoeveel plekken een groep heeft.");
        RuleBroken.Unless(from is null || until is null || from <= until, "intervention.period", "OfferedUntil", "De laatste dag ligt vóór de eerste dag.");
        RuleBroken.Unless(costs is null or >= 0, "intervention.costs", "Costs", "Vul de kosten in als heel bedrag in euro’s.");
        ProviderId = providerId;
        Places = places;
        PlacesPerGroup = placesPerGroup;
        OfferedFrom = from;
        OfferedUntil = until;
        Costs = costs;
    }

    public static bool IsOffered(DateOnly? from, DateOnly? until, DateOnly on) => (from is null || from <= on) && (until is null || until >= on);
}

/// <summary>Partner: an organisation that works on a traject.</summary>
public sealed class Partner(Guid id, string code, string name, int order, bool needsReview = false)
    : CatalogueItem(id, code, name, order, needsReview);

/// <summary>Inrichting: PI, PPC, JC, JJI, FCJ, KVJJ or foreign JVA.</summary>
public sealed class Institution(Guid id, string code, string name, string country, int order, bool needsReview = false)
    : CatalogueItem(id, code, name, order, needsReview)
{
    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country { get; private set; } = country;

    public DateOnly? OpenedOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }
}

/// <summary>A kind of activity that the rapportage counts: lessons at school, checks, talks.</summary>
public sealed class ActivityKind(Guid id, string code, string name, int order, bool needsReview = false)
    : CatalogueItem(id, code, name, order, needsReview);
