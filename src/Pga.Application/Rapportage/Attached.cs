using Pga.Disclosure;

namespace Pga.Application.Rapportage;

/// <summary>
/// Of the editions beside this one: the numbers that could help, or be found out, together with it. Of those that were
/// withheld nobody knows the count any more; any that fits will do.
/// </summary>
internal sealed record Attached(
    IReadOnlyList<Cell> Cells,
    IReadOnlyList<AdditionRule> Additions,
    IReadOnlyList<BaseRelation> Bases,
    IReadOnlyList<Identity> Identities,
    IReadOnlyList<AtMost> Inequalities)
{
    /// <param name="own">The numbers of the edition that is made.</param>
    /// <param name="corrections">What may have been corrected since a stand was frozen, if nobody can tell how many.</param>
    /// <param name="flows">What ties them to the ledgers.</param>
    /// <param name="inequalities">The same.</param>
    /// <returns>Null when no counts were found that fit all of it.</returns>
    public static Attached? To(
        IReadOnlyDictionary<string, Cell> own, IReadOnlyList<LedgerCell> corrections, IReadOnlyList<Identity> flows, IReadOnlyList<AtMost> inequalities, IReadOnlyList<Ledger> ledgers)
    {
        var known = new Dictionary<string, LedgerCell>(StringComparer.Ordinal);
        foreach (var cell in ledgers.SelectMany(l => l.Cells).Concat(corrections))
            known.TryAdd(cell.Key, cell);
        var rules = RulesOf(ledgers).Where(r => r.Keys.All(key => own.ContainsKey(key) || known.ContainsKey(key))).ToList();
        var tied = flows.SelectMany(f => f.Left.Concat(f.Right))
            .Concat(inequalities.SelectMany(r => r.Smaller.Concat(r.Larger)))
            .Concat(rules.Where(IsMixed).SelectMany(r => r.Keys))
            .ToHashSet(StringComparer.Ordinal);
        var reached = Reach(tied.Where(IsOpen), rules, IsOpen);

        var kept = rules.Where(r => r.Keys.Any(reached.Contains) || IsMixed(r)).ToList();
        var attached = new Attached(
            [],
            [.. kept.Select(r => r.Rule).OfType<AdditionRule>()],
            [.. kept.Select(r => r.Rule).OfType<BaseRelation>()],
            [.. kept.Select(r => r.Rule).OfType<Identity>().Concat(flows)],
            [.. kept.Select(r => r.Rule).OfType<AtMost>().Concat(inequalities)]);
        var keys = kept.SelectMany(r => r.Keys).Concat(tied).Distinct(StringComparer.Ordinal).ToList();
        var found = Completion.Find(
            keys.ToDictionary(key => key, key => own.TryGetValue(key, out var cell) ? cell.Count : known[key].Value, StringComparer.Ordinal),
            attached.Additions, attached.Bases, attached.Identities, attached.Inequalities,
            keys.Where(key => !own.ContainsKey(key) && FateOf(known[key]) is Fate.Unpublished).ToHashSet(StringComparer.Ordinal));
        return found is null ? null : attached with { Cells = [.. keys.Where(key => !own.ContainsKey(key)).Select(key => Cell(known[key], found))] };

        bool IsMixed((object Rule, string[] Keys) rule) => rule.Keys.Any(own.ContainsKey) && !rule.Keys.All(own.ContainsKey);

        bool IsOpen(string key) => !own.ContainsKey(key) && known.TryGetValue(key, out var cell) && cell.Value is null;
    }

    // What is shown ties nothing together: everybody can fill it in.
    private static HashSet<string> Reach(IEnumerable<string> from, IReadOnlyList<(object Rule, string[] Keys)> rules, Func<string, bool> isOpen)
    {
        var reached = from.ToHashSet(StringComparer.Ordinal);
        var rulesOf = rules.SelectMany(r => r.Keys.Where(isOpen), (r, key) => (Key: key, r.Keys)).ToLookup(r => r.Key, r => r.Keys, StringComparer.Ordinal);
        var toVisit = new Queue<string>(reached);
        while (toVisit.TryDequeue(out var key))
        {
            foreach (var next in rulesOf[key].SelectMany(keys => keys).Where(isOpen))
            {
                if (reached.Add(next))
                    toVisit.Enqueue(next);
            }
        }

        return reached;
    }

    private static IEnumerable<(object Rule, string[] Keys)> RulesOf(IReadOnlyList<Ledger> ledgers)
    {
        foreach (var ledger in ledgers)
        {
            foreach (var rule in ledger.Additions)
                yield return (rule, [.. rule.Keys]);
            foreach (var rule in ledger.Bases)
                yield return (rule, [rule.Part, rule.Base]);
            foreach (var rule in ledger.Identities)
                yield return (rule, [.. rule.Left, .. rule.Right]);
            foreach (var rule in ledger.Inequalities)
                yield return (rule, [.. rule.Smaller, .. rule.Larger]);
        }
    }

    private static Cell Cell(LedgerCell cell, IReadOnlyDictionary<string, long> found)
    {
        var count = cell.Value ?? found[cell.Key];
        return new Cell(cell.Key, count, count, Headline: false, FateOf(cell), cell.IsSecret);
    }

    private static Fate FateOf(LedgerCell cell) => cell.Value is not null ? Fate.Shown : cell.IsUnpublished ? Fate.Unpublished : Fate.Withheld;
}
