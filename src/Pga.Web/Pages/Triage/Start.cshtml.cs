using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Clients;
using Pga.Application.Triage;
using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Web.Pages.Triage;

public sealed class StartModel(IMediator mediator, TimeProvider clock) : TriagePage(mediator)
{
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public Guid BaseVersion { get; set; }

        public DateOnly? StartedOn { get; set; }

        public Guid? CaseWorkerId { get; set; }

        public Guid? ProcessWorkerId { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    private TeamWorkers Team { get; set; } = null!;

    public string CaseLabel => Identity.Programme == Programmes.Rio ? "RIO" : "Casusregie";

    public IEnumerable<SelectListItem> CaseWorkers => Options(Identity.Programme == Programmes.Rio ? Team.Rios : Team.Experts);

    public IEnumerable<SelectListItem> ProcessWorkers => Options(Team.Process);

    public async Task OnGetAsync()
    {
        await Open();
        Input = new Form
        {
            CommandId = Guid.CreateVersion7(),
            BaseVersion = Intake.Version,
            StartedOn = clock.Today(),
            CaseWorkerId = WorkerWith(CaseRole),
            ProcessWorkerId = WorkerWith(AssignmentRoles.Process),
        };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Open();
        if (await Do(new StartTraject(Input.CommandId, Id, Input.BaseVersion, Input.StartedOn, Input.CaseWorkerId, Input.ProcessWorkerId)) is null)
        {
            if (Conflict is not null)
                Input.BaseVersion = Conflict.CurrentVersion;
            return Page();
        }

        Notice("Het traject is gestart.");
        return Redirect($"/dossiers/{Id}");
    }

    private async Task Open()
    {
        await Load(i => i.MayStart);
        Team = await Ask(new GetTeamWorkers());
    }
}
