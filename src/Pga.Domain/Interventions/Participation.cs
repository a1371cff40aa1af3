using Pga.Domain.Common;

namespace Pga.Domain.Interventions;

/// <summary>
/// Deelname: a client's way through an intervention, from the referral on. When it started and how it ended is derived from
/// what is recorded (<see cref="Derive"/>): nobody types it.
/// </summary>
public sealed class Participation : Aggregate
{
    public const string Completed = "completed";
    public const string DroppedOut = "dropped-out";
    public const string Declined = "declined";
    public const string NotStarted = "not-started";

    /// <summary>Who was there at less than this share of the sessions has dropped out.</summary>
    public const double CompletedFrom = 0.5;

    public Participation(Guid id, Guid trajectId, Guid interventionId, DateOnly referredOn, string? importKey = null)
    {
        Id = id;
        TrajectId = trajectId;
        InterventionId = interventionId;
        ReferredOn = referredOn;
        ImportKey = importKey;
        Raise(new DomainEvent("participation.referred"));
    }

    private Participation()
    {
    }

    public string? ImportKey { get; private set; }

    public Guid TrajectId { get; private set; }

    public Guid InterventionId { get; private set; }

    public DateOnly ReferredOn { get; private set; }

    public DateOnly? StartedOn { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    /// <summary>One of <see cref="Endings"/>, only with an end.</summary>
    public string? Result { get; private set; }

    /// <summary>What an import can say, and the rapportage counts.</summary>
    public static readonly CodeList Results = new((Completed, "Afgerond"), (DroppedOut, "Voortijdig gestopt"));

    public static readonly CodeList Endings = new(
        (Completed, "Afgerond"), (DroppedOut, "Voortijdig gestopt"),
        (Declined, "Niet gestart: de partner heeft afgewezen"), (NotStarted, "Niet gestart"));

    public void Start(DateOnly on)
    {
        RuleBroken.Unless(on >= ReferredOn, "participation.start", "StartedOn", "De start ligt vóór de verwijzing.");
        StartedOn = on;
        Raise(new DomainEvent("participation.started"));
    }

    public void End(DateOnly on, string? result)
    {
        RuleBroken.Unless(on >= (StartedOn ?? ReferredOn), "participation.end", "EndedOn", "Het einde ligt vóór de start.");
        EndedOn = on;
        Result = result;
        Raise(new DomainEvent("participation.ended"));
    }

    /// <summary>
    /// Works out start and end from what is recorded. It started at the first session with the client there. Declined by the
    /// partner it never started. An end report ends it on its last day: as completed when the client was there at
    /// <see cref="CompletedFrom"/> of the sessions or more, else as dropped out. Withdrawn it ends that day, as dropped out
    /// when it had started. Without any of these it is open.
    /// </summary>
    public void Derive(ParticipationFacts facts)
    {
        var before = (StartedOn, EndedOn, Result);
        var there = facts.Sessions.Where(s => AttendanceCodes.WasThere(s.Attendance)).Select(s => (DateOnly?)s.On).Append(facts.Report?.FirstDay);
        var first = there.Min();
        // What came from elsewhere says itself when it started; sessions recorded here can only be later.
        StartedOn = facts.IsReferred ? first : new[] { StartedOn, first }.Min();
        (EndedOn, Result) = facts switch
        {
            { DeclinedOn: { } declined } => (declined, Declined),
            { Report: { } report } => (report.LastDay, StartedOn is null ? NotStarted : IsCompleted(facts, report) ? Completed : DroppedOut),
            { WithdrawnOn: { } withdrawn } => (withdrawn, StartedOn is null ? NotStarted : DroppedOut),
            _ => (default(DateOnly?), default(string)),
        };
        if (before.StartedOn != StartedOn)
            Raise(new DomainEvent("participation.started"));
        if ((before.EndedOn, before.Result) != (EndedOn, Result))
            Raise(new DomainEvent("participation.ended"));
    }

    private static bool IsCompleted(ParticipationFacts facts, ReportFact report)
    {
        var until = facts.Sessions.Where(s => s.On <= report.LastDay).ToList();
        var held = until.Count + report.HeldElsewhere;
        var attended = until.Count(s => AttendanceCodes.WasThere(s.Attendance)) + report.AttendedElsewhere;
        return held > 0 && attended >= held * CompletedFrom;
    }

    /// <summary>For the import: the facts as the folder has them; it has checked their order.</summary>
    public void ChangeFromImport(Guid trajectId, Guid interventionId, DateOnly referredOn, DateOnly? startedOn, DateOnly? endedOn, string? result)
    {
        TrajectId = trajectId;
        InterventionId = interventionId;
        ReferredOn = referredOn;
        StartedOn = startedOn;
        EndedOn = endedOn;
        Result = result;
    }
}

/// <summary>What is recorded about a participation, for <see cref="Participation.Derive"/>.</summary>
/// <param name="IsReferred">It came by a referral of ours; otherwise from another administration.</param>
/// <param name="Sessions">Those of which it is known whether the client was there.</param>
public sealed record ParticipationFacts(
    bool IsReferred, IReadOnlyList<SessionFact> Sessions, ReportFact? Report = null, DateOnly? DeclinedOn = null, DateOnly? WithdrawnOn = null);

/// <param name="Attendance">One of <see cref="AttendanceCodes.List"/>.</param>
public sealed record SessionFact(DateOnly On, string Attendance);

/// <param name="FirstDay">Of sessions that were held elsewhere.</param>
public sealed record ReportFact(DateOnly LastDay, DateOnly? FirstDay = null, int HeldElsewhere = 0, int AttendedElsewhere = 0);

/// <summary>A partner that works on a traject, first and last day included.</summary>
public sealed class PartnerInvolvement : Aggregate
{
    public PartnerInvolvement(Guid id, Guid trajectId, Guid partnerId, DateOnly from, DateOnly? until)
    {
        Id = id;
        TrajectId = trajectId;
        PartnerId = partnerId;
        From = from;
        Until = until;
        Raise(new DomainEvent("partner.involved"));
    }

    private PartnerInvolvement()
    {
    }

    public Guid TrajectId { get; private set; }

    public Guid PartnerId { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly? Until { get; private set; }

    public void EndOn(DateOnly? until) => Until = until;
}
