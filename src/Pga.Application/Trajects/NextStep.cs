using Pga.Domain.Common;
using Pga.Domain.Contacts;
using Pga.Domain.Trajects;

namespace Pga.Application.Trajects;

/// <summary>What has to happen next on a traject.</summary>
/// <param name="Kind">One of <see cref="NextSteps"/>'s kinds.</param>
/// <param name="Text">Dutch; of an agreed step the worker's own words.</param>
/// <param name="On">When, or by when at the latest. Null when nobody said.</param>
/// <param name="At">The time of an appointment.</param>
public sealed record NextStep(string Kind, string Text, DateOnly? On, TimeOnly? At)
{
    public bool IsOverdue(DateOnly today) => On < today;
}

/// <summary>What a traject's records say, for working out the next step.</summary>
/// <param name="UnloggedOn">Day of the first planned contact that has passed and of which nobody said how it went.</param>
/// <param name="PlannedAt">UTC. The first planned contact of today or later.</param>
/// <param name="AgreedStep">The next step in the latest contact; a later contact has taken its place.</param>
/// <param name="LastMeasuredOn">Day of the latest assessment.</param>
/// <param name="EvaluateEveryMonths">The term of the traject's programme.</param>
/// <param name="PlanEvaluationOn">When the plan must be evaluated at the latest; null without a plan.</param>
/// <param name="OwnAction">The soonest open action of the plan that a colleague does.</param>
internal sealed record StepFacts(
    DateOnly? StartedOn,
    DateOnly? UnloggedOn,
    DateTime? PlannedAt,
    string? PlannedKind,
    string? AgreedStep,
    DateOnly? AgreedDue,
    bool HasStartAssessment,
    DateOnly? LastMeasuredOn,
    int EvaluateEveryMonths,
    DateOnly? PlanEvaluationOn,
    string? OwnAction,
    DateOnly? OwnActionDue);

/// <summary>Works out what has to happen next, soonest first. One place, so that worklist and dossier say the same.</summary>
public static class NextSteps
{
    public const string Appointment = "appointment";
    public const string Unlogged = "unlogged";
    public const string Agreed = "agreed";
    public const string StartAssessment = "start-assessment";

    /// <summary>With a new assessment: there is no plan to evaluate.</summary>
    public const string Evaluation = "evaluation";
    public const string PlanEvaluation = "plan-evaluation";
    public const string Action = "action";
    public const string Plan = "plan";

    internal static IReadOnlyList<NextStep> Of(StepFacts facts) =>
        // A plan that isn't there comes last: it doesn't push aside what was agreed for this week.
        [.. All(facts).OrderBy(s => s.Kind == Plan).ThenBy(s => s.On ?? DateOnly.MaxValue).ThenBy(s => s.At ?? TimeOnly.MaxValue)];

    /// <summary>
    /// The day by which a running traject must be evaluated: as its plan has it. Without a plan the term counts from the
    /// latest assessment, or else from the start.
    /// </summary>
    internal static DateOnly? EvaluationDue(StepFacts facts) =>
        facts.StartedOn is not { } started ? null : facts.PlanEvaluationOn ?? (facts.LastMeasuredOn ?? started).AddMonths(facts.EvaluateEveryMonths);

    /// <summary>There should have been a plan by now.</summary>
    internal static bool IsPlanMissing(StepFacts facts, DateOnly today) =>
        facts is { StartedOn: { } started, PlanEvaluationOn: null } && started.AddDays(Domain.Plans.Plan.WithinDays) < today;

    private static IEnumerable<NextStep> All(StepFacts facts)
    {
        if (facts.UnloggedOn is { } passed)
            yield return new NextStep(Unlogged, "Gepland contact vastleggen", passed, null);
        if (facts.PlannedAt is { } planned)
        {
            var local = Calendar.LocalTime(planned);
            yield return new NextStep(Appointment, ContactCodes.Kinds.Label(facts.PlannedKind!), DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        }

        if (facts.AgreedStep is { } agreed)
            yield return new NextStep(Agreed, agreed, facts.AgreedDue, null);
        if (facts is { StartedOn: { } started, HasStartAssessment: false })
            yield return new NextStep(StartAssessment, "Startmeting doen", started.AddDays(Traject.StartAssessmentWithinDays), null);
        if (EvaluationDue(facts) is { } due)
            yield return facts.PlanEvaluationOn is null
                ? new NextStep(Evaluation, "Evalueren met een nieuwe meting", due, null)
                : new NextStep(PlanEvaluation, "Plan van aanpak evalueren", due, null);
        if (facts.OwnAction is { } action)
            yield return new NextStep(Action, action, facts.OwnActionDue, null);
        if (facts is { StartedOn: { } begun, PlanEvaluationOn: null })
            yield return new NextStep(Plan, "Plan van aanpak maken", begun.AddDays(Domain.Plans.Plan.WithinDays), null);
    }
}
