using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Assessments;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Application.Assessments;

/// <summary>Replaces an assessment by a better version; the earlier one is kept and no longer counts. Answers the id of the new version.</summary>
/// <param name="AssessmentId">Any version of the assessment; the current one is corrected.</param>
/// <param name="BaseVersion">The version that the worker had before them.</param>
[Requires(Permission.RecordAssessment)]
public sealed record CorrectAssessment(
    Guid CommandId,
    Guid TrajectId,
    Guid AssessmentId,
    Guid BaseVersion,
    DateOnly MeasuredOn,
    string Moment,
    IReadOnlyDictionary<string, int> Levels,
    string Reason,
    IReadOnlyDictionary<string, string>? Conditions = null) : ICommand, IAboutTraject, IAssessmentFields;

internal sealed class CorrectAssessmentValidator : AssessmentRules<CorrectAssessment>
{
    public CorrectAssessmentValidator()
    {
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("assessment.reason").WithMessage("Schrijf op waarom u deze meting verbetert.");
        RuleFor(c => c.Reason).MaximumLength(Traject.MaxText).WithMessage("De reden is te lang. Gebruik hoogstens 2.000 tekens.");
    }
}

internal sealed class CorrectAssessmentHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<CorrectAssessment, Guid>
{
    public async Task<Guid> Handle(CorrectAssessment c, CancellationToken cancellationToken)
    {
        var current = await db.Assessments.CurrentOf(c.TrajectId, c.AssessmentId, cancellationToken);
        var currentConditions = await db.ConditionMeasurements.CurrentOn(c.TrajectId, current.MeasuredOn, current.Moment, cancellationToken);
        if (current.Version != c.BaseVersion)
            throw new Conflict(current.Version, [.. Compare(current, currentConditions, c).Where(v => v.Theirs != v.Yours)]);
        var (assessment, conditions) = await c.Make(db, actor.StaffId, clock.UtcNow(), cancellationToken);
        AssessmentFields.RefuseSecond(await IsMeasuredBesides(current.Id, currentConditions?.Id, c, cancellationToken), c);
        current.SupersedeBy(assessment, c.Reason.Trim());
        db.Add(assessment);
        if (conditions is not null)
        {
            currentConditions?.SupersedeBy(conditions, c.Reason.Trim());
            db.Add(conditions);
        }

        return assessment.Id;
    }

    private async Task<bool> IsMeasuredBesides(Guid assessmentId, Guid? conditionsId, CorrectAssessment c, CancellationToken ct) =>
        await db.Assessments.AnyAsync(
            a => a.Id != assessmentId && a.TrajectId == c.TrajectId && a.MeasuredOn == c.MeasuredOn && a.Moment == c.Moment && a.SupersededById == null, ct)
        || (c.Conditions is { Count: > 0 } && await db.ConditionMeasurements.AnyAsync(
            m => m.Id != conditionsId && m.TrajectId == c.TrajectId && m.MeasuredOn == c.MeasuredOn && m.Moment == c.Moment && m.SupersededById == null, ct));

    private static IEnumerable<ConflictingValue> Compare(Assessment now, ConditionMeasurement? conditions, CorrectAssessment c)
    {
        yield return new("MeasuredOn", "Datum", Text(now.MeasuredOn), Text(c.MeasuredOn));
        yield return new("Moment", "Soort meting", Moments.List.Label(now.Moment), Moments.List.Label(c.Moment));
        var levels = now.Scores.ToDictionary(s => s.Leefgebied, s => s.Level);
        foreach (var key in levels.Keys.Union(c.Levels.Keys))
            yield return new($"Levels[{key}]", Leefgebieden.Label(key), Level(levels, key), Level(c.Levels, key));
        var statuses = conditions?.Statuses.ToDictionary(s => s.Condition, s => s.Status) ?? [];
        foreach (var key in statuses.Keys.Union(c.Conditions?.Keys ?? []))
            yield return new($"Conditions[{key}]", BasicConditions.List.Label(key), Status(statuses, key), Status(c.Conditions, key));
    }

    private static string Text(DateOnly date) => date.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    private static string Level(IReadOnlyDictionary<string, int> levels, string key) =>
        levels.TryGetValue(key, out var level) ? level.ToString(CultureInfo.InvariantCulture) : "niet beoordeeld";

    private static string? Status(IReadOnlyDictionary<string, string>? statuses, string key) =>
        statuses is not null && statuses.TryGetValue(key, out var status) ? BasicConditions.Statuses.Label(status) : null;
}
