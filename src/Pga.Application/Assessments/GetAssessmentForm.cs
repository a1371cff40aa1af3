using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Assessments;
using Pga.Domain.Catalogues;
using Pga.Domain.Trajects;

namespace Pga.Application.Assessments;

/// <summary>What the form for an assessment shows: the list of leefgebieden with the last levels, and the assessments there are.</summary>
/// <param name="AssessmentId">Any version of the assessment to correct, or null for a new one.</param>
[Requires(Permission.RecordAssessment)]
public sealed record GetAssessmentForm(Guid TrajectId, Guid? AssessmentId = null) : IQuery<AssessmentForm>, IAboutTraject;

/// <param name="Conditions">Empty unless the programme is <c>rio</c>.</param>
/// <param name="Existing">All current assessments, the latest first.</param>
/// <param name="Assessment">The current version of the one to correct.</param>
public sealed record AssessmentForm(
    IReadOnlyList<FormerLevel> Levels,
    IReadOnlyList<FormerStatus> Conditions,
    IReadOnlyList<KnownAssessment> Existing,
    RecordedAssessment? Assessment);

/// <param name="Level">The latest level before the assessment of this form; null when it was never assessed.</param>
public sealed record FormerLevel(string Leefgebied, string Label, int? Level);

public sealed record FormerStatus(string Condition, string Label, string? Status);

public sealed record KnownAssessment(Guid Id, DateOnly MeasuredOn, string Moment);

public sealed record RecordedAssessment(
    Guid Id,
    Guid Version,
    DateOnly MeasuredOn,
    string Moment,
    IReadOnlyDictionary<string, int> Levels,
    IReadOnlyDictionary<string, string> Conditions);

internal sealed class GetAssessmentFormHandler(PgaDbContext db) : IRequestHandler<GetAssessmentForm, AssessmentForm>
{
    public async Task<AssessmentForm> Handle(GetAssessmentForm q, CancellationToken cancellationToken)
    {
        var programme = await db.Trajects.Where(t => t.Id == q.TrajectId).Select(t => t.Programme).SingleAsync(cancellationToken);
        // Not tracked: after a refused correction the context still holds what was refused.
        var assessment = q.AssessmentId is { } id ? await db.Assessments.AsNoTracking().CurrentOf(q.TrajectId, id, cancellationToken) : null;
        var before = assessment?.MeasuredOn ?? DateOnly.MaxValue;
        var all = await db.Assessments.AsNoTracking()
            .Where(a => a.TrajectId == q.TrajectId && a.SupersededById == null)
            .OrderByDescending(a => a.MeasuredOn).ThenByDescending(a => a.RecordedAt).ThenByDescending(a => a.Id)
            .ToListAsync(cancellationToken);
        var earlier = all.Where(a => a.MeasuredOn < before).ToList();
        var statuses = programme == Programmes.Rio ? await Statuses(q.TrajectId, cancellationToken) : [];
        return new AssessmentForm(
            [
                .. Leefgebieden.Of(programme).All.Select(l => new FormerLevel(
                    l.Key, l.Label, earlier.SelectMany(a => a.Scores).FirstOrDefault(s => s.Leefgebied == l.Key)?.Level)),
            ],
            programme != Programmes.Rio ? [] :
            [
                .. BasicConditions.List.All.Select(c => new FormerStatus(
                    c.Key, c.Label, statuses.Where(m => m.MeasuredOn < before).SelectMany(m => m.Statuses).FirstOrDefault(s => s.Condition == c.Key)?.Status)),
            ],
            [.. all.Select(a => new KnownAssessment(a.Id, a.MeasuredOn, a.Moment))],
            assessment is null ? null : new RecordedAssessment(
                assessment.Id,
                assessment.Version,
                assessment.MeasuredOn,
                assessment.Moment,
                assessment.Scores.ToDictionary(s => s.Leefgebied, s => s.Level),
                statuses.SingleOrDefault(m => m.MeasuredOn == assessment.MeasuredOn && m.Moment == assessment.Moment)?
                    .Statuses.ToDictionary(s => s.Condition, s => s.Status) ?? []));
    }

    private Task<List<ConditionMeasurement>> Statuses(Guid trajectId, CancellationToken ct) =>
        db.ConditionMeasurements.AsNoTracking()
            .Where(m => m.TrajectId == trajectId && m.SupersededById == null)
            .OrderByDescending(m => m.MeasuredOn).ThenByDescending(m => m.RecordedAt).ThenByDescending(m => m.Id)
            .ToListAsync(ct);
}
