using Pga.Domain.Common;
using Pga.Domain.Outflow;

namespace Pga.Domain.Trajects;

/// <summary>
/// Traject: one period of a client in one programme, with its own ground, purpose and team. Re-entry is a new traject.
/// Its state is derived from facts; nothing sets it.
/// </summary>
public sealed class Traject : Aggregate
{
    public const int MaxNumber = 32;
    public const int MaxReferredBy = 200;
    public const int MaxText = 2000;
    public const int MaxTeam = 64;

    /// <summary>Days after the start within which the start assessment must be there.</summary>
    public const int StartAssessmentWithinDays = 30;

    /// <summary>Months between evaluations.</summary>
    public const int EvaluationEveryMonths = 3;

    private readonly List<Assignment> _assignments = [];

    public Traject(Guid id, string number, Guid clientId, string programme, DateOnly referredOn, string? referredBy, string? team)
    {
        Id = id;
        Number = number;
        ClientId = clientId;
        Programme = programme;
        ReferredOn = referredOn;
        ReferredBy = referredBy;
        Team = team;
        Raise(new DomainEvent("traject.referred"));
    }

    private Traject() => Number = Programme = null!;

    /// <summary>The key of the import, or made by us.</summary>
    public string Number { get; private set; }

    public Guid ClientId { get; private set; }

    /// <summary>One of <see cref="Programmes"/>.</summary>
    public string Programme { get; private set; }

    public DateOnly ReferredOn { get; private set; }

    /// <summary>Aanmelder: organisation or person.</summary>
    public string? ReferredBy { get; private set; }

    /// <summary>Aanleiding: why this person is referred.</summary>
    public string? Ground { get; private set; }

    /// <summary>Doel of the processing.</summary>
    public string? Purpose { get; private set; }

    /// <summary>Is the person informed: <see cref="InformedCodes"/>.</summary>
    public string? Informed { get; private set; }

    public string? InformedNote { get; private set; }

    public DateOnly? InformedReviewOn { get; private set; }

    /// <summary>The day of the triage it is for; null when it came from elsewhere or started at once.</summary>
    public DateOnly? TriageOn { get; private set; }

    public DateOnly? StartedOn { get; private set; }

    /// <summary>Last day, once an outflow is proposed. It counts only when <see cref="OutflowConfirmedAt"/> is set.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>One of <see cref="EndReasons"/>.</summary>
    public string? EndReason { get; private set; }

    public string? EndNote { get; private set; }

    public Guid? OutflowProposedById { get; private set; }

    public DateTime? OutflowProposedAt { get; private set; }

    public Guid? OutflowConfirmedById { get; private set; }

    /// <summary>UTC. Until it is set the traject runs, whatever <see cref="EndedOn"/> says.</summary>
    public DateTime? OutflowConfirmedAt { get; private set; }

    /// <summary>The team that owns the traject.</summary>
    public string? Team { get; private set; }

    /// <summary>Only those with an explicit assignment see it (staff, or relatives of staff).</summary>
    public bool Restricted { get; private set; }

    public IReadOnlyList<Assignment> Assignments => _assignments;

    public bool IsEnded => OutflowConfirmedAt is not null;

    public static readonly CodeList InformedCodes = new(("yes", "Ja"), ("no", "Nee"), ("postponed", "Uitgesteld"));

    public void GroundIn(string? ground, string? purpose, string? informed, string? informedNote, DateOnly? reviewOn)
    {
        CheckInformed(informed, informedNote, reviewOn);
        Ground = ground;
        Purpose = purpose;
        Informed = informed;
        InformedNote = informedNote;
        InformedReviewOn = reviewOn;
    }

    /// <summary>Looks again at whether the person can be informed.</summary>
    public void Inform(string informed, string? note, DateOnly? reviewOn, DateOnly today)
    {
        CheckInformed(informed, note, reviewOn);
        RuleBroken.Unless(reviewOn is null || reviewOn > today, "traject.informed-review-past", "InformedReviewOn", "Kies een datum na vandaag.");
        Informed = informed;
        InformedNote = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        InformedReviewOn = informed == "yes" ? null : reviewOn;
        Raise(new DomainEvent("traject.informed-reviewed"));
    }

