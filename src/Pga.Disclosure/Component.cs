namespace Pga.Disclosure;

/// <summary>
/// Hidden numbers that are tied to each other, by equations in which everything else is shown: what can be known about one
/// of them depends on the others here and on nothing else.
/// </summary>
internal sealed class Component
{
    private readonly Dictionary<int, int> _local;

    private Component(LinearSystem system, List<int> variables, List<int> rows)
    {
        variables.Sort();
        rows.Sort();
        (Variables, Rows) = ([.. variables], [.. rows]);
        _local = new Dictionary<int, int>(Variables.Length);
        for (var i = 0; i < Variables.Length; i++)
            _local.Add(Variables[i], i);
        Terms = [.. Rows.Select(r => system.Rows[r].Where(t => _local.ContainsKey(t.Index)).Select(t => new Term(_local[t.Index], t.Coefficient)).ToArray())];
        RightHandSides = [.. Rows.Select(r => -system.Rows[r].Where(t => !_local.ContainsKey(t.Index)).Sum(t => t.Coefficient * system.Counts[t.Index]))];
        Counts = [.. Variables.Select(v => system.Counts[v])];
        Lowest = [.. Variables.Select(v => system.Lowest[v])];
        System = system;
    }

    public LinearSystem System { get; }

    /// <summary>Hidden cells and slacks, as numbered in the system; elsewhere in this component they go by their place here.</summary>
    public int[] Variables { get; }

    /// <summary>Equations, as numbered in the system.</summary>
    public int[] Rows { get; }

    /// <summary>Of each row the terms of the hidden variables.</summary>
    public Term[][] Terms { get; }

    /// <summary>Of each row what its terms add up to, by the numbers that are shown.</summary>
    public long[] RightHandSides { get; }

    /// <summary>The true numbers.</summary>
    public long[] Counts { get; }

    public long[] Lowest { get; }

    public int PlaceOf(int variable) => _local[variable];

    public int PlaceOfRow(int row) => Array.BinarySearch(Rows, row);

    /// <summary>The component that holds a hidden cell, or the slack of an inequality that holds hidden cells.</summary>
    public static Component Around(LinearSystem system, int variable, Predicate<int> isHidden)
    {
        var (variables, rows) = (new List<int> { variable }, new List<int>());
        var (seenVariables, seenRows) = (new HashSet<int> { variable }, new HashSet<int>());
        for (var i = 0; i < variables.Count; i++)
        {
            foreach (var (row, _) in system.Columns[variables[i]])
            {
                if (!seenRows.Add(row))
                    continue;
                rows.Add(row);
                foreach (var (other, _) in system.Rows[row])
                {
                    if ((system.IsSlack(other) || isHidden(other)) && seenVariables.Add(other))
                        variables.Add(other);
                }
            }
        }

        return new Component(system, variables, rows);
    }

    /// <summary>True when these are whole numbers that fit: every equation, and nothing below what it is known to be at least.</summary>
    public bool Fits(long[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] < Lowest[i])
                return false;
        }

        for (var row = 0; row < Terms.Length; row++)
        {
            if (Terms[row].Sum(t => t.Coefficient * values[t.Index]) != RightHandSides[row])
                return false;
        }

        return true;
    }
}
