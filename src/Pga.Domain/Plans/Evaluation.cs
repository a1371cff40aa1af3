using Pga.Domain.Common;

namespace Pga.Domain.Plans;

/// <summary>
/// Evaluatie of a plan on one day: how each goal stands. A correction is a new evaluation that supersedes this one; only
/// the current one counts, and there is one current evaluation per traject and day.
/// </summary>
public sealed class Evaluation : Aggregate
{
    public const int MaxPresent = 500;
    public const int MaxRemark = 2000;

    private readonly List<Judgement> _judgements = [];

    public Evaluation(Guid id, Guid trajectId, DateOnly heldOn, string present, IReadOnlyList<GoalJudgement> judgements, Guid? byId, DateTime nowUtc)
    {
        RuleBroken.Unless(heldOn <= Calendar.DateIn(nowUtc), "evaluation.in-future", "HeldOn", "De datum ligt in de toekomst. Kies vandaag of eerder.");
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(present), "evaluation.present", "Present", "Geef aan wie erbij was.");
        Id = id;
        TrajectId = trajectId;
        HeldOn = heldOn;
        Present = present.Trim();
        RecordedById = byId;
        RecordedAt = nowUtc;
        for (var i = 0; i < judgements.Count; i++)
        {
            if (!string.IsNullOrWhiteSpace(judgements[i].Status))
                Judge(judgements[i], i);
        }

        RuleBroken.Unless(_judgements.Count > 0, "evaluation.empty", "", "Zeg bij minstens één doel hoe het ervoor staat.");
        Raise(new DomainEvent("evaluation.recorded"));
    }

    private Evaluation() => Present = null!;

    public Guid TrajectId { get; private set; }

    public DateOnly HeldOn { get; private set; }

    /// <summary>Who was there, in words.</summary>
    public string Present { get; private set; }

    public Guid? RecordedById { get; private set; }

    public DateTime RecordedAt { get; private set; }

    /// <summary>The correction that replaced this one, or null while it is current.</summary>
    public Guid? SupersededById { get; private set; }

    public string? CorrectionReason { get; private set; }

    public IReadOnlyList<Judgement> Judgements => _judgements;

    public void SupersedeBy(Evaluation correction, string reason)
    {
        RuleBroken.Unless(SupersededById is null, "evaluation.superseded", "", "Deze evaluatie is al verbeterd. Open de nieuwste versie.");
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(reason), "evaluation.reason", "Reason", "Schrijf op waarom u deze evaluatie verbetert.");
        SupersededById = correction.Id;
        correction.CorrectionReason = reason.Trim();
        Raise(new DomainEvent("evaluation.superseded", reason.Trim()));
    }

    private void Judge(GoalJudgement j, int index)
    {
        RuleBroken.Unless(GoalStatuses.List.Has(j.Status), "evaluation.unknown-status", $"Judgements[{index}].Status", "Kies hoe het met dit doel staat.");
        RuleBroken.Unless(!GoalStatuses.NeedsRemark(j.Status!) || !string.IsNullOrWhiteSpace(j.Remark), "evaluation.remark", $"Judgements[{index}].Remark",
            "Schrijf op waarom dit doel niet is behaald of vervalt.");
        RuleBroken.Unless(_judgements.TrueForAll(other => other.GoalId != j.GoalId), "evaluation.twice", $"Judgements[{index}].Status", "Dit doel staat er twee keer in.");
        _judgements.Add(new Judgement(Id, j.GoalId, j.Status!, string.IsNullOrWhiteSpace(j.Remark) ? null : j.Remark.Trim()));
    }
}

/// <summary>What is filled in about one goal.</summary>
/// <param name="Status">One of <see cref="GoalStatuses"/>; empty when it wasn't talked about.</param>
public sealed record GoalJudgement(Guid GoalId, string? Status, string? Remark = null);

/// <summary>How one goal stood on the day of the evaluation.</summary>
public sealed class Judgement
{
    internal Judgement(Guid evaluationId, Guid goalId, string status, string? remark)
    {
        EvaluationId = evaluationId;
        GoalId = goalId;
        Status = status;
        Remark = remark;
    }

    private Judgement() => Status = null!;

    public Guid EvaluationId { get; private set; }

    public Guid GoalId { get; private set; }

    /// <summary>One of <see cref="GoalStatuses"/>.</summary>
    public string Status { get; private set; }

    /// <summary>Free text.</summary>
    public string? Remark { get; private set; }
}
