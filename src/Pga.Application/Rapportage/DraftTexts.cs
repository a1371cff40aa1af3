using System.Security.Cryptography;
using System.Text.Json;
using Pga.Application.Data;
using Pga.Application.Stories;

namespace Pga.Application.Rapportage;

/// <summary>
/// What people typed beside the counts of a draft: texts, stories, activities and money. Unlike the counts of cases they say
/// nothing about who came or went from one day to the next, so a draft shows them as they are now, until it is confirmed.
/// </summary>
internal sealed record DraftTexts(
    IReadOnlyDictionary<string, string> ByTable,
    IReadOnlyList<ReportEvaluation> Evaluations,
    IReadOnlyList<ReportStory> Stories,
    IReadOnlyList<ReportTable> Entered)
{
    public static async Task<DraftTexts> Read(PgaDbContext db, FactReader reader, int year, CancellationToken ct)
    {
        var (byTable, evaluations) = await TextBlocks.Of(db, year, ct);
        var entered = Definitions.CountEntered(await reader.ReadEntered(db));
        return new DraftTexts(
            byTable,
            evaluations,
            await ReleasedStories.Of(db, year, ct),
            [.. entered.Select(t => t.Show(new HashSet<string>(), new Dictionary<string, long?>()))]);
    }

    public Report Beside(Report draft) => draft with
    {
        Tables = [.. draft.Tables.Select(t => Entered.SingleOrDefault(e => e.Id == t.Id) is { } entered ? KeepingTheYearBefore(entered, t, draft.Year) : t).Select(WithText)],
        Quarters = [.. draft.Quarters.Select(WithText)],
        Stories = Stories,
        Evaluations = Evaluations,
    };

    /// <summary>Changes with whatever would be confirmed.</summary>
    public Guid VersionWith(Guid edition)
    {
        var typed = JsonSerializer.SerializeToUtf8Bytes(new { edition, Texts = ByTable.OrderBy(t => t.Key, StringComparer.Ordinal), Evaluations, Stories, Entered });
        return new Guid(SHA256.HashData(typed).AsSpan(0, 16));
    }

    private ReportTable WithText(ReportTable table) => table with { Text = ByTable.GetValueOrDefault(table.Id) };

    // It may come from a frozen edition.
    private static ReportTable KeepingTheYearBefore(ReportTable entered, ReportTable draft, int year) => entered with
    {
        Rows =
        [
            .. entered.Rows.Select(row => draft.Rows.SingleOrDefault(r => r.Key == row.Key) is { } was
                ? row with { Cells = [.. row.Cells.Select((cell, i) => entered.Columns[i].Key == $"{year - 1}" ? was.Cells[i] : cell)] }
                : row),
        ],
    };
}
