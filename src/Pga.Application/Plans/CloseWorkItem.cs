using FluentValidation;
using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Plans;

namespace Pga.Application.Plans;

/// <summary>Says that an action was done, or that it lapses and why. Answers the id of the action.</summary>
/// <param name="BaseVersion">The version that the worker had before them.</param>
/// <param name="Outcome">One of <see cref="WorkOutcomes"/>.</param>
/// <param name="On">The day it was done or lapsed.</param>
[Requires(Permission.EditPlan)]
public sealed record CloseWorkItem(Guid CommandId, Guid TrajectId, Guid WorkItemId, Guid BaseVersion, string Outcome, DateOnly On, string? Reason = null)
    : ICommand, IAboutTraject;

internal sealed class CloseWorkItemValidator : AbstractValidator<CloseWorkItem>
{
    public CloseWorkItemValidator()
    {
        RuleFor(c => c.On).NotEmpty().WithErrorCode("action.closed-on").WithMessage("Kies een datum.");
        RuleFor(c => c.Reason).MaximumLength(WorkItem.MaxReason).WithMessage("De reden is te lang. Gebruik hoogstens 500 tekens.");
    }
}

internal sealed class CloseWorkItemHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<CloseWorkItem, Guid>
{
    public async Task<Guid> Handle(CloseWorkItem c, CancellationToken cancellationToken)
    {
        var item = await db.WorkItemOf(c.TrajectId, c.WorkItemId, cancellationToken);
        if (item.Version != c.BaseVersion)
        {
            var names = await OwnerNames.Of(db, [item.Owner], cancellationToken);
            var theirs = $"{WorkItems.Standing(item.Outcome, item.ClosedOn)}: {item.Text} ({names.Of(item.Owner)}, klaar op {PlanText.Of(item.DueOn)})";
            throw new Conflict(item.Version, [new("Outcome", "Stand van de actie", theirs, WorkItems.Standing(c.Outcome, c.On))]);
        }

        item.Close(c.Outcome, c.On, c.Reason, actor.StaffId, clock.UtcNow());
        return item.Id;
    }
}
