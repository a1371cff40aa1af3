namespace Pga.Disclosure;

/// <summary>
/// Fills in numbers that nobody knows any more: cells that were withheld in an earlier release, of which only what was shown
/// has been kept. Which numbers it finds doesn't matter, as long as they fit.
/// </summary>
public static class Completion
{
    /// <param name="cells">What is known of each cell; null was withheld, and is at least 1.</param>
    /// <param name="unpublished">Of the unknown cells those that were in no table: at least 0.</param>
    /// <returns>A value for each cell that is null, or null when none was found that fits.</returns>
    public static IReadOnlyDictionary<string, long>? Find(
        IReadOnlyDictionary<string, long?> cells,
        IReadOnlyList<AdditionRule> additions,
        IReadOnlyList<BaseRelation> bases,
        IReadOnlyList<Identity>? identities = null,
        IReadOnlyList<AtMost>? inequalities = null,
        IReadOnlySet<string>? unpublished = null) => throw new NotImplementedException();
}
