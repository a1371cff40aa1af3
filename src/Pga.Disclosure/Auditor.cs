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
        CancellationToken ct = default)
    {
        var shown = publications.SelectMany(p => p.Shown).ToHashSet(StringComparer.Ordinal);
        var system = new LinearSystem();
        foreach (var (key, count) in counts)
            system.AddCell(key, count, lowest);
        foreach (var relation in relations)
            system.AddEquation(relation.Terms.Select(t => (t.Key, t.Value)));
        system.Complete(v => !shown.Contains(system.Names[v]));
        var intervals = Intervals(system, v => !shown.Contains(system.Names[v]), ct);
        var narrow = counts.Where(c => c.Value > 0 && c.Value < threshold && (shown.Contains(c.Key) || intervals[c.Key].IsNarrowerThan(threshold - 1)));
        var both = publications.SelectMany(p => p.Withheld).Where(shown.Contains);
        return new Audit(intervals, [.. narrow.Select(c => c.Key).Concat(both).Distinct()]);
    }

    /// <summary>What a reader of a release can work out when these cells are withheld: the intervals of all withheld and unpublished cells.</summary>
    public static IReadOnlyDictionary<string, Interval> Intervals(Release release, IReadOnlySet<string> withheld, CancellationToken ct = default)
    {
        var system = new ReleaseSystem(release).System;
        system.Complete(_ => true);
        return Intervals(system, v => !system.IsSlack(v) && (withheld.Contains(system.Names[v]) || release[system.Names[v]].Fate == Fate.Unpublished), ct);
    }

    private static Dictionary<string, Interval> Intervals(LinearSystem system, Predicate<int> isHidden, CancellationToken ct)
    {
        var intervals = new Dictionary<string, Interval>(StringComparer.Ordinal);
        var seen = new HashSet<int>();
        for (var variable = 0; variable < system.CellCount; variable++)
        {
            if (!isHidden(variable) || seen.Contains(variable))
                continue;
            var component = Component.Around(system, variable, isHidden);
            seen.UnionWith(component.Variables);
            if (!component.Fits(component.Counts))
                throw new ProtectionFailed($"the numbers around {system.Names[variable]} don't fit what everybody knows");
            var engine = Engine.For(component, component.Counts);
            foreach (var member in component.Variables.Where(v => !system.IsSlack(v)))
            {
                ct.ThrowIfCancellationRequested();
                intervals.Add(system.Names[member], Of(engine, component.PlaceOf(member)));
            }
        }

        return intervals;
    }

    private static Interval Of(Engine engine, int place)
    {
        var (down, up) = (engine.Push(place, -1, Engine.Unlimited), engine.Push(place, 1, Engine.Unlimited));
        var count = engine.Start[place];
        return new Interval(count - down.By, up.By >= Engine.Unlimited ? null : count + up.By);
    }
}
