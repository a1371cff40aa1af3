using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Clients;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Domain.Common;
using Pga.Domain.Trajects;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Trajects;

public sealed class AssignWorkerModel(IMediator mediator, TimeProvider clock) : PgaPage(mediator)
{
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public Guid BaseVersion { get; set; }

        public string? Role { get; set; }

        public Guid? StaffId { get; set; }

        public DateOnly? From { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public DossierIdentity Identity { get; private set; } = null!;

    public IEnumerable<SelectListItem> Roles => AssignmentRoles.Given.All
        .Where(r => r.Key != (Identity.Programme == Programmes.Rio ? AssignmentRoles.Case : AssignmentRoles.Rio))
        .Select(r => new SelectListItem(r.Label, r.Key));

    public IEnumerable<SelectListItem> Colleagues { get; private set; } = [];

    public async Task OnGetAsync(Guid id)
    {
        var team = await Open(id);
        Input = new Form
        {
            CommandId = Guid.CreateVersion7(),
            BaseVersion = team.Version,
            Role = team.Missing.Count > 0 ? team.Missing[0] : null,
            From = clock.Today(),
        };
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (await Do(new AssignWorker(Input.CommandId, id, Input.BaseVersion, Input.Role ?? "", Input.StaffId, Input.From)) is null)
        {
            await Open(id);
            // Having seen what the other did, the user goes on from there.
            if (Conflict is not null)
                Input.BaseVersion = Conflict.CurrentVersion;
            return Page();
        }

        Notice("De collega is toegewezen.");
        return Redirect($"/dossiers/{id}/team");
    }

    private async Task<TrajectTeam> Open(Guid id)
    {
        Identity = await Ask(new GetIdentity(id));
        var team = await Ask(new GetTrajectTeam(id));
        if (!team.MayAssign)
            throw new Forbidden();
        Colleagues = WorkerOptions.All(await Ask(new GetTeamWorkers()));
        return team;
    }
}
