namespace Pga.Disclosure;

/// <summary>What nobody may know too well.</summary>
internal static class Secrets
{
    public static bool Has(Release release, Cell cell) => cell.Fate switch
    {
        Fate.Open => IsSmall(release, cell),
        Fate.Unpublished => cell.IsSecret ?? IsSmall(release, cell),
        Fate.Withheld => cell.IsSecret is true,
        _ => false,
    };

    /// <summary>Whether few of the base are not in the part.</summary>
    public static bool Has(Release release, BaseRelation relation)
    {
        var (part, whole) = (release[relation.Part], release[relation.Base]);
        if (part.Fate == Fate.Shown && whole.Fate == Fate.Shown)
            return false;
        var rest = whole.Count - part.Count;
        return relation.IsSecret ?? (part.Count > 0 && rest > 0 && rest < release.Threshold);
    }

    private static bool IsSmall(Release release, Cell cell) => cell.Count > 0 && (cell.Count < release.Threshold || cell.Persons < release.Threshold);
}
