using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Assessments;
using Pga.Domain.Common;

namespace Pga.Application.Assessments;

/// <summary>Records the levels of a day; on a <c>rio</c> traject the basisvoorwaarden too. Answers the id of the assessment.</summary>
/// <param name="Moment">One of <see cref="Moments"/>.</param>
/// <param name="Levels">A leefgebied that wasn't assessed is left out.</param>
/// <param name="Conditions">Status by basisvoorwaarde; one that wasn't discussed is left out.</param>
[Requires(Permission.RecordAssessment)]
public sealed record RecordAssessment(
    Guid CommandId,
    Guid TrajectId,
    DateOnly MeasuredOn,
    string Moment,
    IReadOnlyDictionary<string, int> Levels,
    IReadOnlyDictionary<string, string>? Conditions = null) : ICommand, IAboutTraject, IAssessmentFields;

internal sealed class RecordAssessmentValidator : AssessmentRules<RecordAssessment>;

internal sealed class RecordAssessmentHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<RecordAssessment, Guid>
{
    public async Task<Guid> Handle(RecordAssessment c, CancellationToken cancellationToken)
    {
        var (assessment, conditions) = await c.Make(db, actor.StaffId, clock.UtcNow(), cancellationToken);
        AssessmentFields.RefuseSecond(await IsMeasured(c, conditions is not null, cancellationToken), c);
        db.Add(assessment);
        if (conditions is not null)
            db.Add(conditions);
        return assessment.Id;
    }

    private async Task<bool> IsMeasured(RecordAssessment c, bool conditionsToo, CancellationToken ct) =>
        await db.Assessments.AnyAsync(
            a => a.TrajectId == c.TrajectId && a.MeasuredOn == c.MeasuredOn && a.Moment == c.Moment && a.SupersededById == null, ct)
        || (conditionsToo && await db.ConditionMeasurements.AnyAsync(
            m => m.TrajectId == c.TrajectId && m.MeasuredOn == c.MeasuredOn && m.Moment == c.Moment && m.SupersededById == null, ct));
}
