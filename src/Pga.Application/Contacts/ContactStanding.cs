using Microsoft.EntityFrameworkCore;
using Pga.Application.Data;
using Pga.Domain.Contacts;

namespace Pga.Application.Contacts;

/// <summary>How it stands with the contact on a traject: when somebody was last spoken to, and how often it was tried since.</summary>
/// <param name="LastContactOn">Null when there was no contact yet.</param>
/// <param name="Attempts">In a row, since then.</param>
/// <param name="LastAttemptOn">Of those attempts.</param>
public sealed record ContactStanding(DateOnly? LastContactOn, int Attempts, DateOnly? LastAttemptOn)
{
    /// <summary>After so many attempts in a row another way is needed.</summary>
    public const int ManyAttempts = 3;

    internal static async Task<ContactStanding> Of(PgaDbContext db, Guid trajectId, CancellationToken ct)
    {
        var recorded = db.ContactMoments.Where(c => c.TrajectId == trajectId && c.SupersededById == null && c.Outcome != null);
        var last = await recorded.Where(c => c.Outcome == ContactCodes.Held && c.Kind != ContactCodes.Letter)
            .OrderByDescending(c => c.OccurredAt)
            .Select(c => new { c.OccurredAt, c.OccurredOn })
            .FirstOrDefaultAsync(ct);
        var since = last?.OccurredAt ?? DateTime.MinValue;
        var attempts = await recorded.Where(c => c.OccurredAt > since).OrderByDescending(c => c.OccurredAt).Select(c => c.OccurredOn).ToListAsync(ct);
        return new ContactStanding(last?.OccurredOn, attempts.Count, attempts.Count == 0 ? null : attempts[0]);
    }
}
