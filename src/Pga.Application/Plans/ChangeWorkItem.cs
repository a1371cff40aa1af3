using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Plans;

namespace Pga.Application.Plans;

/// <summary>Changes what an open action says; what it said before is kept. Answers the id of the action.</summary>
/// <param name="BaseVersion">The version that the worker had before them.</param>
[Requires(Permission.EditPlan)]
public sealed record ChangeWorkItem(Guid CommandId, Guid TrajectId, Guid WorkItemId, Guid BaseVersion, string Text, WorkOwner Owner, DateOnly DueOn)
    : ICommand, IAboutTraject, IWorkItemFields;

internal sealed class ChangeWorkItemValidator : WorkItemRules<ChangeWorkItem>;

internal sealed class ChangeWorkItemHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<ChangeWorkItem, Guid>
{
    public async Task<Guid> Handle(ChangeWorkItem c, CancellationToken cancellationToken)
    {
        var item = await db.WorkItemOf(c.TrajectId, c.WorkItemId, cancellationToken);
        if (item.Version != c.BaseVersion)
        {
            var names = await OwnerNames.Of(db, [item.Owner, c.Owner], cancellationToken);
            throw new Conflict(item.Version, [.. Compare(item, c, names).Where(v => v.Theirs != v.Yours)]);
        }

        // Who has left the traject keeps what they had, until it is given to another.
        if (c.Owner != item.Owner)
            await db.RefuseStranger(c, clock.Today(), cancellationToken);
        item.Change(c.Text, c.Owner, c.DueOn, actor.StaffId, clock.UtcNow());
        return item.Id;
    }

    private static IEnumerable<ConflictingValue> Compare(WorkItem now, ChangeWorkItem c, OwnerNames names)
    {
        yield return new("Text", "Actie", now.Text, PlanText.Of(c.Text));
        yield return new("Owner", "Wie doet dit?", names.Of(now.Owner), names.Of(c.Owner));
        yield return new("DueOn", "Klaar op", PlanText.Of(now.DueOn), PlanText.Of(c.DueOn));
        yield return new("", "Stand", WorkItems.Standing(now.Outcome, now.ClosedOn), WorkItems.Standing(null, null));
    }
}

internal static class WorkItems
{
    public static async Task<WorkItem> WorkItemOf(this PgaDbContext db, Guid trajectId, Guid id, CancellationToken ct) =>
        await db.WorkItems.SingleOrDefaultAsync(w => w.Id == id && w.TrajectId == trajectId, ct) ?? throw new NotFound();

    public static string Standing(string? outcome, DateOnly? closedOn) =>
        closedOn is { } on ? $"{WorkOutcomes.List.Label(outcome!)} op {PlanText.Of(on)}" : "Open";
}
