using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Plans;

namespace Pga.Web.Pages.Plans;

public sealed class AddWorkItemModel(IMediator mediator) : WorkItemPage(mediator)
{
    [BindProperty(SupportsGet = true)]
    public Guid GoalId { get; set; }

    public async Task OnGetAsync()
    {
        await Load(new GetWorkItemForm(Id, GoalId));
        Input.CommandId = Guid.CreateVersion7();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Do(new AddWorkItem(Input.CommandId, Id, GoalId, Input.Text ?? "", Owner, Input.DueOn ?? default)) is null)
        {
            await Load(new GetWorkItemForm(Id, GoalId));
            return Page();
        }

        Notice("De actie staat in het plan.");
        return Redirect($"/dossiers/{Id}/plan#h-{GoalId}");
    }
}
