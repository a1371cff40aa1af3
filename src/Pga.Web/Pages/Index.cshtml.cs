using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pga.Application.Access;

namespace Pga.Web.Pages;

/// <summary>Sends everyone to the page they came for.</summary>
public sealed class IndexModel(Actor actor) : PageModel
{
    public IActionResult OnGet() =>
        actor.Can(Permission.ViewWorklist) ? Redirect("/caseload")
        : actor.Can(Permission.AnswerReferral) ? Redirect("/partner")
        : actor.Can(Permission.ViewReport) ? Redirect("/rapportage")
        : actor.Can(Permission.ViewStories) ? Redirect("/verhalen")
        : actor.Can(Permission.ManageCatalogues) ? Redirect("/beheer")
        : Page();
}
