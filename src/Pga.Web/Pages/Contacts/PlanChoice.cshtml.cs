using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Contacts;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Contacts;

/// <summary>Chooses for whom a contact is planned; the form itself is on the dossier, below the safety agreement.</summary>
public sealed class PlanChoiceModel(IMediator mediator) : PgaPage(mediator)
{
    [BindProperty(SupportsGet = true, Name = "dossier")]
    public string? Dossier { get; set; }

    [BindProperty(SupportsGet = true, Name = "datum")]
    public string? Date { get; set; }

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var date = DateOnly.TryParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var chosen) ? $"?datum={Dates.Iso(chosen)}" : "";
        if (Guid.TryParse(Dossier, out var id))
            return Redirect($"/dossiers/{id}/contact/plannen{date}");
        Choices = [.. (await Ask(new GetPlanChoices())).Select(c => new SelectListItem($"{c.Name}, {c.Number} ({c.Programme})", c.TrajectId.ToString()))];
        if (Request.Query.ContainsKey("dossier"))
            ModelState.AddModelError(nameof(Dossier), "Kies een cliënt.");
        return Page();
    }
}
