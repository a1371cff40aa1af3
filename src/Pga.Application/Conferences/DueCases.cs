using Microsoft.EntityFrameworkCore;
using Pga.Application.Data;
using Pga.Application.Triage;
using Pga.Domain.Conferences;
using Pga.Domain.Plans;
using Pga.Domain.Trajects;

namespace Pga.Application.Conferences;

/// <summary>A case that is due by itself: its plan must be evaluated, or there is none yet.</summary>
internal sealed class DueCase
{
    /// <summary>An evaluation is due so many days after the conference at the latest.</summary>
    public const int WithinDays = 14;

    public Guid TrajectId { get; init; }

    public Guid ClientId { get; init; }

    public string Programme { get; init; } = "";

    /// <summary>When the plan must be evaluated; null without a plan.</summary>
    public DateOnly? EvaluateOn { get; init; }

    public DateOnly? StartedOn { get; init; }

    public string Reason => EvaluateOn is null ? ConferenceReasons.PlanMissing : ConferenceReasons.EvaluationDue;

    /// <summary>Null for what was accepted and hasn't started.</summary>
    public DateOnly? DueOn => EvaluateOn ?? StartedOn?.AddDays(Plan.WithinDays);
}

internal static class DueCases
{
    public static IQueryable<DueCase> Due(this PgaDbContext db, IQueryable<Traject> trajects, DateOnly heldOn)
    {
        var (evaluation, start) = (heldOn.AddDays(DueCase.WithinDays), heldOn.AddDays(-Plan.WithinDays));
        var accepted = db.CurrentDecisions().Where(d => d.Outcome == TriageOutcomes.Accepted);
        return trajects
            .Where(t => db.Plans.Any(p => p.TrajectId == t.Id && p.NextEvaluationOn <= evaluation)
                || ((t.StartedOn <= start || (t.StartedOn == null && accepted.Any(d => d.TrajectId == t.Id))) && !db.Plans.Any(p => p.TrajectId == t.Id)))
            .Select(t => new DueCase
            {
                TrajectId = t.Id,
                ClientId = t.ClientId,
                Programme = t.Programme,
                EvaluateOn = db.Plans.Where(p => p.TrajectId == t.Id).Select(p => (DateOnly?)p.NextEvaluationOn).FirstOrDefault(),
                StartedOn = t.StartedOn,
            });
    }

    public static async Task<Dictionary<Guid, string>> DueReasons(this PgaDbContext db, IReadOnlyCollection<Guid> trajectIds, DateOnly heldOn, CancellationToken ct) =>
        (await db.Due(db.Trajects.Where(t => EF.Parameter(trajectIds).Contains(t.Id)), heldOn).ToListAsync(ct)).ToDictionary(d => d.TrajectId, d => d.Reason);
}
