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

    internal ChartData Quarters => Chart("Uitstroom per kwartaal", "Geëindigde trajecten per kwartaal, positief en met een ander oordeel.", View!.Quarters,
        ("Positief", p => p.Positive), ("Ander oordeel", p => p.Other));

    internal ChartData QuarterShares => Shares("Aandeel positief per kwartaal", View!.Quarters);

    internal ChartData Trend => Chart("Uitstroom per jaar", "Geëindigde trajecten per jaar, en hoeveel daarvan positief.", View!.Trend,
        ("Positief", p => p.Positive), ("Alle uitstroom", p => p.Total));

    internal ChartData TrendShares => Shares("Aandeel positief per jaar", View!.Trend);

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

    private static ChartData Shares(string title, IReadOnlyList<OutflowPeriod> periods) =>
        Chart(title, "Percentage van de geëindigde trajecten dat positief eindigde.", periods, ("Aandeel positief", p => p.Share)) with { Unit = "%" };

    private static ChartData Chart(string title, string description, IReadOnlyList<OutflowPeriod> periods, params (string Name, Func<OutflowPeriod, long?> Value)[] series) => new(
        title,
        $"{description} De tabel eronder heeft dezelfde aantallen.",
        [.. periods.Select(p => p.Quarter is { } quarter ? $"Q{quarter}\n’{p.Year % 100:00}" : $"{p.Year}")],
        [.. series.Select(s => new ChartSeries(s.Name, [.. periods.Select(p => (decimal?)s.Value(p))]))]);
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
