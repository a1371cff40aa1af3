using Microsoft.EntityFrameworkCore;
using Pga.Application.Data;
using Pga.Domain.Catalogues;
using Pga.Domain.Plans;

namespace Pga.Application.Plans;

/// <summary>A goal and how it stands by the last evaluation that spoke of it.</summary>
/// <param name="Status">One of <see cref="GoalStatuses"/>.</param>
/// <param name="JudgedOn">Day of that evaluation; null when there was none.</param>
internal sealed record GoalStanding(
    Guid Id,
    Guid Version,
    string Leefgebied,
    string? ClientWords,
    string? ProfessionalWords,
    DateOnly TargetOn,
    DateOnly SetOn,
    string Status,
    DateOnly? JudgedOn,
    string? Remark)
{
    public bool IsOpen => GoalStatuses.IsOpen(Status);

    public string Title => GoalTitles.Of(Leefgebied, ClientWords, ProfessionalWords);

    /// <summary>All goals of a traject, in the order in which they were set.</summary>
    public static async Task<IReadOnlyList<GoalStanding>> Of(PgaDbContext db, Guid trajectId, CancellationToken ct)
    {
        var goals = await db.Goals.Where(g => g.TrajectId == trajectId)
            .OrderBy(g => g.SetAt).ThenBy(g => g.Leefgebied).ThenBy(g => g.Id)
            .Select(g => new { g.Id, g.Version, g.Leefgebied, g.ClientWords, g.ProfessionalWords, g.TargetOn, g.SetOn })
            .ToListAsync(ct);
        var judged = await db.Evaluations.Where(e => e.TrajectId == trajectId && e.SupersededById == null)
            .SelectMany(e => e.Judgements, (e, j) => new { e.HeldOn, j.GoalId, j.Status, j.Remark })
            .ToListAsync(ct);
        var last = judged.GroupBy(j => j.GoalId).ToDictionary(of => of.Key, of => of.MaxBy(j => j.HeldOn)!);
        return
        [
            .. goals.Select(g =>
            {
                var by = last.GetValueOrDefault(g.Id);
                return new GoalStanding(
                    g.Id, g.Version, g.Leefgebied, g.ClientWords, g.ProfessionalWords, g.TargetOn, g.SetOn, by?.Status ?? GoalStatuses.Open, by?.HeldOn, by?.Remark);
            }),
        ];
    }
}

internal static class GoalOrder
{
    /// <summary>What was said of each goal, in the order of the goals.</summary>
    public static IEnumerable<T> InOrder<T>(this IEnumerable<T> judgements, IReadOnlyList<GoalStanding> goals, Func<T, Guid> goalOf) =>
        goals.Join(judgements, g => g.Id, goalOf, (_, judgement) => judgement);
}

/// <summary>A goal in a few words, for where there is no room for all of them.</summary>
public static class GoalTitles
{
    private const int MaxWords = 60;

    public static string Of(string leefgebied, string? clientWords, string? professionalWords)
    {
        var words = (clientWords ?? professionalWords ?? "").ReplaceLineEndings(" ");
        return $"{Leefgebieden.Label(leefgebied)} (‘{(words.Length <= MaxWords ? words : words[..MaxWords].TrimEnd() + "…")}’)";
    }
}
