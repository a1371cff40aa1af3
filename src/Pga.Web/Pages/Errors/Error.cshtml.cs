using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pga.Web.Hosting;

namespace Pga.Web.Pages.Errors;

/// <summary>What the user sees instead of a page. Says nothing about what is or isn't there.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    public void OnGet(int status) => Show(status);

    public void OnPost(int status) => Show(status);

    private void Show(int status)
    {
        var said = HttpContext.Items[Refusals.Text] as string;
        (Title, Text) = status switch
        {
            StatusCodes.Status400BadRequest => ("Dit formulier is verlopen", "Ga terug, ververs de pagina en probeer het opnieuw. Wat u hebt ingevuld staat er dan meestal nog."),
            StatusCodes.Status403Forbidden => ("Geen toegang", said ?? "U hebt geen rechten voor deze pagina of handeling."),
            StatusCodes.Status404NotFound => ("Niet gevonden", said ?? "Dit bestaat niet, of u hebt er geen toegang toe."),
            StatusCodes.Status409Conflict => ("Intussen gewijzigd", said ?? "Iemand anders heeft dit intussen gewijzigd. Ga terug en open de nieuwste versie."),
            StatusCodes.Status413PayloadTooLarge => ("Dit bestand is te groot", "Een bestand mag hoogstens 20 MB zijn. Ga terug, en kies een kleiner bestand."),
            StatusCodes.Status422UnprocessableEntity => ("Dit klopt niet", said ?? "Ga terug en controleer wat u hebt ingevuld."),
            _ => ("Er ging iets mis", said ?? "Dit ligt aan ons. Uw gegevens zijn niet gewijzigd, of de wijziging is al opgeslagen. Probeer het zo nog een keer."),
        };
    }
}
