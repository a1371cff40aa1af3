using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;

namespace Pga.Application.Rapportage;

/// <summary>Dashboard Positieve uitstroom: what the stored editions for management say. Nothing is counted for it.</summary>
/// <param name="Year">Null is the last year with an edition.</param>
[Requires(Permission.ViewReport, Purpose = Purposes.Statistics)]
public sealed record GetPositiveOutflow(int? Year = null) : IQuery<PositiveOutflow?>;

internal sealed class GetPositiveOutflowHandler(PgaDbContext db, EditionArchive archive) : IRequestHandler<GetPositiveOutflow, PositiveOutflow?>
{
    public async Task<PositiveOutflow?> Handle(GetPositiveOutflow request, CancellationToken cancellationToken)
    {
        var years = await db.Editions.OrderBy(e => e.Year).Select(e => e.Year).ToListAsync(cancellationToken);
        if (request.Year is null && years.Count == 0)
            return null;
        var year = request.Year ?? years[^1];
        if (!years.Contains(year))
            throw new NotFound();
        // A handful at most: one for each year since the program came into use.
        var reports = new List<Report>();
        foreach (var one in years)
            reports.Add(await archive.ReadReport((await archive.Find(one, cancellationToken))!, Audiences.Management, cancellationToken));
        return PositiveOutflow.Of(year, reports);
    }
}

/// <param name="Years">With an edition, the latest first.</param>
/// <param name="Inflow">Of all programmes together.</param>
/// <param name="Quarters">Of the year, and of the one before if that has an edition; the earliest first.</param>
/// <param name="Trend">All years that an edition tells about, the earliest first.</param>
/// <param name="Judgements">Nothing when the rapportage had to do without them; so with the programmes.</param>
public sealed record PositiveOutflow(
    int Year,
    IReadOnlyList<int> Years,
    DateOnly MadeOn,
    DateOnly? ConfirmedOn,
    int Threshold,
    string Definition,
    OutflowComparison Inflow,
    IReadOnlyList<OutflowPeriod> Quarters,
    IReadOnlyList<OutflowPeriod> Trend,
    IReadOnlyList<OutflowComparison> Judgements,
    IReadOnlyList<OutflowComparison> Programmes)
{
    private const string Other = "other";

    public OutflowPeriod Now => Trend.Single(p => p.Year == Year);

    public OutflowPeriod Before => Trend.Single(p => p.Year == Year - 1);

    public bool IsEmpty => Now.Total == 0 && Before.Total == 0;

    /// <param name="editions">The documents of all editions, at least that of the year.</param>
    internal static PositiveOutflow Of(int year, IReadOnlyList<Report> editions)
    {
        var byYear = editions.ToDictionary(e => e.Year);
        var edition = byYear[year];
        return new PositiveOutflow(
            year,
            [.. byYear.Keys.OrderDescending()],
            edition.MadeOn,
            edition.ConfirmedOn,
            edition.Threshold,
            edition.Definition,
            Compare(Table(edition, Rapportage.Inflow.Id)).Single(r => r.Level == 0),
            [.. new[] { year - 1, year }.Where(byYear.ContainsKey).SelectMany(y => QuartersOf(byYear[y]))],
            [.. byYear.Keys.SelectMany(y => new[] { y - 1, y }).Distinct().Order().Select(y => YearOf(y, edition, byYear))],
            [.. Compare(Table(edition, Outflow.Id))],
            [.. Compare(Table(edition, Outflow.PositiveId))]);
    }

    // The chosen edition tells about its own two years, so that the page agrees with itself. Any other year is in its own
    // edition, or else in the first column of the next.
    private static OutflowPeriod YearOf(int year, Report chosen, Dictionary<int, Report> byYear)
    {
        var source = year == chosen.Year || year == chosen.Year - 1 ? chosen : byYear.GetValueOrDefault(year) ?? byYear[year + 1];
        if (Table(source, Outflow.Id) is not { } table)
            return new OutflowPeriod(year, null, null, null, null);
        var column = table.Columns.ToList().FindIndex(c => c.Key == $"{year}");
        return new OutflowPeriod(year, null, Row(table, CountedTable.Total).Cells[column], Row(table, Outflow.Positive).Cells[column], null);
    }

    private static IEnumerable<OutflowPeriod> QuartersOf(Report edition)
    {
        if (edition.Quarters.SingleOrDefault(t => t.Id == Outflow.QuartersId) is not { } table)
            return Enumerable.Range(1, 4).Select(quarter => new OutflowPeriod(edition.Year, quarter, null, null, null));
        var columns = table.Columns.Select((c, i) => (c.Key, i)).ToDictionary(c => c.Key, c => c.i);
        return table.Rows.Where(r => r.Level == 1).Select((row, i) => new OutflowPeriod(
            edition.Year, i + 1, row.Cells[columns[CountedTable.Total]], row.Cells[columns[Outflow.Positive]], row.Cells[columns[Other]]));
    }

    private static IEnumerable<OutflowComparison> Compare(ReportTable? table) => table?.Rows.Select(r => new OutflowComparison(r.Label, r.Level, r.Cells[0], r.Cells[1])) ?? [];

    // Null in a rapportage that had to do without it.
    private static ReportTable? Table(Report edition, string id) => edition.Tables.SingleOrDefault(t => t.Id == id);

    private static ReportRow Row(ReportTable table, string key) => table.Rows.Single(r => r.Key == key);
}

/// <summary>How many trajects ended in a year or a quarter, and how many of them positively; null is withheld.</summary>
/// <param name="Quarter">1 to 4, or null for the whole year.</param>
/// <param name="Other">With another judgement; null too where no table says it.</param>
public sealed record OutflowPeriod(int Year, int? Quarter, long? Total, long? Positive, long? Other)
{
    /// <summary>Percentage that ended positively, only where both numbers are shown and there are enough.</summary>
    public int? Share => ReportTable.Percentage(Positive, Total);
}

/// <summary>A row of a table for the year and the year before; null is withheld.</summary>
public sealed record OutflowComparison(string Label, int Level, long? Before, long? Now)
{
    /// <summary>Only where both are shown.</summary>
    public long? Difference => Now - Before;
}
