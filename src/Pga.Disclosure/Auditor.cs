namespace Pga.Disclosure;

/// <summary>What a reader can work out about a number that isn't shown: it is at least Min and, unless there is no limit, at most Max.</summary>
/// <param name="Max">Null when it can be as large as one likes.</param>
public readonly record struct Interval(long Min, long? Max)
{
    public bool IsNarrowerThan(long width) => Max - Min < width;
}

/// <summary>A relation that everybody knows: the sum of coefficient × number is 0. Total − part − part, for instance: 1, −1, −1.</summary>
public sealed record Relation(IReadOnlyDictionary<string, int> Terms);

/// <summary>What was made public once: the numbers that were shown, and those that had their place but were withheld.</summary>
public sealed record Publication(string Name, IReadOnlyCollection<string> Shown, IReadOnlyCollection<string> Withheld);

/// <param name="Intervals">Of every number that is shown nowhere.</param>
/// <param name="Disclosures">
/// Small numbers (1 up to the threshold) that are shown, or are known to within less than threshold − 1; and numbers that
/// are shown in one publication and withheld in another.
/// </param>
public sealed record Audit(IReadOnlyDictionary<string, Interval> Intervals, IReadOnlyList<string> Disclosures);

/// <summary>
/// The attacker: works out what anybody can know about the numbers that aren't shown, in whole numbers. Every bound it gives
/// is reached by a table of whole numbers that fits all that is shown. (It may, in a system that is no network and where the
/// search is cut short, miss a table that reaches further; it then gives the attacker too much credit, never too little.)
/// </summary>
public static class Auditor
{
    /// <summary>Audits publications together, by explicit relations.</summary>
    /// <param name="threshold">A number below it is small.</param>
    /// <param name="counts">The true numbers, of all keys in the relations.</param>
    /// <param name="publications">A number in none of them is in no table, but tied to those that are.</param>
    /// <param name="lowest">What everybody knows each number that isn't shown to be at least: 1 when zeros are always shown, else 0.</param>
    public static Audit Of(
        int threshold,
        IReadOnlyDictionary<string, long> counts,
        IReadOnlyList<Relation> relations,
        IReadOnlyList<Publication> publications,
        long lowest = 1,
        CancellationToken ct = default) => throw new NotImplementedException();

    /// <summary>What a reader of a release can work out when these cells are withheld: the intervals of all withheld and unpublished cells.</summary>
    public static IReadOnlyDictionary<string, Interval> Intervals(Release release, IReadOnlySet<string> withheld, CancellationToken ct = default) =>
        throw new NotImplementedException();
}
