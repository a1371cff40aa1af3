namespace Pga.Disclosure;

/// <summary>One published number. The same key in two tables is one cell: it is shown in both or in neither.</summary>
/// <param name="Key">Canonical name of the quantity; holds nothing about a person.</param>
/// <param name="Persons">How many distinct persons are behind the count.</param>
/// <param name="Headline">A number that the reader misses most; withheld last.</param>
public sealed record Cell(string Key, long Count, long Persons, bool Headline = false);

/// <summary>The total is the sum of the parts, and everybody knows it.</summary>
public sealed record AdditionRule(string Total, IReadOnlyList<string> Parts)
{
    public IEnumerable<string> Keys => Parts.Prepend(Total);
}

/// <summary>The part is counted among the base, so that base − part is a count too.</summary>
public sealed record BaseRelation(string Part, string Base);

/// <summary>Everything that is published together, as it is before protection, and what ties the numbers to each other.</summary>
public sealed class Release
{
    private readonly Dictionary<string, Cell> _cells = new(StringComparer.Ordinal);

    public Release(int threshold, IEnumerable<Cell> cells, IReadOnlyList<AdditionRule> additions, IReadOnlyList<BaseRelation> bases)
    {
        Threshold = threshold;
        Additions = additions;
        Bases = bases;
        foreach (var cell in cells)
            Add(cell);
        foreach (var rule in additions)
            Unless(this[rule.Total].Count == rule.Parts.Sum(p => this[p].Count), $"{rule.Total} is not the sum of its parts");
        foreach (var relation in bases)
            Unless(this[relation.Part].Count <= this[relation.Base].Count, $"{relation.Part} is larger than its base");
    }

    /// <summary>A count below it is small.</summary>
    public int Threshold { get; }

    public IReadOnlyCollection<Cell> Cells => _cells.Values;

    public IReadOnlyList<AdditionRule> Additions { get; }

    public IReadOnlyList<BaseRelation> Bases { get; }

    public Cell this[string key] => _cells.TryGetValue(key, out var cell) ? cell : throw new ProtectionFailed($"{key} is no cell of this release");

    private void Add(Cell cell)
    {
        Unless(cell.Count >= 0 && cell.Persons >= 0, $"{cell.Key} is negative");
        Unless(cell.Persons <= cell.Count && (cell.Persons > 0 || cell.Count == 0), $"{cell.Key} has an impossible number of persons");
        if (!_cells.TryGetValue(cell.Key, out var known))
        {
            _cells.Add(cell.Key, cell);
            return;
        }

        Unless(known.Count == cell.Count && known.Persons == cell.Persons, $"{cell.Key} has two values");
        _cells[cell.Key] = known with { Headline = known.Headline || cell.Headline };
    }

    private static void Unless(bool holds, string what)
    {
        if (!holds)
            throw new ProtectionFailed(what);
    }
}

/// <summary>Protection failed, so there is nothing to publish.</summary>
/// <param name="what">Names cells, never their values.</param>
public sealed class ProtectionFailed(string what) : Exception(what);
