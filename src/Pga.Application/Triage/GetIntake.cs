using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.DataSharings;
using Pga.Domain.Trajects;

namespace Pga.Application.Triage;

/// <summary>How a traject came in, what the triage decided, and what this actor may do about it.</summary>
[Requires(Permission.ViewDossier)]
public sealed record GetIntake(Guid TrajectId) : IQuery<Intake>, IAboutTraject;

/// <param name="Version">Base version for the commands.</param>
/// <param name="Informed">One of <see cref="Traject.InformedCodes"/>.</param>
/// <param name="AanmeldingNumber">When a partner sent it; then the answer stands on the partner's own page.</param>
/// <param name="Decisions">The current one first, then those it replaced.</param>
/// <param name="ScaledUpSince">The record of a scale-up without an end.</param>
public sealed record Intake(
    Guid Version,
    DateOnly ReferredOn,
    string? ReferredBy,
    string? Ground,
    string? Purpose,
    string? Informed,
    string? InformedNote,
    DateOnly? InformedReviewOn,
    DateOnly? TriageOn,
    DateOnly? StartedOn,
    string? AanmeldingNumber,
    IReadOnlyList<IntakeDecision> Decisions,
    IntakeScaleUp? ScaledUpSince,
    bool MayDecide,
    bool MayStart,
    bool MayScaleUp,
    bool MayReviewInformed)
{
    public IntakeDecision? Current => Decisions.Count > 0 && Decisions[0].IsCurrent ? Decisions[0] : null;

    /// <summary>It is time to look again at whether the person can be informed.</summary>
    public bool IsReviewDue(DateOnly today) => Informed != "yes" && InformedReviewOn <= today;
}

/// <param name="Outcome">One of <see cref="TriageOutcomes"/>.</param>
public sealed record IntakeDecision(
    Guid Id,
    bool IsCurrent,
    string Outcome,
    IReadOnlyList<string> Criteria,
    string Motivation,
    string Deciders,
    DateOnly DecidedOn,
    string? Organisation,
    string FeedbackVia,
    string? Feedback,
    string? CorrectionReason,
    string? RecordedBy);

public sealed record IntakeScaleUp(Guid SharingId, DateOnly From);

internal sealed class GetIntakeHandler(PgaDbContext db, Actor actor) : IRequestHandler<GetIntake, Intake>
{
    public async Task<Intake> Handle(GetIntake q, CancellationToken cancellationToken)
    {
        var ct = cancellationToken;
        var writable = db.Trajects.Where(AccessRule.MayWrite(db));
        var t = await db.Trajects.Where(t => t.Id == q.TrajectId)
            .Select(t => new
            {
                t.Version,
                t.ReferredOn,
                t.ReferredBy,
                t.Ground,
                t.Purpose,
                t.Informed,
                t.InformedNote,
                t.InformedReviewOn,
                t.TriageOn,
                t.StartedOn,
                IsEnded = t.OutflowConfirmedAt != null,
                MayWrite = writable.Any(w => w.Id == t.Id),
                Aanmelding = db.Aanmeldingen.Where(a => a.TrajectId == t.Id).Select(a => a.Number).FirstOrDefault(),
                ScaleUp = db.DataSharings.Where(s => s.TrajectId == t.Id && s.Kind == SharingKinds.ScaleUp && s.Until == null)
                    .OrderByDescending(s => s.SharedOn).ThenByDescending(s => s.Id)
                    .Select(s => new IntakeScaleUp(s.Id, s.SharedOn)).FirstOrDefault(),
            })
            .SingleAsync(ct);
        var decisions = await db.TriageDecisions.AsNoTracking().Where(d => d.TrajectId == q.TrajectId)
            .OrderBy(d => d.SupersededById != null).ThenByDescending(d => d.RecordedAt).ThenByDescending(d => d.Id)
            .Select(d => new { Decision = d, By = db.Staff.Where(s => s.Id == d.RecordedById).Select(s => s.Name).FirstOrDefault() })
            .ToListAsync(ct);
        var current = decisions.Find(d => d.Decision.SupersededById is null)?.Decision.Outcome;
        var decides = t.MayWrite && !t.IsEnded && actor.Can(Permission.DecideTriage);
        var isOver = t.IsEnded || (t.StartedOn is null && current is not null and not TriageOutcomes.Accepted);
        return new Intake(
            t.Version, t.ReferredOn, t.ReferredBy, t.Ground, t.Purpose, t.Informed, t.InformedNote, t.InformedReviewOn, t.TriageOn, t.StartedOn, t.Aanmelding,
            [.. decisions.Select(d => Describe(d.Decision, d.By))],
            t.ScaleUp,
            MayDecide: decides && (t.StartedOn is null || current is not null),
            MayStart: decides && t.StartedOn is null && current == TriageOutcomes.Accepted,
            MayScaleUp: decides && t.StartedOn is not null,
            MayReviewInformed: t.MayWrite && !isOver && actor.Can(Permission.ReferClient));
    }

    private static IntakeDecision Describe(TriageDecision d, string? by) => new(
        d.Id, d.SupersededById is null, d.Outcome, d.Criteria, d.Motivation, d.Deciders, d.DecidedOn, d.Organisation, d.FeedbackVia, d.Feedback, d.CorrectionReason, by);
}
