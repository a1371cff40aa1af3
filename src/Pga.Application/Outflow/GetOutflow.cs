using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Interventions;
using Pga.Application.Pipeline;
using Pga.Application.Plans;
using Pga.Domain.Assessments;
using Pga.Domain.Common;
using Pga.Domain.Interventions;
using Pga.Domain.Outflow;

namespace Pga.Application.Outflow;

/// <summary>How far a traject is on its way out: what is still needed, the proposal, and what this actor may do.</summary>
[Requires(Permission.ViewDossier)]
public sealed record GetOutflow(Guid TrajectId) : IQuery<OutflowView>, IAboutTraject;

/// <param name="Version">Base version for the commands.</param>
/// <param name="LatestEndAssessment">Day of the latest current end assessment.</param>
/// <param name="EndAssessmentHolds">It isn't older than the rule allows.</param>
/// <param name="HasPlan">Without one there are no goals to evaluate.</param>
/// <param name="Proposal">Also when it has been confirmed.</param>
public sealed record OutflowView(
    Guid Version,
    DateOnly? StartedOn,
    DateOnly? LatestEndAssessment,
    bool EndAssessmentHolds,
    IReadOnlyList<OpenParticipation> OpenParticipations,
    bool HasPlan,
    IReadOnlyList<UnevaluatedGoal> UnevaluatedGoals,
    OutflowProposal? Proposal,
    bool MayPropose,
    bool MayConfirm);

/// <param name="Title">In a few words.</param>
/// <param name="JudgedOn">Day of the last evaluation that spoke of it.</param>
public sealed record UnevaluatedGoal(Guid Id, string Title, DateOnly? JudgedOn);

/// <param name="State">One of <see cref="ParticipationStates"/>: a referral that waits or isn't answered is open too.</param>
/// <param name="IsKept">The actor writes its end report; otherwise it is the partner's, or to be withdrawn.</param>
public sealed record OpenParticipation(Guid Id, string Intervention, DateOnly Since, string State, bool IsKept)
{
    /// <summary>For people: "IPTA-coach (wacht op antwoord)".</summary>
    public string InWords => State is ParticipationStates.Running or ParticipationStates.Accepted ? Intervention : $"{Intervention} ({ParticipationStates.List.Label(State).ToLowerInvariant()})";
}

/// <param name="Reason">One of <see cref="EndReasons.List"/>.</param>
/// <param name="ProposedOn">Amsterdam.</param>
/// <param name="IsOwn">The actor's own proposal, which another must confirm.</param>
/// <param name="ConfirmedOn">Null until a second person has confirmed.</param>
public sealed record OutflowProposal(
    DateOnly EndedOn,
    string Reason,
    string? Note,
    string? ProposedBy,
    DateOnly ProposedOn,
    bool IsOwn,
    string? ConfirmedBy,
    DateOnly? ConfirmedOn);

internal sealed class GetOutflowHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<GetOutflow, OutflowView>
{
    public async Task<OutflowView> Handle(GetOutflow q, CancellationToken cancellationToken)
    {
        var traject = await db.Trajects.Where(t => t.Id == q.TrajectId)
            .Select(t => new
            {
                t.Version,
                t.StartedOn,
                t.EndedOn,
                t.EndReason,
                t.EndNote,
                t.OutflowProposedById,
                t.OutflowProposedAt,
                t.OutflowConfirmedAt,
                ProposedBy = db.Staff.Where(s => s.Id == t.OutflowProposedById).Select(s => s.Name).FirstOrDefault(),
                ConfirmedBy = db.Staff.Where(s => s.Id == t.OutflowConfirmedById).Select(s => s.Name).FirstOrDefault(),
            })
            .SingleAsync(cancellationToken);
        var mayWrite = await db.Trajects.Where(t => t.Id == q.TrajectId).AnyAsync(AccessRule.MayWrite(db), cancellationToken);
        var latestEnd = await db.LatestEndAssessment(q.TrajectId, cancellationToken);
        var isOwn = traject.OutflowProposedById is not null && traject.OutflowProposedById == actor.StaffId;
        var proposal = traject is { EndedOn: { } endedOn, EndReason: { } reason, OutflowProposedAt: { } proposedAt }
            ? new OutflowProposal(
                endedOn, reason, traject.EndNote, traject.ProposedBy, Calendar.DateIn(proposedAt), isOwn,
                traject.ConfirmedBy, traject.OutflowConfirmedAt is { } confirmed ? Calendar.DateIn(confirmed) : null)
            : null;
        var isEnded = traject.OutflowConfirmedAt is not null;
        return new OutflowView(
            traject.Version,
            traject.StartedOn,
            latestEnd,
            latestEnd is { } measured && clock.Today().DayNumber - measured.DayNumber <= OutflowFacts.EndAssessmentMaxDays,
            await db.OpenParticipations(q.TrajectId, cancellationToken),
            await db.Plans.AnyAsync(p => p.TrajectId == q.TrajectId, cancellationToken),
            await db.UnevaluatedGoals(q.TrajectId, clock.Today(), cancellationToken),
            proposal,
            mayWrite && !isEnded && actor.Can(Permission.ProposeOutflow),
            mayWrite && !isEnded && !isOwn && actor.Can(Permission.ConfirmOutflow));
    }
}

