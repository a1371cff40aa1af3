using Microsoft.AspNetCore.Mvc.RazorPages;
using Pga.Application.Access;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;
using Pga.Domain.Outflow;
using Pga.Domain.Trajects;

namespace Pga.Web.Pages.Catalogues;

/// <summary>The lists that come with the software, to read.</summary>
public sealed class FixedModel(Actor actor) : PageModel
{
    public IReadOnlyList<(string Name, string About, CodeList List)> Lists { get; } =
    [
        ("Leefgebieden", "Lokale PGA en Top X, lijst 2024", Leefgebieden.Pga2024),
        ("Leefgebieden RIO", "re-integratie, lijst 2024", Leefgebieden.Rio2024),
        ("Niveaus", "van een score", Leefgebieden.Levels),
        ("Basisvoorwaarden", "voor wie vrijkomt", BasicConditions.List),
        ("Wijken", "met wat ervoor in de plaats kan staan", Wijken.List),
        ("Redenen van uitstroom", "elk met een vast oordeel", EndReasons.List),
        ("Aanpakken", "waar een traject onder valt", Programmes.List),
    ];

    public void OnGet()
    {
        if (!actor.Can(Permission.ManageCatalogues))
            throw new Forbidden();
    }
}
