using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;
using Pga.Domain.Plans;

namespace Pga.Application.Plans;

/// <summary>Who changed what in the plan and when, newest first, each with what it was and what it became.</summary>
[Requires(Permission.ViewDossier)]
public sealed record GetPlanHistory(Guid TrajectId, int Page = 1) : IQuery<PlanHistory>, IAboutTraject;

public sealed record PlanHistory(IReadOnlyList<PlanChange> Changes, int Total, int Page, int Pages)
{
    public const int PageSize = 25;
}

/// <param name="Kind">One of <see cref="PlanChangeKinds"/>.</param>
/// <param name="On">Amsterdam, as is <paramref name="At"/>.</param>
/// <param name="By">Null when nobody's name is known.</param>
/// <param name="What">Dutch, to stand after "heeft".</param>
/// <param name="About">The goal, in a few words.</param>
public sealed record PlanChange(string Kind, DateOnly On, TimeOnly At, string? By, string What, string? About, IReadOnlyList<ChangedValue> Values);

/// <param name="Was">Null for something new.</param>
public sealed record ChangedValue(string Label, string? Was, string? Became);

public static class PlanChangeKinds
{
    public const string Goal = "goal";
    public const string Action = "action";
    public const string Evaluation = "evaluation";
}

/// <summary>A plan is small: all its versions are read, and what changed between each and the one before is worked out here.</summary>
internal sealed class GetPlanHistoryHandler(PgaDbContext db) : IRequestHandler<GetPlanHistory, PlanHistory>
{
    public async Task<PlanHistory> Handle(GetPlanHistory q, CancellationToken cancellationToken)
    {
        var ct = cancellationToken;
        // Put in order here: with what they own they come in several queries, and SQLite would walk the whole table for the order of each.
        var goals = (await db.Goals.AsNoTracking().Where(g => g.TrajectId == q.TrajectId).ToListAsync(ct)).OrderBy(g => g.SetAt).ThenBy(g => g.Leefgebied, StringComparer.Ordinal).ThenBy(g => g.Id).ToList();
        var items = (await db.WorkItems.AsNoTracking().Where(w => w.TrajectId == q.TrajectId).ToListAsync(ct)).OrderBy(w => w.WrittenAt).ThenBy(w => w.Id).ToList();
        var evaluations = (await db.Evaluations.AsNoTracking().Where(e => e.TrajectId == q.TrajectId).ToListAsync(ct)).OrderBy(e => e.RecordedAt).ThenBy(e => e.Id).ToList();
        var owners = await OwnerNames.Of(db, [.. items.Select(w => w.Owner), .. items.SelectMany(w => w.Earlier).Select(w => w.Owner)], ct);
        var titles = goals.ToDictionary(g => g.Id, g => GoalTitles.Of(g.Leefgebied, g.ClientWords, g.ProfessionalWords));
        var changes = goals.SelectMany(Changes)
            .Concat(items.SelectMany(w => Changes(w, titles[w.GoalId], owners)))
            .Concat(Changes(evaluations, titles))
            .OrderByDescending(c => c.AtUtc)
            .ToList();

        var pages = Math.Max(1, (changes.Count + PlanHistory.PageSize - 1) / PlanHistory.PageSize);
        var page = Math.Clamp(q.Page, 1, pages);
        List<Change> shown = [.. changes.Skip((page - 1) * PlanHistory.PageSize).Take(PlanHistory.PageSize)];
        var by = shown.Select(c => c.ById).OfType<Guid>().Distinct().ToList();
        var names = await db.Staff.Where(s => EF.Parameter(by).Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        return new PlanHistory([.. shown.Select(c => c.With(names))], changes.Count, page, pages);
    }

    private static IEnumerable<Change> Changes(Goal goal)
    {
        GoalVersion[] versions =
        [
            .. goal.Earlier.OrderBy(e => e.Number).Select(e => new GoalVersion(e.Leefgebied, e.ClientWords, e.ProfessionalWords, e.TargetOn, e.WrittenAt, e.WrittenById)),
            new(goal.Leefgebied, goal.ClientWords, goal.ProfessionalWords, goal.TargetOn, goal.WrittenAt, goal.WrittenById),
        ];
        for (var i = 0; i < versions.Length; i++)
        {
            var (was, now) = (i == 0 ? null : versions[i - 1], versions[i]);
            yield return new Change(
                PlanChangeKinds.Goal, now.WrittenAt, now.WrittenById, was is null ? "een doel opgesteld" : "het doel gewijzigd",
                GoalTitles.Of(now.Leefgebied, now.ClientWords, now.ProfessionalWords),
                Differences(
                    new("Leefgebied", was is null ? null : Leefgebieden.Label(was.Leefgebied), Leefgebieden.Label(now.Leefgebied)),
                    new("In de woorden van de cliënt", was?.ClientWords, now.ClientWords),
                    new("In de woorden van de professional", was?.ProfessionalWords, now.ProfessionalWords),
                    new("Streefdatum", was is null ? null : PlanText.Of(was.TargetOn), PlanText.Of(now.TargetOn))));
        }
    }

    private static IEnumerable<Change> Changes(WorkItem item, string goal, OwnerNames owners)
    {
        ActionVersion[] versions =
        [
            .. item.Earlier.OrderBy(e => e.Number).Select(e => new ActionVersion(e.Text, e.Owner, e.DueOn, e.ClosedOn, e.Outcome, e.Reason, e.WrittenAt, e.WrittenById)),
            new(item.Text, item.Owner, item.DueOn, item.ClosedOn, item.Outcome, item.Reason, item.WrittenAt, item.WrittenById),
        ];
        for (var i = 0; i < versions.Length; i++)
        {
            var (was, now) = (i == 0 ? null : versions[i - 1], versions[i]);
            var what = was switch
            {
                null => "een actie afgesproken",
                { ClosedOn: null } when now.Outcome == WorkOutcomes.Done => $"de actie ‘{now.Text}’ afgerond",
                { ClosedOn: null } when now.Outcome == WorkOutcomes.Dropped => $"de actie ‘{now.Text}’ laten vervallen",
                { ClosedOn: not null } when now.ClosedOn is null => $"de actie ‘{now.Text}’ weer geopend",
                _ => $"de actie ‘{was.Text}’ gewijzigd",
            };
            yield return new Change(
                PlanChangeKinds.Action, now.WrittenAt, now.WrittenById, what, goal,
                Differences(
                    new("Actie", was?.Text, now.Text),
                    new("Wie", was is null ? null : owners.Of(was.Owner), owners.Of(now.Owner)),
                    new("Klaar op", was is null ? null : PlanText.Of(was.DueOn), PlanText.Of(now.DueOn)),
                    // That a new one is open goes without saying.
                    new("Stand", WorkItems.Standing(was?.Outcome, was?.ClosedOn), WorkItems.Standing(now.Outcome, now.ClosedOn)),
                    new("Reden", was?.Reason, now.Reason)));
        }
    }

    private static IEnumerable<Change> Changes(List<Evaluation> evaluations, Dictionary<Guid, string> titles)
    {
        foreach (var now in evaluations)
        {
            var was = evaluations.Find(e => e.SupersededById == now.Id);
            yield return new Change(
                PlanChangeKinds.Evaluation, now.RecordedAt, now.RecordedById, was is null ? "een evaluatie vastgelegd" : "een evaluatie verbeterd", null,
                Differences(
                [
                    new("Datum", was is null ? null : PlanText.Of(was.HeldOn), PlanText.Of(now.HeldOn)),
                    new("Wie was erbij", was?.Present, now.Present),
                    .. titles.Select(t => new ChangedValue(t.Value, Said(was, t.Key), Said(now, t.Key))),
                    new("Waarom verbeterd", null, now.CorrectionReason),
                ]));
        }
    }

    private static string? Said(Evaluation? evaluation, Guid goalId) =>
        evaluation?.Judgements.FirstOrDefault(j => j.GoalId == goalId) is not { } judgement ? null
        : judgement.Remark is null ? GoalStatuses.List.Label(judgement.Status)
        : $"{GoalStatuses.List.Label(judgement.Status)}: {judgement.Remark}";

    private static IReadOnlyList<ChangedValue> Differences(params IEnumerable<ChangedValue> values) => [.. values.Where(v => v.Was != v.Became)];

    private sealed record GoalVersion(string Leefgebied, string? ClientWords, string? ProfessionalWords, DateOnly TargetOn, DateTime WrittenAt, Guid? WrittenById);

    private sealed record ActionVersion(string Text, WorkOwner Owner, DateOnly DueOn, DateOnly? ClosedOn, string? Outcome, string? Reason, DateTime WrittenAt, Guid? WrittenById);

    private sealed record Change(string Kind, DateTime AtUtc, Guid? ById, string What, string? About, IReadOnlyList<ChangedValue> Values)
    {
        public PlanChange With(Dictionary<Guid, string> names)
        {
            var local = Calendar.LocalTime(AtUtc);
            return new PlanChange(
                Kind, DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), ById is { } id ? names.GetValueOrDefault(id) : null, What, About, Values);
        }
    }
}
