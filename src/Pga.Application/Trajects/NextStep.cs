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
internal sealed record StepFacts(
    DateOnly? StartedOn,
    DateOnly? UnloggedOn,
    DateTime? PlannedAt,
    string? PlannedKind,
    string? AgreedStep,
    DateOnly? AgreedDue,
    bool HasStartAssessment,
    DateOnly? LastMeasuredOn);

/// <summary>Works out what has to happen next, soonest first. One place, so that worklist and dossier say the same.</summary>
public static class NextSteps
{
    public const string Appointment = "appointment";
    public const string Unlogged = "unlogged";
    public const string Agreed = "agreed";
    public const string StartAssessment = "start-assessment";
    public const string Evaluation = "evaluation";

    internal static IReadOnlyList<NextStep> Of(StepFacts facts) =>
        [.. All(facts).OrderBy(s => s.On ?? DateOnly.MaxValue).ThenBy(s => s.At ?? TimeOnly.MaxValue)];

    /// <summary>The day by which the levels must be looked at again, for a traject that runs.</summary>
    internal static DateOnly? EvaluationDue(StepFacts facts) =>
        facts.StartedOn is null ? null : facts.LastMeasuredOn?.AddMonths(Traject.EvaluationEveryMonths);

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
            yield return new NextStep(Evaluation, "Evalueren met een nieuwe meting", due, null);
    }
}
