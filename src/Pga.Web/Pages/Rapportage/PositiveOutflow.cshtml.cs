using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Rapportage;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Rapportage;

/// <summary>Dashboard: how trajects ended, from the editions that are there.</summary>
public sealed class PositiveOutflowModel(IMediator mediator) : PgaPage(mediator)
{
    /// <summary>Null when no edition was ever made.</summary>
    public PositiveOutflow? View { get; private set; }

    public IReadOnlyList<KeyFigure> Figures { get; private set; } = [];

    internal ChartData Quarters => Counts("per kwartaal", View!.Quarters);

    internal ChartData QuarterShares => Shares("per kwartaal", View!.Quarters);

    internal ChartData Trend => Counts("per jaar", View!.Trend);

    internal ChartData TrendShares => Shares("per jaar", View!.Trend);

    /// <param name="year">From the path.</param>
    /// <param name="chosen">From the form, which leads to the path.</param>
    public async Task<IActionResult> OnGetAsync(int? year, [FromQuery(Name = "jaar")] int? chosen)
    {
        if (chosen is not null)
            return Redirect($"/rapportage/positieve-uitstroom/{chosen}");
        View = await Ask(new GetPositiveOutflow(year));
        if (View is not null)
            Figures = KeyFigure.Of(View);
        return Page();
    }

    private static ChartData Counts(string by, IReadOnlyList<OutflowPeriod> periods) => new(
        $"Uitstroom {by}",
        $"Geëindigde trajecten {by}, en hoeveel daarvan positief. De tabel eronder heeft dezelfde aantallen.",
        [.. periods.Select(p => p.Label)],
        [
            new ChartSeries("Positief", [.. periods.Select(p => (decimal?)p.Positive)]),
            new ChartSeries("Alle uitstroom", [.. periods.Select(p => (decimal?)p.Total)]),
        ]);

    private static ChartData Shares(string by, IReadOnlyList<OutflowPeriod> periods) => new(
        $"Aandeel positief {by}",
        $"Percentage van de geëindigde trajecten dat positief eindigde, {by}. De tabel eronder heeft dezelfde percentages.",
        [.. periods.Select(p => p.Label)],
        [new ChartSeries("Aandeel positief", [.. periods.Select(p => (decimal?)p.Share)])],
        "%");
}

/// <summary>A number at the top of the dashboard, beside that of the year before.</summary>
/// <param name="WhyNot">Said in place of a number that isn't there.</param>
public sealed record KeyFigure(string Label, long? Now, string Unit, string Compared, string WhyNot)
{
    internal static IReadOnlyList<KeyFigure> Of(PositiveOutflow view)
    {
        var (now, before) = (view.Now, view.Before);
        return
        [
            new("Aandeel positief", now.Share, "%", Compare(now.Share, before.Share, view.Year - 1, "%", "punten"),
                now.Total is null || now.Positive is null ? Report.Withheld : $"niet getoond: minder dan {ReportTable.MinBase} trajecten"),
            Counted("Positief geëindigd", now.Positive, before.Positive, view.Year),
            Counted("Alle uitstroom", now.Total, before.Total, view.Year),
            Counted("Instroom", view.Inflow.Now, view.Inflow.Before, view.Year),
        ];
    }

    private static KeyFigure Counted(string label, long? now, long? before, int year) =>
        new(label, now, "", Compare(now, before, year - 1, "", ""), Report.Withheld);

    // The difference only where both numbers are shown: otherwise it would give away the one that isn't.
    private static string Compare(long? now, long? before, int year, string unit, string points)
    {
        if (before is not { } then)
            return $"{year}: niet getoond";
        if (now is not { } current)
            return $"{year}: {then:N0}{unit}";
        var difference = Math.Abs(current - then);
        var word = points.Length == 0 ? $"{difference:N0}" : $"{difference:N0} {points}";
        return current == then ? $"gelijk aan {year}" : $"{word} {(current > then ? "meer" : "minder")} dan in {year} ({then:N0}{unit})";
    }
}

/// <summary>A table on the dashboard that puts a year beside the one before.</summary>
public sealed record ComparisonTable(string Id, string Title, string FirstHeading, PositiveOutflow View, IReadOnlyList<OutflowComparison> Rows);
