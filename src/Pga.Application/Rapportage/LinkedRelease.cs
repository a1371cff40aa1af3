using Pga.Disclosure;

namespace Pga.Application.Rapportage;

/// <summary>One linked system of what was counted and of what the editions beside it have made known.</summary>
internal static class LinkedRelease
{
    /// <param name="lower">What is withheld at a lower threshold; null at the lowest.</param>
    /// <returns>The release, and the numbers that come from the edition of the year before.</returns>
    public static (Release Release, IReadOnlyDictionary<string, long?> Copied) Of(CountedEdition counted, AudienceSettings settings, IReadOnlySet<string>? lower)
    {
        var before = Usable(settings.Beside.Before, counted);
        var after = Usable(settings.Beside.After, counted);
        if (Of(counted, settings.Threshold, lower, before, after) is { } linked)
            return linked;
        // Then it can't have been made of these numbers after all.
        var (frozenBefore, frozenAfter) = (before?.IsConfirmed == true ? before : null, after?.IsConfirmed == true ? after : null);
        if ((frozenBefore, frozenAfter) != (before, after) && Of(counted, settings.Threshold, lower, frozenBefore, frozenAfter) is { } linkedToFrozen)
            return linkedToFrozen;
        throw new ProtectionFailed("the stand of the year before can't be tied to this one");
    }

    private static (Release Release, IReadOnlyDictionary<string, long?> Copied)? Of(CountedEdition counted, int threshold, IReadOnlySet<string>? lower, Neighbour? before, Neighbour? after)
    {
        var year = counted.Year;
        var copied = before is null ? new Dictionary<string, long?>(StringComparer.Ordinal) : Copy(counted, before);

        var own = new Dictionary<string, Cell>(StringComparer.Ordinal);
        foreach (var group in counted.Cells.Where(c => IsOwn(c.Key)).GroupBy(c => c.Key, StringComparer.Ordinal))
            own.Add(group.Key, Decide(group.First() with { Headline = group.Any(c => c.Headline) }, threshold, lower, after));
        List<AtMost> acrossYears = [.. counted.Inequalities.Where(r => !IsWithin(r))];
        if (Attach(own, acrossYears, year, before, after) is not { } attached)
            return null;
        return (new Release(
            threshold,
            [.. own.Values, .. attached.Cells],
            [.. counted.Additions.Where(r => IsOwn(r.Total)), .. attached.Additions],
            [.. counted.Bases.Where(r => IsOwn(r.Part)), .. attached.Bases],
            attached.Identities,
            [.. counted.Inequalities.Where(IsWithin), .. attached.Inequalities]),
            copied);

        // A year that was published stays as it was; its rules are in its ledger.
        bool IsOwn(string key) => before is null || CountedTable.YearOf(key) == year;

        bool IsWithin(AtMost rule) => rule.Smaller.Concat(rule.Larger).All(IsOwn);
    }

    // A draft is only about this day when it could have been made today.
    private static Neighbour? Usable(Neighbour? beside, CountedEdition counted) => beside is null || beside.IsConfirmed || beside.Agrees(counted.Cells) ? beside : null;

    private static Dictionary<string, long?> Copy(CountedEdition counted, Neighbour before)
    {
        var copied = new Dictionary<string, long?>(StringComparer.Ordinal);
        foreach (var table in counted.Tables)
        {
            var earlier = before.Report.Tables.SingleOrDefault(t => t.Id == table.Id);
            for (var i = 0; i < table.Columns.Count; i++)
            {
                var column = table.Columns[i];
                if (column.Year == counted.Year)
                    continue;
                var at = earlier?.Columns.ToList().FindIndex(c => c.Key == column.Key) ?? -1;
                foreach (var row in table.Rows)
                {
                    var itsRow = at < 0 ? null : earlier!.Rows.SingleOrDefault(r => r.Key == row.Key);
                    // A frozen year gets no new numbers, except that an event that wasn't on the list didn't take place.
                    if (itsRow is not null || column.IsProtected)
                        copied[row.Cells[i].Key] = itsRow?.Cells[at];
                }
            }
        }

        return copied;
    }

    private static Cell Decide(Cell cell, int threshold, IReadOnlySet<string>? lower, Neighbour? after)
    {
        var isSmall = cell.Count > 0 && Math.Min(cell.Count, cell.Persons) < threshold;
        if (after is not null && after.Cells.TryGetValue(cell.Key, out var known) && !known.IsUnpublished)
            return known.Value is null ? cell with { Fate = Fate.Withheld, IsSecret = known.IsSecret || isSmall } : cell with { Fate = Fate.Shown };
        if (cell.Fate is Fate.Unpublished)
            return cell;
        return lower?.Contains(cell.Key) == true ? cell with { Fate = Fate.Withheld, IsSecret = isSmall } : cell;
    }

