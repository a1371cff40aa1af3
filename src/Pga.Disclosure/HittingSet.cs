namespace Pga.Disclosure;

/// <summary>
/// The cheapest cells that hit every cut: the least that any safe choice must withhold as far as is known. When it turns out
/// to be safe it is the best one. (E. Moreno-Centeno, R. Karp, The implicit hitting set approach, Oper. Res. 61(2), 2013.)
/// </summary>
internal sealed class HittingSet(long[] costs)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Cover> _solved = new(StringComparer.Ordinal);
    private readonly List<PricedCut> _cuts = [];
    private List<PricedCut[]>? _parts;

    /// <returns>False when it was known.</returns>
    public bool Add(int[] cut)
    {
        if (!_known.Add(string.Join(' ', cut)))
            return false;
        if (_cuts.Exists(c => Holds(cut, c.Cells)))
            return true;
        _cuts.RemoveAll(c => Holds(c.Cells, cut));
        _cuts.Add(new PricedCut(cut));
        _parts = null;
        return true;
    }

    /// <param name="known">Cells that hit all cuts, the cheapest that are known; they need not be found again.</param>
    /// <param name="exactly">Whether to look for the very cheapest, or only for cheap ones and a bound.</param>
    public Cover Solve(IReadOnlySet<int> known, bool exactly, Func<bool> isStopped)
    {
        var (chosen, bound, isProven) = (new List<int>(), 0L, true);
        foreach (var part in _parts ??= [.. Parts(WithoutDear())])
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

    // Both in order.
    private static bool Holds(int[] whole, int[] part)
    {
        if (part.Length > whole.Length)
            return false;
        var i = 0;
        foreach (var cell in part)
        {
            while (i < whole.Length && whole[i] < cell)
                i++;
            if (i == whole.Length || whole[i] != cell)
                return false;
        }

        return true;
    }

    // A cell that costs more than, for each of its cuts, the cheapest other one: those do the same for less. Totals are like
    // this, and without them the cuts fall apart into small groups.
    private List<PricedCut> WithoutDear()
    {
        var cutsOf = new Dictionary<int, List<int[]>>();
        foreach (var cut in _cuts)
        {
            // The cheapest first.
            var cells = cut.Cells.OrderBy(c => costs[c]).ThenBy(c => c).ToArray();
            foreach (var cell in cells)
                (cutsOf.TryGetValue(cell, out var known) ? known : cutsOf[cell] = []).Add(cells);
        }

        var dear = new HashSet<int>();
        foreach (var cell in cutsOf.Keys.OrderByDescending(c => costs[c]).ThenByDescending(c => c))
        {
            var instead = cutsOf[cell].Select(cut => Cheapest(cut, cell, dear)).ToHashSet();
            if (!instead.Contains(-1) && instead.Sum(c => costs[c]) <= costs[cell])
                dear.Add(cell);
        }

        return [.. _cuts.Select(cut => cut with { Cells = [.. cut.Cells.Where(c => !dear.Contains(c))] })];
    }

    private static int Cheapest(int[] cut, int without, HashSet<int> dear)
    {
        foreach (var cell in cut)
        {
            if (cell != without && !dear.Contains(cell))
                return cell;
        }

        return -1;
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

        var (seen, seenCells) = (new bool[cuts.Count], new HashSet<int>());
        for (var first = 0; first < cuts.Count; first++)
        {
            if (seen[first])
                continue;
            seen[first] = true;
            var part = new List<int> { first };
            for (var i = 0; i < part.Count; i++)
            {
                foreach (var next in cuts[part[i]].Cells.Where(seenCells.Add).SelectMany(c => cutsOf[c]))
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
