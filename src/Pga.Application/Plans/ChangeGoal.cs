using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;
using Pga.Domain.Plans;

namespace Pga.Application.Plans;

/// <summary>Says a goal better, or fills in the other's words; what it said before is kept. Answers the id of the goal.</summary>
/// <param name="BaseVersion">The version that the worker had before them.</param>
[Requires(Permission.EditPlan)]
public sealed record ChangeGoal(
    Guid CommandId, Guid TrajectId, Guid GoalId, Guid BaseVersion, string Leefgebied, string? ClientWords, string? ProfessionalWords, DateOnly TargetOn)
    : ICommand, IAboutTraject, IGoalFields;

internal sealed class ChangeGoalValidator : GoalRules<ChangeGoal>;

internal sealed class ChangeGoalHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<ChangeGoal, Guid>
{
    public async Task<Guid> Handle(ChangeGoal c, CancellationToken cancellationToken)
    {
        var goal = await db.Goals.SingleOrDefaultAsync(g => g.Id == c.GoalId && g.TrajectId == c.TrajectId, cancellationToken) ?? throw new NotFound();
        if (goal.Version != c.BaseVersion)
            throw new Conflict(goal.Version, [.. Compare(goal, c).Where(v => v.Theirs != v.Yours)]);
        var programme = await db.Trajects.Where(t => t.Id == c.TrajectId).Select(t => t.Programme).SingleAsync(cancellationToken);
        goal.Change(programme, c.Details(), actor.StaffId, clock.UtcNow());
        return goal.Id;
    }

    private static IEnumerable<ConflictingValue> Compare(Goal now, ChangeGoal c)
    {
        yield return new("Leefgebied", "Leefgebied", Leefgebieden.Label(now.Leefgebied), Leefgebieden.Label(c.Leefgebied));
        yield return new("ClientWords", "In de woorden van de cliënt", now.ClientWords, PlanText.Of(c.ClientWords));
        yield return new("ProfessionalWords", "In uw woorden", now.ProfessionalWords, PlanText.Of(c.ProfessionalWords));
        yield return new("TargetOn", "Streefdatum", PlanText.Of(now.TargetOn), PlanText.Of(c.TargetOn));
    }
}
