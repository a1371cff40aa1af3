namespace Pga.Disclosure;

/// <summary>Branch and bound on the simplex: where it ends at a fraction, the whole numbers on either side are tried.</summary>
internal sealed class WholeNumberSearch(Simplex simplex, int count, Predicate<long[]> fits, int mostBranches)
{
    private int _branches;
    private double _farthest = double.NegativeInfinity;

    /// <summary>The whole numbers that got farthest.</summary>
    public long[]? Best { get; private set; }

    /// <summary>False when there may be better ones: it gave up, or got lost.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <param name="best">Whole numbers that fit, if any are known.</param>
    public void Push(int variable, int direction, long[]? best)
    {
        Best = best;
        if (best is not null)
            _farthest = direction * best[variable];
        Branch(variable, direction);
    }

    private void Branch(int variable, int direction)
    {
        if (_branches++ >= mostBranches)
        {
            IsComplete = false;
            return;
        }

        var end = simplex.Push(variable, direction);
        if (end == SimplexEnd.Impossible)
            return;
        if (end != SimplexEnd.Farthest)
        {
            IsComplete = false;
            return;
        }

        var far = Math.Floor((direction * simplex.Values[variable]) + Simplex.Tolerance);
        if (far <= _farthest)
            return;
        if (WholeNumbers.Near(simplex, count) is { } values)
        {
            if (fits(values))
                (Best, _farthest) = (values, far);
            else
                IsComplete = false;
            return;
        }

        var fraction = WholeNumbers.MostFractional(simplex, count);
        var below = Math.Floor(simplex.Values[fraction]);
        var (lower, upper) = (simplex.Lower[fraction], simplex.Upper[fraction]);
        // A value may be outside its bounds by a rounding error, and then one of the sides is empty.
        if (below >= lower)
        {
            simplex.Upper[fraction] = below;
            Branch(variable, direction);
            simplex.Upper[fraction] = upper;
        }

        if (below + 1 > upper)
            return;
        simplex.Lower[fraction] = below + 1;
        Branch(variable, direction);
        simplex.Lower[fraction] = lower;
    }
}

/// <summary>Doubles that are whole numbers but for rounding.</summary>
internal static class WholeNumbers
{
    public const double Rounding = 1e-5;

    public static long[]? Near(Simplex simplex, int count)
    {
        var values = new long[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = (long)Math.Round(simplex.Values[i]);
            if (Math.Abs(simplex.Values[i] - values[i]) > Rounding)
                return null;
        }

        return values;
    }

    public static int MostFractional(Simplex simplex, int count) =>
        Enumerable.Range(0, count).MaxBy(i => Math.Abs(simplex.Values[i] - Math.Round(simplex.Values[i])));
}
