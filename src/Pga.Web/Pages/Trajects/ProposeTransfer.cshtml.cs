using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Access;
using Pga.Application.Clients;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Domain.Common;
using Pga.Domain.Trajects;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Trajects;

public sealed class ProposeTransferModel(IMediator mediator, Actor actor, TimeProvider clock) : PgaPage(mediator)
{
    private const string TeamPrefix = "team:";

    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public string? Role { get; set; }

        /// <summary>Id of a colleague, or a team behind <see cref="TeamPrefix"/>.</summary>
        public string? To { get; set; }

        public DateOnly? StartsOn { get; set; }

        public string? Note { get; set; }
    }

    private TrajectTeam _team = null!;

    [BindProperty]
    public Form Input { get; set; } = new();

    public DossierIdentity Identity { get; private set; } = null!;

    /// <summary>Roles that somebody has; an own case only in the own role.</summary>
    public IEnumerable<SelectListItem> Roles => _team.Now
        .Where(m => AssignmentRoles.IsSingle(m.Role) && (actor.Can(Permission.AssignWorkers) || m.StaffId == actor.StaffId))
        .Select(m => new SelectListItem($"{AssignmentRoles.List.Label(m.Role)} van {m.Name}", m.Role));

    public IReadOnlyList<SelectListItem> Receivers { get; private set; } = [];

    public async Task OnGetAsync(Guid id)
    {
        await Open(id);
        Input = new Form { CommandId = Guid.CreateVersion7(), StartsOn = clock.Today(), Role = Roles.LastOrDefault()?.Value };
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        await Open(id);
        var team = Input.To?.StartsWith(TeamPrefix, StringComparison.Ordinal) == true ? Input.To[TeamPrefix.Length..] : null;
        Guid[] to = team is null && Guid.TryParse(Input.To, out var colleague) ? [colleague] : [];
        var from = _team.Now.LastOrDefault(m => m.Role == Input.Role)?.StaffId;
        var command = new ProposeTransfer(Input.CommandId, Input.Role ?? "", from, [id], false, to, team, Input.StartsOn, Input.Note);
        if (await Do(command) is not { } made)
        {
            FieldNames.Move(ModelState, "Input.ToStaffIds", "Input.To");
            FieldNames.Move(ModelState, "Input.ToTeam", "Input.To");
            FieldNames.Move(ModelState, "Input.TrajectIds", "");
            FieldNames.Move(ModelState, "Input.FromStaffId", "");
            return Page();
        }

        Notice("De overdracht is voorgesteld. De ontvanger moet hem nog aannemen.");
        return Redirect($"/overdrachten/{made}");
    }

    private async Task Open(Guid id)
    {
        Identity = await Ask(new GetIdentity(id));
        _team = await Ask(new GetTrajectTeam(id));
        if (!_team.MayTransfer)
            throw new Forbidden();
        var colleagues = new SelectListGroup { Name = "Collega’s" };
        var teams = new SelectListGroup { Name = "Een ander team (het hele traject)" };
        var options = WorkerOptions.All(await Ask(new GetTeamWorkers())).Select(o => new SelectListItem(o.Text, o.Value) { Group = colleagues });
        if (actor.Can(Permission.AssignWorkers))
            options = options.Concat((await Ask(new GetOtherTeams())).Select(t => new SelectListItem(t, TeamPrefix + t) { Group = teams }));
        Receivers = [.. options];
    }
}
