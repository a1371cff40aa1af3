using FluentValidation;
using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Plans;
using Pga.Domain.Trajects;

namespace Pga.Application.Plans;

/// <summary>Replaces an evaluation by a better version; the earlier one is kept. Answers the id of the new version.</summary>
/// <param name="EvaluationId">Any version of the evaluation; the current one is corrected.</param>
/// <param name="BaseVersion">The version that the worker had before them.</param>
[Requires(Permission.EditPlan)]
public sealed record CorrectEvaluation(
    Guid CommandId, Guid TrajectId, Guid EvaluationId, Guid BaseVersion, DateOnly HeldOn, string Present, IReadOnlyList<GoalJudgement> Judgements, string Reason)
    : ICommand, IAboutTraject, IEvaluationFields;

internal sealed class CorrectEvaluationValidator : EvaluationRules<CorrectEvaluation>
{
    public CorrectEvaluationValidator()
    {
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("evaluation.reason").WithMessage("Schrijf op waarom u deze evaluatie verbetert.");
        RuleFor(c => c.Reason).MaximumLength(Traject.MaxText).WithMessage("De reden is te lang. Gebruik hoogstens 2.000 tekens.");
    }
}

internal sealed class CorrectEvaluationHandler(PgaDbContext db, Actor actor, TimeProvider clock, EvaluationTerms terms) : IRequestHandler<CorrectEvaluation, Guid>
{
    public async Task<Guid> Handle(CorrectEvaluation c, CancellationToken cancellationToken)
    {
        var current = await db.Evaluations.CurrentOf(c.TrajectId, c.EvaluationId, cancellationToken);
        var goals = await GoalStanding.Of(db, c.TrajectId, cancellationToken);
        if (current.Version != c.BaseVersion)
            throw new Conflict(current.Version, [.. Compare(current, c, goals).Where(v => v.Theirs != v.Yours)]);
        // What was said of a goal isn't dropped by leaving it out.
        c.Check(goals, g => current.Judgements.Any(j => j.GoalId == g.Id));
        await db.Reschedule(c, current.Id, terms, cancellationToken);
        var correction = new Evaluation(c.CommandId, c.TrajectId, c.HeldOn, c.Present, c.Judgements, actor.StaffId, clock.UtcNow());
        current.SupersedeBy(correction, c.Reason);
        db.Evaluations.Add(correction);
        return correction.Id;
    }

    private static IEnumerable<ConflictingValue> Compare(Evaluation now, CorrectEvaluation c, IReadOnlyList<GoalStanding> goals)
    {
        yield return new("HeldOn", "Datum", PlanText.Of(now.HeldOn), PlanText.Of(c.HeldOn));
        yield return new("Present", "Wie was erbij?", now.Present, PlanText.Of(c.Present));
        foreach (var goal in goals)
        {
            var theirs = now.Judgements.FirstOrDefault(j => j.GoalId == goal.Id);
            var at = c.Judgements.Select((j, i) => (j, i)).FirstOrDefault(x => x.j.GoalId == goal.Id, (null!, -1)).i;
            yield return new($"Judgements[{at}].Status", goal.Title, Said(theirs?.Status, theirs?.Remark), at < 0 ? null : Said(c.Judgements[at].Status, c.Judgements[at].Remark));
        }
    }

    private static string? Said(string? status, string? remark) =>
        string.IsNullOrWhiteSpace(status) ? null : GoalStatuses.List.Label(status) + (PlanText.Of(remark) is { } text ? $": {text}" : "");
}