    internal static void CheckInformed(string? informed, string? note, DateOnly? reviewOn)
    {
        RuleBroken.Unless(informed is null or "yes" || !string.IsNullOrWhiteSpace(note),
            "traject.informed-reason", "InformedNote", "Schrijf op waarom de persoon nog niet is geïnformeerd.");
        RuleBroken.Unless(informed is not "postponed" || reviewOn is not null,
            "traject.informed-review", "InformedReviewOn", "Kies een datum waarop u opnieuw bekijkt of u de persoon kunt informeren.");
    }

    /// <summary>Puts the aanmelding on the list of a triage.</summary>
    public void ForTriage(DateOnly on) => TriageOn = on;

    /// <summary>
    /// Takes what the triage decided. What isn't accepted never starts: whoever worked on it is done that day.
    /// </summary>
    /// <param name="earlier">The decision that this one corrects.</param>
    public void Take(TriageDecision decision, TriageDecision? earlier, DateOnly today)
    {
        RuleBroken.Unless(!IsEnded, "triage.ended", "", "Dit traject is al uitgestroomd. U kunt het besluit niet meer wijzigen.");
        RuleBroken.Unless(StartedOn is null || earlier is not null, "triage.started", "", "Dit traject is al gestart. Een besluit van de triage is niet meer nodig.");
        RuleBroken.Unless(StartedOn is null || decision.Outcome == TriageOutcomes.Accepted, "triage.started", "Outcome",
            "Dit traject is al gestart. Stel een uitstroom voor, of schaal op vanuit het dossier.");
        if (decision.Outcome != TriageOutcomes.Accepted)
            _assignments.ForEach(a => a.EndBy(today));
        Raise(new DomainEvent("traject.triaged"));
    }

    public void Start(DateOnly on, DateOnly today)
    {
        RuleBroken.Unless(StartedOn is null, "traject.already-started", "StartedOn", "Dit traject is al gestart.");
        RuleBroken.Unless(on >= ReferredOn, "traject.start-before-referral", "StartedOn", "De startdatum ligt vóór de aanmelding. Kies een latere datum.");
        RuleBroken.Unless(on <= today, "traject.start-in-future", "StartedOn", "De startdatum ligt in de toekomst. Kies vandaag of eerder.");
        StartedOn = on;
        Raise(new DomainEvent("traject.started"));
    }

    /// <summary>The ZVH takes the lead from a day on. That it does, and until when, is in what was shared with it.</summary>
    public void ScaleUp(DateOnly from, DateOnly today, bool isThereAlready)
    {
        RuleBroken.Unless(StartedOn is not null && !IsEnded, "scale-up.not-running", "", "Dit traject loopt niet. U kunt het daarom niet opschalen.");
        RuleBroken.Unless(!isThereAlready, "scale-up.already", "", "Dit traject is al opgeschaald naar het ZVH.");
        RuleBroken.Unless(from >= StartedOn, "scale-up.before-start", "From", "Deze datum ligt vóór de start van het traject. Kies een latere datum.");
        RuleBroken.Unless(from <= today, "scale-up.in-future", "From", "Deze datum ligt in de toekomst. Kies vandaag of eerder.");
        Raise(new DomainEvent("traject.scaled-up"));
    }

    public Assignment Assign(Guid id, Guid staffId, string role, DateOnly from)
    {
        RuleBroken.Unless(role != AssignmentRoles.Rio || Programme == Programmes.Rio,
            "traject.rio-only", "Role", "Een RIO kan alleen op een RIO-traject staan.");
        var assignment = new Assignment(id, Id, staffId, role, from);
        _assignments.Add(assignment);
        Raise(new DomainEvent("traject.assigned"));
        return assignment;
    }

    /// <summary>
    /// Gives somebody a role from a day on. Of procesregie, casusregie and RIO there is one at a time: whoever had it stops
    /// the day before, and whoever would begin later doesn't.
    /// </summary>
    public Assignment PutOn(Guid id, Guid staffId, string role, DateOnly from, DateOnly today)
    {
        RuleBroken.Unless(!IsEnded, "traject.ended", "", "Dit traject is afgesloten. U kunt niemand meer toewijzen.");
        RuleBroken.Unless(role != AssignmentRoles.Case || Programme != Programmes.Rio,
            "traject.case-on-rio", "Role", "Een RIO-traject heeft een RIO in plaats van casusregie.");
        RuleBroken.Unless(from >= ReferredOn, "assignment.before-referral", "From", "De eerste dag ligt vóór de aanmelding. Kies een latere dag.");
        var others = _assignments.Where(a => a.Role == role && !a.IsVoid && (a.Until is null || a.Until >= from)).ToList();
        RuleBroken.Unless(others.TrueForAll(a => a.StaffId != staffId || a.From > from), "assignment.double", "StaffId", "Deze collega heeft deze rol al.");
        if (!AssignmentRoles.IsSingle(role))
            return Assign(id, staffId, role, from);
        RuleBroken.Unless(others.TrueForAll(a => a.From < from || a.From >= today),
            "assignment.taken", "From", "Op die dag had een andere collega deze rol al. Kies een latere dag.");
        foreach (var other in others)
            Stop(other, from.AddDays(-1));
        return Assign(id, staffId, role, from);
    }

