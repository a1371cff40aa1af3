namespace Pga.Web.Ui;

/// <summary>A level of a leefgebied on a date; no level is "niet beoordeeld" and leaves a gap in the line.</summary>
public readonly record struct LevelPoint(DateOnly Date, int? Level);

/// <summary>
/// One row of values, one for each category. A value that is withheld is null, and nothing about it reaches the
/// drawing: no bar, no place, no part of the scale.
/// </summary>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values);

/// <summary>What a chart shows. A line break in a category ("Q1\n’25") puts the rest on a second line.</summary>
/// <param name="Title">What the numbers are.</param>
/// <param name="Description">The message of the chart in a sentence, for who can't see it.</param>
/// <param name="Categories">The labels along the axis.</param>
/// <param name="Series">One to three rows of values.</param>
/// <param name="Unit">Written right after each number, for example %.</param>
public sealed record ChartData(
    string Title,
    string Description,
    IReadOnlyList<string> Categories,
    IReadOnlyList<ChartSeries> Series,
    string Unit = "")
{
    internal const string Withheld = "–";
    internal const int MostSeries = 3;

    internal void Check()
    {
        if (Series.Count is < 1 or > MostSeries) throw new InvalidOperationException($"'{Title}' needs one to three series.");
        if (Series.Any(series => series.Values.Count != Categories.Count))
        {
            throw new InvalidOperationException($"'{Title}' needs one value for each category.");
        }
    }

    internal string Label(decimal? value) => value is { } known ? Svg.Shown(known, Unit) : Withheld;
}

/// <summary>A scale from zero with round steps.</summary>
internal readonly record struct Scale(decimal Top, decimal Step)
{
    private const int MostSteps = 6;

    public static Scale For(decimal largest)
    {
        if (largest <= 0) return new Scale(1, 1);
        for (var power = 1m; ; power *= 10)
        {
            foreach (var factor in new[] { 1m, 2m, 5m })
            {
                var step = factor * power;
                var steps = decimal.Ceiling(largest / step);
                if (steps <= MostSteps) return new Scale(steps * step, step);
            }
        }
    }

    public double Part(decimal value) => (double)(value / Top);
}
