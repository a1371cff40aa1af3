using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Rapportage;
using Pga.Domain.Stories;

namespace Pga.Application.Stories;

/// <summary>The stories of a year as its edition has them.</summary>
[SeesAll("the edition counts stories that whoever makes it may not read, and says only how many")]
public static class ReleasedStories
{
    public static async Task<List<ReportStory>> Of(PgaDbContext db, int year, CancellationToken ct)
    {
        var stories = await db.Stories.IgnoreQueryFilters().AsNoTracking()
            .Where(s => s.Year == year && s.ReleasedAt != null && s.WithdrawnAt == null)
            .OrderBy(s => s.ReleasedAt).ThenBy(s => s.Title).ThenBy(s => s.Id)
            .Select(s => new { s.Title, s.Text, s.LinkKind, s.LinkTo })
            .ToListAsync(ct);
        var interventions = await db.InterventionNames(ct);
        return [.. stories.Select(s => new ReportStory(s.Title, s.Text, StoryLinks.About(s.LinkKind, s.LinkTo, interventions)))];
    }

    /// <summary>Stories of the year that are still on their road: neither released nor withdrawn.</summary>
    public static Task<int> CountUnreleased(PgaDbContext db, int year, CancellationToken ct) =>
        db.Stories.IgnoreQueryFilters().CountAsync(s => s.Year == year && s.ReleasedAt == null && s.WithdrawnAt == null, ct);

    internal static async Task<IReadOnlyDictionary<string, string>> InterventionNames(this PgaDbContext db, CancellationToken ct) =>
        await db.Interventions.AsNoTracking().ToDictionaryAsync(i => i.Code, i => i.Name, ct);
}
