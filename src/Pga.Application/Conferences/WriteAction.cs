using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Plans;
using Pga.Domain.Common;
using Pga.Domain.Plans;

namespace Pga.Application.Conferences;

/// <summary>
/// Agrees on an action while a case is discussed. It goes into the plan van aanpak, under a goal that is there or a new one;
/// the first goal makes the plan. Answers the id of the action.
/// </summary>
/// <param name="GoalId">A goal of the plan; null for a new one.</param>
/// <param name="Leefgebied">Of a new goal.</param>
/// <param name="Goal">A new goal, in the words of the professional.</param>
[Requires(Permission.HoldConference)]
public sealed record WriteAction(
    Guid CommandId, Guid TrajectId, Guid CaseId, string Text, WorkOwner Owner, DateOnly DueOn, Guid? GoalId, string? Leefgebied = null, string? Goal = null)
    : ICommand, IAboutTraject, IWorkItemFields;

internal sealed class WriteActionValidator : WorkItemRules<WriteAction>
{
    public WriteActionValidator()
    {
        When(c => c.GoalId is null, () =>
        {
            RuleFor(c => c.Leefgebied).NotEmpty().WithErrorCode("goal.unknown-leefgebied").WithMessage("Kies een doel van het plan, of een leefgebied voor een nieuw doel.");
            RuleFor(c => c.Goal).Must(g => !string.IsNullOrWhiteSpace(g)).WithErrorCode("goal.words").WithMessage("Schrijf in een paar woorden op wat het nieuwe doel is.");
            RuleFor(c => c.Goal).MaximumLength(Domain.Plans.Goal.MaxWords).WithMessage("Het doel is te lang. Gebruik hoogstens 1.000 tekens.");
        });
    }
}

internal sealed class WriteActionHandler(PgaDbContext db, Actor actor, TimeProvider clock, EvaluationTerms terms) : IRequestHandler<WriteAction, Guid>
{
    public async Task<Guid> Handle(WriteAction c, CancellationToken cancellationToken)
    {
        var (_, its) = await db.ToDiscuss(c.TrajectId, c.CaseId, cancellationToken);
        its.CheckOpen();
        await db.RefuseStranger(c, clock.Today(), cancellationToken);
        var goalId = c.GoalId ?? await NewGoal(c, cancellationToken);
        if (c.GoalId is not null && !await db.Goals.AnyAsync(g => g.Id == goalId && g.TrajectId == c.TrajectId, cancellationToken))
            throw new NotFound();
        var item = new WorkItem(c.CommandId, c.TrajectId, goalId, c.Text, c.Owner, c.DueOn, actor.StaffId, clock.UtcNow(), its.Id);
        db.WorkItems.Add(item);
        return item.Id;
    }

    private async Task<Guid> NewGoal(WriteAction c, CancellationToken ct)
    {
        var programme = await db.Trajects.Where(t => t.Id == c.TrajectId).Select(t => t.Programme).SingleAsync(ct);
        // Until the plan is looked at again, or as long as the action takes.
        var term = clock.Today().AddMonths(terms.Of(programme));
        var goal = await db.SetGoal(Guid.CreateVersion7(), c.TrajectId, new GoalDetails(c.Leefgebied!, null, c.Goal, c.DueOn > term ? c.DueOn : term), actor.StaffId, clock.UtcNow(), terms, ct);
        return goal.Id;
    }
}
