namespace Pga.Disclosure;

/// <summary>
/// A component as a network: every hidden number is an arc between two equations, out of the one (tail) and into the other
/// (head). A number that stands in one equation only has its other end at the root. Whole tables that fit differ by
/// circulations of this network. Two-way tables, with subtotals in one dimension, are networks.
/// </summary>
internal sealed class Network
{
    private Network(int[] tails, int[] heads, int[] signs) => (Tails, Heads, Signs) = (tails, heads, signs);

    /// <summary>Node that each number leaves, by place in the component. Nodes are places of rows; the last is the root.</summary>
    public int[] Tails { get; }

    public int[] Heads { get; }

    /// <summary>By row: 1, or −1 where the equation was turned around to have each number once positive and once negative.</summary>
    public int[] Signs { get; }

    public int Root => Signs.Length;

    /// <summary>The component as a network, or null when it is none.</summary>
    public static Network? Recognise(Component component)
    {
        var ends = new List<Term>[component.Variables.Length];
        for (var i = 0; i < ends.Length; i++)
            ends[i] = [];
        for (var row = 0; row < component.Rows.Length; row++)
        {
            if (component.System.Needless.Contains(component.Rows[row]))
                continue;
            foreach (var (place, coefficient) in component.Terms[row])
            {
                ends[place].Add(new Term(row, coefficient));
                if (ends[place].Count > 2 || Math.Abs(coefficient) != 1)
                    return null;
            }
        }

        var signs = Turn(component, ends);
        if (signs is null)
            return null;
        var root = component.Rows.Length;
        var (tails, heads) = (new int[ends.Length], new int[ends.Length]);
        for (var i = 0; i < ends.Length; i++)
        {
            tails[i] = ends[i].FindIndex(e => e.Coefficient * signs[e.Index] > 0) is var t and >= 0 ? ends[i][t].Index : root;
            heads[i] = ends[i].FindIndex(e => e.Coefficient * signs[e.Index] < 0) is var h and >= 0 ? ends[i][h].Index : root;
        }

        return new Network(tails, heads, signs);
    }

    // Rows that share a number must get signs that make it positive in one and negative in the other.
    private static int[]? Turn(Component component, List<Term>[] ends)
    {
        var signs = new int[component.Rows.Length];
        var waiting = new Stack<int>();
        for (var first = 0; first < signs.Length; first++)
        {
            if (signs[first] != 0)
                continue;
            signs[first] = 1;
            waiting.Push(first);
            while (waiting.TryPop(out var row))
            {
                if (component.System.Needless.Contains(component.Rows[row]))
                    continue;
                foreach (var (place, coefficient) in component.Terms[row])
                {
                    if (ends[place].Count < 2)
                        continue;
                    var other = ends[place][0].Index == row ? ends[place][1] : ends[place][0];
                    var sign = -coefficient * signs[row] * other.Coefficient;
                    if (signs[other.Index] == 0)
                    {
                        signs[other.Index] = sign;
                        waiting.Push(other.Index);
                    }
                    else if (signs[other.Index] != sign)
                    {
                        return null;
                    }
                }
            }
        }

        return signs;
    }
}
