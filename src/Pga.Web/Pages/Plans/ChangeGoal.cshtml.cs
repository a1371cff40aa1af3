using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Pipeline;
using Pga.Application.Plans;

namespace Pga.Web.Pages.Plans;

public sealed class ChangeGoalModel(IMediator mediator) : GoalPage(mediator)
{
    [BindProperty(SupportsGet = true)]
    public Guid GoalId { get; set; }

    public override bool Changes => true;

    public async Task OnGetAsync()
    {
        var goal = await Load();
        Input = new Form
        {
            CommandId = Guid.CreateVersion7(),
            BaseVersion = goal.Version,
            Leefgebied = goal.Leefgebied,
            ClientWords = goal.ClientWords,
            ProfessionalWords = goal.ProfessionalWords,
            TargetOn = goal.TargetOn,
        };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Do(new ChangeGoal(Input.CommandId, Id, GoalId, Input.BaseVersion, Input.Leefgebied ?? "", Input.ClientWords, Input.ProfessionalWords, Input.TargetOn ?? default)) is null)
        {
            var goal = await Load();
            // Saving again goes on top of the version that is shown beside it now.
            if (Conflict is not null)
                Input.BaseVersion = goal.Version;
            return Page();
        }

        Notice("Het doel is gewijzigd.");
        return Redirect($"/dossiers/{Id}/plan#h-{GoalId}");
    }

    private async Task<PlanGoal> Load()
    {
        await LoadIdentity();
        var plan = await Ask(new GetPlan(Id));
        return plan.Goals.FirstOrDefault(g => g.Id == GoalId) ?? throw new NotFound();
    }
}
