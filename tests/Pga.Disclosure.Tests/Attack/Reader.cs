using Pga.Testing.Attack;

namespace Pga.Disclosure.Tests.Attack;

/// <summary>What a reader of a release makes of it, and whether that is too much.</summary>
internal static class Reader
{
    /// <summary>Counts that must stay hidden: cells, and <c>base − part</c> by what it is made of.</summary>
    public static IEnumerable<(string Name, Dictionary<string, long> Sum)> Secrets(Release release)
    {
        var secret = new HashSet<string>();
        foreach (var cell in release.Cells)
        {
            if (cell.Fate == Fate.Shown)
                continue;
            if (cell.IsSecret ?? (cell.Fate != Fate.Withheld && (IsSmall(cell.Count, release) || (cell.Count > 0 && cell.Persons < release.Threshold))))
                secret.Add(cell.Key);
        }

        foreach (var key in secret)
            yield return (key, new() { [key] = 1 });
        foreach (var relation in release.Bases.Where(b => HasSmallRest(b, release)))
            yield return ($"{relation.Base} − {relation.Part}", new() { [relation.Base] = 1, [relation.Part] = -1 });
    }

    /// <summary>Cells that may not be shown whatever else is withheld.</summary>
    public static HashSet<string> Primaries(Release release) =>
    [
        .. release.Cells.Where(c => c.Fate == Fate.Open && c.Count > 0 && (c.Count < release.Threshold || c.Persons < release.Threshold)).Select(c => c.Key),
        .. release.Bases.Where(b => release[b.Part].Fate == Fate.Open && HasSmallRest(b, release)).Select(b => b.Part),
        .. release.Cells.Where(c => c.Fate == Fate.Withheld).Select(c => c.Key),
    ];

    public static Riddle Riddle(Release release, IReadOnlySet<string> withheld)
    {
        var riddle = new Riddle();
        foreach (var cell in release.Cells)
        {
            if (cell.Fate == Fate.Unpublished)
                riddle.Hidden(cell.Key, 0);
            else if (withheld.Contains(cell.Key))
                riddle.Hidden(cell.Key, 1);
            else
                riddle.Shown(cell.Key, cell.Count);
        }

        foreach (var (total, parts) in release.Additions)
            riddle.Same([total], parts);
        foreach (var (left, right) in release.Identities)
            riddle.Same(left, right);
        foreach (var relation in release.Bases)
            riddle.AtMost([relation.Part], [relation.Base]);
        foreach (var (smaller, larger) in release.Inequalities)
            riddle.AtMost(smaller, larger);
        return riddle;
    }

    /// <summary>What is wrong with showing all but these cells; nothing when no one can be found in it.</summary>
    public static IEnumerable<string> Finds(Release release, IReadOnlySet<string> withheld)
    {
        foreach (var key in Primaries(release).Where(key => !withheld.Contains(key)))
            yield return $"{key} must not be shown";
        var riddle = Riddle(release, withheld);
        foreach (var (name, sum) in Secrets(release))
        {
            if (!riddle.IsWide(sum, release.Threshold - 1))
                yield return $"{name} is {riddle.Of(sum)}";
        }

        foreach (var key in withheld.Where(key => !riddle.IsWide(key, 1)))
            yield return $"{key} can be one number only";
    }

    public static long Cost(Release release, IEnumerable<string> withheld) =>
        withheld.Select(key => release[key]).Sum(cell => (cell.Headline ? 1000 : 1) * ((cell.Count * 1000) + 1));

    private static bool HasSmallRest(BaseRelation relation, Release release) =>
        relation.IsSecret ?? (release[relation.Part].Count > 0 && IsSmall(release[relation.Base].Count - release[relation.Part].Count, release));

    private static bool IsSmall(long count, Release release) => count > 0 && count < release.Threshold;
}
