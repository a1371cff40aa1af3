using Pga.Domain.Common;

namespace Pga.Domain.Conferences;

/// <summary>
/// One case for a conference: put forward by who works on it, or chosen by the coordinator. It waits until it is on an
/// agenda, is opened to be discussed, and closed. Minutes are written while it is open; afterwards they are corrected with
/// a reason, and what they said before is kept.
/// </summary>
public sealed class ConferenceCase : Aggregate
{
    public const int MaxQuestion = 1000;
    public const int MaxMinutes = 8000;
    public const int MaxReason = 500;

    private readonly List<EarlierMinutes> _earlier = [];

    private ConferenceCase(Guid id, Guid trajectId, Guid clientId, string reason)
    {
        Id = id;
        TrajectId = trajectId;
        ClientId = clientId;
        Reason = reason;
        MinutesVersion = id;
    }

    private ConferenceCase() => Reason = null!;

    public Guid TrajectId { get; private set; }

    public Guid ClientId { get; private set; }

    /// <summary>The conference it is for; null for the first one to come.</summary>
    public Guid? ConferenceId { get; private set; }

    /// <summary>Place on the agenda, among those one sees; null while it isn't on one.</summary>
    public int? Order { get; private set; }

    /// <summary>One of <see cref="ConferenceReasons"/>.</summary>
    public string Reason { get; private set; }

    /// <summary>What who put it forward wants to know. Free text.</summary>
    public string? Question { get; private set; }

    public Guid? PutForwardById { get; private set; }

    /// <summary>The Amsterdam date.</summary>
    public DateOnly? PutForwardOn { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? OpenedAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    /// <summary>Verslag. Free text.</summary>
    public string? Minutes { get; private set; }

    public Guid? MinutesById { get; private set; }

    public DateTime? MinutesAt { get; private set; }

    /// <summary>Changes with the minutes only: who writes them isn't held up by what else is done to the case.</summary>
    public Guid MinutesVersion { get; private set; }

    /// <summary>What the minutes said before they were corrected, oldest first.</summary>
    public IReadOnlyList<EarlierMinutes> Earlier => _earlier;

    public bool IsOpen => OpenedAt is not null && ClosedAt is null;

    /// <param name="conferenceId">A conference to come; null for the first one.</param>
    public static ConferenceCase PutForward(Guid id, Guid trajectId, Guid clientId, Guid? conferenceId, string question, Guid byId, DateOnly today)
    {
        var made = new ConferenceCase(id, trajectId, clientId, ConferenceReasons.PutForward) { ConferenceId = conferenceId };
        made.Ask(question, byId, today);
        return made;
    }

    public static ConferenceCase Chosen(Guid id, Guid trajectId, Guid clientId, string reason) => new(id, trajectId, clientId, reason);

    /// <summary>Somebody who works on it wants to know something.</summary>
    public void Ask(string question, Guid byId, DateOnly today)
    {
        RuleBroken.Unless(PutForwardById is null, "case.already-put-forward", "", "Dit traject is al ingebracht voor het casusoverleg.");
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(question), "case.question", "Question", "Schrijf op wat u wilt bespreken.");
        Question = question.Trim();
        PutForwardById = byId;
        PutForwardOn = today;
        Raise(new DomainEvent("case.put-forward"));
    }

    public void PutOn(CaseConference conference, int order)
    {
        conference.CheckOpen();
        CheckNotDiscussed();
        ConferenceId = conference.Id;
        Order = order;
        Raise(new DomainEvent("case.on-agenda"));
    }

    public void MoveTo(int order) => Order = order;

    /// <summary>What was put forward waits again; what was chosen is removed by the application.</summary>
    public void TakeOff()
    {
        CheckNotDiscussed();
        ConferenceId = null;
        Order = null;
        Raise(new DomainEvent("case.off-agenda"));
    }

    public void TakeBack(Guid byId)
    {
        RuleBroken.Unless(PutForwardById == byId, "case.not-yours", "", "Een collega heeft dit traject ingebracht. Alleen die collega kan het terugnemen.");
        CheckNotDiscussed();
        Question = null;
        PutForwardById = null;
        PutForwardOn = null;
        Raise(new DomainEvent("case.taken-back"));
    }

