using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Plans;
using Pga.Application.Staff;
using Pga.Application.Triage;
using Pga.Domain.Assessments;
using Pga.Domain.Catalogues;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Contacts;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;

namespace Pga.Application.Trajects;

/// <summary>The referred and running trajects that the actor works on; a coordinator's are those of the team.</summary>
/// <param name="Leefgebied">Only where the latest level of this leefgebied is 1 or 2.</param>
/// <param name="State">One of <see cref="TrajectStates"/>.</param>
/// <param name="Attention">One of <see cref="Attentions"/>.</param>
/// <param name="Sort">One of <see cref="WorklistSorts"/>; by the date of the next step when absent.</param>
/// <param name="Team">An expert's look at the whole team's list.</param>
/// <param name="Worker">Of the team's list, what this colleague works on.</param>
[Requires(Permission.ViewWorklist)]
public sealed record GetWorklist(
    string? Wijk = null,
    string? Leefgebied = null,
    string? State = null,
    string? Attention = null,
    string? Sort = null,
    bool Team = false,
    int Page = 1,
    Guid? Worker = null) : IQuery<Worklist>;

/// <summary>What on the list asks for attention; each is a tile with a count that filters the list.</summary>
public static class Attentions
{
    public const string Overdue = "overdue";
    public const string Silent = "silent";
    public const string Today = "today";
    public const string Evaluation = "evaluation";
    public const string Confirm = "confirm";

    /// <summary>Without contact for longer than this many days a traject is silent.</summary>
    public const int SilentAfterDays = 21;

    public const int EvaluationWithinDays = 14;

    public static readonly CodeList List = new(
        (Overdue, "volgende stap verlopen"),
        (Silent, "langer dan 3 weken geen contact"),
        (Today, "afspraken vandaag"),
        (Evaluation, "evaluaties binnen 2 weken"),
        (Confirm, "uitstroom te bevestigen"));
}

/// <summary>Orders of the list besides its own, the date of the next step.</summary>
public static class WorklistSorts
{
    public const string Name = "name";
    public const string Contact = "contact";

    public static bool Has(string sort) => sort is Name or Contact;
}

/// <param name="Rows">The rows of this page.</param>
/// <param name="Total">How many trajects pass the filters.</param>
/// <param name="All">How many there are without filters; the tiles count over these.</param>
/// <param name="HasTeamList">The actor can also ask for the list of their team.</param>
public sealed record Worklist(
    IReadOnlyList<WorklistRow> Rows, int Total, int All, int Page, int Pages, IReadOnlyList<AttentionTile> Tiles, bool HasTeamList) : IRevealsClients
{
    public const int PageSize = 25;

    /// <summary>Name of the colleague whose trajects these are.</summary>
    public string? Worker { get; init; }

    IEnumerable<IRevealsClient> IRevealsClients.Revealed => Rows;
}

/// <param name="Attention">One of <see cref="Attentions"/>.</param>
public sealed record AttentionTile(string Attention, int Count);

/// <param name="Number">Dossiernummer of the client.</param>
/// <param name="State">One of <see cref="TrajectStates"/>.</param>
/// <param name="LastContactOn">Day on which somebody was last spoken to (<see cref="ContactCodes.IsContact"/>).</param>
/// <param name="Silent">Without contact for longer than <see cref="Attentions.SilentAfterDays"/> days.</param>
/// <param name="Up">Leefgebieden at a higher level than at the start; counts, because levels are ordinal.</param>
/// <param name="MayWrite">The actor may log a contact; a team's list is for reading along.</param>
/// <param name="PlanMissing">It started longer ago than a plan may take, and there is none.</param>
public sealed record WorklistRow(
    Guid ClientId,
    Guid TrajectId,
    string Name,
    string Number,
    int? Age,
    string? Wijk,
    string Programme,
    string State,
    DateOnly? LastContactOn,
    bool Silent,
    NextStep? NextStep,
    bool Overdue,
    int Up,
    int Down,
    int Same,
    bool MayWrite,
    bool PlanMissing) : IRevealsClient
{
    /// <summary>Day of the latest attempt, when it came after the last contact.</summary>
    public DateOnly? LastAttemptOn { get; init; }

    /// <summary>The actor takes somebody's place here until and including this day.</summary>
    public DateOnly? ReplacingUntil { get; init; }

    Guid? IRevealsClient.TrajectId => TrajectId;
}

