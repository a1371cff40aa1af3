using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Assessments;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Application.Assessments;

/// <summary>What a worker fills in about an assessment, the first time and in a correction.</summary>
internal interface IAssessmentFields
{
    Guid CommandId { get; }

    Guid TrajectId { get; }

    DateOnly MeasuredOn { get; }

    string Moment { get; }

    IReadOnlyDictionary<string, int> Levels { get; }

    IReadOnlyDictionary<string, string>? Conditions { get; }
}

internal abstract class AssessmentRules<T> : AbstractValidator<T>
    where T : IAssessmentFields
{
    protected AssessmentRules()
    {
        RuleFor(c => c.MeasuredOn).NotEmpty().WithErrorCode("assessment.date").WithMessage("Kies een datum.");
        RuleFor(c => c.Moment).NotEmpty().WithErrorCode("assessment.unknown-moment").WithMessage("Kies start-, tussen- of eindmeting.");
        RuleFor(c => c.Levels).NotNull().WithErrorCode("assessment.empty").WithMessage("Geef minstens één leefgebied een score.");
    }
}

internal static class AssessmentFields
{
    /// <summary>Makes the assessment and, where they were given, the statuses of the basisvoorwaarden.</summary>
    public static async Task<(Assessment Assessment, ConditionMeasurement? Conditions)> Make(
        this IAssessmentFields c, PgaDbContext db, Guid? byId, DateTime nowUtc, CancellationToken ct)
    {
        var programme = await db.Trajects.Where(t => t.Id == c.TrajectId).Select(t => t.Programme).SingleAsync(ct);
        RuleBroken.Unless(c.Conditions is not { Count: > 0 } || programme == Programmes.Rio,
            "assessment.conditions-rio-only", "Conditions", "Basisvoorwaarden horen alleen bij een RIO-traject.");
        return (
            new Assessment(c.CommandId, c.TrajectId, programme, c.MeasuredOn, c.Moment, c.Levels, byId, nowUtc),
            c.Conditions is { Count: > 0 } given ? new ConditionMeasurement(Guid.CreateVersion7(), c.TrajectId, c.MeasuredOn, c.Moment, given, byId, nowUtc) : null);
    }

    /// <summary>One current score per traject, day and moment.</summary>
    public static void RefuseSecond(bool isThere, IAssessmentFields c) =>
        RuleBroken.Unless(!isThere, "assessment.second-current", "MeasuredOn", string.Create(
            CultureInfo.InvariantCulture,
            $"Van {c.MeasuredOn:dd-MM-yyyy} is er al een {Moments.List.Label(c.Moment).ToLowerInvariant()}. Verbeter die meting, of kies een andere datum of een ander soort meting."));

    /// <summary>The current version of an assessment of which somebody has any version.</summary>
    public static async Task<Assessment> CurrentOf(this IQueryable<Assessment> assessments, Guid trajectId, Guid id, CancellationToken ct)
    {
        while (true)
        {
            var assessment = await assessments.SingleOrDefaultAsync(a => a.Id == id && a.TrajectId == trajectId, ct) ?? throw new NotFound();
            if (assessment.SupersededById is not { } next)
                return assessment;
            id = next;
        }
    }

    /// <summary>The current statuses that were given together with an assessment.</summary>
    public static Task<ConditionMeasurement?> CurrentOn(this IQueryable<ConditionMeasurement> conditions, Guid trajectId, DateOnly on, string moment, CancellationToken ct) =>
        conditions.SingleOrDefaultAsync(m => m.TrajectId == trajectId && m.MeasuredOn == on && m.Moment == moment && m.SupersededById == null, ct);
}
