using Pga.Domain.Common;

namespace Pga.Domain.Relations;

/// <summary>
/// A relative on one client's case is a client too. Only who may see both of them knows: to anybody else the relative stays
/// the note it was, so the link changes nothing on that note.
/// </summary>
public sealed class FamilyLink : Aggregate
{
    public const int MaxGround = 300;
    public const int MaxAgreement = 500;
    public const int MaxReason = 300;
    public const string Sibling = "sibling";

    /// <param name="relationId">The relative on the case of <paramref name="clientId"/>; it says what they are of each other.</param>
    /// <param name="relativeId">The client who that relative is.</param>
    public FamilyLink(Guid id, Guid relationId, Guid clientId, Guid relativeId, string ground, string? agreement, DateOnly today)
    {
        RuleBroken.Unless(clientId != relativeId, "family.self", "RelativeId", "Dit is de cliënt zelf. Kies iemand anders.");
        Id = id;
        RelationId = relationId;
        ClientId = clientId;
        RelativeId = relativeId;
        LinkedOn = today;
        Ground = "";
        Set(ground, agreement);
        Raise(new DomainEvent("family.linked"));
    }

    private FamilyLink() => Ground = null!;

    public Guid RelationId { get; private set; }

    public Guid ClientId { get; private set; }

    public Guid RelativeId { get; private set; }

    /// <summary>Why the two cases must know of each other.</summary>
    public string Ground { get; private set; }

    /// <summary>What the workers of both agreed about contact with this family.</summary>
    public string? ContactAgreement { get; private set; }

    public DateOnly LinkedOn { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public string? EndReason { get; private set; }

    /// <summary>What two linked clients can be of each other: from the other side a brother is a brother or a sister.</summary>
    public static readonly CodeList Kinds = new([.. Relation.Kinds.All.Select(k => (k.Key, k.Label)), (Sibling, "Broer of zus")]);

    /// <summary>What a client is of their relative, when the relative is <paramref name="kind"/> of the client.</summary>
    /// <param name="gender">Of the client.</param>
    public static string FromTheOtherSide(string kind, string gender) => kind switch
    {
        "brother" or "sister" => gender switch { "male" => "brother", "female" => "sister", _ => Sibling },
        "parent" => "child",
        "child" => "parent",
        _ => kind,
    };

    public void Change(string ground, string? agreement)
    {
        RuleBroken.Unless(EndedOn is null, "family.ended", "", "Deze koppeling is al verwijderd.");
        Set(ground, agreement);
        Raise(new DomainEvent("family.changed"));
    }

    public void End(string reason, DateOnly today)
    {
        RuleBroken.Unless(EndedOn is null, "family.ended", "", "Deze koppeling is al verwijderd.");
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(reason), "family.end-reason", "Reason", "Schrijf op waarom u deze koppeling verwijdert.");
        EndedOn = today;
        EndReason = reason.Trim();
        Raise(new DomainEvent("family.unlinked", EndReason));
    }

    private void Set(string ground, string? agreement)
    {
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(ground), "family.ground", "Ground", "Schrijf op waarom deze twee dossiers van elkaar moeten weten.");
        Ground = ground.Trim();
        ContactAgreement = string.IsNullOrWhiteSpace(agreement) ? null : agreement.Trim();
    }
}
