using Pga.Domain.Common;

namespace Pga.Domain.Plans;

/// <summary>
/// Plan van aanpak: one per traject, there from its first goal on. Goals, actions and evaluations are aggregates beside it,
/// so that two workers can change two goals at once; the plan itself keeps when it must be evaluated.
/// </summary>
public sealed class Plan : Aggregate
{
    /// <summary>Days after the start of a traject within which there must be a plan.</summary>
    public const int WithinDays = 30;

    public Plan(Guid id, Guid trajectId, Guid? byId, DateTime nowUtc, int evaluateEveryMonths)
    {
        Id = id;
        TrajectId = trajectId;
        DrawnUpOn = Calendar.DateIn(nowUtc);
        DrawnUpById = byId;
        NextEvaluationOn = DrawnUpOn.AddMonths(evaluateEveryMonths);
        Raise(new DomainEvent("plan.drawn-up"));
    }

    private Plan()
    {
    }

    public Guid TrajectId { get; private set; }

    public DateOnly DrawnUpOn { get; private set; }

    public Guid? DrawnUpById { get; private set; }

    /// <summary>Last day for the next evaluation.</summary>
    public DateOnly NextEvaluationOn { get; private set; }

    /// <summary>The term starts again at the latest evaluation.</summary>
    public void EvaluatedOn(DateOnly latest, int evaluateEveryMonths)
    {
        NextEvaluationOn = latest.AddMonths(evaluateEveryMonths);
        Raise(new DomainEvent("plan.evaluated"));
    }
}
