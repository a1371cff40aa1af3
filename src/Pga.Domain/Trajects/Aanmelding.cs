using Pga.Domain.Catalogues;
using Pga.Domain.Common;

namespace Pga.Domain.Trajects;

/// <summary>
/// Aanmelding by a partner organisation. Coordinators of all teams see it until one of them takes it in, and makes a traject
/// of it, or answers that it won't be. What the partner typed about the person is then removed; who sent it, when and how it
/// ended stays.
/// </summary>
public sealed class Aanmelding : Aggregate
{
    public const int MaxNumber = 32;

    /// <summary>Letters and digits of <see cref="Number"/>: none that look alike, no vowels and so no words.</summary>
    public const string NumberSigns = "BCDFGHJKMNPQRSTVWXZ23456789";

    public const int NumberLength = 6;

    public const int MaxText = 900;
    public const int MaxContact = 120;
    public const int MaxReference = 50;
    public const int MaxFeedback = TriageDecision.MaxFeedback;

    public Aanmelding(Guid id, string number, Guid sentById, string organisation, AanmeldingDraft draft, DateTime sentAtUtc, DateOnly triageOn)
    {
        RuleBroken.Unless(draft.Wijk is null || Wijken.List.Has(draft.Wijk), "aanmelding.wijk", "Wijk", "Kies een wijk uit de lijst.");
        Traject.CheckInformed(draft.Informed, draft.InformedNote, draft.InformedReviewOn);
        Id = id;
        Number = number;
        SentById = sentById;
        Organisation = organisation;
        Reference = Trimmed(draft.Reference);
        SentAt = sentAtUtc;
        SentOn = Calendar.DateIn(sentAtUtc);
        TriageOn = triageOn;
        GivenName = Trimmed(draft.GivenName);
        Prefix = Trimmed(draft.Prefix);
        FamilyName = Trimmed(draft.FamilyName);
        BirthDate = draft.BirthDate;
        Wijk = draft.Wijk;
        Reason = Trimmed(draft.Reason);
        Known = Trimmed(draft.Known);
        Contact = Trimmed(draft.Contact);
        Informed = draft.Informed;
        InformedNote = Trimmed(draft.InformedNote);
        InformedReviewOn = draft.InformedReviewOn;
        Raise(new DomainEvent("aanmelding.sent"));
    }

    private Aanmelding() => Number = Organisation = null!;

    /// <summary>What the sender can mention: <c>A-2026-K7PX3M</c>. Drawn, not counted: a partner mustn't read from it how many others send.</summary>
    public string Number { get; private set; }

    public Guid SentById { get; private set; }

    /// <summary>The sender's organisation at that time.</summary>
    public string Organisation { get; private set; }

    /// <summary>The sender's own reference, without a name in it.</summary>
    public string? Reference { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime SentAt { get; private set; }

    /// <summary>Amsterdam.</summary>
    public DateOnly SentOn { get; private set; }

    /// <summary>The day of the triage it is for.</summary>
    public DateOnly TriageOn { get; private set; }

    public string? GivenName { get; private set; }

    public string? Prefix { get; private set; }

    public string? FamilyName { get; private set; }

    public DateOnly? BirthDate { get; private set; }

    public string? Wijk { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>What the partner knows about the person.</summary>
    public string? Known { get; private set; }

    /// <summary>Whom to ask at the partner.</summary>
    public string? Contact { get; private set; }

    /// <summary>One of <see cref="Traject.InformedCodes"/>.</summary>
    public string? Informed { get; private set; }

    public string? InformedNote { get; private set; }

    public DateOnly? InformedReviewOn { get; private set; }

    /// <summary>UTC. Null while it waits.</summary>
    public DateTime? HandledAt { get; private set; }

    public Guid? HandledById { get; private set; }

    /// <summary>The traject that was made of it. Null while it waits, and when it was answered without one.</summary>
    public Guid? TrajectId { get; private set; }

    /// <summary>What the triage decided: one of <see cref="TriageOutcomes"/>. For the sender, who may not see the traject.</summary>
    public string? Outcome { get; private set; }

    /// <summary>What the sender reads.</summary>
    public string? Feedback { get; private set; }

    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>A traject was made of it.</summary>
    public void TakeIn(Guid trajectId, Guid byId, DateTime nowUtc)
    {
        Handle(byId, nowUtc);
        TrajectId = trajectId;
        Raise(new DomainEvent("aanmelding.taken-in"));
    }

    /// <summary>No traject is made of it; the sender reads why.</summary>
    public void Dismiss(string feedback, Guid byId, DateTime nowUtc)
    {
        Handle(byId, nowUtc);
        Feedback = feedback.Trim();
        AnsweredOn = Calendar.DateIn(nowUtc);
        Raise(new DomainEvent("aanmelding.dismissed"));
    }

    /// <summary>What the triage decided; a later decision takes its place.</summary>
    public void Answer(string outcome, string feedback, DateOnly on)
    {
        Outcome = outcome;
        Feedback = feedback.Trim();
        AnsweredOn = on;
        Raise(new DomainEvent("aanmelding.answered"));
    }

    private void Handle(Guid byId, DateTime nowUtc)
    {
        RuleBroken.Unless(HandledAt is null, "aanmelding.handled", "", "Een collega heeft deze aanmelding al in behandeling genomen.");
        HandledAt = nowUtc;
        HandledById = byId;
        GivenName = Prefix = FamilyName = Wijk = Reason = Known = Contact = Informed = InformedNote = null;
        BirthDate = InformedReviewOn = null;
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>For the sender: one of <see cref="AanmeldingStates"/>.</summary>
    public static string StateOf(bool handled, Guid? trajectId, string? outcome) =>
        outcome ?? (!handled ? AanmeldingStates.Received : trajectId is null ? AanmeldingStates.Dismissed : AanmeldingStates.InTriage);
}

/// <summary>What a partner fills in.</summary>
public sealed record AanmeldingDraft(
    string? GivenName,
    string? Prefix,
    string? FamilyName,
    DateOnly? BirthDate,
    string? Wijk,
    string? Reason,
    string? Known,
    string? Contact,
    string? Informed,
    string? InformedNote,
    DateOnly? InformedReviewOn,
    string? Reference);

/// <summary>Where an aanmelding stands, for its sender.</summary>
public static class AanmeldingStates
{
    public const string Received = "received";
    public const string InTriage = "in-triage";
    public const string Dismissed = "dismissed";

    public static readonly CodeList List = new(
        (Received, "Ontvangen"), (InTriage, "In behandeling"), (Dismissed, "Niet in behandeling genomen"),
        (TriageOutcomes.Accepted, "Geaccepteerd"), (TriageOutcomes.Rejected, "Afgewezen"), (TriageOutcomes.Redirected, "Doorverwezen"),
        (TriageOutcomes.ScaledUp, "Opgeschaald naar ZVH"));
}
