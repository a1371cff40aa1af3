using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Access;
using Pga.Application.Contacts;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Domain.Common;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Contacts;

public sealed class PlanContactModel(IMediator mediator, Actor actor, TimeProvider clock) : PgaPage(mediator)
{
    // In the order of the screen.
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public string? Kind { get; set; }

        public DateOnly? Date { get; set; }

        public TimeOnly? Time { get; set; }

        public string? Place { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "datum")]
    public string? Chosen { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public DossierIdentity Identity { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await Show();
        var chosen = DateOnly.TryParseExact(Chosen, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date >= clock.Today() ? date : (DateOnly?)null;
        Input = new Form { CommandId = Guid.CreateVersion7(), Date = chosen };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Do(new PlanContact(Input.CommandId, Id, Input.Kind, Input.Date, Input.Time, Input.Place)) is not { } planned)
        {
            await Show();
            return Page();
        }

        var day = await Ask(new GetAgenda(Input.Date!.Value, 1));
        Notice("Het contact is gepland." + ClashNotice.For(day, planned));
        return Redirect($"/agenda?datum={Dates.Iso(Input.Date!.Value)}");
    }

    private async Task Show()
    {
        Identity = await Ask(new GetIdentity(Id));
        if (!Identity.MayWrite || !actor.Can(Permission.LogContact))
            throw new Forbidden("U mag dit dossier lezen, maar niet wijzigen.");
    }
}

internal static class ClashNotice
{
    /// <summary>A sentence when the appointment begins within an hour of another one.</summary>
    public static string For(Agenda day, Guid contactId) =>
        day.Items.Any(i => i.Id == contactId && i.Clashes) ? " Let op: binnen een uur ervoor of erna hebt u nog een afspraak." : "";
}
