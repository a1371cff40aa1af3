namespace Pga.Disclosure;

/// <summary>One published number. The same key in two tables is one cell: it is shown in both or in neither.</summary>
/// <param name="Key">Canonical name of the quantity; holds nothing about a person.</param>
/// <param name="Persons">How many distinct persons are behind the count.</param>
/// <param name="Headline">A number that the reader misses most; withheld last.</param>
/// <param name="Fate">What has been decided about it before.</param>
/// <param name="IsSecret">
/// Of a cell that was withheld or unpublished before, so that its count may be any that fits: whether it was small, and not
/// withheld to hide another. Null: judged by its count.
/// </param>
public sealed record Cell(string Key, long Count, long Persons, bool Headline = false, Fate Fate = Fate.Open, bool? IsSecret = null);

/// <summary>What is known of a cell before a release is protected.</summary>
public enum Fate
{
    /// <summary>Protection decides.</summary>
    Open,

    /// <summary>Published before, so known: it can hide nothing.</summary>
    Shown,

    /// <summary>
    /// Withheld before, so it stays withheld. Its count may be any that fits what was published: what an attacker can know
    /// doesn't depend on it.
    /// </summary>
    Withheld,

    /// <summary>In no table, yet tied to cells that are: shown to nobody, and not to be worked out either when it is small.</summary>
    Unpublished,
}

/// <summary>The total is the sum of the parts, and everybody knows it.</summary>
public sealed record AdditionRule(string Total, IReadOnlyList<string> Parts)
{
    public IEnumerable<string> Keys => Parts.Prepend(Total);
}

/// <summary>The part is counted among the base, so that base − part is a count too.</summary>
/// <param name="IsSecret">
/// Whether base − part was small when it was decided to withhold the part, of cells whose counts are no longer known; null:
/// judged by the counts.
/// </param>
public sealed record BaseRelation(string Part, string Base, bool? IsSecret = null);

/// <summary>The one side adds up to as much as the other, and everybody knows it: last year's stand + in = this year's stand + out.</summary>
public sealed record Identity(IReadOnlyList<string> Left, IReadOnlyList<string> Right);

/// <summary>The one side adds up to no more than the other, and everybody knows it; what is between them is no count of its own.</summary>
public sealed record AtMost(IReadOnlyList<string> Smaller, IReadOnlyList<string> Larger);

/// <summary>Everything that is published together, as it is before protection, and what ties the numbers to each other.</summary>
public sealed class Release
{
    private readonly Dictionary<string, Cell> _cells = new(StringComparer.Ordinal);

    /// <exception cref="ProtectionFailed">A rule names an unknown cell, or the counts don't keep it.</exception>
    public Release(
        int threshold,
        IEnumerable<Cell> cells,
        IReadOnlyList<AdditionRule> additions,
        IReadOnlyList<BaseRelation> bases,
        IReadOnlyList<Identity>? identities = null,
        IReadOnlyList<AtMost>? inequalities = null)
    {
        Threshold = threshold;
        Additions = additions;
        Bases = bases;
        Identities = identities ?? [];
        Inequalities = inequalities ?? [];
        foreach (var cell in cells)
            Add(cell);
        foreach (var rule in additions)
            Unless(this[rule.Total].Count == Sum(rule.Parts), $"{rule.Total} is not the sum of its parts");
        foreach (var relation in bases)
            Unless(this[relation.Part].Count <= this[relation.Base].Count, $"{relation.Part} is larger than its base");
        foreach (var identity in Identities)
            Unless(Sum(identity.Left) == Sum(identity.Right), $"an identity of {identity.Left[0]} doesn't hold");
        foreach (var inequality in Inequalities)
            Unless(Sum(inequality.Smaller) <= Sum(inequality.Larger), $"an inequality of {inequality.Smaller[0]} doesn't hold");
    }

    /// <summary>A count below it is small.</summary>
    public int Threshold { get; }

    public IReadOnlyCollection<Cell> Cells => _cells.Values;

    public IReadOnlyList<AdditionRule> Additions { get; }

    public IReadOnlyList<BaseRelation> Bases { get; }

    public IReadOnlyList<Identity> Identities { get; }

    public IReadOnlyList<AtMost> Inequalities { get; }

    public Cell this[string key] => _cells.TryGetValue(key, out var cell) ? cell : throw new ProtectionFailed($"{key} is no cell of this release");

    private long Sum(IEnumerable<string> keys) => keys.Sum(key => this[key].Count);

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
        Unless(known.Fate == cell.Fate && known.IsSecret == cell.IsSecret, $"{cell.Key} has two fates");
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
