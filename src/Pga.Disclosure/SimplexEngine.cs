namespace Pga.Disclosure;

/// <summary>
/// Moves a number of any component: the simplex steers, and where it ends between whole numbers a search by branch and bound
/// goes on. Only tables of whole numbers that fit count; what isn't found doesn't exist for whoever must be protected.
/// </summary>
internal sealed class SimplexEngine : Engine
{
    private const int MostBranches = 60;

    private Simplex _simplex;

    public SimplexEngine(Component component, long[] start)
        : base(component, start) => _simplex = NewSimplex();

    public override Reach Push(int place, int direction, long enough)
    {
        var reach = Try(place, direction, enough);
        if (reach is not null)
            return reach;
        // The numbers got lost in rounding: once more from the beginning.
        _simplex = NewSimplex();
        return Try(place, direction, enough) ?? new Reach(0, Start, Unlimited, null, IsExact: false);
    }

    private Reach? Try(int place, int direction, long enough)
    {
        _simplex.MoveTo(Start);
        if (enough < Unlimited)
        {
            _simplex.Upper[place] = direction > 0 ? Start[place] + enough : Start[place];
            _simplex.Lower[place] = direction > 0 ? Start[place] : Math.Max(Component.Lowest[place], Start[place] - enough);
        }

        try
        {
            var end = _simplex.Push(place, direction);
            if (end == SimplexEnd.Unlimited)
                return new Reach(Unlimited, null, Unlimited, null);
            return end == SimplexEnd.Farthest ? Arrived(place, direction, enough) : null;
        }
        finally
        {
            _simplex.Upper[place] = double.PositiveInfinity;
            _simplex.Lower[place] = Component.Lowest[place];
        }
    }

    private Reach? Arrived(int place, int direction, long enough)
    {
        var atMost = direction * (_simplex.Values[place] - Start[place]);
        var prices = atMost > enough - 1 + Simplex.Tolerance ? null : PricesAt(place, direction);
        if (prices is not null && !Explains(prices, place, direction, atMost))
            return null;
        if (WholeNumbers.Near(_simplex, Component.Variables.Length) is { } values)
            return Component.Fits(values) ? new Reach(direction * (values[place] - Start[place]), values, atMost, prices) : null;
        var search = new WholeNumberSearch(_simplex, Component.Variables.Length, Component.Fits, MostBranches);
        search.Push(place, direction, Start);
        return new Reach(direction * (search.Best![place] - Start[place]), search.Best, atMost, prices, search.IsComplete);
    }

    // The bound that the prices give must be the one that was reached; otherwise the numbers got lost.
    private bool Explains(double[] prices, int place, int direction, double atMost)
    {
        var costs = new double[Component.Variables.Length];
        costs[place] = direction;
        for (var row = 0; row < prices.Length; row++)
        {
            foreach (var (variable, coefficient) in Component.Terms[row])
                costs[variable] -= prices[row] * coefficient;
        }

        var bound = 0.0;
        for (var i = 0; i < costs.Length; i++)
        {
            if (costs[i] > Simplex.Tolerance)
                return false;
            bound -= costs[i] * (Start[i] - Component.Lowest[i]);
        }

        return Math.Abs(bound - atMost) < WholeNumbers.Rounding;
    }

    // At its own lowest nothing else holds it back.
    private double[] PricesAt(int place, int direction) =>
        direction < 0 && _simplex.Values[place] <= Component.Lowest[place] + Simplex.Tolerance
            ? new double[Component.Rows.Length]
            : _simplex.Prices(place, direction);

    private Simplex NewSimplex() => new(
        Component.Terms,
        [.. Component.RightHandSides.Select(v => (double)v)],
        [.. Start.Select(v => (double)v)],
        [.. Component.Lowest.Select(v => (double)v)]);
}
