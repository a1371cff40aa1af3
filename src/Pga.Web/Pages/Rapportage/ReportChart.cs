using Pga.Application.Rapportage;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Rapportage;

/// <summary>The chart above a table. It draws what the table shows; the table is its alternative.</summary>
/// <param name="IsWide">Bars to the right, for long names.</param>
internal sealed record ReportChart(ChartData Data, bool IsWide)
{
    private static readonly HashSet<string> Columns = ["inflow", "inflow-age", "outflow", "outflow-positive", "duration"];
    private static readonly HashSet<string> Bars = ["inflow-concerns", "inflow-wijk", "partners"];

    public static ReportChart? Of(ReportTable table)
    {
        if (!Columns.Contains(table.Id) && !Bars.Contains(table.Id))
            return null;
        // Neither totals nor parts of parts: they would be drawn twice.
        var rows = table.RowsToRead().Where(r => r.Level == 1).ToList();
        var data = new ChartData(
            table.Title,
            $"{table.Title}, {Units.Label(table.Unit)}, {string.Join(" en ", table.Columns.Select(c => c.Label))}. De tabel eronder heeft dezelfde aantallen.",
            [.. rows.Select(r => r.Label)],
            [.. table.Columns.Select((c, i) => new ChartSeries(c.Label, [.. rows.Select(r => (decimal?)r.Cells[i])]))]);
        return new ReportChart(data, Bars.Contains(table.Id));
    }
}
