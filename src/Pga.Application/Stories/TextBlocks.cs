using Microsoft.EntityFrameworkCore;
using Pga.Application.Data;
using Pga.Application.Rapportage;
using Pga.Domain.Stories;
using Pga.Domain.Trajects;

namespace Pga.Application.Stories;

/// <summary>The texts of a year as its edition has them.</summary>
public static class TextBlocks
{
    /// <summary>Text by id of the table, and the evaluations by programme: plan first, then process. Empty ones are left out.</summary>
    public static async Task<(IReadOnlyDictionary<string, string> ByTable, IReadOnlyList<ReportEvaluation> Evaluations)> Of(PgaDbContext db, int year, CancellationToken ct)
    {
        var blocks = await db.TextBlocks.AsNoTracking().Where(b => b.Year == year && b.Text != "").ToListAsync(ct);
        var evaluations =
            from programme in Programmes.List.All
            from kind in new[] { TextBlockKinds.Plan, TextBlockKinds.Process }
            from block in blocks
            where block.Kind == kind && block.Key == programme.Key
            select new ReportEvaluation(Heading(kind, programme.Key), block.Text);
        return (blocks.Where(b => b.Kind == TextBlockKinds.Table).ToDictionary(b => b.Key, b => b.Text), [.. evaluations]);
    }

    /// <summary>Every text that a year can have, with what stands above it: tables in the order of the rapportage, then the evaluations.</summary>
    internal static IReadOnlyList<(string Kind, string Key, string Title)> Places(int year) =>
    [
        .. Definitions.Count(Rapportage.Facts.None(year)).Select(t => (TextBlockKinds.Table, t.Id, t.Title)),
        .. from programme in Programmes.List.All
           from kind in new[] { TextBlockKinds.Plan, TextBlockKinds.Process }
           select (kind, programme.Key, Heading(kind, programme.Key)),
    ];

    /// <summary>Lokale PGA: evaluatie van het plan</summary>
    internal static string Heading(string kind, string programme) =>
        $"{Programmes.List.Label(programme)}: {TextBlockKinds.List.Label(kind).ToLowerInvariant()}";
}