internal sealed class GetWorklistValidator : AbstractValidator<GetWorklist>
{
    public GetWorklistValidator()
    {
        RuleFor(q => q.Wijk).Must(Wijken.List.Has).When(q => q.Wijk is not null).WithMessage("Kies een wijk uit de lijst.");
        RuleFor(q => q.Leefgebied).Must(l => Leefgebieden.Pga2024.Has(l) || Leefgebieden.Rio2024.Has(l)).When(q => q.Leefgebied is not null)
            .WithMessage("Kies een leefgebied uit de lijst.");
        RuleFor(q => q.State).Must(TrajectStates.List.Has).When(q => q.State is not null).WithMessage("Kies een status uit de lijst.");
        RuleFor(q => q.Attention).Must(Attentions.List.Has).When(q => q.Attention is not null).WithMessage("Dit filter bestaat niet.");
        RuleFor(q => q.Sort).Must(s => WorklistSorts.Has(s!)).When(q => q.Sort is not null).WithMessage("Deze volgorde bestaat niet.");
    }
}

/// <summary>
/// Fetches the compact facts of the actor's whole list in two queries and works out the rest here: a list has tens to a
/// few hundred trajects, however many there are in the database.
/// </summary>
internal sealed class GetWorklistHandler(PgaDbContext db, Actor actor, TimeProvider clock, EvaluationTerms terms) : IRequestHandler<GetWorklist, Worklist>
{
    private const int LowLevel = 2;

    public async Task<Worklist> Handle(GetWorklist q, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var worker = q.Worker is null ? null : await Colleague(q, cancellationToken);
        var (all, passing) = await Find(q, today, cancellationToken);
        var tiles = Attentions.List.All
            .Where(a => a.Key != Attentions.Confirm || actor.Can(Permission.ConfirmOutflow))
            .Select(a => new AttentionTile(a.Key, all.Count(e => Asks(e, a.Key, today))))
            .ToList();
        var pages = Math.Max(1, (passing.Count + Worklist.PageSize - 1) / Worklist.PageSize);
        var page = Math.Clamp(q.Page, 1, pages);
        var rows = InOrder(passing, q.Sort).Skip((page - 1) * Worklist.PageSize).Take(Worklist.PageSize).Select(e => e.Row).ToList();
        return new Worklist(rows, passing.Count, all.Count, page, pages, tiles, HasTeamList) { Worker = worker?.Name };
    }

    private async Task<StaffMember> Colleague(GetWorklist q, CancellationToken ct)
    {
        if (!actor.Is(StaffRoles.Coordinator) && !(q.Team && HasTeamList))
            throw new Forbidden();
        return await Colleagues.Any(db, actor, q.Worker, "Worker", ct);
    }

    /// <summary>All rows behind the filter, whatever the page; for the export.</summary>
    internal async Task<IReadOnlyList<WorklistRow>> Rows(GetWorklist q, CancellationToken ct)
    {
        if (q.Worker is not null)
            await Colleague(q, ct);
        var (_, passing) = await Find(q, clock.Today(), ct);
        return [.. InOrder(passing, q.Sort).Select(e => e.Row)];
    }

    private async Task<(List<Entry> All, List<Entry> Passing)> Find(GetWorklist q, DateOnly today, CancellationToken ct)
    {
        var facts = await WorklistFacts.Of(db, Listed(q.Team, q.Worker, today), today).ToListAsync(ct);
        var levels = await Levels(facts, ct);
        var all = facts.Select(f => Describe(f, levels, today)).ToList();
        return (all, [.. all.Where(e => Passes(e, q, levels, today))]);
    }

    private bool HasTeamList => actor.Is(StaffRoles.PgaExpert) && !actor.Is(StaffRoles.Coordinator) && actor.Team is not null;

    private IQueryable<Traject> Listed(bool team, Guid? worker, DateOnly today)
    {
        var theirs = Listed(team, today);
        return worker is null
            ? theirs
            : theirs.Where(t => t.Assignments.Any(a => a.StaffId == worker && a.From <= today && (a.Until == null || a.Until >= today)));
    }

    private IQueryable<Traject> Listed(bool team, DateOnly today)
    {
        var me = actor.StaffId;
        var myTeam = actor.Team;
        var assigned = db.Assignments
            .Where(a => a.StaffId == me && a.From <= today && (a.Until == null || a.Until >= today))
            .Select(a => a.TrajectId);
        var unended = db.Alive();
        if (actor.Is(StaffRoles.Coordinator) && myTeam is not null)
            return unended.Where(t => t.Team == myTeam || assigned.Contains(t.Id));
        return team && HasTeamList ? unended.Where(t => t.Team == myTeam) : unended.Where(t => assigned.Contains(t.Id));
    }

