using Pga.Domain.Common;

namespace Pga.Domain.Catalogues;

/// <summary>Interventie.</summary>
public sealed class Intervention(Guid id, string code, string name, string? kind, int order, bool needsReview = false)
    : CatalogueItem(id, code, name, order, needsReview)
{
    public const int MaxPlaces = 999;
    public const int MaxCosts = 999_999;
    public const int MaxPurpose = 500;

    public static readonly CodeList Kinds = new(
        ("sport", "Sport"), ("work", "Werk"), ("coaching", "Coaching"), ("prevention", "Preventie"));

    /// <summary>One of <see cref="Kinds"/>; null until somebody has looked at an imported one.</summary>
    public string? Kind { get; private set; } = kind;

    /// <summary>What it is for, for who thinks of referring to it.</summary>
    public string? Purpose { get; private set; }

    /// <summary>The partner that gives it; null when the team does so itself.</summary>
    public Guid? ProviderId { get; private set; }

    /// <summary>How many can take part at once; null without a limit.</summary>
    public int? Places { get; private set; }

    /// <summary><see cref="Places"/> is for each group; otherwise for the intervention as a whole.</summary>
    public bool PlacesPerGroup { get; private set; }

    /// <summary>Costs per participant, in whole euros.</summary>
    public int? Costs { get; private set; }

    /// <summary>Says what it is.</summary>
    public void Describe(string? kind, string? purpose)
    {
        RuleBroken.Unless(Kinds.Has(kind), "intervention.kind", "Kind", "Kies een soort.");
        Kind = kind;
        Purpose = string.IsNullOrWhiteSpace(purpose) ? null : purpose.Trim();
    }

    /// <summary>Says who gives it, to how many, and what it costs. Who was referred before keeps the partner and the place they had.</summary>
    public void Offer(Guid? providerId, int? places, bool placesPerGroup, int? costs = null)
    {
        RuleBroken.Unless(places is null or (>= 1 and <= MaxPlaces), "intervention.places", "Places", $"Vul een aantal plekken in van 1 tot en met {MaxPlaces}, of laat het leeg.");
        RuleBroken.Unless(!placesPerGroup || places is not null, "intervention.places", "Places", "Vul in hoeveel plekken een groep heeft.");
        RuleBroken.Unless(costs is null or (>= 0 and <= MaxCosts), "intervention.costs", "Costs", "Vul de kosten in als heel bedrag in euro’s, hoogstens 999.999.");
        ProviderId = providerId;
        Places = places;
        PlacesPerGroup = placesPerGroup;
        Costs = costs;
    }
}
