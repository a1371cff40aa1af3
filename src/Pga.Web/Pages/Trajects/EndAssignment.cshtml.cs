using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Domain.Common;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Trajects;

public sealed class EndAssignmentModel(IMediator mediator, TimeProvider clock) : PgaPage(mediator)
{
    private const string Now = "nu";
    private const string LastDay = "dag";

    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public Guid BaseVersion { get; set; }

        public string? When { get; set; }

        public DateOnly? Until { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public DossierIdentity Identity { get; private set; } = null!;

    public TeamMember Member { get; private set; } = null!;

    public DateOnly Today { get; } = clock.Today();

    public IEnumerable<SelectListItem> Moments =>
        [new SelectListItem("Nu meteen", Now), new SelectListItem("Na een laatste dag", LastDay)];

    public async Task OnGetAsync(Guid id, Guid assignmentId)
    {
        var team = await Open(id, assignmentId);
        Input = new Form { CommandId = Guid.CreateVersion7(), BaseVersion = team.Version, When = Now };
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid assignmentId)
    {
        if (Input.When == LastDay && Input.Until is null && ModelState.IsValid)
            ModelState.AddModelError("Input.Until", "Vul de laatste dag in, of kies ‘Nu meteen’.");
        if (Input.When is not (Now or LastDay))
            ModelState.AddModelError("Input.When", "Kies wanneer de toegang stopt.");
        if (await Do(new EndAssignment(Input.CommandId, id, Input.BaseVersion, assignmentId, Input.When == LastDay ? Input.Until : null)) is null)
        {
            await Open(id, assignmentId);
            if (Conflict is not null)
                Input.BaseVersion = Conflict.CurrentVersion;
            return Page();
        }

        Notice(Input.When == Now ? "De toewijzing is beëindigd. De collega heeft via deze rol geen toegang meer." : "De toewijzing eindigt na de laatste dag.");
        return Redirect($"/dossiers/{id}/team");
    }

    private async Task<TrajectTeam> Open(Guid id, Guid assignmentId)
    {
        Identity = await Ask(new GetIdentity(id));
        var team = await Ask(new GetTrajectTeam(id));
        if (!team.MayAssign)
            throw new Forbidden();
        Member = team.Now.Concat(team.Later).Concat(team.Earlier).SingleOrDefault(m => m.AssignmentId == assignmentId) ?? throw new NotFound();
        return team;
    }
}
