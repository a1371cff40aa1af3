namespace Pga.Disclosure;

/// <summary>
/// Withholds small counts, and beside them what gives them away by adding or subtracting once. It doesn't look further than
/// one rule at a time, so what it leaves is not for publication: that takes a proof that no small count can be worked out.
/// </summary>
public static class ProvisionalProtection
{
    /// <returns>Keys of the cells to withhold.</returns>
    public static IReadOnlySet<string> Protect(Release release)
    {
        var small = SmallCells(release);
        var withheld = new HashSet<string>(small, StringComparer.Ordinal);
        while (release.Additions.FirstOrDefault(rule => GivesAway(release, rule, small, withheld)) is { } open)
            withheld.Add(Cheapest(release, open, withheld));
        TakeBack(release, small, withheld);
        return withheld;
    }

    private static HashSet<string> SmallCells(Release release)
    {
        var k = release.Threshold;
        var small = release.Cells.Where(c => c.Count > 0 && (c.Count < k || c.Persons < k)).Select(c => c.Key);
        var almostAll = release.Bases
            .Where(r => release[r.Part].Count > 0 && release[r.Base].Count - release[r.Part].Count is var rest && rest > 0 && rest < k)
            .Select(r => r.Part);
        return small.Concat(almostAll).ToHashSet(StringComparer.Ordinal);
    }

    // One withheld cell is the total minus the rest. Several are known together, and each is at least 1 because zeros are
    // shown: 1 and 1 under a shown total of 2 are no secret either.
    private static bool GivesAway(Release release, AdditionRule rule, HashSet<string> small, HashSet<string> withheld)
    {
        var hidden = rule.Keys.Where(withheld.Contains).ToList();
        return hidden.Count == 1
            || (hidden.Any(small.Contains) && !withheld.Contains(rule.Total) && hidden.Sum(key => release[key].Count) <= release.Threshold);
    }

    private static string Cheapest(Release release, AdditionRule rule, HashSet<string> withheld) =>
        rule.Keys.Select(key => release[key])
            .Where(cell => cell.Count > 0 && !withheld.Contains(cell.Key))
            .OrderBy(cell => cell.Headline)
            .ThenBy(cell => cell.Count)
            .ThenByDescending(cell => release.Additions.Count(other => other.Keys.Contains(cell.Key) && other.Keys.Any(withheld.Contains)))
            .ThenBy(cell => cell.Key, StringComparer.Ordinal)
            .First()
            .Key;

    // What one rule asked for may have become needless by what another asked for later; the dearest first.
    private static void TakeBack(Release release, HashSet<string> small, HashSet<string> withheld)
    {
        var complements = withheld.Except(small).Select(key => release[key])
            .OrderByDescending(cell => cell.Headline)
            .ThenByDescending(cell => cell.Count)
            .ThenBy(cell => cell.Key, StringComparer.Ordinal)
            .ToList();
        foreach (var cell in complements)
        {
            withheld.Remove(cell.Key);
            if (release.Additions.Any(rule => GivesAway(release, rule, small, withheld)))
                withheld.Add(cell.Key);
        }
    }
}
