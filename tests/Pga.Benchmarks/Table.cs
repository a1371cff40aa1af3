using static System.FormattableString;

namespace Pga.Benchmarks;

/// <summary>What was measured, printed as one Markdown table.</summary>
internal sealed class Table
{
    private readonly List<Row> _rows = [];

    public bool AllMet => _rows.TrueForAll(r => r.Met);

    /// <summary>The same thing in the small and the large database: as fast as it should be, and hardly slower in the large one.</summary>
    public void Compare(string what, Timing small, Timing large, double mostMilliseconds, double mostGrowth)
    {
        var ratio = large.Median / small.Median;
        _rows.Add(new Row(what, small.ToString(), large.ToString(), Invariant($"{ratio:F2}"), Invariant($"< {mostMilliseconds:F0} ms") + (double.IsFinite(mostGrowth) ? Invariant($", ratio < {mostGrowth:F1}") : ""),
            large.Median < mostMilliseconds && ratio < mostGrowth));
    }

    public void Add(FormattableString what, FormattableString measured, string target, bool met) =>
        _rows.Add(new Row(Invariant(what), "", Invariant(measured), "", target, met));

    public void Print(TextWriter to)
    {
        to.WriteLine(Invariant($"| what (median / p95) | {Sizes.Small:N0} clients | {Sizes.Large:N0} clients | ratio | target | met |"));
        to.WriteLine("|---|---|---|---|---|---|");
        foreach (var row in _rows)
            to.WriteLine($"| {row.What} | {row.Small} | {row.Large} | {row.Ratio} | {row.Target} | {(row.Met ? "yes" : "**no**")} |");
    }

    private sealed record Row(string What, string Small, string Large, string Ratio, string Target, bool Met);
}

internal static class Sizes
{
    public const int Small = 1_000;
    public const int Large = 100_000;
}
