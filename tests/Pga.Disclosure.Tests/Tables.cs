namespace Pga.Disclosure.Tests;

/// <summary>Tables to protect, and what a reader may be shown of them.</summary>
internal static class Tables
{
    /// <summary>One row of parts p0, p1, … under a headline total.</summary>
    public static Release Row(int threshold, params int[] parts) => new(
        threshold,
        [.. parts.Select((count, i) => Count($"p{i}", count)), Count("total", parts.Sum()) with { Headline = true }],
        [new AdditionRule("total", [.. parts.Select((_, i) => $"p{i}")])],
        []);

    /// <summary>Rows and columns add up to totals (−1 in the name), and those to the grand total; groups of rows to subtotals.</summary>
    public static Release TwoWay(int threshold, int[,] counts, int[]? groupOfRow = null)
    {
        var (rows, columns) = (counts.GetLength(0), counts.GetLength(1));
        var (cells, additions) = (new List<Cell>(), new List<AdditionRule>());
        var allRows = Enumerable.Range(0, rows).ToArray();
        var allColumns = Enumerable.Range(0, columns).ToArray();
        foreach (var r in allRows)
        {
            cells.AddRange(allColumns.Select(c => Count($"{r}/{c}", counts[r, c])));
            cells.Add(Count($"{r}/all", allColumns.Sum(c => counts[r, c])));
            additions.Add(new AdditionRule($"{r}/all", [.. allColumns.Select(c => $"{r}/{c}")]));
        }

        var groups = groupOfRow?.Distinct().Order().ToArray() ?? [];
        foreach (var g in groups)
        {
            var members = allRows.Where(r => groupOfRow![r] == g).ToArray();
            cells.AddRange(allColumns.Select(c => Count($"g{g}/{c}", members.Sum(r => counts[r, c]))));
            cells.Add(Count($"g{g}/all", members.Sum(r => allColumns.Sum(c => counts[r, c]))));
            additions.AddRange(allColumns.Select(c => $"{c}").Append("all").Select(c => new AdditionRule($"g{g}/{c}", [.. members.Select(r => $"{r}/{c}")])));
            additions.Add(new AdditionRule($"g{g}/all", [.. allColumns.Select(c => $"g{g}/{c}")]));
        }

        string[] parts = groupOfRow is null ? [.. allRows.Select(r => $"{r}")] : [.. groups.Select(g => $"g{g}")];
        cells.AddRange(allColumns.Select(c => Count($"all/{c}", allRows.Sum(r => counts[r, c]))));
        cells.Add(Count("all/all", allRows.Sum(r => allColumns.Sum(c => counts[r, c]))));
        additions.AddRange(allColumns.Select(c => $"{c}").Append("all").Select(c => new AdditionRule($"all/{c}", [.. parts.Select(p => $"{p}/{c}")])));
        additions.Add(new AdditionRule("all/all", [.. allColumns.Select(c => $"all/{c}")]));
        return new Release(threshold, cells, additions, []);
    }

    public static int[,] Random(Random random, int rows, int columns, int most, double zeros = 0.2)
    {
        var counts = new int[rows, columns];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
                counts[r, c] = random.NextDouble() < zeros ? 0 : 1 + (int)(Math.Pow(random.NextDouble(), 2) * most);
        }

        return counts;
    }

    public static Cell Count(string key, long count) => new(key, count, count);

    public static IEnumerable<(string Key, long? Value)> Shown(Release release, IReadOnlySet<string> withheld) =>
        release.Cells.Where(c => c.Fate != Fate.Unpublished).Select(c => (c.Key, withheld.Contains(c.Key) ? null : (long?)c.Count));

    /// <summary>Protects, and lets it through the gate.</summary>
    public static Protected Protect(Release release)
    {
        var protection = Protector.Protect(release, TimeSpan.FromSeconds(30));
        ReleaseCheck.Pass(release, Shown(release, protection.Withheld), protection);
        return protection;
    }
}
