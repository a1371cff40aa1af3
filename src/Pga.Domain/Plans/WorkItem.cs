using Pga.Domain.Common;

namespace Pga.Domain.Plans;

/// <summary>
/// Actie that belongs to a goal: what, by whom, before when. It ends with the day it was done, or with why it lapsed. What
/// it said before a change is kept.
/// </summary>
public sealed class WorkItem : Aggregate
{
    public const int MaxText = 300;
    public const int MaxReason = 500;

    private readonly List<EarlierWorkItem> _earlier = [];

    public WorkItem(Guid id, Guid trajectId, Guid goalId, string text, WorkOwner owner, DateOnly dueOn, Guid? byId, DateTime nowUtc, Guid? conferenceCaseId = null)
    {
        RuleBroken.Unless(dueOn >= Calendar.DateIn(nowUtc), "action.due-in-past", "DueOn", DueInPast);
        Id = id;
        TrajectId = trajectId;
        GoalId = goalId;
        ConferenceCaseId = conferenceCaseId;
        Text = OwnerKind = null!;
        Write(text, owner, dueOn);
        Sign(byId, nowUtc);
        Raise(new DomainEvent("action.agreed"));
    }

    private WorkItem() => Text = OwnerKind = null!;

    private const string DueInPast = "Deze datum is al geweest. Kies vandaag of later.";

    public Guid TrajectId { get; private set; }

    public Guid GoalId { get; private set; }

    /// <summary>The case of a casusoverleg in which it was agreed.</summary>
    public Guid? ConferenceCaseId { get; private set; }

    /// <summary>Free text.</summary>
    public string Text { get; private set; }

    /// <summary>One of <see cref="OwnerKinds"/>.</summary>
    public string OwnerKind { get; private set; }

    /// <summary>A colleague who works on the traject.</summary>
    public Guid? StaffId { get; private set; }

    public Guid? RelationId { get; private set; }

    /// <summary>An organisation of the catalogue.</summary>
    public Guid? PartnerId { get; private set; }

    /// <summary>The name of an organisation that isn't in the catalogue.</summary>
    public string? Organisation { get; private set; }

    /// <summary>Who does it there.</summary>
    public string? ContactName { get; private set; }

    public DateOnly DueOn { get; private set; }

    /// <summary>The day it was done or lapsed; null while it is open.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>One of <see cref="WorkOutcomes"/>, only with <see cref="ClosedOn"/>.</summary>
    public string? Outcome { get; private set; }

    /// <summary>Why it lapsed.</summary>
    public string? Reason { get; private set; }

    /// <summary>UTC, of what it says now.</summary>
    public DateTime WrittenAt { get; private set; }

    public Guid? WrittenById { get; private set; }

    /// <summary>What it said before, oldest first.</summary>
    public IReadOnlyList<EarlierWorkItem> Earlier => _earlier;

    public WorkOwner Owner => new(OwnerKind, StaffId, RelationId, PartnerId, Organisation, ContactName);

    public void Change(string text, WorkOwner owner, DateOnly dueOn, Guid? byId, DateTime nowUtc)
    {
        RuleBroken.Unless(ClosedOn is null, "action.closed", "", "Deze actie is al afgesloten. Open de actie eerst weer.");
        RuleBroken.Unless(dueOn == DueOn || dueOn >= Calendar.DateIn(nowUtc), "action.due-in-past", "DueOn", DueInPast);
        var was = new EarlierWorkItem(this, _earlier.Count + 1);
        Write(text, owner, dueOn);
        if (was.Text == Text && was.Owner == Owner && was.DueOn == DueOn)
            return;
        _earlier.Add(was);
        Sign(byId, nowUtc);
        Raise(new DomainEvent("action.changed"));
    }

    public void Close(string outcome, DateOnly on, string? reason, Guid? byId, DateTime nowUtc)
    {
        RuleBroken.Unless(ClosedOn is null, "action.closed", "", "Deze actie is al afgesloten.");
        RuleBroken.Unless(WorkOutcomes.List.Has(outcome), "action.outcome", "Outcome", "Kies of de actie is gedaan, of niet meer nodig is.");
        RuleBroken.Unless(on <= Calendar.DateIn(nowUtc), "action.closed-in-future", "On", "De datum ligt in de toekomst. Kies vandaag of eerder.");
        RuleBroken.Unless(outcome != WorkOutcomes.Dropped || !string.IsNullOrWhiteSpace(reason), "action.reason", "Reason", "Schrijf op waarom deze actie vervalt.");
        _earlier.Add(new EarlierWorkItem(this, _earlier.Count + 1));
        ClosedOn = on;
        Outcome = outcome;
        Reason = outcome == WorkOutcomes.Dropped ? reason!.Trim() : null;
        Sign(byId, nowUtc);
        Raise(new DomainEvent(outcome == WorkOutcomes.Done ? "action.done" : "action.dropped"));
    }

