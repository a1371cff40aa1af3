using Microsoft.EntityFrameworkCore;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Interventions;

namespace Pga.Application.Interventions;

/// <summary>Finding a referral of a traject for a command.</summary>
internal static class ReferralChanges
{
    public static async Task<Referral> ReferralOf(this PgaDbContext db, Guid trajectId, Guid referralId, Guid baseVersion, CancellationToken ct)
    {
        var referral = await db.Referrals.SingleOrDefaultAsync(r => r.Id == referralId && r.TrajectId == trajectId, ct) ?? throw new NotFound();
        Check(referral, baseVersion);
        return referral;
    }

    /// <summary>For commands without values of their own: says what has happened to it meanwhile.</summary>
    public static void Check(Referral now, Guid baseVersion)
    {
        if (now.Version == baseVersion)
            return;
        var what = now switch
        {
            { DeclinedAt: not null } => "Afgewezen door de partner",
            { WithdrawnAt: not null } => "Ingetrokken",
            { ClosedAt: not null } => "Afgesloten",
            { AcceptedAt: not null } => "Aangenomen door de partner",
            _ => "Gewijzigd",
        };
        throw new Conflict(now.Version, [new("", "Verwijzing", what, null)]);
    }

    /// <summary>Takes whoever stops off the rosters of the sessions to come.</summary>
    public static async Task LeaveComingSessions(this PgaDbContext db, Guid participationId, DateTime after, CancellationToken ct)
    {
        var sessions = await db.InterventionSessions.Include(s => s.Roster)
            .Where(s => s.StartsAt > after && s.CancelledAt == null && s.Roster.Any(a => a.ParticipationId == participationId && a.SupersededById == null))
            .ToListAsync(ct);
        foreach (var session in sessions)
            session.Remove(participationId);
    }
}
