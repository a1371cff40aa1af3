using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Domain.DataSharings;
using Pga.Domain.Interventions;

namespace Pga.Application.Interventions;

/// <summary>A grant is a verstrekking: recorded when it is made or extended, and ended when the partner may no longer look.</summary>
[SeesAll("A partner's answer ends a sharing of data that the partner doesn't see.")]
internal static class ReferralSharing
{
    public static async Task Share(this PgaDbContext db, Referral referral, Guid byId, CancellationToken ct)
    {
        if (referral is not { PartnerId: { } partnerId, Purpose: { } purpose, GrantUntil: { } until })
            return;
        var partner = await db.Partners.Where(p => p.Id == partnerId).Select(p => p.Name).SingleAsync(ct);
        var intervention = await db.Interventions.Where(i => i.Id == referral.InterventionId).Select(i => i.Name).SingleAsync(ct);
        var fields = string.Join(", ", referral.Fields.Select(GrantFields.Label));
        var sharing = new DataSharing(
            Guid.CreateVersion7(), referral.TrajectId, await GrantedPeople.ClientOf(db, referral.TrajectId, ct), partner,
            $"Verwijzing naar {intervention}. {fields}. Ook de veiligheidsafspraak, als die er is.", purpose, db.Today, byId, SharingKinds.Referral, until);
        db.DataSharings.Add(sharing);
        referral.RecordedAs(sharing.Id);
    }

    /// <summary>The partner may look until now, and no longer.</summary>
    public static async Task EndSharing(this PgaDbContext db, Referral referral, CancellationToken ct)
    {
        var sharing = await db.DataSharings.IgnoreQueryFilters().SingleOrDefaultAsync(s => s.Id == referral.SharingId, ct);
        if (sharing is not null && (sharing.Until is null || sharing.Until > db.Today))
            sharing.EndOn(db.Today);
    }

    /// <summary>No grant outlives its traject.</summary>
    public static async Task CloseReferrals(this PgaDbContext db, Guid trajectId, Guid? byId, DateTime nowUtc, CancellationToken ct)
    {
        foreach (var referral in await db.Referrals.Where(r => r.TrajectId == trajectId && r.ClosedAt == null).ToListAsync(ct))
        {
            referral.Close(byId, nowUtc);
            await db.EndSharing(referral, ct);
            await db.LeaveComingSessions(referral.ParticipationId, nowUtc, ct);
        }
    }
}
