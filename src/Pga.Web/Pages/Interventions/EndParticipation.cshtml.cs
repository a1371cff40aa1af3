using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Interventions;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Domain.Common;
using Pga.Domain.Interventions;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Interventions;

public sealed class EndParticipationModel(IMediator mediator, TimeProvider clock) : PgaPage(mediator)
{
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public Guid BaseVersion { get; set; }

        public DateOnly? EndedOn { get; set; }

        public string? Result { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid ParticipationId { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public DossierIdentity Identity { get; private set; } = null!;

    public ParticipationView Participation { get; private set; } = null!;

    public static IEnumerable<SelectListItem> Results =>
        Domain.Interventions.Participation.Results.All.Select(r => new SelectListItem(r.Label, r.Key));

    public async Task OnGetAsync()
    {
        await Load();
        Input.CommandId = Guid.CreateVersion7();
        Input.BaseVersion = Participation.Version;
        Input.EndedOn = clock.Today();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var id = await Do(new EndParticipation(Input.CommandId, Id, ParticipationId, Input.BaseVersion, Input.EndedOn ?? default, Input.Result ?? ""));
        if (id is null)
        {
            await Load();
            if (Conflict is not null)
                Input.BaseVersion = Participation.Version;
            return Page();
        }

        Notice("De interventie is afgesloten.");
        return Redirect($"/dossiers/{Id}/uitstroom");
    }

    private async Task Load()
    {
        Identity = await Ask(new GetIdentity(Id));
        if (!Identity.MayWrite)
            throw new Forbidden("U mag dit dossier lezen, maar niet wijzigen.");
        Participation = await Ask(new GetParticipation(Id, ParticipationId));
    }
}
