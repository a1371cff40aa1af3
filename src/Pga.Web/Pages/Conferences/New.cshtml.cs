using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Access;
using Pga.Application.Conferences;
using Pga.Application.Pipeline;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Conferences;

public sealed class NewModel(IMediator mediator, Actor actor) : PgaPage(mediator)
{
    [BindProperty]
    public ConferenceForm Input { get; set; } = new();

    public void OnGet()
    {
        if (!actor.Can(Permission.HoldConference))
            throw new Forbidden();
        Input.CommandId = Guid.CreateVersion7();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Do(new MakeConference(Input.CommandId, Input.HeldOn, Input.StartsAt, Input.Place)) is not { } id)
            return Page();
        Notice("Het overleg is gepland. Zet nu casussen op de agenda.");
        return Redirect($"/overleggen/{id}");
    }
}
