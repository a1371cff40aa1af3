using Pga.Domain.Common;

namespace Pga.Domain.Conferences;

/// <summary>
/// Casusoverleg of a team: when and where. What is discussed is in <see cref="ConferenceCase"/>, each for who may see it, so
/// that a conference by itself says nothing about anybody.
/// </summary>
public sealed class CaseConference : Aggregate
{
    public const int MaxPlace = 150;
    public const int MaxReason = 500;

    /// <summary>How far ahead one is planned; later is a typing error.</summary>
    public const int MaxDaysAhead = 366;

    public CaseConference(Guid id, string team, DateOnly heldOn, TimeOnly startsAt, string place, Guid madeById, DateOnly today)
    {
        Id = id;
        Team = team;
        Place = null!;
        MadeById = madeById;
        Plan(heldOn, startsAt, place, today);
        Raise(new DomainEvent("conference.planned"));
    }

    private CaseConference() => Team = Place = null!;

    public string Team { get; private set; }

    public DateOnly HeldOn { get; private set; }

    /// <summary>Local time in Amsterdam.</summary>
    public TimeOnly StartsAt { get; private set; }

    public string Place { get; private set; }

    public Guid MadeById { get; private set; }

    /// <summary>UTC. When its first case was opened; from then on it stays on its day.</summary>
    public DateTime? BegunAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public DateTime? CancelledAt { get; private set; }

    public string? CancelReason { get; private set; }

    /// <summary>Cases can still be put on its agenda.</summary>
    public bool IsOpen => ClosedAt is null && CancelledAt is null;

    public void Move(DateOnly heldOn, TimeOnly startsAt, string place, DateOnly today)
    {
        CheckOpen();
        RuleBroken.Unless(heldOn == HeldOn || BegunAt is null, "conference.begun", "HeldOn", "In dit overleg is al een casus besproken. U kunt de dag niet meer wijzigen.");
        if (heldOn == HeldOn && startsAt == StartsAt && place.Trim() == Place)
            return;
        Plan(heldOn, startsAt, place, today);
        Raise(new DomainEvent("conference.moved"));
    }

    public void Cancel(string reason, DateTime nowUtc)
    {
        CheckOpen();
        RuleBroken.Unless(BegunAt is null, "conference.begun", "", "In dit overleg is al een casus besproken. U kunt het niet meer afzeggen. Rond het overleg af.");
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(reason), "conference.cancel-reason", "Reason", "Schrijf op waarom het overleg niet doorgaat.");
        CancelledAt = nowUtc;
        CancelReason = reason.Trim();
        Raise(new DomainEvent("conference.cancelled", CancelReason));
    }

    /// <summary>A case is opened. It always raises an event, so that of two who open one at once somebody is refused.</summary>
    public void Discuss(DateTime nowUtc)
    {
        CheckOpen();
        RuleBroken.Unless(HeldOn <= Calendar.DateIn(nowUtc), "conference.not-yet", "", "Dit overleg is nog niet begonnen. U bespreekt een casus op de dag van het overleg.");
        BegunAt ??= nowUtc;
        Raise(new DomainEvent("conference.case-opened"));
    }

    /// <param name="caseIsOpen">One is being discussed.</param>
    public void Close(bool caseIsOpen, DateTime nowUtc)
    {
        CheckOpen();
        RuleBroken.Unless(!caseIsOpen, "conference.case-open", "", "Er staat nog een casus open. Rond die eerst af.");
        RuleBroken.Unless(HeldOn <= Calendar.DateIn(nowUtc), "conference.not-yet", "", "Dit overleg is nog niet geweest. U kunt het wel afzeggen.");
        ClosedAt = nowUtc;
        Raise(new DomainEvent("conference.closed"));
    }

    public void CheckOpen()
    {
        RuleBroken.Unless(CancelledAt is null, "conference.cancelled", "", "Dit overleg is afgezegd. U kunt er niets meer aan wijzigen.");
        RuleBroken.Unless(ClosedAt is null, "conference.closed", "", "Dit overleg is afgerond. U kunt er niets meer aan wijzigen.");
    }

    private void Plan(DateOnly heldOn, TimeOnly startsAt, string place, DateOnly today)
    {
        RuleBroken.Unless(heldOn == HeldOn || heldOn >= today, "conference.in-past", "HeldOn", "Deze dag is al geweest. Kies vandaag of later.");
        RuleBroken.Unless(heldOn <= today.AddDays(MaxDaysAhead), "conference.far-ahead", "HeldOn", "Deze dag ligt meer dan een jaar vooruit. Controleer het jaar.");
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(place), "conference.place", "Place", "Vul in waar het overleg is.");
        HeldOn = heldOn;
        StartsAt = startsAt;
        Place = place.Trim();
    }
}

/// <summary>Derived states of a conference.</summary>
public static class ConferenceStates
{
    public const string Planned = "planned";
    public const string Begun = "begun";
    public const string Closed = "closed";
    public const string Cancelled = "cancelled";

    public static readonly CodeList List = new((Planned, "Gepland"), (Begun, "Bezig"), (Closed, "Afgerond"), (Cancelled, "Afgezegd"));

    public static string Of(DateTime? begunAt, DateTime? closedAt, DateTime? cancelledAt) =>
        cancelledAt is not null ? Cancelled : closedAt is not null ? Closed : begunAt is not null ? Begun : Planned;
}
