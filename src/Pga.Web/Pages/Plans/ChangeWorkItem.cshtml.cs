using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Plans;

namespace Pga.Web.Pages.Plans;

public sealed class ChangeWorkItemModel(IMediator mediator) : WorkItemPage(mediator)
{
    [BindProperty(SupportsGet = true)]
    public Guid WorkItemId { get; set; }

    public async Task OnGetAsync()
    {
        await Load(new GetWorkItemForm(Id, WorkItemId: WorkItemId));
        Fill(Facts.Item!);
        Input.CommandId = Guid.CreateVersion7();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Do(new ChangeWorkItem(Input.CommandId, Id, WorkItemId, Input.BaseVersion, Input.Text ?? "", Owner, Input.DueOn ?? default)) is null)
        {
            await Load(new GetWorkItemForm(Id, WorkItemId: WorkItemId));
            // Saving again goes on top of the version that is shown beside it now.
            if (Conflict is not null)
                Input.BaseVersion = Facts.Item!.Version;
            return Page();
        }

        Notice("De actie is gewijzigd.");
        return Redirect($"/dossiers/{Id}/plan");
    }
}
