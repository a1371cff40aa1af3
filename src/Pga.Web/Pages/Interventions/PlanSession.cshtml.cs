using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Interventions;
using Pga.Domain.Common;

namespace Pga.Web.Pages.Interventions;

public sealed class PlanSessionModel(IMediator mediator, TimeProvider clock) : SessionForm(mediator)
{
    /// <summary>The intervention, once it has been chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "interventie")]
    public Guid? InterventionId { get; set; }

    public override string Back => "/bijeenkomsten";

    public override string Button => "Plannen";

    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        // With one there is nothing to choose.
        if (InterventionId is null && Facts.Interventions.Count == 1)
            return Redirect($"/bijeenkomsten/nieuw?interventie={Facts.Interventions[0].InterventionId}");
        Input.CommandId = Guid.CreateVersion7();
        Input.Date = clock.Today();
        Input.Participants = Facts.Participants.Count == 1 ? [Facts.Participants[0].Participant.ParticipationId] : [];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        var command = new PlanSession(Input.CommandId, InterventionId ?? default, Input.Date ?? default, Input.Time ?? default, Input.Participants);
        if (await Save(command) is not { } id)
            return Page();
        Notice("De bijeenkomst is gepland.");
        return Redirect($"/bijeenkomsten/{id}");
    }

    private async Task Load()
    {
        Facts = await Ask(new GetSessionForm(InterventionId));
        Intervention = Facts.Interventions.FirstOrDefault(i => i.InterventionId == InterventionId)?.Name;
    }
}