internal static class OutflowRecords
{
    public static Task<DateOnly?> LatestEndAssessment(this PgaDbContext db, Guid trajectId, CancellationToken ct) =>
        db.Assessments
            .Where(a => a.TrajectId == trajectId && a.Moment == Moments.End && a.SupersededById == null)
            .MaxAsync(a => (DateOnly?)a.MeasuredOn, ct);

    /// <summary>Open goals that no evaluation of the last days spoke of.</summary>
    public static async Task<IReadOnlyList<UnevaluatedGoal>> UnevaluatedGoals(this PgaDbContext db, Guid trajectId, DateOnly today, CancellationToken ct)
    {
        var goals = await GoalStanding.Of(db, trajectId, ct);
        return
        [
            .. goals.Where(g => g.IsOpen && (g.JudgedOn is not { } judged || today.DayNumber - judged.DayNumber > OutflowFacts.EvaluationMaxDays))
                .Select(g => new UnevaluatedGoal(g.Id, g.Title, g.JudgedOn)),
        ];
    }

    /// <summary>Interventions that were referred to or started and haven't ended.</summary>
    public static async Task<IReadOnlyList<OpenParticipation>> OpenParticipations(this PgaDbContext db, Guid trajectId, CancellationToken ct)
    {
        var today = db.Today;
        var open = await db.Participations.Where(p => p.TrajectId == trajectId && p.EndedOn == null)
            .Join(db.Interventions, p => p.InterventionId, i => i.Id, (p, i) => new { p.Id, p.InterventionId, i.Order, i.Name, p.StartedOn, Since = p.StartedOn ?? p.ReferredOn })
            .OrderBy(p => p.Order).ThenBy(p => p.Since).ThenBy(p => p.Id)
            .ToListAsync(ct);
        if (open.Count == 0)
            return [];
        var referrals = await db.Referrals.AsNoTracking().Where(r => r.TrajectId == trajectId && r.ClosedAt == null)
            .Select(r => new { Referral = r, ByPartner = r.PartnerId != null && db.Staff.Any(s => s.Active && s.PartnerId == r.PartnerId) })
            .ToDictionaryAsync(r => r.Referral.ParticipationId, ct);
        var waiting = await WaitingList.Of(db, [.. referrals.Values.Select(r => r.Referral.InterventionId).Distinct()], ct);
        var kept = await db.Kept().Where(k => k.TrajectId == trajectId).Select(k => k.Id).ToListAsync(ct);
        return
        [
            .. open.Select(p =>
            {
                var r = referrals.GetValueOrDefault(p.Id);
                var queue = waiting.QueueOf(r?.Referral.Id);
                var state = ParticipationStates.Of(
                    p.StartedOn, null, null, closed: false, queue, r is { ByPartner: true }, r is null || r.Referral.AcceptedAt is not null, r?.Referral.IsGranted(today) ?? false);
                return new OpenParticipation(p.Id, p.Name, p.Since, state, queue == 0 && kept.Contains(p.Id));
            }),
        ];
    }
}