    private static Attached? Attach(Dictionary<string, Cell> own, IReadOnlyList<AtMost> acrossYears, int year, Neighbour? before, Neighbour? after)
    {
        Neighbour[] beside = [.. new[] { before, after }.OfType<Neighbour>()];
        var known = new Dictionary<string, LedgerCell>(beside.SelectMany(n => n.Cells).DistinctBy(c => c.Key), StringComparer.Ordinal);
        // An edition of other definitions may not have them all.
        var flows = Flows(year, before, after).Where(f => f.Keys.All(key => own.ContainsKey(key) || known.ContainsKey(key)))
            .Select(f => (Flow: f, IsSeen: f.Keys.All(key => own.ContainsKey(key) || known[key].Value is not null)))
            .Select(f => f with { Flow = f.IsSeen ? Correct(f.Flow, own, known) : f.Flow })
            .ToList();
        if (Attach([.. flows.Select(f => f.Flow)], []) is { } attached)
            return attached;
        if (beside.Any(n => !n.IsConfirmed))
            return null;

        // Then something that isn't shown was corrected. That some had ended is the likeliest, so it may be what a reader
        // thinks; if that isn't it either, what is left ties the two years together by what is shown alone.
        List<LedgerCell> corrections = [.. flows.Where(f => !f.IsSeen).Select(f => new LedgerCell(f.Flow.FewerKey, null, IsSecret: true, IsUnpublished: true))];
        List<StockAndFlow> seen = [.. flows.Where(f => f.IsSeen).Select(f => f.Flow)];
        foreach (var cell in corrections)
            known.Add(cell.Key, cell);
        return Attach([.. flows.Select(f => f.IsSeen ? f.Flow : f.Flow.WithFewer())], corrections) ?? Attach(seen, []) ?? AttachWith([], seen, []);

        Attached? Attach(IReadOnlyList<StockAndFlow> these, IReadOnlyList<LedgerCell> corrections) =>
            AttachWith([.. acrossYears.Where(IsPublished).Select(r => Correct(r, these)).Where(CanHold)], these, corrections);

        Attached? AttachWith(IReadOnlyList<AtMost> inequalities, IReadOnlyList<StockAndFlow> these, IReadOnlyList<LedgerCell> corrections) =>
            Attached.To(own, corrections, [.. these.Select(f => f.Rule)], inequalities, [.. beside.Select(n => n.Ledger)]);

        // What isn't published of the year before is tied to this year by its stand; these rules follow from that.
        bool IsPublished(AtMost rule) => rule.Smaller.Concat(rule.Larger) is var keys && keys.Any(own.ContainsKey)
            && keys.All(key => own.ContainsKey(key) || (known.TryGetValue(key, out var cell) && !cell.IsUnpublished));

        // Whether what is shown leaves room for it.
        bool CanHold(AtMost rule) => rule.Smaller.Sum(Least) <= rule.Larger.Sum(Most);

        double Least(string key) => own.TryGetValue(key, out var cell) ? cell.Count : known[key].Value ?? (known[key].IsUnpublished ? 0 : 1);

        double Most(string key) => own.TryGetValue(key, out var cell) ? cell.Count : known[key].Value ?? double.PositiveInfinity;
    }

    private static IEnumerable<StockAndFlow> Flows(int year, Neighbour? before, Neighbour? after) =>
        (before is null ? [] : Ties.StockAndFlow(year)).Concat(after is null ? [] : Ties.StockAndFlow(year + 1));

    /// <summary>By as many as the frozen numbers are off, which is a count like any other: small or not, and in no table.</summary>
    private static StockAndFlow Correct(StockAndFlow flow, Dictionary<string, Cell> own, Dictionary<string, LedgerCell> known)
    {
        var more = flow.Rule.Right.Sum(Count) - flow.Rule.Left.Sum(Count);
        if (more == 0)
            return flow;
        var key = more > 0 ? flow.MoreKey : flow.FewerKey;
        own.Add(key, new Cell(key, Math.Abs(more), Math.Abs(more), Fate: Fate.Unpublished));
        return more > 0 ? flow.WithMore() : flow.WithFewer();

        long Count(string key) => own.TryGetValue(key, out var cell) ? cell.Count : known[key].Value!.Value;
    }

    // Who is in the year before and had ended by then isn't in this year.
    private static AtMost Correct(AtMost rule, IReadOnlyList<StockAndFlow> flows) =>
        flows.SingleOrDefault(f => f.Row == CountedTable.Total && f.Rule.Right.Contains(f.FewerKey) && rule.Larger.Contains(CountedTable.CellKey(Running.Id, f.Row, f.Year))) is { } corrected
            ? rule with { Larger = [.. rule.Larger, corrected.FewerKey] }
            : rule;
}
