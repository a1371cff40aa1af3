using Pga.Domain.Common;

namespace Pga.Domain.Contacts;

/// <summary>
/// A secret address at which one worker's own calendar program reads when they are away, and nothing else. Only a hash of
/// the secret is kept: whoever has the database can't read along.
/// </summary>
public sealed class AgendaFeed : Aggregate
{
    public const int MaxSecretHash = 64;
    public const int ValidForMonths = 12;

    public AgendaFeed(Guid id, Guid staffId, string secretHash, DateTime nowUtc)
    {
        Id = id;
        StaffId = staffId;
        SecretHash = secretHash;
        MadeAt = nowUtc;
        ExpiresOn = Calendar.DateIn(nowUtc).AddMonths(ValidForMonths);
        Raise(new DomainEvent("agenda-feed.made"));
    }

    private AgendaFeed() => SecretHash = null!;

    public Guid StaffId { get; private set; }

    /// <summary>SHA-256 of the secret, in hexadecimal. The secret is random, so a slow hash would add nothing.</summary>
    public string SecretHash { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime MadeAt { get; private set; }

    /// <summary>Last day on which it opens.</summary>
    public DateOnly ExpiresOn { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? RevokedAt { get; private set; }

    public void Revoke(DateTime nowUtc)
    {
        if (RevokedAt is not null)
            return;
        RevokedAt = nowUtc;
        Raise(new DomainEvent("agenda-feed.revoked"));
    }
}
