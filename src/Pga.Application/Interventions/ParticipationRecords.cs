using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Interventions;

namespace Pga.Application.Interventions;

/// <summary>A participation of which the actor keeps the attendance and writes the end report.</summary>
internal sealed record Kept
{
    public required Guid Id { get; init; }

    public required Guid TrajectId { get; init; }

    public required Guid InterventionId { get; init; }

    public required Guid? ReferralId { get; init; }

    public required Guid? GroupId { get; init; }

    public required string? FieldCodes { get; init; }
}

/// <summary>What several use cases need of participations.</summary>
internal static class ParticipationRecords
{
    /// <summary>
    /// The open participations that the actor keeps. A partner: those that it accepted, while the grant lasts. Others: those of
    /// trajects they may change, unless a partner with an account keeps them.
    /// </summary>
    public static IQueryable<Kept> Kept(this PgaDbContext db)
    {
        if (db.PartnerOf is not null)
        {
            return
                from r in db.Granted()
                where r.AcceptedAt != null
                join p in db.Participations on r.ParticipationId equals p.Id
                where p.EndedOn == null
                select new Kept { Id = p.Id, TrajectId = p.TrajectId, InterventionId = p.InterventionId, ReferralId = r.Id, GroupId = r.GroupId, FieldCodes = r.FieldCodes };
        }

        var writable = db.Trajects.Where(AccessRule.MayWrite(db)).Where(t => t.OutflowConfirmedAt == null);
        return
            from p in db.Participations
            where p.EndedOn == null && writable.Any(t => t.Id == p.TrajectId)
            from r in db.Referrals.Where(r => r.ParticipationId == p.Id).DefaultIfEmpty()
            where r == null || (r.ClosedAt == null && (r.PartnerId == null
                || (r.AcceptedAt != null && (r.GrantEndedAt != null || r.GrantUntil < db.Today))
                || !db.Staff.Any(s => s.Active && s.PartnerId == r.PartnerId)))
            select new Kept
            {
                Id = p.Id,
                TrajectId = p.TrajectId,
                InterventionId = p.InterventionId,
                ReferralId = r == null ? null : r.Id,
                GroupId = r == null ? null : r.GroupId,
                FieldCodes = r == null ? null : r.FieldCodes,
            };
    }

    /// <summary>Without those who are on the waiting list.</summary>
    public static async Task<List<Kept>> WithPlace(this IQueryable<Kept> kept, PgaDbContext db, CancellationToken ct)
    {
        var all = await kept.ToListAsync(ct);
        var waiting = await WaitingList.Of(db, [.. all.Select(k => k.InterventionId).Distinct()], ct);
        return [.. all.Where(k => waiting.QueueOf(k.ReferralId) == 0)];
    }

    /// <summary>How participants are called: to a partner as was granted, to others by their name.</summary>
    public static async Task<Dictionary<Guid, Participant>> Participants(this PgaDbContext db, IReadOnlyCollection<Kept> rows, CancellationToken ct)
    {
        if (db.PartnerOf is not null)
        {
            var granted = await GrantedPeople.Of(db, [.. rows.Select(r => new Grant(r.ReferralId!.Value, r.TrajectId, r.FieldCodes!.Split('|')))], ct);
            return rows.ToDictionary(r => r.Id, r =>
            {
                var person = granted[r.ReferralId!.Value];
                return new Participant(r.Id, person.Label, person.SafetyAgreement) { Client = person.Client, Traject = person.Traject };
            });
        }

        var trajectIds = rows.Select(r => r.TrajectId).Distinct().ToList();
        var clients = await db.Trajects.Where(t => trajectIds.Contains(t.Id))
            .Join(db.Clients, t => t.ClientId, c => c.Id, (t, c) => new { t.Id, ClientId = c.Id, c.GivenName, c.Prefix, c.FamilyName, c.SafetyAgreement, c.SafetyAgreementUntil })
            .ToDictionaryAsync(c => c.Id, ct);
        return rows.ToDictionary(r => r.Id, r =>
        {
            var c = clients[r.TrajectId];
            return new Participant(r.Id, Client.NameOf(c.GivenName, c.Prefix, c.FamilyName), Client.SafetyHolds(c.SafetyAgreementUntil, db.Today) ? c.SafetyAgreement : null)
            {
                Client = c.ClientId,
                Traject = r.TrajectId,
            };
        });
    }

    /// <summary>Works out start and end of participations again, with what is being saved.</summary>
    /// <param name="session">Of which the attendance is being recorded.</param>
    /// <param name="report">That is being written.</param>
    public static async Task Derive(
        this PgaDbContext db, IReadOnlyCollection<Participation> participations, CancellationToken ct, InterventionSession? session = null, EndReport? report = null)
    {
        var ids = participations.Select(p => p.Id).ToList();
        var changing = session?.Id;
        var stored = await db.Attendances
            .Where(a => ids.Contains(a.ParticipationId) && a.SupersededById == null && a.Code != null && a.SessionId != changing)
            .Join(db.InterventionSessions.Where(s => s.CancelledAt == null), a => a.SessionId, s => s.Id, (a, s) => new { a.ParticipationId, s.On, a.Code })
            .ToListAsync(ct);
        var changed = (session?.Roster ?? []).Where(a => a.SupersededById is null && a.Code is not null).Select(a => new { a.ParticipationId, session!.On, a.Code });
        var sessions = stored.Concat(changed).ToLookup(a => a.ParticipationId, a => new SessionFact(a.On, a.Code!));
        var reports = await db.EndReports.Where(r => ids.Contains(r.ParticipationId) && r.SupersededById == null).ToListAsync(ct);
        var referrals = await db.Referrals.Where(r => ids.Contains(r.ParticipationId)).ToDictionaryAsync(r => r.ParticipationId, ct);
        foreach (var p in participations)
        {
            var referral = referrals.GetValueOrDefault(p.Id);
            p.Derive(new ParticipationFacts(
                referral is not null,
                [.. sessions[p.Id]],
                (report?.ParticipationId == p.Id ? report : reports.SingleOrDefault(r => r.ParticipationId == p.Id))?.Fact,
                DayOf(referral?.DeclinedAt),
                DayOf(referral?.WithdrawnAt)));
        }
    }

    /// <summary>A referral to the actor's organisation, to be changed; history and access log then say whose.</summary>
    public static async Task<Referral> GrantedReferral(this PgaDbContext db, CurrentRequest current, Guid referralId, CancellationToken ct)
    {
        var referral = await db.Granted().SingleOrDefaultAsync(r => r.Id == referralId, ct) ?? throw new NotFound();
        current.TrajectId = referral.TrajectId;
        current.ClientId = await GrantedPeople.ClientOf(db, referral.TrajectId, ct);
        return referral;
    }

    private static DateOnly? DayOf(DateTime? at) => at is { } moment ? Calendar.DateIn(moment) : null;
}

/// <summary>A participant as the actor may know them.</summary>
/// <param name="SafetyAgreement">Only while it holds.</param>
public sealed record Participant(Guid ParticipationId, string Label, string? SafetyAgreement) : IRevealsClient
{
    /// <summary>Only for the access log: in no answer.</summary>
    internal Guid Client { get; init; }

    internal Guid Traject { get; init; }

    Guid IRevealsClient.ClientId => Client;

    Guid? IRevealsClient.TrajectId => Traject;
}
