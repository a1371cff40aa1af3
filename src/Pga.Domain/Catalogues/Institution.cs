using Pga.Domain.Common;

namespace Pga.Domain.Catalogues;

/// <summary>Inrichting: PI, PPC, JC, JJI, FCJ, KVJJ or foreign JVA.</summary>
public sealed class Institution(Guid id, string code, string name, string country, int order, bool needsReview = false)
    : CatalogueItem(id, code, name, order, needsReview)
{
    /// <summary>Where people from Utrecht are visited.</summary>
    public static readonly CodeList Countries = new(("NL", "Nederland"), ("DE", "Duitsland"), ("BE", "België"));

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country { get; private set; } = country;

    public void Stand(string? country)
    {
        RuleBroken.Unless(Countries.Has(country), "institution.country", "Country", "Kies een land.");
        Country = country!;
    }
}
