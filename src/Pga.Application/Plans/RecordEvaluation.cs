using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Plans;

namespace Pga.Application.Plans;

/// <summary>
/// Records how each goal stands. Every goal that was open and there on that day is talked about; a closed one may be.
/// The next evaluation follows from the date. Answers the id of the evaluation.
/// </summary>
/// <param name="Present">Who was there, in words.</param>
[Requires(Permission.EditPlan)]
public sealed record RecordEvaluation(Guid CommandId, Guid TrajectId, DateOnly HeldOn, string Present, IReadOnlyList<GoalJudgement> Judgements)
    : ICommand, IAboutTraject, IEvaluationFields;

internal sealed class RecordEvaluationValidator : EvaluationRules<RecordEvaluation>;

internal sealed class RecordEvaluationHandler(PgaDbContext db, Actor actor, TimeProvider clock, EvaluationTerms terms) : IRequestHandler<RecordEvaluation, Guid>
{
    public async Task<Guid> Handle(RecordEvaluation c, CancellationToken cancellationToken)
    {
        var goals = await GoalStanding.Of(db, c.TrajectId, cancellationToken);
        c.Check(goals, g => g.IsOpen && g.SetOn <= c.HeldOn);
        await db.Reschedule(c, null, terms, cancellationToken);
        var evaluation = new Evaluation(c.CommandId, c.TrajectId, c.HeldOn, c.Present, c.Judgements, actor.StaffId, clock.UtcNow());
        db.Evaluations.Add(evaluation);
        return evaluation.Id;
    }
}
