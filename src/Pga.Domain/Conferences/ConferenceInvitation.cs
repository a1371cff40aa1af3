using Pga.Domain.Common;

namespace Pga.Domain.Conferences;

/// <summary>
/// Who is asked to be there when one case is discussed: a colleague who may read the dossier anyway, or somebody of another
/// organisation, with the ground on which they may hear it. It opens nothing.
/// </summary>
public sealed class ConferenceInvitation : Aggregate
{
    public const int MaxOrganisation = 150;
    public const int MaxFunction = 100;
    public const int MaxGround = 1000;

    private ConferenceInvitation(Guid id, ConferenceCase its)
    {
        Id = id;
        ConferenceCaseId = its.Id;
        TrajectId = its.TrajectId;
    }

    private ConferenceInvitation()
    {
    }

    public Guid ConferenceCaseId { get; private set; }

    public Guid TrajectId { get; private set; }

    public Guid? StaffId { get; private set; }

    /// <summary>An organisation of the catalogue.</summary>
    public Guid? PartnerId { get; private set; }

    /// <summary>Name of the organisation, of the catalogue or not.</summary>
    public string? Organisation { get; private set; }

    /// <summary>As who they come: wijkagent, jobcoach.</summary>
    public string? Function { get; private set; }

    /// <summary>On what ground they may hear what is said, and for what purpose.</summary>
    public string? Ground { get; private set; }

    /// <summary>Null until somebody said so.</summary>
    public bool? Present { get; private set; }

    /// <summary>The verstrekking, once it was discussed with them there.</summary>
    public Guid? SharingId { get; private set; }

    public bool IsOutsider => Organisation is not null;

    public static ConferenceInvitation Colleague(Guid id, ConferenceCase its, Guid staffId)
    {
        var invitation = new ConferenceInvitation(id, its) { StaffId = staffId };
        invitation.Raise(new DomainEvent("invitation.made"));
        return invitation;
    }

    public static ConferenceInvitation Outsider(Guid id, ConferenceCase its, Guid? partnerId, string? organisation, string? function, string? ground)
    {
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(organisation), "invitation.organisation", "Organisation", "Kies de organisatie, of vul de naam ervan in.");
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(function), "invitation.function", "Function", "Vul in welke functie deze persoon heeft, bijvoorbeeld wijkagent.");
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(ground), "invitation.ground", "Ground", "Schrijf op waarom deze persoon mag horen wat over dit traject wordt gezegd.");
        var invitation = new ConferenceInvitation(id, its)
        {
            PartnerId = partnerId,
            Organisation = organisation!.Trim(),
            Function = function!.Trim(),
            Ground = ground!.Trim(),
        };
        invitation.Raise(new DomainEvent("invitation.made"));
        return invitation;
    }

    public void Record(bool present)
    {
        if (present == Present)
            return;
        RuleBroken.Unless(SharingId is null, "invitation.shared", "Present", "Er is al vastgelegd dat deze organisatie erbij was. Schrijf in het verslag wat daaraan niet klopt.");
        Present = present;
        Raise(new DomainEvent("invitation.attendance"));
    }

    public void SharedAs(Guid sharingId) => SharingId = sharingId;

    public void CheckRemovable() =>
        RuleBroken.Unless(Present is not true, "invitation.present", "", "Deze persoon was erbij. U kunt de uitnodiging niet meer weghalen.");
}
