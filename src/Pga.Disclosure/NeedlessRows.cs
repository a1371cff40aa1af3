namespace Pga.Disclosure;

/// <summary>
/// Finds equations that follow from others. In a table with subtotals the row equation of a subtotal follows from those of
/// its parts; without it every cell stands in two equations and the table is a network.
/// </summary>
internal static class NeedlessRows
{
    private const int NodesOfAnArc = 2;
    private const long Prime = 2_147_483_647;

    public static IReadOnlySet<int> Of(LinearSystem system, Predicate<int> mayBeHidden)
    {
        var crowded = Enumerable.Range(0, system.VariableCount)
            .Select(v => (system.IsSlack(v) || mayBeHidden(v)) && system.Columns[v].Length > NodesOfAnArc)
            .ToArray();
        var needless = new HashSet<int>();
        if (!crowded.Contains(true))
            return needless;
        // Those that crowd most come last, so that they are what follows from the rest.
        var rows = Enumerable.Range(0, system.Rows.Count)
            .OrderBy(r => system.Rows[r].Count(t => crowded[t.Index]))
            .ThenBy(r => r);
        var reduced = new List<(int Pivot, long[] Row)>();
        foreach (var row in rows)
        {
            // Modulo a prime: a row that seems to follow by accident costs a safe pattern at worst, as evidence is checked against all rows.
            var rest = Reduce(system, row, mayBeHidden, reduced);
            var pivot = Pivot(system, rest);
            if (pivot < 0)
                needless.Add(row);
            else
                reduced.Add((pivot, Scaled(rest, pivot)));
        }

        return needless;
    }

    private static long[] Reduce(LinearSystem system, int row, Predicate<int> mayBeHidden, List<(int Pivot, long[] Row)> reduced)
    {
        var rest = new long[system.VariableCount];
        foreach (var (variable, coefficient) in system.Rows[row])
        {
            if (system.IsSlack(variable) || mayBeHidden(variable))
                rest[variable] = (coefficient + Prime) % Prime;
        }

        foreach (var (pivot, known) in reduced)
        {
            var factor = rest[pivot];
            if (factor == 0)
                continue;
            for (var i = 0; i < rest.Length; i++)
            {
                if (known[i] != 0)
                    rest[i] = (rest[i] + ((Prime - factor) * known[i])) % Prime;
            }
        }

        return rest;
    }

    // The variable that stands in fewest rows, so that few other rows need it taken out.
    private static int Pivot(LinearSystem system, long[] row)
    {
        var best = -1;
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] != 0 && (best < 0 || system.Columns[i].Length < system.Columns[best].Length))
                best = i;
        }

        return best;
    }

    private static long[] Scaled(long[] row, int pivot)
    {
        var inverse = (long)System.Numerics.BigInteger.ModPow(row[pivot], Prime - 2, Prime);
        return [.. row.Select(value => value * inverse % Prime)];
    }
}