    /// <summary>The levels of the first and latest assessments, by assessment and leefgebied.</summary>
    private async Task<Dictionary<Guid, Dictionary<string, int>>> Levels(IReadOnlyList<WorklistFacts> facts, CancellationToken ct)
    {
        var ids = facts.SelectMany(f => new[] { f.StartAssessmentId, f.LatestAssessmentId }).OfType<Guid>().Distinct().ToList();
        return await db.Assessments.Where(a => EF.Parameter(ids).Contains(a.Id))
            .Select(a => new { a.Id, a.Scores })
            .ToDictionaryAsync(a => a.Id, a => a.Scores.ToDictionary(s => s.Leefgebied, s => s.Level), ct);
    }

    private Entry Describe(WorklistFacts f, Dictionary<Guid, Dictionary<string, int>> levels, DateOnly today)
    {
        var facts = f.Steps(terms);
        var steps = NextSteps.Of(facts);
        var next = steps.Count > 0 ? steps[0] : null;
        var (up, down, same) = Changes(f, levels);
        var row = new WorklistRow(
            f.ClientId,
            f.TrajectId,
            Client.NameOf(f.GivenName, f.Prefix, f.FamilyName),
            f.Number,
            f.BirthDate is { } born ? Calendar.AgeOn(born, today) : null,
            f.Wijk,
            f.Programme,
            Traject.StateOf(f.StartedOn, f.ProposedAt is not null, confirmed: false, f.Detained, f.Decided, f.InTriage, f.ScaledUp),
            f.LastContactOn,
            f.StartedOn is not null && (f.LastContactOn ?? f.StartedOn) < today.AddDays(-Attentions.SilentAfterDays),
            next,
            next?.IsOverdue(today) ?? false,
            up,
            down,
            same,
            f.MayWrite,
            NextSteps.IsPlanMissing(facts, today))
        {
            LastAttemptOn = f.LastRecordedOn > (f.LastContactOn ?? DateOnly.MinValue) ? f.LastRecordedOn : null,
            ReplacingUntil = f.ReplacingUntil,
        };
        return new Entry(row, f, NextSteps.EvaluationDue(facts));
    }

    private static (int Up, int Down, int Same) Changes(WorklistFacts f, Dictionary<Guid, Dictionary<string, int>> levels)
    {
        if (f.StartAssessmentId is not { } start || f.LatestAssessmentId is not { } latest || start == latest)
            return default;
        var before = levels.GetValueOrDefault(start, []);
        var signs = levels.GetValueOrDefault(latest, [])
            .Where(now => before.ContainsKey(now.Key))
            .Select(now => Math.Sign(now.Value - before[now.Key]))
            .ToList();
        return (signs.Count(s => s > 0), signs.Count(s => s < 0), signs.Count(s => s == 0));
    }

    private bool Asks(Entry e, string attention, DateOnly today) => attention switch
    {
        Attentions.Overdue => e.Row.Overdue,
        Attentions.Silent => e.Row.Silent,
        Attentions.Today => e.Facts.PlannedOn == today,
        Attentions.Evaluation => e.EvaluationDue >= today && e.EvaluationDue <= today.AddDays(Attentions.EvaluationWithinDays),
        // One's own proposal is for someone else to confirm.
        Attentions.Confirm => e.Facts.ProposedAt is not null && e.Facts.ProposedById != actor.StaffId,
        _ => false,
    };

    private bool Passes(Entry e, GetWorklist q, Dictionary<Guid, Dictionary<string, int>> levels, DateOnly today) =>
        (q.Wijk is null || (e.Row.Wijk ?? Wijken.Unknown) == q.Wijk)
        && (q.State is null || e.Row.State == q.State)
        && (q.Attention is null || Asks(e, q.Attention, today))
        && (q.Leefgebied is null || IsLow(e.Facts.LatestAssessmentId, q.Leefgebied, levels));

    private static bool IsLow(Guid? latest, string leefgebied, Dictionary<Guid, Dictionary<string, int>> levels) =>
        latest is { } id && levels.TryGetValue(id, out var its) && its.TryGetValue(leefgebied, out var level) && level <= LowLevel;

