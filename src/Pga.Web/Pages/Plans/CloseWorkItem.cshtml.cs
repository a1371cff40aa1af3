using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Plans;
using Pga.Application.Trajects;
using Pga.Domain.Common;
using Pga.Domain.Plans;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Plans;

public sealed class CloseWorkItemModel(IMediator mediator, TimeProvider clock) : PgaPage(mediator)
{
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public Guid BaseVersion { get; set; }

        public string? Outcome { get; set; }

        public DateOnly? On { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid WorkItemId { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public DossierIdentity Identity { get; private set; } = null!;

    public RecordedWorkItem Item { get; private set; } = null!;

    public static IEnumerable<SelectListItem> Outcomes =>
        [new("De actie is gedaan", WorkOutcomes.Done), new("De actie vervalt", WorkOutcomes.Dropped)];

    public async Task OnGetAsync()
    {
        await Load();
        Input = new Form { CommandId = Guid.CreateVersion7(), BaseVersion = Item.Version, Outcome = WorkOutcomes.Dropped, On = clock.Today() };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Do(new CloseWorkItem(Input.CommandId, Id, WorkItemId, Input.BaseVersion, Input.Outcome ?? "", Input.On ?? default, Input.Reason)) is null)
        {
            await Load();
            if (Conflict is not null)
                Input.BaseVersion = Item.Version;
            return Page();
        }

        Notice(Input.Outcome == WorkOutcomes.Done ? "De actie is gedaan." : "De actie is vervallen.");
        return Redirect($"/dossiers/{Id}/plan");
    }

    private async Task Load()
    {
        Identity = await Ask(new GetIdentity(Id));
        PlanPages.RefuseUnlessEditable(Identity);
        Item = (await Ask(new GetWorkItemForm(Id, WorkItemId: WorkItemId))).Item!;
    }
}
