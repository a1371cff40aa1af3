using Pga.Domain.Common;

namespace Pga.Domain.Interventions;

/// <summary>Deelname: a client's way through an intervention, from the referral on.</summary>
public sealed class Participation : Aggregate
{
    public const string Completed = "completed";
    public const string DroppedOut = "dropped-out";

    public Participation(Guid id, Guid trajectId, Guid interventionId, DateOnly referredOn, string? importKey = null)
    {
        Id = id;
        TrajectId = trajectId;
        InterventionId = interventionId;
        ReferredOn = referredOn;
        ImportKey = importKey;
        Raise(new DomainEvent("participation.referred"));
    }

    private Participation()
    {
    }

    public string? ImportKey { get; private set; }

    public Guid TrajectId { get; private set; }

    public Guid InterventionId { get; private set; }

    public DateOnly ReferredOn { get; private set; }

    public DateOnly? StartedOn { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    /// <summary>One of <see cref="Results"/>, only with an end.</summary>
    public string? Result { get; private set; }

    public static readonly CodeList Results = new((Completed, "Afgerond"), (DroppedOut, "Voortijdig gestopt"));

    public void Start(DateOnly on)
    {
        RuleBroken.Unless(on >= ReferredOn, "participation.start", "StartedOn", "De start ligt vóór de verwijzing.");
        StartedOn = on;
        Raise(new DomainEvent("participation.started"));
    }

    public void End(DateOnly on, string? result)
    {
        RuleBroken.Unless(on >= (StartedOn ?? ReferredOn), "participation.end", "EndedOn", "Het einde ligt vóór de start.");
        EndedOn = on;
        Result = result;
        Raise(new DomainEvent("participation.ended"));
    }

    /// <summary>For the import: the facts as the folder has them; it has checked their order.</summary>
    public void ChangeFromImport(Guid trajectId, Guid interventionId, DateOnly referredOn, DateOnly? startedOn, DateOnly? endedOn, string? result)
    {
        TrajectId = trajectId;
        InterventionId = interventionId;
        ReferredOn = referredOn;
        StartedOn = startedOn;
        EndedOn = endedOn;
        Result = result;
    }
}

/// <summary>A partner that works on a traject, first and last day included.</summary>
public sealed class PartnerInvolvement : Aggregate
{
    public PartnerInvolvement(Guid id, Guid trajectId, Guid partnerId, DateOnly from, DateOnly? until)
    {
        Id = id;
        TrajectId = trajectId;
        PartnerId = partnerId;
        From = from;
        Until = until;
        Raise(new DomainEvent("partner.involved"));
    }

    private PartnerInvolvement()
    {
    }

    public Guid TrajectId { get; private set; }

    public Guid PartnerId { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly? Until { get; private set; }

    public void EndOn(DateOnly? until) => Until = until;
}
