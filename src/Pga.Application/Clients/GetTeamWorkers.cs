using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Staff;

namespace Pga.Application.Clients;

/// <summary>Colleagues of the actor's team to whom a traject can be given, by the role they can have on it.</summary>
[Requires(Permission.ReferClient)]
public sealed record GetTeamWorkers : IQuery<TeamWorkers>;

public sealed record TeamWorkers(IReadOnlyList<TeamWorker> Experts, IReadOnlyList<TeamWorker> Rios, IReadOnlyList<TeamWorker> Process);

public sealed record TeamWorker(Guid Id, string Name);

internal sealed class GetTeamWorkersHandler(PgaDbContext db, Actor actor) : IRequestHandler<GetTeamWorkers, TeamWorkers>
{
    public async Task<TeamWorkers> Handle(GetTeamWorkers q, CancellationToken cancellationToken)
    {
        var team = await db.Staff.Where(s => s.Active && (s.Id == actor.StaffId || (actor.Team != null && s.Team == actor.Team)))
            .OrderBy(s => s.Name).ThenBy(s => s.Email).ToListAsync(cancellationToken);
        return new TeamWorkers(With(StaffRoles.PgaExpert), With(StaffRoles.Rio), With(StaffRoles.PgaExpert, StaffRoles.Coordinator));

        IReadOnlyList<TeamWorker> With(params string[] roles) =>
            [.. team.Where(s => s.Roles.Intersect(roles).Any()).Select(s => new TeamWorker(s.Id, s.Name))];
    }
}
