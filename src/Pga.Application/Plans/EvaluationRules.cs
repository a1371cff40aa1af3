using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Plans;

namespace Pga.Application.Plans;

/// <summary>What a worker fills in about an evaluation, the first time and in a correction.</summary>
internal interface IEvaluationFields
{
    Guid TrajectId { get; }

    DateOnly HeldOn { get; }

    string Present { get; }

    IReadOnlyList<GoalJudgement> Judgements { get; }
}

internal abstract class EvaluationRules<T> : AbstractValidator<T>
    where T : IEvaluationFields
{
    protected EvaluationRules()
    {
        RuleFor(e => e.HeldOn).NotEmpty().WithErrorCode("evaluation.date").WithMessage("Kies een datum.");
        RuleFor(e => e.Present).NotEmpty().WithErrorCode("evaluation.present").WithMessage("Geef aan wie erbij was.");
        RuleFor(e => e.Present).MaximumLength(Evaluation.MaxPresent).WithMessage("De lijst met wie erbij was is te lang. Gebruik hoogstens 500 tekens.");
        RuleFor(e => e.Judgements).NotNull().WithErrorCode("evaluation.empty").WithMessage("Zeg bij de doelen hoe het ervoor staat.");
        RuleForEach(e => e.Judgements).ChildRules(j => j.RuleFor(x => x.Remark).MaximumLength(Evaluation.MaxRemark)
            .WithMessage("De toelichting is te lang. Gebruik hoogstens 2.000 tekens."));
    }
}

internal static class EvaluationFields
{
    /// <summary>Goals are of this traject, and those that must be talked about have been. Tells all that is missing at once.</summary>
    public static void Check(this IEvaluationFields e, IReadOnlyList<GoalStanding> goals, Func<GoalStanding, bool> isRequired)
    {
        if (e.Judgements.Any(j => goals.All(g => g.Id != j.GoalId)))
            throw new NotFound();
        var errors = new List<FieldError>();
        foreach (var goal in goals.Where(isRequired))
        {
            var at = e.Judgements.Select((j, i) => (j, i)).FirstOrDefault(x => x.j.GoalId == goal.Id, (null!, -1)).i;
            if (at < 0)
                errors.Add(new FieldError("", $"Zeg ook hoe het met dit doel staat: {goal.Title}.", "evaluation.goal-missing"));
            else if (string.IsNullOrWhiteSpace(e.Judgements[at].Status))
                errors.Add(new FieldError($"Judgements[{at}].Status", $"Kies hoe het met dit doel staat: {goal.Title}.", "evaluation.goal-missing"));
        }

        if (errors.Count > 0)
            throw new Invalid(errors);
    }

    /// <summary>The current version of an evaluation of which somebody has any version.</summary>
    public static async Task<Evaluation> CurrentOf(this IQueryable<Evaluation> evaluations, Guid trajectId, Guid id, CancellationToken ct)
    {
        while (true)
        {
            var evaluation = await evaluations.SingleOrDefaultAsync(e => e.Id == id && e.TrajectId == trajectId, ct) ?? throw new NotFound();
            if (evaluation.SupersededById is not { } next)
                return evaluation;
            id = next;
        }
    }

    /// <summary>Starts the term of the plan again at the latest of the evaluations besides <paramref name="exceptId"/>, and the one that is made.</summary>
    public static async Task Reschedule(this PgaDbContext db, IEvaluationFields e, Guid? exceptId, EvaluationTerms terms, CancellationToken ct)
    {
        var others = await db.Evaluations.Where(o => o.TrajectId == e.TrajectId && o.SupersededById == null && o.Id != exceptId).Select(o => o.HeldOn).ToListAsync(ct);
        RuleBroken.Unless(!others.Contains(e.HeldOn), "evaluation.same-day", "HeldOn", "Van deze dag is er al een evaluatie. Kies een andere datum, of verbeter die evaluatie.");
        var plan = await db.Plans.SingleOrDefaultAsync(p => p.TrajectId == e.TrajectId, ct);
        RuleBroken.Unless(plan is not null, "evaluation.no-plan", "", "Er is nog geen plan van aanpak. Voeg eerst een doel toe.");
        var programme = await db.Trajects.Where(t => t.Id == e.TrajectId).Select(t => t.Programme).SingleAsync(ct);
        plan!.EvaluatedOn(others.Append(e.HeldOn).Max(), terms.Of(programme));
    }
}