    private static IEnumerable<Entry> InOrder(IEnumerable<Entry> entries, string? sort)
    {
        var ordered = sort switch
        {
            WorklistSorts.Name => entries.OrderBy(e => e.SortName, StringComparer.Ordinal),
            // Who was spoken to longest ago, or never, comes first.
            WorklistSorts.Contact => entries.OrderBy(e => e.Row.LastContactOn ?? DateOnly.MinValue),
            _ => entries.OrderBy(e => e.Row.NextStep?.On ?? DateOnly.MaxValue).ThenBy(e => e.Row.NextStep?.At ?? TimeOnly.MaxValue),
        };
        return ordered.ThenBy(e => e.SortName, StringComparer.Ordinal).ThenBy(e => e.Row.Number, StringComparer.Ordinal).ThenBy(e => e.Row.TrajectId);
    }

    private sealed record Entry(WorklistRow Row, WorklistFacts Facts, DateOnly? EvaluationDue)
    {
        public string SortName { get; } = SearchText.Normalise(Row.Name);
    }
}

/// <summary>What the database says about one traject of the list.</summary>
internal sealed record WorklistFacts
{
    public required Guid TrajectId { get; init; }

    public required Guid ClientId { get; init; }

    public required string GivenName { get; init; }

    public required string? Prefix { get; init; }

    public required string FamilyName { get; init; }

    public required string Number { get; init; }

    public required DateOnly? BirthDate { get; init; }

    public required string? Wijk { get; init; }

    public required string Programme { get; init; }

    public required DateOnly? StartedOn { get; init; }

    public required DateTime? ProposedAt { get; init; }

    public required Guid? ProposedById { get; init; }

    /// <summary>Inside now, for who may know.</summary>
    public required bool Detained { get; init; }

    public required string? Decided { get; init; }

    public required bool InTriage { get; init; }

    public required bool ScaledUp { get; init; }

    public required bool MayWrite { get; init; }

    public required DateOnly? ReplacingUntil { get; init; }

    public required DateOnly? LastContactOn { get; init; }

    /// <summary>Of a contact or an attempt.</summary>
    public required DateOnly? LastRecordedOn { get; init; }

    public required string? AgreedStep { get; init; }

    public required DateOnly? AgreedDue { get; init; }

    public required DateOnly? UnloggedOn { get; init; }

    public required DateTime? PlannedAt { get; init; }

    public required DateOnly? PlannedOn { get; init; }

    public required string? PlannedKind { get; init; }

    public required Guid? StartAssessmentId { get; init; }

    public required Guid? LatestAssessmentId { get; init; }

    public required DateOnly? LastMeasuredOn { get; init; }

    public required DateOnly? PlanEvaluationOn { get; init; }

    public required string? OwnAction { get; init; }

    public required DateOnly? OwnActionDue { get; init; }

    public StepFacts Steps(EvaluationTerms terms) => new(
        StartedOn, UnloggedOn, PlannedAt, PlannedKind, AgreedStep, AgreedDue, StartAssessmentId is not null, LastMeasuredOn,
        terms.Of(Programme), PlanEvaluationOn, OwnAction, OwnActionDue);

