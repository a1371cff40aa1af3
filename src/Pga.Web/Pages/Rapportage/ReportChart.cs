using Pga.Application.Rapportage;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Rapportage;

/// <summary>The chart above a table. It draws what the table shows; the table is its alternative.</summary>
/// <param name="IsWide">Bars to the right, for long names.</param>
internal sealed record ReportChart(ChartData Data, bool IsWide)
{
    public static ReportChart? Of(ReportTable table)
    {
        if (table.Chart is not { } chart)
            return null;
        var rows = table.RowsToDraw().ToList();
        var data = new ChartData(
            table.Title,
            $"{table.Title}, {Units.Label(table.Unit)}, {string.Join(" en ", table.Columns.Select(c => c.Label))}. De tabel eronder heeft dezelfde aantallen.",
            [.. rows.Select(r => r.Label)],
            [.. table.Columns.Select((c, i) => new ChartSeries(c.Label, [.. rows.Select(r => (decimal?)r.Cells[i])]))]);
        return new ReportChart(data, chart is ChartKind.Bars);
    }
}
