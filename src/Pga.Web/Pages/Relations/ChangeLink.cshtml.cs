using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Access;
using Pga.Application.Relations;

namespace Pga.Web.Pages.Relations;

public sealed class ChangeLinkModel(IMediator mediator, Actor actor) : RelationsPage(mediator, actor)
{
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public Guid BaseVersion { get; set; }

        public string? Ground { get; set; }

        public string? ContactAgreement { get; set; }
    }

    public sealed class RemovalForm
    {
        public Guid CommandId { get; set; }

        public Guid BaseVersion { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid LinkId { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public RemovalForm Removal { get; set; } = new();

    public LinkedClient Now { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await Open();
        Fill();
        FillRemoval();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var id = await Do(new ChangeFamilyLink(Input.CommandId, Id, LinkId, Input.BaseVersion, Input.Ground ?? "", Input.ContactAgreement));
        if (id is null)
        {
            await Open();
            if (Conflict is not null)
                Input.BaseVersion = Now.Version;
            FillRemoval();
            return Page();
        }

        Notice("De koppeling is gewijzigd.");
        return Redirect(Here);
    }

    public async Task<IActionResult> OnPostVerwijderAsync()
    {
        if (await Do(new EndFamilyLink(Removal.CommandId, Id, LinkId, Removal.BaseVersion, Removal.Reason ?? ""), nameof(Removal)) is null)
        {
            await Open();
            if (Conflict is not null)
                Removal.BaseVersion = Now.Version;
            Fill();
            return Page();
        }

        Notice("De koppeling is verwijderd.");
        return Redirect(Here);
    }

    private async Task Open()
    {
        await LoadToEdit();
        Now = Link(LinkId);
    }

    private void Fill() =>
        Input = new Form { CommandId = Guid.CreateVersion7(), BaseVersion = Now.Version, Ground = Now.Ground, ContactAgreement = Now.ContactAgreement };

    private void FillRemoval() => Removal = new RemovalForm { CommandId = Guid.CreateVersion7(), BaseVersion = Now.Version };
}
