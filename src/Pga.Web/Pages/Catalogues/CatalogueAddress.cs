using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;

namespace Pga.Web.Pages.Catalogues;

/// <summary>The catalogues by the Dutch word in an address, with the words of their pages.</summary>
public sealed record CatalogueAddress(string Key, string Slug, string New, string Lead)
{
    public static readonly IReadOnlyList<CatalogueAddress> All =
    [
        new(CatalogueKinds.Interventions, "interventies", "Nieuwe interventie", "Waar uw collega’s naartoe verwijzen: wie het geeft, voor hoeveel mensen en in welke periode."),
        new(CatalogueKinds.Partners, "partners", "Nieuwe partner", "Organisaties die meewerken aan een traject. Accounts van een partner horen bij een partner uit deze lijst."),
        new(CatalogueKinds.Institutions, "inrichtingen", "Nieuwe inrichting", "Waar een RIO spreekuur houdt en waar een cliënt vastzit."),
        new(CatalogueKinds.ActivityKinds, "activiteiten", "Nieuwe activiteit", "Wat de manager per jaar telt voor de rapportage."),
        new(CatalogueKinds.LetterTemplates, "brieven", "Nieuwe brief", "Teksten waarmee uw collega’s een brief beginnen."),
    ];

    public string Label => CatalogueKinds.List.Label(Key);

    public string One => CatalogueKinds.One.Label(Key);

    public string Path => $"/beheer/catalogi/{Slug}";

    public static CatalogueAddress Of(string slug) => All.FirstOrDefault(a => a.Slug == slug) ?? throw new NotFound();

    public static CatalogueAddress OfKey(string key) => All.First(a => a.Key == key);
}
