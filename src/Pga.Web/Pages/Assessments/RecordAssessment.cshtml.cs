using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Assessments;
using Pga.Domain.Assessments;
using Pga.Domain.Common;

namespace Pga.Web.Pages.Assessments;

public sealed class RecordAssessmentModel(IMediator mediator, TimeProvider clock) : AssessmentPage(mediator)
{
    /// <summary>The moment, when the link to this page has chosen it.</summary>
    [BindProperty(SupportsGet = true, Name = "soort")]
    public string? ChosenMoment { get; set; }

    public async Task OnGetAsync()
    {
        await Load(null);
        Input.CommandId = Guid.CreateVersion7();
        Input.MeasuredOn = clock.Today();
        Input.Moment = Moments.List.Has(ChosenMoment) ? ChosenMoment
            : Facts.Existing.Any(a => a.Moment == Moments.Start) ? Moments.Interim
            : Moments.Start;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var id = await Do(new RecordAssessment(Input.CommandId, Id, Input.MeasuredOn ?? default, Input.Moment ?? "", Levels, Conditions));
        if (id is null)
        {
            await Load(null);
            return Page();
        }

        Notice("De meting is vastgelegd.");
        return Redirect($"/dossiers/{Id}");
    }
}
