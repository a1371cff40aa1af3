using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Plans;

namespace Pga.Application.Plans;

/// <summary>The plan van aanpak of a traject as it stands: goals, actions and evaluations.</summary>
[Requires(Permission.ViewDossier)]
public sealed record GetPlan(Guid TrajectId) : IQuery<PlanView>, IAboutTraject;

/// <param name="DrawnUpOn">Null when there is no plan yet; then the rest is empty.</param>
/// <param name="Goals">In the order in which they were set.</param>
/// <param name="Evaluations">Current ones, newest first.</param>
public sealed record PlanView(
    DateOnly? DrawnUpOn, string? DrawnUpBy, DateOnly? NextEvaluationOn, IReadOnlyList<PlanGoal> Goals, IReadOnlyList<PlanEvaluation> Evaluations)
{
    public bool Exists => DrawnUpOn is not null;

    public IEnumerable<PlanGoal> OpenGoals => Goals.Where(g => GoalStatuses.IsOpen(g.Status));

    public IEnumerable<PlanGoal> ClosedGoals => Goals.Where(g => !GoalStatuses.IsOpen(g.Status));
}

/// <param name="Version">Base version for a change.</param>
/// <param name="Title">In a few words.</param>
/// <param name="Status">One of <see cref="GoalStatuses"/>.</param>
/// <param name="JudgedOn">Day of the evaluation that said so.</param>
/// <param name="Actions">Open ones first, each soonest first.</param>
public sealed record PlanGoal(
    Guid Id,
    Guid Version,
    string Leefgebied,
    string? ClientWords,
    string? ProfessionalWords,
    string Title,
    DateOnly TargetOn,
    string Status,
    DateOnly? JudgedOn,
    string? Remark,
    IReadOnlyList<PlanAction> Actions);

/// <param name="Owner">Who does it, in words.</param>
/// <param name="OwnerKind">One of <see cref="OwnerKinds"/>.</param>
/// <param name="OwnerHasLeft">A colleague who doesn't work on the traject any more.</param>
/// <param name="Outcome">One of <see cref="WorkOutcomes"/>; null while it is open.</param>
public sealed record PlanAction(
    Guid Id,
    Guid Version,
    string Text,
    string Owner,
    string OwnerKind,
    bool OwnerHasLeft,
    DateOnly DueOn,
    DateOnly? ClosedOn,
    string? Outcome,
    string? Reason);

/// <param name="Corrected">It replaces an earlier version.</param>
public sealed record PlanEvaluation(Guid Id, DateOnly HeldOn, string Present, string? By, bool Corrected, IReadOnlyList<PlanJudgement> Judgements);

/// <param name="Status">One of <see cref="GoalStatuses"/>.</param>
public sealed record PlanJudgement(Guid GoalId, string Status, string? Remark);

internal sealed class GetPlanHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<GetPlan, PlanView>
{
    public async Task<PlanView> Handle(GetPlan q, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.Where(p => p.TrajectId == q.TrajectId)
            .Select(p => new { p.DrawnUpOn, By = db.Staff.Where(s => s.Id == p.DrawnUpById).Select(s => s.Name).FirstOrDefault(), p.NextEvaluationOn })
            .SingleOrDefaultAsync(cancellationToken);
        if (plan is null)
            return new PlanView(null, null, null, [], []);
        var goals = await GoalStanding.Of(db, q.TrajectId, cancellationToken);
        var actions = await Actions(q.TrajectId, cancellationToken);
        return new PlanView(
            plan.DrawnUpOn,
            plan.By,
            plan.NextEvaluationOn,
            [
                .. goals.Select(g => new PlanGoal(
                    g.Id, g.Version, g.Leefgebied, g.ClientWords, g.ProfessionalWords, g.Title, g.TargetOn, g.Status, g.JudgedOn, g.Remark, [.. actions[g.Id]])),
            ],
            await Evaluations(q.TrajectId, goals, cancellationToken));
    }

    private async Task<ILookup<Guid, PlanAction>> Actions(Guid trajectId, CancellationToken ct)
    {
        var today = Domain.Common.Calendar.Today(clock);
        var items = await db.WorkItems.Where(w => w.TrajectId == trajectId)
            .OrderBy(w => w.ClosedOn != null).ThenBy(w => w.DueOn).ThenBy(w => w.WrittenAt).ThenBy(w => w.Id)
            .Select(w => new
            {
                w.Id,
                w.Version,
                w.GoalId,
                w.Text,
                Owner = new WorkOwner(w.OwnerKind, w.StaffId, w.RelationId, w.PartnerId, w.Organisation, w.ContactName),
                HasLeft = w.StaffId != null && !db.Assignments.Any(a => a.TrajectId == trajectId && a.StaffId == w.StaffId && a.From <= today && (a.Until == null || a.Until >= today)),
                w.DueOn,
                w.ClosedOn,
                w.Outcome,
                w.Reason,
            })
            .ToListAsync(ct);
        var names = await OwnerNames.Of(db, [.. items.Select(w => w.Owner)], ct);
        return items.ToLookup(
            w => w.GoalId,
            w => new PlanAction(w.Id, w.Version, w.Text, names.Of(w.Owner), w.Owner.Kind, w.HasLeft && w.ClosedOn is null, w.DueOn, w.ClosedOn, w.Outcome, w.Reason));
    }

    private async Task<IReadOnlyList<PlanEvaluation>> Evaluations(Guid trajectId, IReadOnlyList<GoalStanding> goals, CancellationToken ct)
    {
        var evaluations = await db.Evaluations.Where(e => e.TrajectId == trajectId && e.SupersededById == null)
            .OrderByDescending(e => e.HeldOn)
            .Select(e => new
            {
                e.Id,
                e.HeldOn,
                e.Present,
                By = db.Staff.Where(s => s.Id == e.RecordedById).Select(s => s.Name).FirstOrDefault(),
                Corrected = e.CorrectionReason != null,
                Judgements = e.Judgements.Select(j => new PlanJudgement(j.GoalId, j.Status, j.Remark)).ToList(),
            })
            .ToListAsync(ct);
        return [.. evaluations.Select(e => new PlanEvaluation(e.Id, e.HeldOn, e.Present, e.By, e.Corrected, [.. e.Judgements.InOrder(goals, j => j.GoalId)]))];
    }
}
