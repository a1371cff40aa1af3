using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Staff;

namespace Pga.Application.Trajects;

/// <summary>Teams, other than the actor's, that have a coordinator who can accept a case.</summary>
[Requires(Permission.AssignWorkers)]
public sealed record GetOtherTeams : IQuery<IReadOnlyList<string>>;

internal sealed class GetOtherTeamsHandler(PgaDbContext db, Actor actor) : IRequestHandler<GetOtherTeams, IReadOnlyList<string>>
{
    public async Task<IReadOnlyList<string>> Handle(GetOtherTeams q, CancellationToken cancellationToken)
    {
        var staff = await db.Staff.Where(s => s.Active && s.Team != null && s.Team != actor.Team).ToListAsync(cancellationToken);
        return [.. staff.Where(s => s.Roles.Contains(StaffRoles.Coordinator)).Select(s => s.Team!).Distinct().Order(StringComparer.Ordinal)];
    }
}
