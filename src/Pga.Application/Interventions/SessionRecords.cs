using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Interventions;

namespace Pga.Application.Interventions;

/// <summary>Finding sessions for the queries and commands about them.</summary>
internal static class SessionRecords
{
    /// <summary>
    /// The sessions that the actor works with. A partner: those of the organisation. Others: those of the team that they planned,
    /// or that a client of theirs is on the roster of.
    /// </summary>
    public static IQueryable<InterventionSession> OwnSessions(this PgaDbContext db)
    {
        if (db.PartnerOf is not null)
            return db.InterventionSessions.Where(s => s.PartnerId == db.PartnerOf);
        var writable = db.Trajects.Where(AccessRule.MayWrite(db));
        return db.InterventionSessions.Where(s => s.PartnerId == null
            && (s.MadeById == db.ActorId || s.Roster.Any(a => a.SupersededById == null && writable.Any(t => t.Id == a.TrajectId))));
    }

    /// <summary>The sessions of somebody's list: the organisation's, or those they planned themselves.</summary>
    public static IQueryable<InterventionSession> ListedSessions(this PgaDbContext db) => db.PartnerOf is not null
        ? db.InterventionSessions.Where(s => s.PartnerId == db.PartnerOf)
        : db.InterventionSessions.Where(s => s.PartnerId == null && s.MadeById == db.ActorId);

    /// <summary>
    /// Who is on the roster and may be recorded by the actor: a partner's accepted participants while the grant lasts, else
    /// clients of trajects that the actor may change, also when they have finished.
    /// </summary>
    public static IQueryable<Kept> Recordable(this PgaDbContext db, Guid sessionId)
    {
        var roster = db.Attendances.Where(a => a.SessionId == sessionId && a.SupersededById == null);
        if (db.PartnerOf is not null)
            return db.Kept().Where(k => roster.Any(a => a.ParticipationId == k.Id));
        var writable = db.Trajects.Where(AccessRule.MayWrite(db)).Where(t => t.OutflowConfirmedAt == null);
        return
            from p in db.Participations
            where roster.Any(a => a.ParticipationId == p.Id) && writable.Any(t => t.Id == p.TrajectId)
            select new Kept { Id = p.Id, TrajectId = p.TrajectId, InterventionId = p.InterventionId, ReferralId = null, GroupId = null, FieldCodes = null };
    }

    /// <summary>Participants to plan a session with. One that the actor doesn't keep is as if it isn't there.</summary>
    public static async Task<List<Participation>> ToInvite(this PgaDbContext db, Guid interventionId, IReadOnlyCollection<Guid> participants, CancellationToken ct)
    {
        var kept = (await db.Kept().Where(k => k.InterventionId == interventionId && participants.Contains(k.Id)).WithPlace(db, ct)).Select(k => k.Id).ToHashSet();
        if (participants.Any(p => !kept.Contains(p)))
            throw new NotFound();
        return await db.Participations.Where(p => participants.Contains(p.Id)).ToListAsync(ct);
    }

    public static DateTime StartOf(DateOnly date, TimeOnly time)
    {
        RuleBroken.Unless(Calendar.TryToUtc(date.ToDateTime(time), out var utc), "session.no-such-time", "Time", "Deze tijd bestaat niet: die nacht gaat de klok een uur vooruit. Kies een andere tijd.");
        return utc;
    }
}
