using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Conferences;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Conferences;

public sealed class PutForwardModel(IMediator mediator) : PgaPage(mediator)
{
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public Guid? ConferenceId { get; set; }

        public string? Question { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public DossierIdentity Identity { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Conferences { get; private set; } = [];

    public bool IsOnAgenda { get; private set; }

    public async Task OnGetAsync()
    {
        await Load();
        Input.CommandId = Guid.CreateVersion7();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Do(new PutCaseForward(Input.CommandId, Id, Input.ConferenceId, Input.Question)) is null)
        {
            await Load();
            return Page();
        }

        Notice("Het traject is ingebracht.");
        return Redirect($"/dossiers/{Id}/overleg");
    }

    private async Task Load()
    {
        Identity = await Ask(new GetIdentity(Id));
        if (!Identity.MayWrite)
            throw new Forbidden("U mag dit dossier lezen, maar niet wijzigen.");
        var list = await Ask(new GetDiscussions(Id));
        IsOnAgenda = list.Waiting is { OnAgenda: true };
        Conferences =
        [
            new("Het eerstvolgende overleg", "", Input.ConferenceId is null),
            .. list.ToCome.Select(c => new SelectListItem($"{Dates.Capital(Dates.Full(c.HeldOn))}, {Dates.Time(c.StartsAt)}", c.Id.ToString(), c.Id == Input.ConferenceId)),
        ];
    }
}