    /// <summary>Ends somebody's assignment. Nobody can be the last casusregie or RIO to leave a traject that runs.</summary>
    /// <param name="until">The last day; null when access must stop at once.</param>
    public void TakeOff(Assignment assignment, DateOnly? until, DateOnly today)
    {
        RuleBroken.Unless(!assignment.IsVoid && (assignment.Until is null || assignment.Until >= today), "assignment.over", "", "Deze toewijzing is al geëindigd.");
        RuleBroken.Unless(until is null || until >= assignment.From, "assignment.end-before-start", "Until",
            "De laatste dag ligt vóór de eerste dag. Kies een latere dag, of laat de toegang meteen stoppen.");
        RuleBroken.Unless(until is null || assignment.Until is null || until <= assignment.Until, "assignment.ends-before", "Until",
            "Deze toewijzing eindigt al eerder. Wijs de collega opnieuw toe.");
        var yesterday = today.AddDays(-1);
        var last = until ?? (assignment.From > today ? assignment.From.AddDays(-1) : yesterday);
        RuleBroken.Unless(
            !AssignmentRoles.Leads(assignment.Role) || StartedOn is null || IsEnded
                || _assignments.Exists(a => a != assignment && AssignmentRoles.Leads(a.Role) && !a.IsVoid && a.From <= last.AddDays(1) && (a.Until is null || a.Until > last)),
            "assignment.last-lead", "", Programme == Programmes.Rio
                ? "Dit is de laatste RIO van een lopend traject. Wijs eerst een opvolger toe die de dag erna begint."
                : "Dit is de laatste casusregie van een lopend traject. Wijs eerst een opvolger toe die de dag erna begint.");
        Stop(assignment, last);
        Raise(new DomainEvent("traject.unassigned"));
    }

    /// <summary>Somebody takes the place of a colleague who is away.</summary>
    public Assignment Replace(Guid id, Guid staffId, Guid forStaffId, Guid absenceId, DateOnly from, DateOnly until)
    {
        RuleBroken.Unless(!IsEnded, "traject.ended", "", "Dit traject is afgesloten. Er is geen vervanging meer nodig.");
        var replacement = Assignment.Replacing(id, Id, staffId, forStaffId, absenceId, from, until);
        _assignments.Add(replacement);
        Raise(new DomainEvent("traject.replaced"));
        return replacement;
    }

    /// <summary>The colleague stays away longer or comes back sooner.</summary>
    public void ReplaceUntil(Assignment replacement, DateOnly until)
    {
        if (until > replacement.Until)
            replacement.ProlongTo(until);
        else
            replacement.EndBy(until);
        Raise(new DomainEvent("traject.replacement-changed"));
    }

    /// <summary>Another team takes over today; nobody of the former team works on it any more.</summary>
    public void MoveTo(string team, DateOnly today)
    {
        RuleBroken.Unless(!IsEnded, "traject.ended", "", "Dit traject is afgesloten.");
        foreach (var assignment in _assignments)
            assignment.EndBy(today.AddDays(-1));
        Team = team;
        Raise(new DomainEvent("traject.moved"));
    }

    public void Restrict(bool restricted, string reason)
    {
        Restricted = restricted;
        Raise(new DomainEvent("traject.restricted", reason));
    }

