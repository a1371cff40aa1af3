using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Plans;
using Pga.Domain.Common;

namespace Pga.Web.Pages.Plans;

public sealed class RecordEvaluationModel(IMediator mediator, TimeProvider clock) : EvaluationPage(mediator)
{
    public async Task OnGetAsync()
    {
        await Load(null);
        Input.CommandId = Guid.CreateVersion7();
        Input.HeldOn = clock.Today();
        Input.Present = [Facts.People[0]];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Do(new RecordEvaluation(Input.CommandId, Id, Input.HeldOn ?? default, PresentText, Judgements)) is null)
        {
            await Load(null);
            return Page();
        }

        Notice("De evaluatie is vastgelegd.");
        return Redirect($"/dossiers/{Id}/plan");
    }
}
