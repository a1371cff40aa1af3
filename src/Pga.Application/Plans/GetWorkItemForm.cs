using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Catalogues;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Plans;

namespace Pga.Application.Plans;

/// <summary>What the form for an action shows: the goal it helps and who can do it.</summary>
/// <param name="GoalId">For a new action.</param>
/// <param name="WorkItemId">For one that is there.</param>
[Requires(Permission.EditPlan)]
public sealed record GetWorkItemForm(Guid TrajectId, Guid? GoalId = null, Guid? WorkItemId = null) : IQuery<WorkItemForm>, IAboutTraject;

/// <param name="Goal">In a few words.</param>
/// <param name="Colleagues">Who work on the traject.</param>
/// <param name="Relatives">On file with the client.</param>
/// <param name="Partners">Organisations of the catalogue that can be chosen today, and the one that was.</param>
public sealed record WorkItemForm(
    string Goal, IReadOnlyList<OwnerChoice> Colleagues, IReadOnlyList<OwnerChoice> Relatives, IReadOnlyList<OwnerChoice> Partners, RecordedWorkItem? Item);

public sealed record OwnerChoice(Guid Id, string Name);

/// <param name="OwnerName">Also of somebody who can't be chosen any more.</param>
/// <param name="Outcome">One of <see cref="WorkOutcomes"/>; null while it is open.</param>
public sealed record RecordedWorkItem(
    Guid Id, Guid Version, string Text, WorkOwner Owner, string OwnerName, DateOnly DueOn, DateOnly? ClosedOn, string? Outcome, string? Reason);

internal sealed class GetWorkItemFormHandler(PgaDbContext db, CurrentRequest current, TimeProvider clock) : IRequestHandler<GetWorkItemForm, WorkItemForm>
{
    public async Task<WorkItemForm> Handle(GetWorkItemForm q, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var (goalId, item) = q.WorkItemId is { } id ? await Item(q.TrajectId, id, cancellationToken) : (q.GoalId, null);
        var goal = await db.Goals.Where(g => g.Id == goalId && g.TrajectId == q.TrajectId)
            .Select(g => new { g.Leefgebied, g.ClientWords, g.ProfessionalWords })
            .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
        var colleagues = await db.Assignments
            .Where(a => a.TrajectId == q.TrajectId && a.From <= today && (a.Until == null || a.Until >= today))
            .Join(db.Staff, a => a.StaffId, s => s.Id, (a, s) => new { s.Id, s.Name })
            .Distinct().OrderBy(s => s.Name).ThenBy(s => s.Id)
            .ToListAsync(cancellationToken);
        var clientId = current.ClientId!.Value;
        var relatives = await db.Relations.Where(r => r.ClientId == clientId)
            .OrderBy(r => r.Name).ThenBy(r => r.Id).Select(r => new { r.Id, r.Name, r.Kind }).ToListAsync(cancellationToken);
        var valid = db.Partners.ValidOn(today).Select(p => p.Id);
        var chosen = item?.Owner.PartnerId;
        var partners = await db.Partners.Where(p => p.Id == chosen || valid.Contains(p.Id)).OrderBy(p => p.Order).ThenBy(p => p.Name).Select(p => new OwnerChoice(p.Id, p.Name)).ToListAsync(cancellationToken);
        return new WorkItemForm(
            GoalTitles.Of(goal.Leefgebied, goal.ClientWords, goal.ProfessionalWords),
            [.. colleagues.Select(c => new OwnerChoice(c.Id, c.Name))],
            [.. relatives.Select(r => new OwnerChoice(r.Id, OwnerNames.Relative(r.Name, r.Kind)))],
            partners,
            item);
    }

    private async Task<(Guid? GoalId, RecordedWorkItem Item)> Item(Guid trajectId, Guid id, CancellationToken ct)
    {
        // Not tracked: after a refused change the context still holds what was refused.
        var w = await db.WorkItems.AsNoTracking().Where(w => w.Id == id && w.TrajectId == trajectId).SingleOrDefaultAsync(ct) ?? throw new NotFound();
        var names = await OwnerNames.Of(db, [w.Owner], ct);
        return (w.GoalId, new RecordedWorkItem(w.Id, w.Version, w.Text, w.Owner, names.Of(w.Owner), w.DueOn, w.ClosedOn, w.Outcome, w.Reason));
    }
}