    public void Reopen(Guid? byId, DateTime nowUtc)
    {
        RuleBroken.Unless(ClosedOn is not null, "action.open", "", "Deze actie staat al open.");
        _earlier.Add(new EarlierWorkItem(this, _earlier.Count + 1));
        ClosedOn = null;
        Outcome = Reason = null;
        Sign(byId, nowUtc);
        Raise(new DomainEvent("action.reopened"));
    }

    private void Write(string text, WorkOwner owner, DateOnly dueOn)
    {
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(text), "action.text", "Text", "Schrijf op wat er moet gebeuren.");
        var o = owner.Checked();
        Text = text.Trim();
        OwnerKind = o.Kind;
        StaffId = o.StaffId;
        RelationId = o.RelationId;
        PartnerId = o.PartnerId;
        Organisation = o.Organisation;
        ContactName = o.ContactName;
        DueOn = dueOn;
    }

    private void Sign(Guid? byId, DateTime nowUtc)
    {
        WrittenById = byId;
        WrittenAt = nowUtc;
    }
}

/// <summary>Who does it: a colleague, the client, a relative, or somebody of an organisation.</summary>
/// <param name="Kind">One of <see cref="OwnerKinds"/>; of the other members only those of this kind count.</param>
/// <param name="PartnerId">An organisation of the catalogue, or else <paramref name="Organisation"/>.</param>
/// <param name="ContactName">Who does it at that organisation, when that is known.</param>
public sealed record WorkOwner(
    string Kind, Guid? StaffId = null, Guid? RelationId = null, Guid? PartnerId = null, string? Organisation = null, string? ContactName = null)
{
    public const int MaxOrganisation = 150;
    public const int MaxContactName = 100;

    /// <summary>Only what belongs to its kind; the rules name the request's <c>Owner</c>.</summary>
    internal WorkOwner Checked()
    {
        RuleBroken.Unless(
            OwnerKinds.List.Has(Kind)
            && (Kind != OwnerKinds.Staff || StaffId is not null)
            && (Kind != OwnerKinds.Relative || RelationId is not null),
            "action.owner", "Owner", "Kies wie dit doet.");
        if (Kind != OwnerKinds.Organisation)
            return new(Kind, Kind == OwnerKinds.Staff ? StaffId : null, Kind == OwnerKinds.Relative ? RelationId : null);
        var name = PartnerId is null ? Blank(Organisation) : null;
        RuleBroken.Unless(PartnerId is not null || name is not null, "action.organisation", "Owner", "Kies de organisatie, of vul de naam ervan in.");
        return new(Kind, PartnerId: PartnerId, Organisation: name, ContactName: Blank(ContactName));
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

public static class OwnerKinds
{
    public const string Staff = "staff";
    public const string Client = "client";
    public const string Relative = "relative";
    public const string Organisation = "organisation";

    public static readonly CodeList List = new(
        (Staff, "Medewerker"), (Client, "Cliënt"), (Relative, "Familie of naaste"), (Organisation, "Iemand van een organisatie"));
}

public static class WorkOutcomes
{
    public const string Done = "done";
    public const string Dropped = "dropped";

    public static readonly CodeList List = new((Done, "Gedaan"), (Dropped, "Vervallen"));
}

/// <summary>An action as it was before a change.</summary>
public sealed class EarlierWorkItem
{
    internal EarlierWorkItem(WorkItem was, int number)
    {
        WorkItemId = was.Id;
        Number = number;
        Text = was.Text;
        OwnerKind = was.OwnerKind;
        StaffId = was.StaffId;
        RelationId = was.RelationId;
        PartnerId = was.PartnerId;
        Organisation = was.Organisation;
        ContactName = was.ContactName;
        DueOn = was.DueOn;
        ClosedOn = was.ClosedOn;
        Outcome = was.Outcome;
        Reason = was.Reason;
        WrittenAt = was.WrittenAt;
        WrittenById = was.WrittenById;
    }

    private EarlierWorkItem() => Text = OwnerKind = null!;

    public Guid WorkItemId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public string Text { get; private set; }

    public string OwnerKind { get; private set; }

    public Guid? StaffId { get; private set; }

    public Guid? RelationId { get; private set; }

    public Guid? PartnerId { get; private set; }

    public string? Organisation { get; private set; }

    public string? ContactName { get; private set; }

    public DateOnly DueOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public string? Outcome { get; private set; }

    public string? Reason { get; private set; }

    public DateTime WrittenAt { get; private set; }

    public Guid? WrittenById { get; private set; }

    public WorkOwner Owner => new(OwnerKind, StaffId, RelationId, PartnerId, Organisation, ContactName);
}
