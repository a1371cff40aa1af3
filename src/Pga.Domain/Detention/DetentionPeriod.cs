using Pga.Domain.Common;

namespace Pga.Domain.Detention;

/// <summary>Detentieperiode of a client in an institution.</summary>
public sealed class DetentionPeriod : Aggregate
{
    public const int MaxText = 100;

    public DetentionPeriod(Guid id, Guid clientId, Guid institutionId, DateOnly from, DateOnly? expectedRelease, DateOnly? until)
    {
        Id = id;
        ClientId = clientId;
        InstitutionId = institutionId;
        From = from;
        Update(expectedRelease, until);
        Raise(new DomainEvent("detention.registered"));
    }

    private DetentionPeriod()
    {
    }

    public Guid ClientId { get; private set; }

    public Guid InstitutionId { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly? ExpectedRelease { get; private set; }

    /// <summary>Last day inside, or null while it lasts.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>Titel: voorlopige hechtenis, gevangenisstraf, ISD, PIJ, …</summary>
    public string? Title { get; private set; }

    public string? Phase { get; private set; }

    public void Update(DateOnly? expectedRelease, DateOnly? until)
    {
        ExpectedRelease = expectedRelease;
        Until = until;
    }
}
