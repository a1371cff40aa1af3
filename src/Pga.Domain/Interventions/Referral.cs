using Pga.Domain.Catalogues;
using Pga.Domain.Common;

namespace Pga.Domain.Interventions;

/// <summary>
/// Verwijzing: a client is referred to an intervention. To a partner it is a grant as well: what that partner may see, why,
/// and until when. It opens no dossier, and ends with the answer no, with a withdrawal, with the end report or on its last day.
/// </summary>
public sealed class Referral : Aggregate
{
    public const int MaxText = 500;
    public const int MaxFields = 800;

    /// <summary>Longer than this nobody may look on at once; it can be extended.</summary>
    public const int MaxGrantMonths = 12;

    public const int DefaultGrantMonths = 6;

    /// <param name="grant">What a partner gets to see; null when the team does the intervention itself.</param>
    /// <param name="goal">What the client should get out of it, for whoever gives the intervention.</param>
    public Referral(Guid id, Participation participation, Guid? groupId, ReferralGrant? grant, string? goal, Guid byId, DateTime nowUtc)
    {
        var today = Calendar.DateIn(nowUtc);
        if (grant is not null)
        {
            RuleBroken.Unless(grant.Fields.Count > 0 && grant.Fields.All(GrantFields.Has), "referral.fields", "Fields", "Kies minstens één gegeven dat de partner mag zien.");
            RuleBroken.Unless(!string.IsNullOrWhiteSpace(grant.Purpose), "referral.purpose", "Purpose", "Schrijf op waarvoor de partner de gegevens nodig heeft.");
            CheckUntil(grant.Until, today);
        }

        Id = id;
        ParticipationId = participation.Id;
        TrajectId = participation.TrajectId;
        InterventionId = participation.InterventionId;
        GroupId = groupId;
        Goal = string.IsNullOrWhiteSpace(goal) ? null : goal.Trim();
        PartnerId = grant?.PartnerId;
        FieldCodes = grant is null ? "" : string.Join('|', grant.Fields.Distinct());
        Purpose = grant?.Purpose.Trim();
        GrantUntil = grant?.Until;
        MadeById = byId;
        MadeAt = nowUtc;
        Raise(new DomainEvent("referral.made"));
    }

    private Referral() => FieldCodes = null!;

    public Guid ParticipationId { get; private set; }

    public Guid TrajectId { get; private set; }

    public Guid InterventionId { get; private set; }

    /// <summary>The group, for an intervention with places per group.</summary>
    public Guid? GroupId { get; private set; }

    /// <summary>Who may see the granted fields; null when the team does it itself.</summary>
    public Guid? PartnerId { get; private set; }

    /// <summary>Codes of <see cref="GrantFields"/>, separated by <c>|</c>.</summary>
    public string FieldCodes { get; private set; }

    public string? Purpose { get; private set; }

    public string? Goal { get; private set; }

    /// <summary>Last day on which the partner may look.</summary>
    public DateOnly? GrantUntil { get; private set; }

    /// <summary>UTC. The grant was ended before its last day.</summary>
    public DateTime? GrantEndedAt { get; private set; }

    /// <summary>The verstrekking that the grant is now recorded as.</summary>
    public Guid? SharingId { get; private set; }

    public Guid MadeById { get; private set; }

    /// <summary>UTC. Whoever was referred first is first in line for a place.</summary>
    public DateTime MadeAt { get; private set; }

    public DateTime? AcceptedAt { get; private set; }

    public Guid? AcceptedById { get; private set; }

