using Pga.Domain.Common;

namespace Pga.Domain.Contacts;

/// <summary>What a contact moment is and how it went.</summary>
public static class ContactCodes
{
    public const string HomeVisit = "home-visit";
    public const string Letter = "letter";
    public const string Held = "held";

    public static readonly CodeList Kinds = new(
        (HomeVisit, "Huisbezoek"),
        ("phone", "Telefonisch contact"),
        ("office", "Gesprek op kantoor"),
        ("outdoors", "Contact op straat"),
        ("partner-visit", "Bezoek bij partner"),
        (Letter, "Brief"));

    /// <summary>A call or a letter has nobody present; all else is a meeting.</summary>
    public static bool IsMeeting(string kind) => kind is not ("phone" or Letter);

    /// <summary>
    /// Somebody was spoken to. All else with an outcome is an attempt, a letter too: it may lie unopened. The worklist says
    /// the same in SQL.
    /// </summary>
    public static bool IsContact(string kind, string? outcome) => outcome == Held && kind != Letter;

    public static readonly CodeList Outcomes = new(
        (Held, "Gesproken"),
        ("nobody-home", "Niemand thuis of niet bereikt"),
        ("refused", "Geweigerd"),
        ("cancelled", "Afgezegd"));
}

/// <summary>
/// Contactmoment. Without an outcome it is planned. A correction is a new moment that supersedes this one; only the
/// current one counts.
/// </summary>
public sealed class ContactMoment : Aggregate
{
    public const int MaxReport = 20_000;
    public const int MaxPresent = 500;
    public const int MaxNextStep = 200;
    public const int MaxPlace = 120;
    public const string Moved = "verplaatst";
    public const string ReportMissing = "Schrijf in het verslag wat u hebt gezien of afgesproken.";

    public ContactMoment(Guid id, Guid trajectId, Guid? staffId, DateTime nowUtc, ContactDetails details)
    {
        var d = details;
        RuleBroken.Unless(ContactCodes.Kinds.Has(d.Kind), "contact.unknown-kind", "Kind", "Kies een soort contact.");
        RuleBroken.Unless(d.Outcome is null || ContactCodes.Outcomes.Has(d.Outcome), "contact.unknown-outcome", "Outcome", "Kies hoe het contact verliep.");
        RuleBroken.Unless(d.OccurredAt <= nowUtc || d.Outcome is null, "contact.future-outcome", "Outcome",
            "Dit contact ligt in de toekomst en heeft nog geen uitkomst. Pas de datum aan, of kies ‘Gepland’.");
        RuleBroken.Unless(d.OccurredAt > nowUtc || d.Outcome is not null, "contact.past-without-outcome", "Outcome",
            "Dit contact is al geweest. Kies hoe het verliep, of kies een latere datum om het te plannen.");
        if (d.Outcome == ContactCodes.Held)
            RuleBroken.Unless(!string.IsNullOrWhiteSpace(d.Report), "contact.report", "Report", ReportMissing);

        Id = id;
        TrajectId = trajectId;
        StaffId = staffId;
        RecordedAt = nowUtc;
        Kind = d.Kind;
        Set(d);
        Raise(new DomainEvent(d.Outcome is null ? "contact.planned" : "contact.logged"));
    }

    private ContactMoment() => Kind = null!;

    public Guid TrajectId { get; private set; }

    /// <summary>The key of the import, where it came from one.</summary>
    public string? ImportKey { get; private set; }

    public string Kind { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime OccurredAt { get; private set; }

    /// <summary>The Amsterdam date of <see cref="OccurredAt"/>; years are counted by it.</summary>
    public DateOnly OccurredOn { get; private set; }

    /// <summary>One of <see cref="ContactCodes.Outcomes"/>, or null for a planned one.</summary>
    public string? Outcome { get; private set; }

    public Guid? StaffId { get; private set; }

    /// <summary>Who was there, in words.</summary>
    public string? Present { get; private set; }

    /// <summary>Free text: never searched across cases, never in statistics, never in logs.</summary>
    public string? Report { get; private set; }

    /// <summary>Codes of leefgebieden that were talked about, separated by <c>|</c>.</summary>
    public string? Topics { get; private set; }

    public bool? SafetyConcern { get; private set; }

    public string? NextStep { get; private set; }

    public DateOnly? NextStepDue { get; private set; }

    /// <summary>Where, in words; of a planned contact for who goes there.</summary>
    public string? Place { get; private set; }

    public DateTime RecordedAt { get; private set; }

    /// <summary>What replaced it; its own id when it was planned and cancelled beforehand.</summary>
    public Guid? SupersededById { get; private set; }

    public string? CorrectionReason { get; private set; }

    /// <summary>Makes the one that replaces this one.</summary>
    public ContactMoment Correct(Guid id, Guid? staffId, DateTime nowUtc, ContactDetails details, string reason)
    {
        RuleBroken.Unless(SupersededById is null, "contact.superseded", "", "Dit contact is al gewijzigd. Open de nieuwste versie.");
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(reason), "contact.reason", "Reason", "Schrijf op waarom u dit contact wijzigt.");
        var correction = new ContactMoment(id, TrajectId, staffId, nowUtc, details) { CorrectionReason = reason };
        SupersededById = id;
        Raise(new DomainEvent("contact.superseded", reason));
        return correction;
    }

