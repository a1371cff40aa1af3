using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Catalogues;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Interventions;

/// <summary>The groups that the actor makes, with how many places are free; and the interventions that can have some more.</summary>
[Requires(Permission.HoldSession)]
public sealed record GetGroups : IQuery<GroupList>;

public sealed record GroupList(IReadOnlyList<GroupLine> Groups, IReadOnlyList<GroupedIntervention> Interventions);

/// <param name="Places">Of each group.</param>
public sealed record GroupedIntervention(Guid Id, string Name, int Places);

/// <param name="Version">The base version of an edit.</param>
/// <param name="Ended">Nobody is referred to it any more.</param>
public sealed record GroupLine(Guid Id, Guid Version, string Intervention, string Name, DateOnly? Until, bool Ended, int Places, int Free, int Waiting);

internal sealed class GetGroupsHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<GetGroups, GroupList>
{
    public async Task<GroupList> Handle(GetGroups q, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var interventions = await db.Grouped().OrderBy(i => i.Order).ThenBy(i => i.Name).Select(i => new GroupedIntervention(i.Id, i.Name, i.Places!.Value)).ToListAsync(cancellationToken);
        var ids = interventions.Select(i => i.Id).ToList();
        var groups = await db.InterventionGroups.Where(g => ids.Contains(g.InterventionId))
            .OrderBy(g => g.Name).Select(g => new { g.Id, g.Version, g.InterventionId, g.Name, g.Until }).ToListAsync(cancellationToken);
        var waiting = await WaitingList.Of(db, ids, cancellationToken);
        return new GroupList(
            [
                .. from i in interventions
                   from g in groups.Where(g => g.InterventionId == i.Id).OrderBy(g => g.Until < today)
                   select new GroupLine(g.Id, g.Version, i.Name, g.Name, g.Until, g.Until < today, i.Places, waiting.Free(i.Id, g.Id) ?? 0, waiting.Waiting(i.Id, g.Id)),
            ],
            await db.Grouped().ValidOn(today).OrderBy(i => i.Order).ThenBy(i => i.Name).Select(i => new GroupedIntervention(i.Id, i.Name, i.Places!.Value)).ToListAsync(cancellationToken));
    }
}