    public DateTime? DeclinedAt { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>Why it was declined or withdrawn.</summary>
    public string? CloseReason { get; private set; }

    /// <summary>UTC. Nothing more is to come: declined, withdrawn, reported on, or the traject ended.</summary>
    public DateTime? ClosedAt { get; private set; }

    public Guid? ClosedById { get; private set; }

    public IReadOnlyList<string> Fields => FieldCodes.Split('|', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The partner may look on this day.</summary>
    public bool IsGranted(DateOnly today) => PartnerId is not null && ClosedAt is null && GrantEndedAt is null && GrantUntil >= today;

    /// <param name="hasPlace">From the waiting list: this one's turn has come.</param>
    public void Accept(Guid byId, DateTime nowUtc, bool hasPlace)
    {
        CheckOpen();
        RuleBroken.Unless(AcceptedAt is null, "referral.already-accepted", "", "Deze verwijzing is al aangenomen.");
        RuleBroken.Unless(hasPlace, "referral.full", "", "Er is nog geen plek vrij. Deze verwijzing staat op de wachtlijst.");
        AcceptedAt = nowUtc;
        AcceptedById = byId;
        Raise(new DomainEvent("referral.accepted"));
    }

    public void Decline(Guid byId, string reason, DateTime nowUtc)
    {
        CheckOpen();
        RuleBroken.Unless(AcceptedAt is null, "referral.already-accepted", "", "Deze verwijzing is al aangenomen. Stopt de deelnemer? Schrijf dan een eindverslag.");
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(reason), "referral.reason", "Reason", "Schrijf op waarom u de verwijzing afwijst.");
        DeclinedAt = nowUtc;
        CloseReason = reason.Trim();
        Close(byId, nowUtc);
        Raise(new DomainEvent("referral.declined"));
    }

    public void Withdraw(Guid byId, string reason, DateTime nowUtc)
    {
        CheckOpen();
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(reason), "referral.reason", "Reason", "Schrijf op waarom u de verwijzing intrekt.");
        WithdrawnAt = nowUtc;
        CloseReason = reason.Trim();
        Close(byId, nowUtc);
        Raise(new DomainEvent("referral.withdrawn"));
    }

    /// <summary>The partner may no longer look, though the participation goes on.</summary>
    public void EndGrant(DateTime nowUtc)
    {
        CheckOpen();
        RuleBroken.Unless(IsGranted(Calendar.DateIn(nowUtc)), "referral.not-granted", "", "De partner heeft al geen inzage meer.");
        GrantEndedAt = nowUtc;
        Raise(new DomainEvent("referral.grant-ended"));
    }

    /// <summary>Grants again, until another day.</summary>
    public void ExtendGrant(DateOnly until, DateOnly today)
    {
        CheckOpen();
        RuleBroken.Unless(PartnerId is not null, "referral.not-granted", "", "Deze interventie doet het team zelf. Er is geen inzage om te verlengen.");
        CheckUntil(until, today);
        GrantUntil = until;
        GrantEndedAt = null;
        Raise(new DomainEvent("referral.grant-extended"));
    }

    public void RecordedAs(Guid sharingId) => SharingId = sharingId;

    /// <summary>The participation has ended, or the traject it belongs to.</summary>
    public void Close(Guid? byId, DateTime nowUtc)
    {
        ClosedAt ??= nowUtc;
        ClosedById ??= byId;
    }

    private void CheckOpen() => RuleBroken.Unless(ClosedAt is null, "referral.closed", "", "Deze verwijzing is al afgesloten.");

    private static void CheckUntil(DateOnly until, DateOnly today)
    {
        RuleBroken.Unless(until >= today, "referral.until", "GrantUntil", "Kies een dag vanaf vandaag.");
        RuleBroken.Unless(until <= today.AddMonths(MaxGrantMonths), "referral.until", "GrantUntil", $"De partner mag hoogstens {MaxGrantMonths} maanden meekijken. U kunt later verlengen.");
    }
}

/// <summary>What a partner may see of a client, why, and until when.</summary>
/// <param name="Fields">Codes of <see cref="GrantFields"/>.</param>
public sealed record ReferralGrant(Guid PartnerId, IReadOnlyList<string> Fields, string Purpose, DateOnly Until);

/// <summary>
/// What can be granted. A safety agreement isn't on the list: it always goes along, because it protects whoever meets the client.
/// </summary>
public static class GrantFields
{
    public const string Name = "name";
    public const string BirthDate = "birth-date";
    public const string Gender = "gender";
    public const string Wijk = "wijk";

    private const string LevelPrefix = "level:";

    public static readonly CodeList Person = new((Name, "Naam"), (BirthDate, "Geboortedatum"), (Gender, "Geslacht"), (Wijk, "Wijk"));

    /// <summary>The latest level of a leefgebied.</summary>
    public static string Level(string leefgebied) => LevelPrefix + leefgebied;

    public static bool Has(string field) =>
        Person.Has(field) || (LeefgebiedOf(field) is { } leefgebied && (Leefgebieden.Pga2024.Has(leefgebied) || Leefgebieden.Rio2024.Has(leefgebied)));

    public static string? LeefgebiedOf(string field) => field.StartsWith(LevelPrefix, StringComparison.Ordinal) ? field[LevelPrefix.Length..] : null;

    public static string Label(string field) => LeefgebiedOf(field) is { } leefgebied ? $"Score {Leefgebieden.Label(leefgebied)}" : Person.Label(field);
}
