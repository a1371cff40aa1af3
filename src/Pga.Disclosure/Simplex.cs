namespace Pga.Disclosure;

/// <summary>
/// Moves one variable as far as it goes within equations and bounds, in doubles: a dense simplex for bounded variables, on the
/// tableau of the variables that aren't basic. It starts anywhere: a variable outside its bounds is first brought inside, and
/// one between its bounds may stay there. What it finds only steers; others check it in whole numbers.
/// </summary>
internal sealed class Simplex
{
    /// <summary>A difference smaller than this is no difference.</summary>
    public const double Tolerance = 1e-7;

    private const double TooSmallToPivot = 1e-7;
    private const double Nothing = 1e-11;
    private const int StallsBeforeBland = 40;
    private const int StepsPerVariable = 30;

    // A basic variable is − Σ entry × nonbasic variable, but for a constant that the values themselves remember. Every row
    // has an artificial variable, which must be 0: the first basis, and its reduced cost is the row's price.
    private readonly double[][] _entries;
    private readonly int[] _basic;
    private readonly int[] _nonbasic;
    private readonly int[] _place;
    private readonly int _structural;
    private double[]? _objective;
    private double[]? _infeasibility;

    /// <param name="rows">Terms of each equation Σ coefficient × variable = right-hand side.</param>
    /// <param name="start">Values to start from; what an equation lacks is made up by its artificial variable.</param>
    public Simplex(IReadOnlyList<Term[]> rows, IReadOnlyList<double> rightHandSides, IReadOnlyList<double> start, IReadOnlyList<double> lower)
    {
        _structural = start.Count;
        var all = _structural + rows.Count;
        (Values, Lower, Upper) = (new double[all], new double[all], new double[all]);
        (_basic, _nonbasic, _place) = (new int[rows.Count], new int[_structural], new int[all]);
        _entries = new double[rows.Count][];
        for (var j = 0; j < _structural; j++)
        {
            (Values[j], Lower[j], Upper[j]) = (start[j], lower[j], double.PositiveInfinity);
            _nonbasic[j] = j;
            _place[j] = j;
        }

        for (var r = 0; r < rows.Count; r++)
        {
            var artificial = _structural + r;
            _entries[r] = new double[_structural];
            Values[artificial] = rightHandSides[r];
            foreach (var (variable, coefficient) in rows[r])
            {
                _entries[r][variable] = coefficient;
                Values[artificial] -= coefficient * start[variable];
            }

            _basic[r] = artificial;
            _place[artificial] = ~r;
        }
    }

    /// <summary>By variable; artificial ones after the others.</summary>
    public double[] Values { get; }

    public double[] Lower { get; }

    public double[] Upper { get; }

    /// <summary>Back to values that keep all equations; the basis stays.</summary>
    public void MoveTo(IReadOnlyList<long> values)
    {
        for (var j = 0; j < values.Count; j++)
            Values[j] = values[j];
        Array.Clear(Values, values.Count, Values.Length - values.Count);
    }

    /// <param name="direction">1 up, −1 down.</param>
    public SimplexEnd Push(int variable, int direction)
    {
        ObeyBounds();
        var (stalls, steps) = (0, StepsPerVariable * (Values.Length + 10));
        while (steps-- > 0)
        {
            var costs = Infeasibility() ?? Objective(variable, direction);
            var feasible = ReferenceEquals(costs, _objective);
            if (feasible && direction * Values[variable] >= direction * (direction > 0 ? Upper : Lower)[variable] - Tolerance)
                return SimplexEnd.Farthest;
            var bland = stalls > StallsBeforeBland;
            var entering = Entering(costs, bland);
            if (entering < 0)
                return feasible ? SimplexEnd.Farthest : SimplexEnd.Impossible;
            var sign = costs[entering] > 0 ? 1 : -1;
            var (step, leaving) = Ratio(entering, sign, bland);
            if (double.IsPositiveInfinity(step))
                return feasible ? SimplexEnd.Unlimited : SimplexEnd.Lost;
            Move(entering, sign * step);
            stalls = step > Tolerance ? 0 : stalls + 1;
            if (leaving >= 0)
                Pivot(leaving, entering);
        }

        return SimplexEnd.Lost;
    }

    /// <summary>
    /// After a push that went as far as it goes: what a unit more on the right-hand side of each row would have brought.
    /// </summary>
    public double[] Prices(int variable, int direction)
    {
        var costs = Objective(variable, direction);
        var prices = new double[_basic.Length];
        for (var r = 0; r < prices.Length; r++)
        {
            if (_place[_structural + r] is var place and >= 0)
                prices[r] = -costs[place];
        }

        return prices;
    }

