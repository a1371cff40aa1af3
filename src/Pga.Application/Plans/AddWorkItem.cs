using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Plans;

namespace Pga.Application.Plans;

/// <summary>Agrees on an action that helps a goal. Answers the id of the action.</summary>
[Requires(Permission.EditPlan)]
public sealed record AddWorkItem(Guid CommandId, Guid TrajectId, Guid GoalId, string Text, WorkOwner Owner, DateOnly DueOn)
    : ICommand, IAboutTraject, IWorkItemFields;

internal sealed class AddWorkItemValidator : WorkItemRules<AddWorkItem>;

internal sealed class AddWorkItemHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<AddWorkItem, Guid>
{
    public async Task<Guid> Handle(AddWorkItem c, CancellationToken cancellationToken)
    {
        if (!await db.Goals.AnyAsync(g => g.Id == c.GoalId && g.TrajectId == c.TrajectId, cancellationToken))
            throw new NotFound();
        await db.RefuseStranger(c, clock.Today(), cancellationToken);
        var item = new WorkItem(c.CommandId, c.TrajectId, c.GoalId, c.Text, c.Owner, c.DueOn, actor.StaffId, clock.UtcNow());
        db.WorkItems.Add(item);
        return item.Id;
    }
}
