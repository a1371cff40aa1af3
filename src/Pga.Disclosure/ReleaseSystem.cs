namespace Pga.Disclosure;

/// <summary>The equations of a release.</summary>
internal sealed class ReleaseSystem
{
    private readonly Dictionary<BaseRelation, int> _rests = [];

    public ReleaseSystem(Release release)
        : this(release.Cells.Select(c => (c.Key, c.Count, c.Fate == Fate.Unpublished ? 0L : 1L)),
            release.Additions, release.Bases, release.Identities, release.Inequalities,
            relation => Secrets.Has(release, relation))
    {
    }

    public ReleaseSystem(
        IEnumerable<(string Key, long Count, long Lowest)> cells,
        IReadOnlyList<AdditionRule> additions,
        IReadOnlyList<BaseRelation> bases,
        IReadOnlyList<Identity> identities,
        IReadOnlyList<AtMost> inequalities,
        Predicate<BaseRelation> isSecret)
    {
        foreach (var (key, count, lowest) in cells)
            System.AddCell(key, count, lowest);
        foreach (var rule in additions)
            System.AddEquation(rule.Parts.Select(p => (p, -1)).Prepend((rule.Total, 1)));
        foreach (var identity in identities)
            System.AddEquation([.. identity.Left.Select(k => (k, 1)), .. identity.Right.Select(k => (k, -1))]);
        foreach (var inequality in inequalities)
            System.AddNotNegative("", [.. inequality.Larger.Select(k => (k, 1)), .. inequality.Smaller.Select(k => (k, -1))]);
        var sums = additions.SelectMany(a => a.Parts.Select(p => (p, a.Total))).ToHashSet();
        foreach (var relation in bases.Distinct())
        {
            // That a part of a sum isn't larger than the sum goes without saying.
            if (isSecret(relation) || !sums.Contains((relation.Part, relation.Base)))
                _rests[relation] = System.AddNotNegative(Evidence.Rest(relation.Part, relation.Base), [(relation.Base, 1), (relation.Part, -1)]);
        }
    }

    public LinearSystem System { get; } = new();

    /// <summary>The variables base − part, where there are any.</summary>
    public IReadOnlyDictionary<BaseRelation, int> Rests => _rests;
}
