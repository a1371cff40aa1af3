using System.Diagnostics;
using System.Globalization;
using Pga.Disclosure;

namespace Pga.Benchmarks;

/// <summary>
/// How long it takes to protect invented tables, with evidence and through the gate, and how good the result is. Needs no
/// database. Prints its own table, as it has other columns than the rest.
/// </summary>
internal static class ProtectionBench
{
    private const int Seed = 20240101;
    private const int Times = 3;
    private static readonly int[] Thresholds = [5, 10];
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public static void Run(Table table, TextWriter to)
    {
        Print(to, "dotnet run -c Release --project tests/Pga.Benchmarks -- protection", "");
        Print(to, "| tables (seed 20240101, K 5 and 10, least of three runs) | problems | cells | withheld, of which small | proven | largest gap | median | max |", "|---|---|---|---|---|---|---|---|");
        // Once for the compiler.
        _ = Many(10, i => TwoWay(8, 5, i, groups: 2)).Concat(Many(2, i => ThreeWay(3, 3, 3, i))).Concat(Many(2, i => k => EditionOfNumbers.Make(i, 300, k))).ToList();
        Report(to, "two-way, one total", Many(30, i => TwoWay(4 + (i % 9), 3 + (i % 7), i)));
        var grouped = Report(to, "two-way, rows in groups", Many(30, i => TwoWay(6 + (i % 10), 3 + (i % 6), i, groups: 2 + (i % 3))));
        table.Add($"protection: two-way table with groups, median", $"{grouped.Median:F1} ms", "< 5 ms", grouped.Median < 5);
        Report(to, "three-way", Many(15, i => ThreeWay(2 + (i % 3), 3 + (i % 2), 3 + (i % 3), i)));
        var editions = new[] { 100, 300, 1000 }.Select(trajects => Report(to, $"edition of {trajects} trajects", Many(5, i => k => EditionOfNumbers.Make(Seed + i, trajects, k)))).ToList();
        var slowest = editions.Max(e => e.Most);
        table.Add($"protection: edition, slowest", $"{slowest / 1000:F2} s", "< 2 s", slowest < 2000);
        Print(to, "", "| growth, K 5 (limit 10 s) | cells | withheld | gap | first safe choice | costs more | with proof or limit | ratio of cells | ratio of first |", "|---|---|---|---|---|---|---|---|---|");
        Growth(to);
    }

    private static IEnumerable<Measured> Many(int count, Func<int, Func<int, Release>> make) =>
        from i in Enumerable.Range(0, count)
        from threshold in Thresholds
        select Measure(make(i), threshold);

    // The least of three, as the machine does other things too.
    private static Measured Measure(Func<int, Release> make, int threshold, TimeSpan? limit = null) =>
        Enumerable.Range(0, Times).Select(_ => Once(make(threshold), threshold, limit)).MinBy(m => m.Milliseconds)!;

