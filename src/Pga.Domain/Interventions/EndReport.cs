using Pga.Domain.Common;

namespace Pga.Domain.Interventions;

/// <summary>
/// Eindverslag: what a participation came to, and what should happen next. It says what happened, not how the participation
/// counts: that follows from it.
/// </summary>
public sealed class EndReport : Aggregate
{
    public const int MaxText = 4000;

    /// <summary>More sessions than this is a typing error.</summary>
    public const int MaxElsewhere = 500;

    public EndReport(Guid id, Participation participation, EndReportText text, Guid byId, DateTime nowUtc, string? correctionReason = null)
    {
        var today = Calendar.DateIn(nowUtc);
        RuleBroken.Unless(text.LastDay <= today, "end-report.last-day", "LastDay", "De laatste dag ligt in de toekomst. Kies vandaag of eerder.");
        RuleBroken.Unless(text.LastDay >= participation.ReferredOn, "end-report.last-day", "LastDay", "De laatste dag ligt vóór de verwijzing.");
        RuleBroken.Unless(GoalCodes.List.Has(text.Reached), "end-report.reached", "Reached", "Kies of het doel is bereikt.");
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(text.Text), "end-report.text", "Text", "Schrijf op wat er is bereikt.");
        RuleBroken.Unless(text.AttendedElsewhere <= text.HeldElsewhere, "end-report.elsewhere", "AttendedElsewhere", "De deelnemer kan niet bij meer bijeenkomsten zijn geweest dan er waren.");
        RuleBroken.Unless(text.FirstDay is null || (text.FirstDay >= participation.ReferredOn && text.FirstDay <= text.LastDay), "end-report.first-day", "FirstDay",
            "De eerste dag ligt niet tussen de verwijzing en de laatste dag.");
        Id = id;
        ParticipationId = participation.Id;
        TrajectId = participation.TrajectId;
        LastDay = text.LastDay;
        Reached = text.Reached;
        Text = text.Text.Trim();
        Advice = string.IsNullOrWhiteSpace(text.Advice) ? null : text.Advice.Trim();
        FirstDay = text.FirstDay;
        HeldElsewhere = text.HeldElsewhere;
        AttendedElsewhere = text.AttendedElsewhere;
        WrittenById = byId;
        WrittenAt = nowUtc;
        CorrectionReason = correctionReason;
        Raise(new DomainEvent(correctionReason is null ? "end-report.written" : "end-report.corrected", correctionReason));
    }

    private EndReport() => Reached = Text = null!;

    public Guid ParticipationId { get; private set; }

    public Guid TrajectId { get; private set; }

    /// <summary>Last day of the participation.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>One of <see cref="GoalCodes.List"/>.</summary>
    public string Reached { get; private set; }

    public string Text { get; private set; }

    public string? Advice { get; private set; }

    /// <summary>First day, when it was held elsewhere and so isn't known from sessions.</summary>
    public DateOnly? FirstDay { get; private set; }

    /// <summary>Sessions that aren't in this system.</summary>
    public int HeldElsewhere { get; private set; }

    public int AttendedElsewhere { get; private set; }

    public Guid WrittenById { get; private set; }

    public DateTime WrittenAt { get; private set; }

    /// <summary>Why it replaces an earlier version.</summary>
    public string? CorrectionReason { get; private set; }

    public Guid? SupersededById { get; private set; }

    public ReportFact Fact => new(LastDay, FirstDay, HeldElsewhere, AttendedElsewhere);

    public void SupersedeBy(EndReport next) => SupersededById = next.Id;
}

/// <param name="Reached">One of <see cref="GoalCodes.List"/>.</param>
public sealed record EndReportText(
    DateOnly LastDay, string Reached, string Text, string? Advice, DateOnly? FirstDay = null, int HeldElsewhere = 0, int AttendedElsewhere = 0);

/// <summary>Whether the goal of a referral was reached.</summary>
public static class GoalCodes
{
    public static readonly CodeList List = new(("reached", "Ja, bereikt"), ("partly", "Deels bereikt"), ("not-reached", "Nee, niet bereikt"));
}

/// <summary>Where a participation stands, worked out from what is recorded; for people.</summary>
public static class ParticipationStates
{
    public const string Waiting = "waiting";
    public const string Offered = "offered";
    public const string Lapsed = "lapsed";
    public const string Accepted = "accepted";
    public const string Running = "running";
    public const string Closed = "closed";

    public static readonly CodeList List = new(
    [
        (Waiting, "Op de wachtlijst"), (Offered, "Wacht op antwoord"), (Lapsed, "Inzage voorbij, geen antwoord"), (Accepted, "Nog niet begonnen"),
        (Running, "Loopt"), (Closed, "Gesloten met het traject"), .. Participation.Endings.All.Select(e => (e.Key, e.Label)),
    ]);

    /// <param name="result">Of a participation that has ended.</param>
    /// <param name="queue">Place on the waiting list, or 0 for who has a place.</param>
    /// <param name="byPartner">A partner with an account has to answer it.</param>
    /// <param name="granted">That partner may look.</param>
    public static string Of(DateOnly? startedOn, DateOnly? endedOn, string? result, bool closed, int queue, bool byPartner, bool accepted, bool granted) =>
        endedOn is not null ? result ?? Participation.NotStarted
        : closed ? Closed
        : startedOn is not null ? Running
        : accepted ? Accepted
        : byPartner && !granted ? Lapsed
        : queue > 0 ? Waiting
        : byPartner ? Offered
        : Accepted;
}
