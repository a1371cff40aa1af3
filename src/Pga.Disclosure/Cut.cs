namespace Pga.Disclosure;

/// <summary>Cells of which one must be withheld, or a requirement isn't met whatever else is.</summary>
/// <param name="IsProven">False when nobody knows that the requirement isn't met without, only that nothing was found that meets it.</param>
internal sealed record Cut(int[] Cells, bool IsProven)
{
    /// <summary>
    /// From what holds a number back on either side. The prices of the equations bound how far it moves, and a cell of which
    /// the reduced cost is 0 doesn't change that bound when it is withheld. So such cells are out; likewise those that move it
    /// farther by so little that it isn't enough, the cheapest first, since a cut of dear cells says most.
    /// </summary>
    public static Cut Of(Problem problem, Choice choice, Component component, long width, Reach down, Reach up)
    {
        if (down.Prices is null || up.Prices is null || Whole(down.AtMost) + Whole(up.AtMost) >= width)
            return new Cut(Beside(problem, choice, component), down.IsExact && up.IsExact);
        var (costsDown, costsUp) = (ReducedCosts(problem, choice, component, down.Prices), ReducedCosts(problem, choice, component, up.Prices));
        var (farDown, farUp) = (down.AtMost, up.AtMost);
        var cut = new List<int>();
        foreach (var cell in costsDown.Keys.Union(costsUp.Keys).OrderBy(c => problem.Cost[c]).ThenBy(c => c))
        {
            var (moreDown, moreUp) = (More(problem, costsDown, cell), More(problem, costsUp, cell));
            if (Whole(farDown + moreDown) + Whole(farUp + moreUp) >= width)
                cut.Add(cell);
            else
                (farDown, farUp) = (farDown + moreDown, farUp + moreUp);
        }

        return new Cut([.. cut.Order()], IsProven: true);
    }

    private static double Whole(double far) => Math.Floor(far + Simplex.Tolerance);

    // Room up is without limit, room down ends at 1.
    private static double More(Problem problem, Dictionary<int, double> costs, int cell) => costs.GetValueOrDefault(cell) switch
    {
        > Simplex.Tolerance => Engine.Unlimited,
        < -Simplex.Tolerance and var cost => -cost * (problem.System.Counts[cell] - problem.System.Lowest[cell]),
        _ => 0,
    };

    private static Dictionary<int, double> ReducedCosts(Problem problem, Choice choice, Component component, double[] prices)
    {
        var costs = new Dictionary<int, double>();
        for (var row = 0; row < prices.Length; row++)
        {
            if (prices[row] == 0)
                continue;
            foreach (var (cell, coefficient) in problem.System.Rows[component.Rows[row]])
            {
                if (IsOpen(problem, choice, cell))
                    costs[cell] = costs.GetValueOrDefault(cell) - (prices[row] * coefficient);
            }
        }

        return costs;
    }

    // Without a cell that touches the component nothing in it changes.
    private static int[] Beside(Problem problem, Choice choice, Component component) =>
    [
        .. component.Rows.SelectMany(row => problem.System.Rows[row])
            .Select(t => t.Index)
            .Where(cell => IsOpen(problem, choice, cell))
            .Distinct()
            .Order(),
    ];

    private static bool IsOpen(Problem problem, Choice choice, int variable) =>
        !problem.System.IsSlack(variable) && problem.IsCandidate[variable] && !choice.IsHidden(variable);
}
