using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Plans;

namespace Pga.Web.Pages.Plans;

public sealed class CorrectEvaluationModel(IMediator mediator) : EvaluationPage(mediator)
{
    [BindProperty(SupportsGet = true)]
    public Guid EvaluationId { get; set; }

    public async Task OnGetAsync()
    {
        await Load(EvaluationId);
        Fill(Facts.Evaluation!);
        Input.CommandId = Guid.CreateVersion7();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Do(new CorrectEvaluation(
            Input.CommandId, Id, EvaluationId, Input.BaseVersion, Input.HeldOn ?? default, PresentText, Judgements, Input.Reason ?? "")) is null)
        {
            await Load(EvaluationId);
            // Saving again goes on top of the version that is shown beside it now.
            if (Conflict is not null)
                Input.BaseVersion = Facts.Evaluation!.Version;
            return Page();
        }

        Notice("De evaluatie is verbeterd.");
        return Redirect($"/dossiers/{Id}/plan");
    }
}
