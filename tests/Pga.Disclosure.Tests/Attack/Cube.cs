namespace Pga.Disclosure.Tests.Attack;

/// <summary>A table over dimensions whose codes have parents: a cell for each combination, the last dimension first to change.</summary>
internal sealed class Cube
{
    private readonly IReadOnlyList<IReadOnlyList<(string Code, string? Parent)>> _dimensions;
    private readonly List<string[]> _cells;

    public Cube(IReadOnlyList<IReadOnlyList<(string Code, string? Parent)>> dimensions)
    {
        _dimensions = dimensions;
        _cells = [[]];
        foreach (var codes in dimensions)
            _cells = [.. _cells.SelectMany(cell => codes.Select(c => (string[])[.. cell, c.Code]))];
        Names = [.. _cells.Select(Name)];
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>Places of the cells that are no sum of others.</summary>
    public IEnumerable<int> Leaves => Enumerable.Range(0, _cells.Count).Where(i => _cells[i].Select((code, d) => Children(d, code).Count == 0).All(isLeaf => isLeaf));

    /// <summary>Every sum along every dimension.</summary>
    public IEnumerable<(string Total, IReadOnlyList<string> Parts)> Sums()
    {
        foreach (var cell in _cells)
        {
            for (var d = 0; d < cell.Length; d++)
            {
                var children = Children(d, cell[d]);
                if (children.Count > 0)
                    yield return (Name(cell), [.. children.Select(child => Name([.. cell[..d], child, .. cell[(d + 1)..]]))]);
            }
        }
    }

    private static string Name(string[] codes) => string.Join('|', codes);

    private List<string> Children(int dimension, string code) => [.. _dimensions[dimension].Where(c => c.Parent == code).Select(c => c.Code)];
}
