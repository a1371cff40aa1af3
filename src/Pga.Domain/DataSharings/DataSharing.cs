using Pga.Domain.Common;

namespace Pga.Domain.DataSharings;

/// <summary>
/// Verstrekking: what left to another organisation about one client, on what ground, and when. Made by the handler of the
/// command that shares; it is never changed afterwards, only a sharing that goes on gets an end.
/// </summary>
public sealed class DataSharing : Aggregate
{
    public const int MaxRecipient = 200;
    public const int MaxText = 2000;

    /// <param name="recipient">The organisation that got the data.</param>
    /// <param name="what">Which data, in words: never the data themselves.</param>
    /// <param name="ground">On what ground, and for what purpose.</param>
    /// <param name="kind">One of <see cref="SharingKinds"/>.</param>
    /// <param name="until">Last day, of what goes on (a grant, a scale-up) when that is known.</param>
    public DataSharing(
        Guid id, Guid trajectId, Guid clientId, string recipient, string what, string ground, DateOnly sharedOn, Guid byId,
        string kind = SharingKinds.Other, DateOnly? until = null)
    {
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(recipient), "sharing.recipient", "Recipient", "Vul in welke organisatie de gegevens krijgt.");
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(what), "sharing.what", "What", "Schrijf op welke gegevens u deelt.");
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(ground), "sharing.ground", "SharingGround", "Schrijf op waarom u deze gegevens mag delen.");
        RuleBroken.Unless(until is null || until >= sharedOn, "sharing.until", "Until", "De einddatum ligt vóór de dag waarop u de gegevens deelde.");
        Id = id;
        TrajectId = trajectId;
        ClientId = clientId;
        Kind = kind;
        Recipient = recipient.Trim();
        What = what.Trim();
        Ground = ground.Trim();
        SharedOn = sharedOn;
        Until = until;
        ById = byId;
        Raise(new DomainEvent("data.shared"));
    }

    private DataSharing() => Kind = Recipient = What = Ground = null!;

    public Guid TrajectId { get; private set; }

    public Guid ClientId { get; private set; }

    /// <summary>One of <see cref="SharingKinds"/>.</summary>
    public string Kind { get; private set; }

    public string Recipient { get; private set; }

    public string What { get; private set; }

    public string Ground { get; private set; }

    public DateOnly SharedOn { get; private set; }

    /// <summary>Last day of what goes on; null for what is shared once, or still goes on.</summary>
    public DateOnly? Until { get; private set; }

    public Guid ById { get; private set; }

    /// <summary>Also sooner than it would have ended.</summary>
    public void EndOn(DateOnly until)
    {
        RuleBroken.Unless(Until is null || Until > until, "sharing.ended", "Until", "Deze verstrekking is al beëindigd.");
        RuleBroken.Unless(until >= SharedOn, "sharing.until", "Until", "De einddatum ligt vóór de dag waarop u de gegevens deelde.");
        Until = until;
        Raise(new DomainEvent("data.sharing-ended"));
    }
}

/// <summary>On what occasion data were shared.</summary>
public static class SharingKinds
{
    public const string Redirect = "redirect";
    public const string ScaleUp = "scale-up";
    public const string Referral = "referral";
    public const string Conference = "conference";
    public const string Feedback = "feedback";
    public const string Other = "other";

    public static readonly CodeList List = new(
        (Redirect, "Doorverwijzing"), (ScaleUp, "Opschaling naar ZVH"), (Referral, "Verwijzing"), (Conference, "Casusoverleg"),
        (Feedback, "Terugkoppeling"), (Other, "Anders"));
}
