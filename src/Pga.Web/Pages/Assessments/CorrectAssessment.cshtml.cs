using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Assessments;

namespace Pga.Web.Pages.Assessments;

public sealed class CorrectAssessmentModel(IMediator mediator) : AssessmentPage(mediator)
{
    [BindProperty(SupportsGet = true)]
    public Guid AssessmentId { get; set; }

    public async Task OnGetAsync()
    {
        await Load(AssessmentId);
        var now = Facts.Assessment!;
        Input.CommandId = Guid.CreateVersion7();
        Input.BaseVersion = now.Version;
        Input.MeasuredOn = now.MeasuredOn;
        Input.Moment = now.Moment;
        foreach (var (leefgebied, level) in now.Levels)
            Input.Levels[leefgebied] = level;
        foreach (var (condition, status) in now.Conditions)
            Input.Conditions[condition] = status;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var id = await Do(new CorrectAssessment(
            Input.CommandId, Id, AssessmentId, Input.BaseVersion, Input.MeasuredOn ?? default, Input.Moment ?? "", Levels, Input.Reason ?? "", Conditions));
        if (id is null)
        {
            await Load(AssessmentId);
            // Saving again goes on top of the version that is shown beside it now.
            if (Conflict is not null)
                Input.BaseVersion = Facts.Assessment!.Version;
            return Page();
        }

        Notice("De meting is verbeterd.");
        return Redirect($"/dossiers/{Id}");
    }
}
