using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Plans;

/// <summary>Takes back that an action was done or lapsed. Answers the id of the action.</summary>
[Requires(Permission.EditPlan)]
public sealed record ReopenWorkItem(Guid CommandId, Guid TrajectId, Guid WorkItemId, Guid BaseVersion) : ICommand, IAboutTraject;

internal sealed class ReopenWorkItemHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<ReopenWorkItem, Guid>
{
    public async Task<Guid> Handle(ReopenWorkItem c, CancellationToken cancellationToken)
    {
        var item = await db.WorkItemOf(c.TrajectId, c.WorkItemId, cancellationToken);
        if (item.Version != c.BaseVersion)
            throw new Conflict(item.Version, [new("", "Stand", WorkItems.Standing(item.Outcome, item.ClosedOn), WorkItems.Standing(null, null))]);
        item.Reopen(actor.StaffId, clock.UtcNow());
        return item.Id;
    }
}
