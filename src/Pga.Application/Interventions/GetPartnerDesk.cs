using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Interventions;

/// <summary>The start page of a partner: what to answer, who takes part, the sessions of this week and what is still to be filled in.</summary>
[Requires(Permission.AnswerReferral)]
public sealed record GetPartnerDesk(int Page = 1) : IQuery<PartnerDesk>;

/// <param name="Organisation">Null for an account that belongs to no partner of the catalogue.</param>
/// <param name="ToAnswer">With a place, the first referred first; no more than <see cref="Most"/>.</param>
/// <param name="Waiting">Without a place yet, and so without a person; no more than <see cref="Most"/>.</param>
/// <param name="ReportsDue">Whose end report is due, soonest first; no more than <see cref="Most"/>.</param>
/// <param name="Participants">Who was accepted, a page of them.</param>
/// <param name="Sessions">From today to six days from now.</param>
/// <param name="ToFill">Sessions that have been, with attendance to fill in; no more than <see cref="Most"/>.</param>
public sealed record PartnerDesk(
    string? Organisation,
    IReadOnlyList<DeskReferral> ToAnswer,
    int AllToAnswer,
    IReadOnlyList<DeskWaiting> Waiting,
    int AllWaiting,
    IReadOnlyList<DeskReferral> ReportsDue,
    IReadOnlyList<DeskReferral> Participants,
    int AllParticipants,
    int Page,
    int Pages,
    IReadOnlyList<SessionLine> Sessions,
    IReadOnlyList<SessionLine> ToFill) : IRevealsClients
{
    public const int Most = 25;

    /// <summary>An end report is due so many days before the partner may no longer look.</summary>
    public const int ReportDueDays = 14;

    IEnumerable<IRevealsClient> IRevealsClients.Revealed => [.. ToAnswer.Concat(ReportsDue).Concat(Participants).Select(r => r.Person)];
}

/// <param name="Person">What was granted.</param>
/// <param name="GrantUntil">Last day on which the partner may look; the end report has to be there by then.</param>
public sealed record DeskReferral(
    Guid Id, Guid ParticipationId, string Intervention, string? Group, Participant Person, DateOnly ReferredOn, DateOnly? StartedOn, DateOnly GrantUntil);

/// <param name="Queue">Place on the waiting list, from 1.</param>
public sealed record DeskWaiting(Guid Id, string Intervention, string? Group, DateOnly Since, int Queue);

internal sealed class GetPartnerDeskHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<GetPartnerDesk, PartnerDesk>
{
    private sealed record Row(Kept Kept, string Intervention, string? Group, DateOnly ReferredOn, DateOnly? StartedOn, DateOnly GrantUntil, bool Accepted, DateTime MadeAt, DateOnly? GroupUntil);

    public async Task<PartnerDesk> Handle(GetPartnerDesk q, CancellationToken cancellationToken)
    {
        var ct = cancellationToken;
        var today = clock.Today();
        var rows = await Rows(ct);
        var waiting = await WaitingList.Of(db, [.. rows.Select(r => r.Kept.InterventionId).Distinct()], ct);
        var open = rows.Where(r => !r.Accepted).OrderBy(r => r.MadeAt).ThenBy(r => r.Kept.ReferralId).ToLookup(r => waiting.QueueOf(r.Kept.ReferralId) > 0);
        var accepted = rows.Where(r => r.Accepted).OrderBy(r => r.StartedOn ?? r.ReferredOn).ThenBy(r => r.MadeAt).ThenBy(r => r.Kept.Id).ToList();
        var due = accepted.Where(r => r.GrantUntil <= today.AddDays(PartnerDesk.ReportDueDays) || r.GroupUntil < today).OrderBy(r => r.GrantUntil).Take(PartnerDesk.Most).ToList();
        var pages = Math.Max(1, (accepted.Count + PartnerDesk.Most - 1) / PartnerDesk.Most);
        var page = Math.Clamp(q.Page, 1, pages);
        var shown = accepted.Skip((page - 1) * PartnerDesk.Most).Take(PartnerDesk.Most).ToList();
        var toAnswer = open[false].Take(PartnerDesk.Most).ToList();
        var people = await db.Participants([.. toAnswer.Concat(due).Concat(shown).Select(r => r.Kept).DistinctBy(k => k.Id)], ct);

        var nowUtc = clock.UtcNow();
        var lastDay = today.AddDays(6);
        var sessions = db.OwnSessions().Where(s => s.CancelledAt == null && s.PartnerId != null);
        var coming = sessions.Where(s => s.On >= today && s.On <= lastDay).OrderBy(s => s.StartsAt).ThenBy(s => s.Id).Take(PartnerDesk.Most);
        var toFill = sessions.Where(s => s.StartsAt <= nowUtc && s.Roster.Any(a => a.SupersededById == null && a.Code == null))
            .OrderByDescending(s => s.StartsAt).ThenByDescending(s => s.Id).Take(PartnerDesk.Most);
        return new PartnerDesk(
            await db.Partners.Where(p => p.Id == db.PartnerOf).Select(p => p.Name).FirstOrDefaultAsync(ct),
            [.. toAnswer.Select(Show)],
            open[false].Count(),
            [.. open[true].Select(r => new DeskWaiting(r.Kept.ReferralId!.Value, r.Intervention, r.Group, r.ReferredOn, waiting.QueueOf(r.Kept.ReferralId))).Take(PartnerDesk.Most)],
            open[true].Count(),
            [.. due.Select(Show)],
            [.. shown.Select(Show)],
            accepted.Count, page, pages,
            db.PartnerOf is null ? [] : await SessionLines.Of(db, coming, nowUtc, ct),
            db.PartnerOf is null ? [] : await SessionLines.Of(db, toFill, nowUtc, ct));

        DeskReferral Show(Row r) => new(r.Kept.ReferralId!.Value, r.Kept.Id, r.Intervention, r.Group, people[r.Kept.Id], r.ReferredOn, r.StartedOn, r.GrantUntil);
    }

    private async Task<List<Row>> Rows(CancellationToken ct)
    {
        var rows = await db.Granted()
            .Join(db.Participations, r => r.ParticipationId, p => p.Id, (r, p) => new
            {
                r.Id,
                r.ParticipationId,
                r.TrajectId,
                r.InterventionId,
                r.GroupId,
                r.FieldCodes,
                r.GrantUntil,
                Accepted = r.AcceptedAt != null,
                r.MadeAt,
                p.ReferredOn,
                p.StartedOn,
            })
            .ToListAsync(ct);
        var interventionIds = rows.Select(r => r.InterventionId).Distinct().ToList();
        var interventions = await db.Interventions.Where(i => interventionIds.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.Name, ct);
        var groupIds = rows.Select(r => r.GroupId).OfType<Guid>().Distinct().ToList();
        var groups = await db.InterventionGroups.Where(g => groupIds.Contains(g.Id)).Select(g => new { g.Id, g.Name, g.Until }).ToDictionaryAsync(g => g.Id, ct);
        return
        [
            .. rows.Select(r =>
            {
                var group = r.GroupId is { } id ? groups.GetValueOrDefault(id) : null;
                return new Row(
                    new Kept { Id = r.ParticipationId, TrajectId = r.TrajectId, InterventionId = r.InterventionId, ReferralId = r.Id, GroupId = r.GroupId, FieldCodes = r.FieldCodes },
                    interventions[r.InterventionId], group?.Name, r.ReferredOn, r.StartedOn, r.GrantUntil!.Value, r.Accepted, r.MadeAt, group?.Until);
            }),
        ];
    }
}
