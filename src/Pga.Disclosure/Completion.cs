namespace Pga.Disclosure;

/// <summary>
/// Fills in numbers that nobody knows any more: cells that were withheld in an earlier release, of which only what was shown
/// has been kept. Which numbers it finds doesn't matter, as long as they fit.
/// </summary>
public static class Completion
{
    /// <param name="cells">What is known of each cell; null was withheld, and is at least 1.</param>
    /// <param name="unpublished">Of the unknown cells those that were in no table: at least 0.</param>
    /// <returns>A value for each cell that is null, or null when nothing fits.</returns>
    /// <exception cref="ProtectionFailed">It takes too long to tell.</exception>
    public static IReadOnlyDictionary<string, long>? Find(
        IReadOnlyDictionary<string, long?> cells,
        IReadOnlyList<AdditionRule> additions,
        IReadOnlyList<BaseRelation> bases,
        IReadOnlyList<Identity>? identities = null,
        IReadOnlyList<AtMost>? inequalities = null,
        IReadOnlySet<string>? unpublished = null)
    {
        var known = cells.Select(c => (c.Key, c.Value ?? 0, unpublished?.Contains(c.Key) == true ? 0L : 1L));
        var system = new ReleaseSystem(known, additions, bases, identities ?? [], inequalities ?? [], _ => false).System;
        bool IsUnknown(int variable) => !system.IsSlack(variable) && cells[system.Names[variable]] is null;
        system.Complete(IsUnknown);
        var found = new Dictionary<string, long>(StringComparer.Ordinal);
        var seen = new HashSet<int>();
        // A slack of known numbers only is a component by itself, and so is what it says about them.
        for (var variable = 0; variable < system.VariableCount; variable++)
        {
            if (seen.Contains(variable) || !(system.IsSlack(variable) || IsUnknown(variable)))
                continue;
            var component = Component.Around(system, variable, IsUnknown);
            seen.UnionWith(component.Variables);
            if (PublicTable.Of(component, component.Lowest, out var isSure) is not { } values)
                return isSure ? null : throw new ProtectionFailed("whether anything fits took too long to tell");
            for (var i = 0; i < values.Length; i++)
            {
                if (IsUnknown(component.Variables[i]))
                    found[system.Names[component.Variables[i]]] = values[i];
            }
        }

        return system.Rows.Any(row => IsBroken(system, row, IsUnknown)) ? null : found;
    }

    private static bool IsBroken(LinearSystem system, Term[] row, Predicate<int> isUnknown) =>
        !row.Any(t => system.IsSlack(t.Index) || isUnknown(t.Index)) && row.Sum(t => t.Coefficient * system.Counts[t.Index]) != 0;
}