    /// <summary>Proposes the end. A second person confirms it; until then the traject runs and isn't counted as outflow.</summary>
    /// <param name="facts">What the traject's records say about it today.</param>
    public void ProposeOutflow(DateOnly endedOn, string reason, string? note, Guid byId, DateTime nowUtc, OutflowFacts facts)
    {
        var today = Calendar.DateIn(nowUtc);
        RuleBroken.Unless(StartedOn is not null, "outflow.not-started", "EndedOn", "Dit traject is nog niet gestart. U kunt het daarom niet afsluiten.");
        RuleBroken.Unless(!IsEnded, "outflow.already-ended", "", "Dit traject is al uitgestroomd.");
        RuleBroken.Unless(OutflowProposedAt is null, "outflow.already-proposed", "", "Er ligt al een voorstel. Laat het bevestigen, of trek het eerst in.");
        RuleBroken.Unless(EndReasons.List.Has(reason), "outflow.unknown-reason", "Reason", "Kies een reden uit de lijst.");
        RuleBroken.Unless(endedOn >= StartedOn, "outflow.end-before-start", "EndedOn", "De einddatum ligt vóór de start van het traject. Kies een latere datum.");
        RuleBroken.Unless(endedOn <= today, "outflow.end-in-future", "EndedOn", "De einddatum ligt in de toekomst. Kies vandaag of eerder.");
        if (EndReasons.NeedsEvaluation(reason))
        {
            RuleBroken.Unless(
                facts.LatestEndAssessment is { } measured && measured <= today && today.DayNumber - measured.DayNumber <= OutflowFacts.EndAssessmentMaxDays,
                "outflow.end-assessment", "", "Doe eerst een eindmeting. De laatste eindmeting mag niet ouder zijn dan 30 dagen.");
            RuleBroken.Unless(facts.OpenParticipations.Count == 0, "outflow.open-participations", "",
                $"Sluit eerst de lopende interventies af: {string.Join(", ", facts.OpenParticipations)}.");
            RuleBroken.Unless(facts.UnevaluatedGoals is not { Count: > 0 }, "outflow.unevaluated-goals", "",
                $"Evalueer eerst de open doelen van het plan. De laatste evaluatie mag niet ouder zijn dan 30 dagen. Het gaat om: {string.Join(", ", facts.UnevaluatedGoals ?? [])}.");
        }

        EndedOn = endedOn;
        EndReason = reason;
        EndNote = note;
        OutflowProposedById = byId;
        OutflowProposedAt = nowUtc;
        Raise(new DomainEvent("outflow.proposed"));
    }

    public void WithdrawOutflow(string reason)
    {
        RuleBroken.Unless(OutflowProposedAt is not null && !IsEnded, "outflow.not-proposed", "", "Er is geen voorstel om in te trekken.");
        EndedOn = null;
        EndReason = EndNote = null;
        OutflowProposedById = null;
        OutflowProposedAt = null;
        Raise(new DomainEvent("outflow.withdrawn", reason));
    }

    public void ConfirmOutflow(Guid byId, DateTime nowUtc)
    {
        RuleBroken.Unless(!IsEnded, "outflow.already-ended", "", "Dit traject is al uitgestroomd.");
        RuleBroken.Unless(OutflowProposedAt is not null, "outflow.not-proposed", "", "Er is nog geen uitstroom voorgesteld.");
        RuleBroken.Unless(OutflowProposedById != byId, "outflow.own-proposal", "", "U hebt deze uitstroom zelf voorgesteld. Een ander moet bevestigen.");
        OutflowConfirmedById = byId;
        OutflowConfirmedAt = nowUtc;
        foreach (var assignment in _assignments)
            assignment.EndBy(EndedOn!.Value);
        Raise(new DomainEvent("outflow.confirmed"));
    }

    /// <summary>For the import: a traject as the team's own administration had it. One that ended counts as confirmed outflow.</summary>
    public static Traject FromImport(Guid id, string number, ImportedTraject facts, Guid? coordinatorId, string? team, DateTime nowUtc)
    {
        var traject = new Traject { Id = id, Number = number };
        traject.Take(facts, nowUtc);
        traject.Coordinate(coordinatorId, team, facts.StartedOn ?? facts.ReferredOn);
        return traject;
    }

    /// <summary>For the import: takes the facts of the folder. Another coordinator takes over today; the earlier one is kept.</summary>
    public void ChangeFromImport(ImportedTraject facts, Guid? coordinatorId, string? team, DateTime nowUtc)
    {
        var wasEnded = IsEnded;
        var current = _assignments
            .Where(a => a.Role == CoordinatorRole)
            .OrderByDescending(a => a.Until ?? DateOnly.MaxValue).ThenByDescending(a => a.From).ThenByDescending(a => a.Id)
            .FirstOrDefault();
        Take(facts, nowUtc);
        if (current?.StaffId == coordinatorId && (current is null || current.Role == CoordinatorRole))
        {
            if (wasEnded)
                current?.Reopen();
        }
        else
        {
            var today = Calendar.DateIn(nowUtc);
            // Of an ended traject there is no today to take over on: the folder's coordinator had it all along.
            current?.EndBy(IsEnded ? current.From : today.AddDays(-1));
            Coordinate(coordinatorId, team, current is null || IsEnded ? StartedOn ?? ReferredOn : today);
        }

        if (IsEnded)
            _assignments.ForEach(a => a.EndBy(EndedOn!.Value));
    }

