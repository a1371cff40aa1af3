namespace Pga.Testing.Attack;

/// <summary>
/// Numbers ≥ 0 that keep equations with whole coefficients: what is the most that a sum of them can be? Exact: the simplex
/// method in whole numbers, each row with a scale of its own, so nothing is rounded. What doesn't fit in 64 bits overflows
/// and throws.
/// </summary>
internal sealed class WholeProgram
{
    // In a row the variables, then the objective, then the constant.
    private readonly int _variables;
    private readonly List<long[]> _rows = [];
    private readonly List<int> _basis = [];

    /// <param name="equations">Σ coefficient × variable = constant.</param>
    public WholeProgram(int variables, IReadOnlyList<(long[] Coefficients, long Constant)> equations)
    {
        _variables = variables + equations.Count;
        for (var i = 0; i < equations.Count; i++)
        {
            var row = new long[_variables + 2];
            equations[i].Coefficients.CopyTo(row, 0);
            row[^1] = equations[i].Constant;
            if (row[^1] < 0)
                Negate(row);
            // Measures how much this equation is off; must become zero.
            row[variables + i] = 1;
            _rows.Add(row);
            _basis.Add(variables + i);
        }

        var off = new long[_variables];
        Array.Fill(off, -1, variables, equations.Count);
        var least = Climb(off);
        IsPossible = least is { IsBounded: true, Numerator: 0 };
        if (IsPossible)
            Forget(variables);
    }

    /// <summary>False when no numbers keep the equations, not even broken ones.</summary>
    public bool IsPossible { get; }

    /// <summary>The optimum as a fraction.</summary>
    public readonly record struct Optimum(bool IsBounded, long Numerator, long Denominator)
    {
        public long Floor => (long)Math.Floor((decimal)Numerator / Denominator);
    }

    /// <summary>Climbs from where the last objective ended.</summary>
    public Optimum Maximise(long[] objective)
    {
        var whole = new long[_variables];
        objective.CopyTo(whole, 0);
        return Climb(whole);
    }

    /// <summary>The numbers where the climb ended, as fractions.</summary>
    public IReadOnlyDictionary<int, (long Numerator, long Denominator)> Corner()
    {
        var corner = new Dictionary<int, (long, long)>();
        for (var i = 0; i < _rows.Count; i++)
            corner[_basis[i]] = (_rows[i][^1], _rows[i][_basis[i]]);
        return corner;
    }

    private Optimum Climb(long[] objective)
    {
        var top = new long[_variables + 2];
        for (var j = 0; j < _variables; j++)
            top[j] = -objective[j];
        top[_variables] = 1;
        for (var i = 0; i < _rows.Count; i++)
            Eliminate(top, _rows[i], _basis[i]);

        for (var steps = 0; ; steps++)
        {
            var entering = Entering(top, steps);
            if (entering < 0)
                return new Optimum(true, top[^1], top[_variables]);
            var leaving = Leaving(entering);
            if (leaving < 0)
                return new Optimum(false, 0, 1);
            Pivot(leaving, entering);
            Eliminate(top, _rows[leaving], entering);
        }
    }

    // The steepest first; after many steps the first one, which can't go round in circles.
    private int Entering(long[] top, int steps)
    {
        var best = -1;
        for (var j = 0; j < _variables; j++)
        {
            if (top[j] >= 0)
                continue;
            if (steps > 500)
                return j;
            if (best < 0 || top[j] < top[best])
                best = j;
        }

        return best;
    }

    private int Leaving(int entering)
    {
        var best = -1;
        for (var i = 0; i < _rows.Count; i++)
        {
            if (_rows[i][entering] <= 0)
                continue;
            if (best < 0)
            {
                best = i;
                continue;
            }

            var (mine, other) = ((Int128)_rows[i][^1] * _rows[best][entering], (Int128)_rows[best][^1] * _rows[i][entering]);
            if (mine < other || (mine == other && _basis[i] < _basis[best]))
                best = i;
        }

        return best;
    }

    private void Pivot(int leaving, int entering)
    {
        var row = _rows[leaving];
        for (var i = 0; i < _rows.Count; i++)
        {
            if (i != leaving)
                Eliminate(_rows[i], row, entering);
        }

        _basis[leaving] = entering;
    }

    // Adds as much of the other row as makes the column zero; both scales stay positive.
    private static void Eliminate(long[] row, long[] other, int column)
    {
        if (row[column] == 0)
            return;
        var common = Gcd(row[column], other[column]);
        var (times, minus) = (other[column] / common, row[column] / common);
        var (largest, divisor) = (0L, 0L);
        checked
        {
            for (var j = 0; j < row.Length; j++)
            {
                var value = (row[j] * times) - (other[j] * minus);
                row[j] = value;
                if (value == 0)
                    continue;
                largest = Math.Max(largest, Math.Abs(value));
                divisor = divisor == 1 ? 1 : Gcd(divisor, value);
            }
        }

        if (divisor <= 1 || largest == 0)
            return;
        for (var j = 0; j < row.Length; j++)
            row[j] /= divisor;
    }

    // An equation that follows from others still has its measure in the basis, at zero.
    private void Forget(int variables)
    {
        for (var i = _rows.Count - 1; i >= 0; i--)
        {
            if (_basis[i] < variables)
                continue;
            var column = Array.FindIndex(_rows[i], 0, variables, c => c != 0);
            if (column < 0)
            {
                _rows.RemoveAt(i);
                _basis.RemoveAt(i);
                continue;
            }

            if (_rows[i][column] < 0)
                Negate(_rows[i]);
            Pivot(i, column);
        }

        foreach (var row in _rows)
            Array.Clear(row, variables, _variables - variables);
    }

    private static void Negate(long[] row)
    {
        for (var j = 0; j < row.Length; j++)
            row[j] = -row[j];
    }

    private static long Gcd(long a, long b)
    {
        (a, b) = (Math.Abs(a), Math.Abs(b));
        while (b != 0)
            (a, b) = (b, a % b);
        return a;
    }
}
