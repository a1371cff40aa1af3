using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Plans;

namespace Pga.Web.Pages.Plans;

public sealed class AddGoalModel(IMediator mediator) : GoalPage(mediator)
{
    public override bool Changes => false;

    public async Task OnGetAsync()
    {
        await LoadIdentity();
        Input.CommandId = Guid.CreateVersion7();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var id = await Do(new AddGoal(Input.CommandId, Id, Input.Leefgebied ?? "", Input.ClientWords, Input.ProfessionalWords, Input.TargetOn ?? default));
        if (id is null)
        {
            await LoadIdentity();
            return Page();
        }

        Notice("Het doel staat in het plan.");
        return Redirect($"/dossiers/{Id}/plan#h-{id}");
    }
}
