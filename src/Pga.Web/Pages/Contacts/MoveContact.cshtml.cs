using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Access;
using Pga.Application.Contacts;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Domain.Common;
using Pga.Domain.Contacts;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Contacts;

/// <summary>Moves a planned contact, or takes it out of the agenda.</summary>
public sealed class MoveContactModel(IMediator mediator, Actor actor, TimeProvider clock) : PgaPage(mediator)
{
    // In the order of the screen.
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public Guid BaseVersion { get; set; }

        public DateOnly? Date { get; set; }

        public TimeOnly? Time { get; set; }

        public string? Place { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid ContactId { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public DossierIdentity Identity { get; private set; } = null!;

    public RecordedContact Contact { get; private set; } = null!;

    public string Kind => ContactCodes.Kinds.Label(Contact.Kind);

    /// <summary>Its time has come: it can only be recorded.</summary>
    public bool IsPast => Calendar.TryToUtc(Contact.Date.ToDateTime(Contact.Time), out var at) && at <= clock.UtcNow();

    public async Task<IActionResult> OnGetAsync()
    {
        await Show();
        if (Contact.Outcome is not null)
            return Redirect($"/dossiers/{Id}/contact/{ContactId}/wijzig");
        Input = new Form { CommandId = Guid.CreateVersion7(), BaseVersion = Contact.Version, Date = Contact.Date, Time = Contact.Time, Place = Contact.Place };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Do(new MoveContact(Input.CommandId, Id, ContactId, Input.BaseVersion, Input.Date, Input.Time, Input.Place)) is not { } moved)
            return await Again();
        var day = await Ask(new GetAgenda(Input.Date!.Value, 1));
        Notice("Het contact is verplaatst." + ClashNotice.For(day, moved));
        return Redirect($"/agenda?datum={Dates.Iso(Input.Date!.Value)}");
    }

    public async Task<IActionResult> OnPostCancelAsync()
    {
        if (await Do(new CancelContact(Input.CommandId, Id, ContactId, Input.BaseVersion, Input.Reason)) is null)
            return await Again();
        Notice("Het contact is afgezegd. Het staat niet meer in de agenda.");
        return Redirect($"/dossiers/{Id}");
    }

    private async Task<IActionResult> Again()
    {
        await Show();
        // Saving again goes on top of what is shown beside it now.
        if (Conflict is not null)
            Input.BaseVersion = Contact.Version;
        // The form that wasn't sent shows what is planned.
        Input.Date ??= Contact.Date;
        Input.Time ??= Contact.Time;
        return Page();
    }

    private async Task Show()
    {
        Identity = await Ask(new GetIdentity(Id));
        if (!Identity.MayWrite || !actor.Can(Permission.LogContact))
            throw new Forbidden("U mag dit dossier lezen, maar niet wijzigen.");
        Contact = (await Ask(new GetContactForm(Id, ContactId))).Contact!;
    }
}
