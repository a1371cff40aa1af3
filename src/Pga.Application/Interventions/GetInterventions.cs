using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Interventions;

namespace Pga.Application.Interventions;

/// <summary>The part of a dossier about interventions: every participation with its referral, attendance and end report.</summary>
[Requires(Permission.ViewDossier)]
public sealed record GetInterventions(Guid TrajectId) : IQuery<DossierInterventions>, IAboutTraject;

/// <param name="Participations">Open ones first, then the latest.</param>
/// <param name="MayRefer">The actor may refer to another now.</param>
/// <param name="MayChange">The actor may change what is here.</param>
public sealed record DossierInterventions(IReadOnlyList<ParticipationCard> Participations, bool MayRefer, bool MayChange);

/// <param name="Provider">The partner that gives it; null when the team does.</param>
/// <param name="State">One of <see cref="ParticipationStates"/>.</param>
/// <param name="Queue">Place on the waiting list, from 1; 0 for who has a place.</param>
/// <param name="Referral">Null for one that came with an import.</param>
/// <param name="IsKept">The actor keeps attendance and writes the end report.</param>
public sealed record ParticipationCard(
    Guid Id,
    Guid InterventionId,
    string Intervention,
    string? Group,
    string? Provider,
    string State,
    int Queue,
    DateOnly ReferredOn,
    DateOnly? StartedOn,
    DateOnly? EndedOn,
    ReferralCard? Referral,
    IReadOnlyList<CardSession> Sessions,
    CardReport? Report,
    bool IsKept);

/// <param name="Version">The base version of the commands.</param>
/// <param name="Fields">Labels of what is granted; empty when the team does it itself.</param>
/// <param name="IsGranted">The partner may look today.</param>
public sealed record ReferralCard(
    Guid Id,
    Guid Version,
    IReadOnlyList<string> Fields,
    string? Purpose,
    string? Goal,
    bool IsGranted,
    DateOnly? GrantUntil,
    DateOnly? GrantEndedOn,
    string? MadeBy,
    DateOnly? AcceptedOn,
    bool IsOpen,
    string? CloseReason);

/// <param name="Attendance">One of <see cref="AttendanceCodes.List"/>; null until it is known.</param>
public sealed record CardSession(Guid SessionId, DateOnly On, TimeOnly Time, string? Attendance, string? Note);

/// <param name="Reached">One of <see cref="GoalCodes.List"/>.</param>
/// <param name="Attended">At how many of the sessions the client was, elsewhere included.</param>
public sealed record CardReport(DateOnly LastDay, string Reached, string Text, string? Advice, string? By, DateOnly WrittenOn, int Held, int Attended, bool IsCorrected);