    /// <summary>Puts a planned contact at another moment. It stays the same appointment of the same worker.</summary>
    public ContactMoment Move(Guid id, DateTime nowUtc, DateTime to, string? place)
    {
        RequireAhead(nowUtc);
        RuleBroken.Unless(to > nowUtc, "contact.move-to-past", "Date", "Dit moment is al geweest. Kies een moment dat nog komt.");
        return Correct(id, StaffId, nowUtc,
            new ContactDetails(Kind, to, null, Report, Present, Topics?.Split('|'), SafetyConcern, NextStep, NextStepDue, place), Moved);
    }

    /// <summary>Takes a planned contact out of the agenda beforehand. It stays in the history and counts nowhere.</summary>
    public void Cancel(DateTime nowUtc, string reason)
    {
        RequireAhead(nowUtc);
        RuleBroken.Unless(SupersededById is null, "contact.superseded", "", "Dit contact is al gewijzigd. Open de nieuwste versie.");
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(reason), "contact.cancel-reason", "Reason", "Schrijf op waarom het contact niet doorgaat.");
        SupersededById = Id;
        Raise(new DomainEvent("contact.cancelled", reason.Trim()));
    }

    /// <summary>For the import: the moment as the team's own administration had it, without the rules for new ones.</summary>
    public static ContactMoment FromImport(Guid id, string importKey, Guid trajectId, Guid? staffId, DateTime nowUtc, ContactDetails details)
    {
        var moment = new ContactMoment { Id = id, ImportKey = importKey, TrajectId = trajectId, StaffId = staffId, RecordedAt = nowUtc };
        moment.Set(details);
        return moment;
    }

    /// <summary>For the import: replaces this one by what the folder says, without the rules for new ones.</summary>
    public ContactMoment CorrectFromImport(Guid id, Guid trajectId, Guid? staffId, DateTime nowUtc, ContactDetails details, string reason)
    {
        var correction = new ContactMoment { Id = id, TrajectId = trajectId, StaffId = staffId, RecordedAt = nowUtc, CorrectionReason = reason };
        correction.Set(details);
        SupersededById = id;
        return correction;
    }

    // Once the time has come it is an attempt, which is recorded with how it went.
    private void RequireAhead(DateTime nowUtc)
    {
        RuleBroken.Unless(Outcome is null, "contact.has-outcome", "", "Dit contact is al vastgelegd. U kunt het niet meer verplaatsen of afzeggen.");
        RuleBroken.Unless(OccurredAt > nowUtc, "contact.time-has-come", "", "De tijd van dit contact is al geweest. Leg vast hoe het verliep, en plan daarna een nieuw contact.");
    }

    private void Set(ContactDetails d)
    {
        Kind = d.Kind;
        OccurredAt = d.OccurredAt;
        OccurredOn = Calendar.DateIn(d.OccurredAt);
        Outcome = d.Outcome;
        Report = Blank(d.Report);
        Present = Blank(d.Present);
        Topics = d.Topics is { Count: > 0 } ? string.Join('|', d.Topics) : null;
        SafetyConcern = d.SafetyConcern;
        NextStep = Blank(d.NextStep);
        NextStepDue = NextStep is null ? null : d.NextStepDue;
        Place = Blank(d.Place);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>What a worker fills in about a contact.</summary>
/// <param name="OccurredAt">UTC.</param>
public sealed record ContactDetails(
    string Kind,
    DateTime OccurredAt,
    string? Outcome,
    string? Report = null,
    string? Present = null,
    IReadOnlyList<string>? Topics = null,
    bool? SafetyConcern = null,
    string? NextStep = null,
    DateOnly? NextStepDue = null,
    string? Place = null);