    private string CoordinatorRole => AssignmentRoles.LeadOf(Programme);

    private void Stop(Assignment assignment, DateOnly until)
    {
        assignment.EndBy(until);
        // Who no longer works on it needs no replacement.
        if (_assignments.Exists(a => a.StaffId == assignment.StaffId && a.ForStaffId is null && !a.IsVoid && (a.Until is null || a.Until > until)))
            return;
        foreach (var replacement in _assignments.Where(a => a.ForStaffId == assignment.StaffId))
            replacement.EndBy(until);
    }

    private void Take(ImportedTraject facts, DateTime nowUtc)
    {
        ClientId = facts.ClientId;
        Programme = facts.Programme;
        ReferredOn = facts.ReferredOn;
        ReferredBy = facts.ReferredBy;
        StartedOn = facts.StartedOn;
        if (facts.EndedOn is null && !IsEnded)
            return;
        EndedOn = facts.EndedOn;
        EndReason = facts.EndReason;
        OutflowConfirmedAt = facts.EndedOn is null ? null : OutflowConfirmedAt ?? nowUtc;
    }

    private void Coordinate(Guid? coordinatorId, string? team, DateOnly from)
    {
        Team = team;
        if (coordinatorId is not { } staffId)
            return;
        var assignment = new Assignment(Guid.CreateVersion7(), Id, staffId, CoordinatorRole, from);
        if (EndedOn is { } end && IsEnded)
            assignment.EndBy(end);
        _assignments.Add(assignment);
    }

    /// <summary>The state in words of the process; see <c>TrajectStates</c>.</summary>
    /// <param name="decided">What the triage decided: one of <see cref="TriageOutcomes"/>.</param>
    /// <param name="inTriage">The day of its triage has come.</param>
    /// <param name="scaledUp">It is with the ZVH now.</param>
    public static string StateOf(
        DateOnly? startedOn, bool proposed, bool confirmed, bool detained, string? decided = null, bool inTriage = false, bool scaledUp = false) =>
        confirmed ? TrajectStates.Ended
        : startedOn is null ? BeforeStart(decided, inTriage)
        : proposed ? TrajectStates.OutflowProposed
        : scaledUp ? TrajectStates.ScaledUp
        : detained ? TrajectStates.InDetention
        : TrajectStates.Running;

    private static string BeforeStart(string? decided, bool inTriage) => decided switch
    {
        TriageOutcomes.Accepted => TrajectStates.Accepted,
        TriageOutcomes.Rejected => TrajectStates.Rejected,
        TriageOutcomes.Redirected => TrajectStates.Redirected,
        TriageOutcomes.ScaledUp => TrajectStates.ScaledUp,
        _ => inTriage ? TrajectStates.Triage : TrajectStates.Referred,
    };
}

/// <summary>What an import says about a traject; it has checked that the dates follow each other.</summary>
public sealed record ImportedTraject(
    Guid ClientId,
    string Programme,
    DateOnly ReferredOn,
    string? ReferredBy,
    DateOnly? StartedOn,
    DateOnly? EndedOn,
    string? EndReason);

/// <summary>Derived states, for badge and filter.</summary>
public static class TrajectStates
{
    public const string Referred = "referred";
    public const string Triage = "triage";
    public const string Rejected = "rejected";
    public const string Redirected = "redirected";
    public const string Accepted = "accepted";
    public const string Running = "running";
    public const string InDetention = "in-detention";
    public const string ScaledUp = "scaled-up";
    public const string OutflowProposed = "outflow-proposed";
    public const string Ended = "ended";

    public static readonly CodeList List = new(
        (Referred, "Aangemeld"), (Triage, "In triage"), (Rejected, "Afgewezen"), (Redirected, "Doorverwezen"), (Accepted, "Geaccepteerd"),
        (Running, "Lopend"), (InDetention, "In detentie"), (ScaledUp, "Opgeschaald naar ZVH"),
        (OutflowProposed, "Uitstroom voorgesteld"), (Ended, "Uitgestroomd"));

    /// <summary>Nothing happens on such a traject any more.</summary>
    public static bool IsOver(string state) => state is Rejected or Redirected or Ended;
}