    /// <summary>Opens it, also again while the conference lasts.</summary>
    /// <param name="anotherIsOpen">Of this conference, as far as the actor sees: another's secret would lock them out.</param>
    public void Open(CaseConference conference, bool anotherIsOpen, DateTime nowUtc)
    {
        RuleBroken.Unless(!IsOpen, "case.open", "", "Deze casus wordt al besproken.");
        RuleBroken.Unless(!anotherIsOpen, "case.another-open", "", "Er staat al een casus open. Rond die eerst af: u bespreekt één casus tegelijk.");
        conference.Discuss(nowUtc);
        OpenedAt ??= nowUtc;
        ClosedAt = null;
        Raise(new DomainEvent("case.opened"));
    }

    /// <param name="attendanceKnown">Of everybody who was invited.</param>
    public void Close(bool attendanceKnown, DateTime nowUtc)
    {
        CheckOpen();
        RuleBroken.Unless(attendanceKnown, "case.attendance", "Present", "Vul eerst in wie erbij was.");
        ClosedAt = nowUtc;
        Raise(new DomainEvent("case.closed"));
    }

    /// <summary>While talking, as often as one likes.</summary>
    public void WriteMinutes(string? text, Guid version, Guid byId, DateTime nowUtc)
    {
        CheckOpen();
        if (Set(text, version, byId, nowUtc))
            Raise(new DomainEvent("minutes.written"));
    }

    public void CorrectMinutes(string? text, string reason, Guid version, Guid byId, DateTime nowUtc)
    {
        RuleBroken.Unless(ClosedAt is not null, "minutes.not-closed", "", "Deze casus is nog niet afgerond. U kunt het verslag nog gewoon wijzigen.");
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(reason), "minutes.reason", "Reason", "Schrijf op waarom u het verslag verbetert.");
        var was = new EarlierMinutes(this, _earlier.Count + 1, reason.Trim());
        if (!Set(text, version, byId, nowUtc))
            return;
        _earlier.Add(was);
        Raise(new DomainEvent("minutes.corrected", reason.Trim()));
    }

    /// <summary>Everything that is written while talking.</summary>
    public void CheckOpen()
    {
        RuleBroken.Unless(OpenedAt is not null, "case.not-opened", "", "Deze casus wordt nog niet besproken. Kies eerst ‘Bespreken’.");
        RuleBroken.Unless(ClosedAt is null, "case.closed", "", "Deze casus is afgerond. Open de casus opnieuw zolang het overleg loopt, of verbeter het verslag met een reden.");
    }

    public void CheckNotDiscussed() =>
        RuleBroken.Unless(OpenedAt is null, "case.discussed", "", "Deze casus is al besproken. Dat kunt u niet ongedaan maken.");

    private bool Set(string? text, Guid version, Guid byId, DateTime nowUtc)
    {
        var minutes = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        if (minutes == Minutes)
            return false;
        Minutes = minutes;
        MinutesVersion = version;
        MinutesById = byId;
        MinutesAt = nowUtc;
        return true;
    }
}

/// <summary>Minutes as they were before a correction.</summary>
public sealed class EarlierMinutes
{
    internal EarlierMinutes(ConferenceCase was, int number, string reason)
    {
        ConferenceCaseId = was.Id;
        Number = number;
        Text = was.Minutes;
        WrittenById = was.MinutesById;
        WrittenAt = was.MinutesAt;
        Reason = reason;
    }

    private EarlierMinutes() => Reason = null!;

    public Guid ConferenceCaseId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public string? Text { get; private set; }

    public Guid? WrittenById { get; private set; }

    public DateTime? WrittenAt { get; private set; }

    /// <summary>Why it was corrected.</summary>
    public string Reason { get; private set; }
}

/// <summary>Why a case is discussed.</summary>
public static class ConferenceReasons
{
    public const string PutForward = "put-forward";
    public const string EvaluationDue = "evaluation-due";
    public const string PlanMissing = "plan-missing";
    public const string Chosen = "chosen";

    public static readonly CodeList List = new(
        (PutForward, "Ingebracht"), (EvaluationDue, "Evaluatie nodig"), (PlanMissing, "Nog geen plan van aanpak"), (Chosen, "Gekozen door de coördinator"));
}

/// <summary>Derived states of a case.</summary>
public static class ConferenceCaseStates
{
    public const string Waiting = "waiting";
    public const string Open = "open";
    public const string Closed = "closed";

    public static readonly CodeList List = new((Waiting, "Nog niet besproken"), (Open, "Wordt besproken"), (Closed, "Besproken"));

    public static string Of(DateTime? openedAt, DateTime? closedAt) => openedAt is null ? Waiting : closedAt is null ? Open : Closed;
}