    /// <summary>
    /// One query for the whole list. Each column of the latest contact is a look-up of its own at the end of an index:
    /// asking for the row at once makes EF number all contacts in the database.
    /// </summary>
    public static IQueryable<WorklistFacts> Of(PgaDbContext db, IQueryable<Traject> trajects, DateOnly today)
    {
        var writable = db.Trajects.Where(AccessRule.MayWrite(db));
        var me = db.ActorId;
        var justice = db.Trajects.Where(JusticeRule.MayRead(db));
        var contacts = db.ContactMoments.Where(c => c.SupersededById == null && c.Outcome != null);
        var open = db.ContactMoments.Where(c => c.SupersededById == null && c.Outcome == null);
        var planned = open.Where(c => c.OccurredOn >= today);
        var unlogged = open.Where(c => c.OccurredOn < today);
        var assessments = db.Assessments.Where(a => a.SupersededById == null);
        var decisions = db.CurrentDecisions();
        var scaleUps = db.ScaleUps(today);
        var ownActions = db.WorkItems.Where(w => w.ClosedOn == null && w.StaffId != null);
        return trajects.Join(db.Clients, t => t.ClientId, c => c.Id, (t, c) => new WorklistFacts
        {
            TrajectId = t.Id,
            ClientId = c.Id,
            GivenName = c.GivenName,
            Prefix = c.Prefix,
            FamilyName = c.FamilyName,
            Number = c.Number,
            BirthDate = c.BirthDate,
            Wijk = c.Wijk,
            Programme = t.Programme,
            StartedOn = t.StartedOn,
            ProposedAt = t.OutflowProposedAt,
            ProposedById = t.OutflowProposedById,
            Detained = db.DetentionPeriods.Any(d => d.ClientId == t.ClientId && d.From <= today && (d.Until == null || d.Until >= today))
                && justice.Any(j => j.Id == t.Id),
            Decided = t.StartedOn == null ? decisions.Where(d => d.TrajectId == t.Id).Select(d => d.Outcome).FirstOrDefault() : null,
            InTriage = t.TriageOn <= today,
            ScaledUp = scaleUps.Any(s => s.TrajectId == t.Id),
            MayWrite = writable.Any(w => w.Id == t.Id),
            ReplacingUntil = db.Assignments
                .Where(a => a.TrajectId == t.Id && a.StaffId == me && a.Role == AssignmentRoles.Replacement && a.From <= today && a.Until >= today)
                .Max(a => a.Until),
            LastContactOn = contacts.Where(m => m.TrajectId == t.Id && m.Outcome == ContactCodes.Held && m.Kind != ContactCodes.Letter)
                .OrderByDescending(m => m.OccurredAt).Select(m => (DateOnly?)m.OccurredOn).FirstOrDefault(),
            LastRecordedOn = contacts.Where(m => m.TrajectId == t.Id).OrderByDescending(m => m.OccurredAt)
                .Select(m => (DateOnly?)m.OccurredOn).FirstOrDefault(),
            AgreedStep = contacts.Where(m => m.TrajectId == t.Id).OrderByDescending(m => m.OccurredAt).ThenByDescending(m => m.RecordedAt).ThenByDescending(m => m.Id)
                .Select(m => m.NextStep).FirstOrDefault(),
            AgreedDue = contacts.Where(m => m.TrajectId == t.Id).OrderByDescending(m => m.OccurredAt).ThenByDescending(m => m.RecordedAt).ThenByDescending(m => m.Id)
                .Select(m => m.NextStepDue).FirstOrDefault(),
            UnloggedOn = unlogged.Where(m => m.TrajectId == t.Id).OrderBy(m => m.OccurredAt).Select(m => (DateOnly?)m.OccurredOn).FirstOrDefault(),
            PlannedAt = planned.Where(m => m.TrajectId == t.Id).OrderBy(m => m.OccurredAt).Select(m => (DateTime?)m.OccurredAt).FirstOrDefault(),
            PlannedOn = planned.Where(m => m.TrajectId == t.Id).OrderBy(m => m.OccurredAt).Select(m => (DateOnly?)m.OccurredOn).FirstOrDefault(),
            PlannedKind = planned.Where(m => m.TrajectId == t.Id).OrderBy(m => m.OccurredAt).ThenBy(m => m.Id).Select(m => m.Kind).FirstOrDefault(),
            StartAssessmentId = assessments.Where(a => a.TrajectId == t.Id && a.Moment == Moments.Start).OrderBy(a => a.MeasuredOn).ThenBy(a => a.Id)
                .Select(a => (Guid?)a.Id).FirstOrDefault(),
            LatestAssessmentId = assessments.Where(a => a.TrajectId == t.Id).OrderByDescending(a => a.MeasuredOn).ThenByDescending(a => a.RecordedAt).ThenByDescending(a => a.Id)
                .Select(a => (Guid?)a.Id).FirstOrDefault(),
            LastMeasuredOn = assessments.Where(a => a.TrajectId == t.Id).Max(a => (DateOnly?)a.MeasuredOn),
            PlanEvaluationOn = db.Plans.Where(p => p.TrajectId == t.Id).Select(p => (DateOnly?)p.NextEvaluationOn).FirstOrDefault(),
            OwnAction = ownActions.Where(w => w.TrajectId == t.Id).OrderBy(w => w.DueOn).ThenBy(w => w.WrittenAt).ThenBy(w => w.Id).Select(w => w.Text).FirstOrDefault(),
            OwnActionDue = ownActions.Where(w => w.TrajectId == t.Id).OrderBy(w => w.DueOn).Select(w => (DateOnly?)w.DueOn).FirstOrDefault(),
        });
    }
}