internal sealed class GetInterventionsHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<GetInterventions, DossierInterventions>
{
    public async Task<DossierInterventions> Handle(GetInterventions q, CancellationToken cancellationToken)
    {
        var ct = cancellationToken;
        var today = clock.Today();
        var traject = await db.Trajects.Where(t => t.Id == q.TrajectId)
            .Select(t => new { Open = t.StartedOn != null && t.OutflowConfirmedAt == null, NotProposed = t.OutflowProposedAt == null }).SingleAsync(ct);
        var mayWrite = await db.Trajects.Where(t => t.Id == q.TrajectId).AnyAsync(AccessRule.MayWrite(db), ct);
        var participations = await db.Participations.Where(p => p.TrajectId == q.TrajectId)
            .Join(db.Interventions, p => p.InterventionId, i => i.Id, (p, i) => new { p, i.Name, i.ProviderId })
            .Select(x => new { x.p.Id, x.p.InterventionId, x.Name, x.ProviderId, x.p.ReferredOn, x.p.StartedOn, x.p.EndedOn, x.p.Result })
            .ToListAsync(ct);
        var referrals = await db.Referrals.AsNoTracking().Where(r => r.TrajectId == q.TrajectId).ToDictionaryAsync(r => r.ParticipationId, ct);
        var sessions = (await db.Attendances.Where(a => a.TrajectId == q.TrajectId && a.SupersededById == null)
            .Join(db.InterventionSessions.Where(s => s.CancelledAt == null), a => a.SessionId, s => s.Id, (a, s) => new { a.ParticipationId, s.Id, s.StartsAt, a.Code, a.Note })
            .OrderBy(s => s.StartsAt).ThenBy(s => s.Id).ToListAsync(ct))
            .ToLookup(s => s.ParticipationId, s => new CardSession(s.Id, Calendar.DateIn(s.StartsAt), TimeOnly.FromDateTime(Calendar.LocalTime(s.StartsAt)), s.Code, s.Note));
        var reports = (await db.EndReports.AsNoTracking().Where(r => r.TrajectId == q.TrajectId && r.SupersededById == null).ToListAsync(ct)).ToDictionary(r => r.ParticipationId);
        var names = await Names(referrals.Values, reports.Values, participations.Select(p => p.ProviderId), ct);
        var withAccount = await db.Staff.Where(s => s.Active && s.PartnerId != null).Select(s => s.PartnerId!.Value).Distinct().ToListAsync(ct);
        var waiting = await WaitingList.Of(db, [.. referrals.Values.Where(r => r.ClosedAt is null).Select(r => r.InterventionId).Distinct()], ct);
        var kept = mayWrite && actor.Can(Permission.HoldSession) ? (await db.Kept().Where(k => k.TrajectId == q.TrajectId).WithPlace(db, ct)).Select(k => k.Id).ToHashSet() : [];

        var cards = participations.OrderBy(p => p.EndedOn is not null).ThenByDescending(p => p.EndedOn ?? p.StartedOn ?? p.ReferredOn).ThenBy(p => p.Id).Select(p =>
        {
            var r = referrals.GetValueOrDefault(p.Id);
            var report = reports.GetValueOrDefault(p.Id);
            var queue = waiting.QueueOf(r?.Id);
            var byPartner = r?.PartnerId is { } partner && withAccount.Contains(partner);
            var granted = r?.IsGranted(today) ?? false;
            return new ParticipationCard(
                p.Id, p.InterventionId, p.Name,
                r?.GroupId is { } group ? names.GetValueOrDefault(group) : null,
                (r is null ? p.ProviderId : r.PartnerId) is { } provider ? names.GetValueOrDefault(provider) : null,
                ParticipationStates.Of(p.StartedOn, p.EndedOn, p.Result, r is { ClosedAt: not null }, queue, byPartner, r is null || r.AcceptedAt is not null, granted),
                queue, p.ReferredOn, p.StartedOn, p.EndedOn,
                r is null ? null : Card(r, granted, names),
                [.. sessions[p.Id]],
                report is null ? null : Card(report, [.. sessions[p.Id]], names),
                kept.Contains(p.Id));
        });
        return new DossierInterventions([.. cards], mayWrite && traject is { Open: true, NotProposed: true } && actor.Can(Permission.ReferIntervention), mayWrite && traject.Open && actor.Can(Permission.ReferIntervention));
    }

    private static ReferralCard Card(Referral r, bool granted, Dictionary<Guid, string> names) => new(
        r.Id, r.Version, [.. r.Fields.Select(GrantFields.Label)], r.Purpose, r.Goal, granted, r.GrantUntil,
        r.GrantEndedAt is { } ended ? Calendar.DateIn(ended) : null, names.GetValueOrDefault(r.MadeById),
        r.AcceptedAt is { } accepted ? Calendar.DateIn(accepted) : null, r.ClosedAt is null, r.CloseReason);

    private static CardReport Card(EndReport r, IReadOnlyList<CardSession> sessions, Dictionary<Guid, string> names)
    {
        var until = sessions.Where(s => s.Attendance is not null && s.On <= r.LastDay).ToList();
        return new CardReport(
            r.LastDay, r.Reached, r.Text, r.Advice, names.GetValueOrDefault(r.WrittenById), Calendar.DateIn(r.WrittenAt),
            until.Count + r.HeldElsewhere, until.Count(s => AttendanceCodes.WasThere(s.Attendance)) + r.AttendedElsewhere, r.CorrectionReason is not null);
    }

    /// <summary>Of staff, partners and groups, by id.</summary>
    private async Task<Dictionary<Guid, string>> Names(IReadOnlyCollection<Referral> referrals, IReadOnlyCollection<EndReport> reports, IEnumerable<Guid?> providers, CancellationToken ct)
    {
        var staff = referrals.Select(r => r.MadeById).Concat(reports.Select(r => r.WrittenById)).Distinct().ToList();
        var partners = referrals.Select(r => r.PartnerId).Concat(providers).OfType<Guid>().Distinct().ToList();
        var groups = referrals.Select(r => r.GroupId).OfType<Guid>().Distinct().ToList();
        var names = await db.Staff.Where(s => staff.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        foreach (var p in await db.Partners.Where(p => partners.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(ct))
            names[p.Id] = p.Name;
        foreach (var g in await db.InterventionGroups.Where(g => groups.Contains(g.Id)).Select(g => new { g.Id, g.Name }).ToListAsync(ct))
            names[g.Id] = g.Name;
        return names;
    }
}
