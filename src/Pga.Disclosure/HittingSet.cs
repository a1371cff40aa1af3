namespace Pga.Disclosure;

/// <summary>
/// The cheapest cells that hit every cut: the least that any safe choice must withhold as far as is known. When it turns out
/// to be safe it is the best one. (E. Moreno-Centeno, R. Karp, The implicit hitting set approach, Oper. Res. 61(2), 2013.)
/// </summary>
internal sealed class HittingSet(long[] costs)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Cover> _solved = new(StringComparer.Ordinal);
    private List<PricedCut> _cuts = [];

    /// <returns>False when it was known.</returns>
    public bool Add(int[] cut)
    {
        if (!_known.Add(string.Join(' ', cut)))
            return false;
        var cells = cut.ToHashSet();
        _cuts = [.. _cuts.Where(c => !cells.IsSubsetOf(c.Cells))];
        if (!_cuts.Exists(c => cells.IsSupersetOf(c.Cells)))
            _cuts.Add(new PricedCut(cut));
        return true;
    }

    /// <summary>Adds to a choice what it lacks, without thinking long: each time what hits most for its cost.</summary>
    public HashSet<int> Complete(IEnumerable<int> choice)
    {
        var chosen = choice.ToHashSet();
        var open = _cuts.Select(c => c.Cells).Where(c => !c.Any(chosen.Contains)).ToList();
        while (open.Count > 0)
        {
            var hits = new Dictionary<int, int>();
            foreach (var cell in open.SelectMany(c => c))
                hits[cell] = hits.GetValueOrDefault(cell) + 1;
            var best = hits.MinBy(h => ((double)costs[h.Key] / h.Value, h.Key)).Key;
            chosen.Add(best);
            open.RemoveAll(c => c.Contains(best));
        }

        return chosen;
    }

    /// <param name="known">Cells that hit all cuts, the cheapest that are known; they need not be found again.</param>
    /// <param name="exactly">Whether to look for the very cheapest, or only for cheap ones and a bound.</param>
    public Cover Solve(IReadOnlySet<int> known, bool exactly, Func<bool> isStopped)
    {
        var (chosen, bound, isProven) = (new List<int>(), 0L, true);
        foreach (var part in Parts(WithoutDear()))
        {
            var name = string.Join('|', part.Select(c => string.Join(' ', c.Cells)));
            if (!_solved.TryGetValue(name, out var cover))
            {
                cover = new CoverSearch(costs, part, known, isStopped).Solve(exactly);
                if (cover.IsProven)
                    _solved.Add(name, cover);
            }

            chosen.AddRange(cover.Cells);
            bound += cover.Bound;
            isProven &= cover.IsProven;
        }

        return new Cover([.. chosen], bound, isProven);
    }

    // A cell that costs more than, for each of its cuts, the cheapest other one: those do the same for less. Totals are like
    // this, and without them the cuts fall apart into small groups.
    private List<PricedCut> WithoutDear()
    {
        var cuts = _cuts.Select(c => c.Cells.ToHashSet()).ToList();
        var cutsOf = new Dictionary<int, List<HashSet<int>>>();
        foreach (var cut in cuts)
        {
            foreach (var cell in cut)
                (cutsOf.TryGetValue(cell, out var known) ? known : cutsOf[cell] = []).Add(cut);
        }

        foreach (var cell in cutsOf.Keys.OrderByDescending(c => costs[c]).ThenByDescending(c => c))
        {
            if (cutsOf[cell].Exists(c => c.Count == 1))
                continue;
            var instead = cutsOf[cell].Select(cut => cut.Where(c => c != cell).MinBy(c => (costs[c], c))).ToHashSet();
            if (instead.Sum(c => costs[c]) > costs[cell])
                continue;
            foreach (var cut in cutsOf[cell])
                cut.Remove(cell);
        }

        return [.. cuts.Zip(_cuts, (left, cut) => cut with { Cells = [.. left.Order()] })];
    }

    // Groups of cuts that share no cell with cuts of another group.
    private static IEnumerable<PricedCut[]> Parts(List<PricedCut> cuts)
    {
        var cutsOf = new Dictionary<int, List<int>>();
        for (var i = 0; i < cuts.Count; i++)
        {
            foreach (var cell in cuts[i].Cells)
                (cutsOf.TryGetValue(cell, out var known) ? known : cutsOf[cell] = []).Add(i);
        }

        var seen = new bool[cuts.Count];
        for (var first = 0; first < cuts.Count; first++)
        {
            if (seen[first])
                continue;
            seen[first] = true;
            var part = new List<int> { first };
            for (var i = 0; i < part.Count; i++)
            {
                foreach (var next in cuts[part[i]].Cells.SelectMany(c => cutsOf[c]).Where(n => !seen[n]).ToList())
                {
                    if (!seen[next])
                        part.Add(next);
                    seen[next] = true;
                }
            }

            yield return [.. part.Order().Select(i => cuts[i])];
        }
    }
}

/// <summary>A cut and its price in the bound, which is a good one to start from when there are more cuts.</summary>
internal sealed record PricedCut(int[] Cells)
{
    private readonly double[] _price = [double.NaN];

    /// <summary>Shared by copies; not a number before there is one.</summary>
    public double Price
    {
        get => _price[0];
        set => _price[0] = value;
    }
}

/// <param name="Bound">No cells that hit all cuts cost less.</param>
/// <param name="IsProven">These cells cost no more than the bound.</param>
internal sealed record Cover(int[] Cells, long Bound, bool IsProven);