    private static Measured Once(Release release, int threshold, TimeSpan? limit)
    {
        var started = Stopwatch.GetTimestamp();
        var protection = Protector.Protect(release, limit ?? Limit);
        ReleaseCheck.Pass(release, release.Cells.Where(c => c.Fate != Fate.Unpublished).Select(c => (c.Key, protection.Withheld.Contains(c.Key) ? null : (long?)c.Count)), protection);
        var small = release.Cells.Count(c => c.Count > 0 && Math.Min(c.Count, c.Persons) < threshold && c.Fate == Fate.Open);
        return new Measured(release.Cells.Count(c => c.Fate != Fate.Unpublished), protection.Withheld.Count, small, protection.Gap, protection.Cost, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    private static (double Median, double Most) Report(TextWriter to, string what, IEnumerable<Measured> problems)
    {
        var all = problems.ToList();
        var times = all.Select(m => m.Milliseconds).Order().ToList();
        var (median, most) = (times[times.Count / 2], times[^1]);
        Print(to, string.Create(CultureInfo.InvariantCulture,
            $"| {what} | {all.Count} | {all.Min(m => m.Cells)}–{all.Max(m => m.Cells)} | {all.Sum(m => m.Withheld)}, {all.Sum(m => m.Small)} | {all.Count(m => m.Gap == 0)} of {all.Count} | {all.Max(m => m.Gap):P2} | {median:F1} ms | {most:F0} ms |"));
        return (median, most);
    }

    private static void Growth(TextWriter to)
    {
        (int Cells, double First)? before = null;
        foreach (var (rows, columns) in new[] { (10, 5), (20, 10), (50, 10), (100, 20) })
        {
            var first = Measure(TwoWay(rows, columns, 1), 5, TimeSpan.Zero);
            var full = Measure(TwoWay(rows, columns, 1), 5);
            var (ratio, slower) = before is { } b ? ((double)full.Cells / b.Cells, first.Milliseconds / b.First) : (1, 1);
            Print(to, string.Create(CultureInfo.InvariantCulture,
                $"| {rows} × {columns} | {full.Cells} | {full.Withheld} | {full.Gap:P2} | {first.Milliseconds:F0} ms | {(first.Cost - full.Cost) / (double)full.Cost:P2} | {full.Milliseconds:F0} ms | {ratio:F1} | {slower:F1} |"));
            before = (full.Cells, first.Milliseconds);
        }
    }

    private static void Print(TextWriter to, params string[] lines)
    {
        foreach (var line in lines)
            to.WriteLine(line);
    }

    // A third of the cells small, some zero, a few large: as tables of a municipality are.
    private static long Count(Random random) => random.Next(10) switch
    {
        < 2 => 0,
        < 5 => random.Next(1, 6),
        < 9 => random.Next(5, 40),
        _ => random.Next(40, 400),
    };

    private static Func<int, Release> TwoWay(int rows, int columns, int seed, int groups = 0) => threshold =>
    {
        var random = new Random(Seed + seed);
        var leaves = new long[rows, columns];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
                leaves[r, c] = Count(random);
        }

        var rowTree = Tree(rows, groups);
        var columnTree = Tree(columns, 0);
        return Cube(threshold, [rowTree, columnTree], at => leaves[at[0], at[1]]);
    };

    private static Func<int, Release> ThreeWay(int a, int b, int c, int seed) => threshold =>
    {
        var random = new Random(Seed + seed);
        var leaves = Enumerable.Range(0, a * b * c).Select(_ => Count(random)).ToArray();
        return Cube(threshold, [Tree(a, 0), Tree(b, 0), Tree(c, 0)], at => leaves[(((at[0] * b) + at[1]) * c) + at[2]]);
    };

    // Codes of a dimension: what leaves each holds, and which codes it is the sum of.
    private static List<(string Code, int[] Leaves, string[] Parts)> Tree(int leaves, int groups)
    {
        List<(string Code, int[] Leaves, string[] Parts)> codes = [.. Enumerable.Range(0, leaves).Select(i => ($"{i}", new[] { i }, Array.Empty<string>()))];
        var tops = codes.Select(c => c.Code).ToArray();
        if (groups > 0)
        {
            var members = Enumerable.Range(0, leaves).GroupBy(i => i * groups / leaves).ToList();
            codes.AddRange(members.Select(m => ($"g{m.Key}", m.ToArray(), m.Select(i => $"{i}").ToArray())));
            tops = [.. members.Select(m => $"g{m.Key}")];
        }

        codes.Add(("total", [.. Enumerable.Range(0, leaves)], tops));
        return codes;
    }

    private static Release Cube(int threshold, List<(string Code, int[] Leaves, string[] Parts)>[] dimensions, Func<int[], long> count)
    {
        IEnumerable<(string Code, int[] Leaves, string[] Parts)[]> all = [[]];
        foreach (var dimension in dimensions)
            all = all.SelectMany(known => dimension.Select(code => known.Append(code).ToArray())).ToList();
        var (cells, additions) = (new List<Cell>(), new List<AdditionRule>());
        foreach (var codes in all)
        {
            var key = string.Join('/', codes.Select(c => c.Code));
            var value = Sum(codes.Select(c => c.Leaves).ToArray(), [], count);
            cells.Add(new Cell(key, value, value));
            for (var i = 0; i < codes.Length; i++)
            {
                if (codes[i].Parts.Length > 0)
                    additions.Add(new AdditionRule(key, [.. codes[i].Parts.Select(p => string.Join('/', codes.Select((c, j) => j == i ? p : c.Code)))]));
            }
        }

        return new Release(threshold, cells, additions, []);
    }

    private static long Sum(int[][] leaves, int[] at, Func<int[], long> count) =>
        at.Length == leaves.Length ? count(at) : leaves[at.Length].Sum(leaf => Sum(leaves, [.. at, leaf], count));

    private sealed record Measured(int Cells, int Withheld, int Small, double Gap, long Cost, double Milliseconds);
}
