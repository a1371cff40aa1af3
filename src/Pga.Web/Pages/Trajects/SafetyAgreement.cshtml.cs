using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Access;
using Pga.Application.Clients;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Trajects;

public sealed class SafetyAgreementModel(IMediator mediator, Actor actor) : PgaPage(mediator)
{
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public Guid BaseVersion { get; set; }

        public string? Agreement { get; set; }

        public DateOnly? Until { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public DossierIdentity Identity { get; private set; } = null!;

    public async Task OnGetAsync(Guid id)
    {
        await Open(id);
        Input = new Form
        {
            CommandId = Guid.CreateVersion7(),
            BaseVersion = Identity.ClientVersion,
            Agreement = Identity.SafetyAgreement ?? Identity.ExpiredSafety?.Text,
            Until = Identity.SafetyAgreementUntil,
        };
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        await Open(id);
        if (await Do(new AgreeOnSafety(Input.CommandId, Input.BaseVersion, Identity.ClientId, Input.Agreement, Input.Until)) is null)
        {
            // Having seen what the other wrote, the user saves over it.
            if (Conflict is not null)
                Input.BaseVersion = Conflict.CurrentVersion;
            return Page();
        }

        Notice(string.IsNullOrWhiteSpace(Input.Agreement) ? "De veiligheidsafspraak is vervallen." : "De veiligheidsafspraak is opgeslagen.");
        return Redirect($"/dossiers/{id}");
    }

    private async Task Open(Guid id)
    {
        Identity = await Ask(new GetIdentity(id));
        if (!Identity.MayWrite || !actor.Can(Permission.EditClient))
            throw new Forbidden();
    }
}
