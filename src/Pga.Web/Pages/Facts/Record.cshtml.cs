using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Access;
using Pga.Application.Facts;
using Pga.Domain.Common;

namespace Pga.Web.Pages.Facts;

public sealed class RecordModel(IMediator mediator, Actor actor, TimeProvider clock) : FactForm(mediator, actor)
{
    public async Task OnGetAsync()
    {
        await LoadToEdit();
        Input.CommandId = Guid.CreateVersion7();
        Input.OccurredOn = clock.Today();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var command = new RecordFact(
            Input.CommandId, Id, Input.OccurredOn ?? default, Input.Kind ?? "", Input.Provenance ?? "", Input.Organisation, Input.Text ?? "", Input.Reliability, Input.KeepUntil);
        if (await Do(command) is null)
        {
            await LoadToEdit();
            return Page();
        }

        Notice("Het signaal is vastgelegd.");
        return Redirect(Here);
    }
}
