using MediatR;
using Pga.Application.Access;
using Pga.Application.Staff;
using Pga.Application.Trajects;
using Pga.Domain.Common;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Staff;

/// <summary>For a coordinator the team's caseloads; for everybody what they hand over and when they are away.</summary>
public sealed class TeamModel(IMediator mediator, Actor actor, TimeProvider clock) : PgaPage(mediator)
{
    public TeamOverview? Overview { get; private set; }

    public TransferList Transfers { get; private set; } = null!;

    public AbsenceList Absences { get; private set; } = null!;

    public DateOnly Today { get; } = clock.Today();

    public Guid? Me => actor.StaffId;

    public string OwnRole => RoleOf(actor.Roles);

    /// <summary>The role in which somebody with these roles has most of their cases.</summary>
    public static string RoleOf(IReadOnlyCollection<string> staffRoles) =>
        staffRoles.Contains(StaffRoles.PgaExpert) ? AssignmentRoles.Case
        : staffRoles.Contains(StaffRoles.Rio) ? AssignmentRoles.Rio
        : AssignmentRoles.Process;

    public async Task OnGetAsync()
    {
        Transfers = await Ask(new GetTransfers());
        Absences = await Ask(new GetAbsences());
        if (actor.Can(Permission.ViewTeam))
            Overview = await Ask(new GetTeam());
    }
}
