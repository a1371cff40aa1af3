using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Plans;

namespace Pga.Application.Plans;

/// <summary>What the form for an evaluation shows: the goals, what was done for them, and who may have been there.</summary>
/// <param name="EvaluationId">Any version of the evaluation to correct, or null for a new one.</param>
[Requires(Permission.EditPlan)]
public sealed record GetEvaluationForm(Guid TrajectId, Guid? EvaluationId = null) : IQuery<EvaluationForm>, IAboutTraject;

/// <param name="People">The client first, then relatives, colleagues and partners.</param>
/// <param name="Goals">Those that are asked about first.</param>
/// <param name="Every">Months until the next evaluation.</param>
public sealed record EvaluationForm(IReadOnlyList<string> People, IReadOnlyList<GoalToEvaluate> Goals, int Every, RecordedEvaluation? Evaluation);

/// <param name="Status">How it stands now: one of <see cref="GoalStatuses"/>.</param>
/// <param name="IsAsked">Must be talked about.</param>
/// <param name="Done">Actions that were done, and those that are still open.</param>
public sealed record GoalToEvaluate(Guid Id, string Leefgebied, string? ClientWords, string? ProfessionalWords, string Title, string Status, bool IsAsked, int Done, int Open);

/// <summary>The current version of the evaluation that is being corrected.</summary>
public sealed record RecordedEvaluation(Guid Id, Guid Version, DateOnly HeldOn, string Present, IReadOnlyList<GoalJudgement> Judgements);

internal sealed class GetEvaluationFormHandler(PgaDbContext db, TimeProvider clock, EvaluationTerms terms) : IRequestHandler<GetEvaluationForm, EvaluationForm>
{
    public async Task<EvaluationForm> Handle(GetEvaluationForm q, CancellationToken cancellationToken)
    {
        // Not tracked: after a refused correction the context still holds what was refused.
        var evaluation = q.EvaluationId is { } id ? await db.Evaluations.AsNoTracking().CurrentOf(q.TrajectId, id, cancellationToken) : null;
        var traject = await db.Trajects.Where(t => t.Id == q.TrajectId)
            .Join(db.Clients, t => t.ClientId, c => c.Id, (t, c) => new { t.ClientId, t.Programme, c.GivenName, c.Prefix, c.FamilyName })
            .SingleAsync(cancellationToken);
        var goals = await GoalStanding.Of(db, q.TrajectId, cancellationToken);
        var actions = await db.WorkItems.Where(w => w.TrajectId == q.TrajectId && w.Outcome != WorkOutcomes.Dropped)
            .Select(w => new { w.GoalId, Done = w.Outcome == WorkOutcomes.Done }).ToListAsync(cancellationToken);
        return new EvaluationForm(
            [Client.NameOf(traject.GivenName, traject.Prefix, traject.FamilyName), .. await Others(q.TrajectId, traject.ClientId, cancellationToken)],
            [
                .. goals.Select(g => new GoalToEvaluate(
                        g.Id, g.Leefgebied, g.ClientWords, g.ProfessionalWords, g.Title, g.Status,
                        evaluation is null ? g.IsOpen : evaluation.Judgements.Any(j => j.GoalId == g.Id),
                        actions.Count(a => a.GoalId == g.Id && a.Done), actions.Count(a => a.GoalId == g.Id && !a.Done)))
                    .OrderBy(g => !g.IsAsked),
            ],
            terms.Of(traject.Programme),
            evaluation is null
                ? null
                : new RecordedEvaluation(
                    evaluation.Id, evaluation.Version, evaluation.HeldOn, evaluation.Present, [.. evaluation.Judgements.InOrder(goals, j => j.GoalId).Select(j => new GoalJudgement(j.GoalId, j.Status, j.Remark))]));
    }

    private async Task<IEnumerable<string>> Others(Guid trajectId, Guid clientId, CancellationToken ct)
    {
        var today = clock.Today();
        var relatives = await db.Relations.Where(r => r.ClientId == clientId).OrderBy(r => r.Name).ThenBy(r => r.Id).Select(r => new { r.Name, r.Kind }).ToListAsync(ct);
        var colleagues = await db.Assignments
            .Where(a => a.TrajectId == trajectId && a.From <= today && (a.Until == null || a.Until >= today))
            .Join(db.Staff, a => a.StaffId, s => s.Id, (a, s) => s.Name)
            .Distinct().OrderBy(name => name).ToListAsync(ct);
        var partners = await db.PartnerInvolvements
            .Where(i => i.TrajectId == trajectId && i.From <= today && (i.Until == null || i.Until >= today))
            .Join(db.Partners, i => i.PartnerId, p => p.Id, (i, p) => p)
            .OrderBy(p => p.Order).ThenBy(p => p.Name).Select(p => p.Name).ToListAsync(ct);
        return relatives.Select(r => OwnerNames.Relative(r.Name, r.Kind)).Concat(colleagues).Concat(partners.Distinct());
    }
}
