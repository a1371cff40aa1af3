namespace Pga.Disclosure;

/// <summary>
/// A table of whole numbers that fits all that is shown, and depends on nothing else: of all that fit, the one with the least
/// sum when each number has its own weight. Evidence that starts here can be kept, since it holds nothing that a reader
/// couldn't work out. (Started from the true table it would repeat most of it.)
/// </summary>
internal static class PublicTable
{
    private const int MostBranches = 300;
    private const int Weights = 1000;
    private const uint OffsetBasis = 2166136261;
    private const uint Factor = 16777619;

    /// <param name="start">Where to start looking; need not fit.</param>
    /// <returns>By place in the component, or null when none was found.</returns>
    public static long[]? Of(Component component, long[] start) => Of(component, start, out _);

    /// <param name="isSure">Whether there is none when none was found.</param>
    public static long[]? Of(Component component, long[] start, out bool isSure)
    {
        var weights = component.Variables.Select(v => Weight(component.System.Names[v])).ToArray();
        var sum = start.Length;
        Term[] sumRow = [.. weights.Select((weight, i) => new Term(i, weight)), new Term(sum, -1)];
        var simplex = new Simplex(
            [.. component.Terms, sumRow],
            [.. component.RightHandSides.Select(v => (double)v), 0],
            [.. start.Select(v => (double)v), start.Zip(weights, (value, weight) => (double)value * weight).Sum()],
            [.. component.Lowest.Select(v => (double)v), 0]);
        var search = new WholeNumberSearch(simplex, start.Length, component.Fits, MostBranches);
        search.Push(sum, -1, null);
        isSure = search.IsComplete;
        return search.Best;
    }

    // By name, so that the order of cells doesn't matter (FNV-1a).
    private static int Weight(string name)
    {
        var hash = OffsetBasis;
        foreach (var character in name)
            hash = (hash ^ character) * Factor;
        return Weights + (int)((hash ^ (hash >> 16)) % Weights);
    }
}
