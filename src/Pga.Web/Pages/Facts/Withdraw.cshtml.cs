using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Access;
using Pga.Application.Facts;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Facts;

public sealed class WithdrawModel(IMediator mediator, Actor actor) : PgaPage(mediator)
{
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public Guid BaseVersion { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid FactId { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public DossierIdentity Identity { get; private set; } = null!;

    public FactRow Now { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await Open();
        Input = new Form { CommandId = Guid.CreateVersion7(), BaseVersion = Now.Version };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Do(new WithdrawFact(Input.CommandId, Id, FactId, Input.BaseVersion, Input.Reason ?? "")) is null)
        {
            await Open();
            if (Conflict is not null)
                Input.BaseVersion = Now.Version;
            return Page();
        }

        Notice("Het signaal is ingetrokken.");
        return Redirect($"/dossiers/{Id}/signalen");
    }

    private async Task Open()
    {
        Identity = await Ask(new GetIdentity(Id));
        if (!Identity.MayWrite || !actor.Can(Permission.RecordFact))
            throw new Forbidden("U mag de signalen van dit dossier lezen, maar niet wijzigen.");
        Now = (await Ask(new GetFact(Id, FactId))).Now;
    }
}
