using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Plans;

namespace Pga.Application.Plans;

/// <summary>Adds a goal to the plan; the first one makes the plan. Answers the id of the goal.</summary>
/// <param name="Leefgebied">Of the list of the traject's programme.</param>
/// <param name="ClientWords">As the client says it. One of the two may come later.</param>
[Requires(Permission.EditPlan)]
public sealed record AddGoal(Guid CommandId, Guid TrajectId, string Leefgebied, string? ClientWords, string? ProfessionalWords, DateOnly TargetOn)
    : ICommand, IAboutTraject, IGoalFields;

internal sealed class AddGoalValidator : GoalRules<AddGoal>;

internal sealed class AddGoalHandler(PgaDbContext db, Actor actor, TimeProvider clock, EvaluationTerms terms) : IRequestHandler<AddGoal, Guid>
{
    public async Task<Guid> Handle(AddGoal c, CancellationToken cancellationToken)
    {
        var programme = await db.Trajects.Where(t => t.Id == c.TrajectId).Select(t => t.Programme).SingleAsync(cancellationToken);
        var goal = new Goal(c.CommandId, c.TrajectId, programme, c.Details(), actor.StaffId, clock.UtcNow());
        if (!await db.Plans.AnyAsync(p => p.TrajectId == c.TrajectId, cancellationToken))
            db.Plans.Add(new Plan(Guid.CreateVersion7(), c.TrajectId, actor.StaffId, clock.UtcNow(), terms.Of(programme)));
        db.Goals.Add(goal);
        return goal.Id;
    }
}
