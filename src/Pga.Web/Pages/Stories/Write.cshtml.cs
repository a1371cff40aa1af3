using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Access;
using Pga.Application.Pipeline;
using Pga.Application.Stories;
using Pga.Application.Trajects;
using Pga.Domain.Common;

namespace Pga.Web.Pages.Stories;

public sealed class WriteModel(IMediator mediator, Actor actor, TimeProvider clock) : StoryForm(mediator, clock)
{
    private readonly TimeProvider _clock = clock;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public DossierIdentity Identity { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await Load();
        Input.CommandId = Guid.CreateVersion7();
        Input.Year = _clock.Today().Year;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Do(new WriteStory(Input.CommandId, Id, Input.Year ?? 0, Input.Title ?? "", Input.Text ?? "", LinkKind, LinkTo)) is { } id)
        {
            Notice("Het concept is opgeslagen.");
            return Redirect($"/verhalen/{id}");
        }

        await Load();
        return Page();
    }

    private async Task Load()
    {
        Identity = await Ask(new GetIdentity(Id));
        if (!Identity.MayWrite || !actor.Can(Permission.WriteStory))
            throw new Forbidden("U mag dit dossier lezen, maar er geen verhaal over schrijven.");
        await LoadChoices();
    }
}