    private double[] Objective(int variable, int direction)
    {
        _objective ??= new double[_structural];
        var place = _place[variable];
        if (place >= 0)
        {
            Array.Clear(_objective);
            _objective[place] = direction;
            return _objective;
        }

        var row = _entries[~place];
        for (var j = 0; j < row.Length; j++)
            _objective[j] = -direction * row[j];
        return _objective;
    }

    // What brings basic variables back within their bounds, or null when all are.
    private double[]? Infeasibility()
    {
        double[]? costs = null;
        for (var r = 0; r < _basic.Length; r++)
        {
            var wanted = Outside(_basic[r]);
            if (wanted == 0)
                continue;
            if (costs is null)
            {
                costs = _infeasibility ??= new double[_structural];
                Array.Clear(costs);
            }

            for (var j = 0; j < costs.Length; j++)
                costs[j] -= wanted * _entries[r][j];
        }

        return costs;
    }

    // 1 when it is too low, −1 when it is too high.
    private int Outside(int variable) =>
        Values[variable] < Lower[variable] - Tolerance ? 1 : Values[variable] > Upper[variable] + Tolerance ? -1 : 0;

    private void ObeyBounds()
    {
        for (var j = 0; j < _nonbasic.Length; j++)
        {
            var variable = _nonbasic[j];
            var value = Math.Clamp(Values[variable], Lower[variable], Upper[variable]);
            if (value != Values[variable])
                Move(j, value - Values[variable]);
        }
    }

    private int Entering(double[] costs, bool bland)
    {
        var best = -1;
        for (var j = 0; j < costs.Length; j++)
        {
            var cost = costs[j];
            if (Math.Abs(cost) <= Tolerance)
                continue;
            var variable = _nonbasic[j];
            var room = cost > 0 ? Upper[variable] - Values[variable] : Values[variable] - Lower[variable];
            if (room <= Nothing)
                continue;
            var better = best < 0 || (bland ? variable < _nonbasic[best] : Math.Abs(cost) > Math.Abs(costs[best]) + Tolerance);
            if (better)
                best = j;
        }

        return best;
    }

    // How far it can go, and the row that stops it; −1 when its own bound does.
    private (double Step, int Leaving) Ratio(int entering, int sign, bool bland)
    {
        var own = _nonbasic[entering];
        var step = sign > 0 ? Upper[own] - Values[own] : Values[own] - Lower[own];
        var leaving = -1;
        for (var r = 0; r < _basic.Length; r++)
        {
            var slope = -sign * _entries[r][entering];
            if (Math.Abs(slope) <= TooSmallToPivot)
                continue;
            var variable = _basic[r];
            var outside = Outside(variable);
            // One that is outside its bounds stops where it comes inside.
            var stop = (slope > 0) == (outside > 0) && outside != 0 ? (outside > 0 ? Lower : Upper)[variable]
                : outside != 0 ? (slope > 0 ? double.PositiveInfinity : double.NegativeInfinity)
                : (slope > 0 ? Upper : Lower)[variable];
            var room = Math.Max(0, (stop - Values[variable]) / slope);
            var better = room < step - Nothing
                || (room <= step && leaving >= 0 && (bland ? variable < _basic[leaving] : Math.Abs(slope) > Math.Abs(_entries[leaving][entering])));
            if (better)
                (step, leaving) = (Math.Min(step, room), r);
        }

        return (step, leaving);
    }

    private void Move(int entering, double by)
    {
        if (by == 0)
            return;
        Values[_nonbasic[entering]] += by;
        for (var r = 0; r < _basic.Length; r++)
            Values[_basic[r]] -= _entries[r][entering] * by;
    }

    private void Pivot(int leaving, int entering)
    {
        var row = _entries[leaving];
        var pivot = row[entering];
        for (var j = 0; j < row.Length; j++)
            row[j] = j == entering ? 1 / pivot : row[j] / pivot;
        for (var r = 0; r < _entries.Length; r++)
        {
            var other = _entries[r];
            var factor = other[entering];
            if (r == leaving || factor == 0)
                continue;
            other[entering] = 0;
            for (var j = 0; j < other.Length; j++)
            {
                var entry = other[j] - (factor * row[j]);
                other[j] = Math.Abs(entry) < Nothing ? 0 : entry;
            }
        }

        (_basic[leaving], _nonbasic[entering]) = (_nonbasic[entering], _basic[leaving]);
        _place[_basic[leaving]] = ~leaving;
        _place[_nonbasic[entering]] = entering;
    }
}

internal enum SimplexEnd
{
    /// <summary>It can't get farther.</summary>
    Farthest,

    Unlimited,

    /// <summary>No values keep all equations and bounds.</summary>
    Impossible,

    /// <summary>Too many steps: nothing is known.</summary>
    Lost,
}
