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
        var goal = await db.SetGoal(c.CommandId, c.TrajectId, c.Details(), actor.StaffId, clock.UtcNow(), terms, cancellationToken);
        return goal.Id;
    }
}

internal static class NewGoals
{
    /// <summary>Sets a goal; the first one makes the plan.</summary>
    public static async Task<Goal> SetGoal(
        this PgaDbContext db, Guid id, Guid trajectId, GoalDetails details, Guid? byId, DateTime nowUtc, EvaluationTerms terms, CancellationToken ct)
    {
        var programme = await db.Trajects.Where(t => t.Id == trajectId).Select(t => t.Programme).SingleAsync(ct);
        var goal = new Goal(id, trajectId, programme, details, byId, nowUtc);
        if (!await db.Plans.AnyAsync(p => p.TrajectId == trajectId, ct))
            db.Plans.Add(new Plan(Guid.CreateVersion7(), trajectId, byId, nowUtc, terms.Of(programme)));
        db.Goals.Add(goal);
        return goal;
    }
}
