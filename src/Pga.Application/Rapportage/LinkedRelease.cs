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
        var acrossYears = counted.Inequalities.Where(r => !IsWithin(r));
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
        if (cell.Fate is Fate.Unpublished)
            return cell;
        var isSmall = cell.Count > 0 && Math.Min(cell.Count, cell.Persons) < threshold;
        if (after is not null && after.Cells.TryGetValue(cell.Key, out var known) && !known.IsUnpublished)
            return known.Value is null ? cell with { Fate = Fate.Withheld, IsSecret = known.IsSecret || isSmall } : cell with { Fate = Fate.Shown };
        return lower?.Contains(cell.Key) == true ? cell with { Fate = Fate.Withheld, IsSecret = isSmall } : cell;
    }

    private static Attached? Attach(Dictionary<string, Cell> own, IEnumerable<AtMost> acrossYears, int year, Neighbour? before, Neighbour? after)
    {
        var flows = new List<Identity>();
        var inequalities = new List<AtMost>();
        var isCorrected = false;
        foreach (var rule in acrossYears.Where(r => r.Smaller.Concat(r.Larger) is var keys && keys.Any(own.ContainsKey) && ArePublished(keys, before!)))
        {
            if (CanHold(rule, own, before!.Cells))
                inequalities.Add(rule);
            else
                isCorrected = true;
        }

        foreach (var (beside, flow) in Flows(year, before, after).Where(f => AreKnown(f.Flow.Left.Concat(f.Flow.Right), f.Beside)))
        {
            if (CanHold(flow, own, beside.Cells))
                flows.Add(flow);
            else
                isCorrected = true;
        }

        var ledgers = new[] { before, after }.OfType<Neighbour>().Select(n => n.Ledger).ToList();
        if (Attached.To(own, flows, inequalities, ledgers) is { } attached)
            return attached;
        // Anyone can see that a frozen stand was corrected since, so that none of the others is certain either.
        return isCorrected ? Attached.Nothing : null;

        // An edition of other definitions may not have them all.
        bool AreKnown(IEnumerable<string> keys, Neighbour beside) => keys.All(key => own.ContainsKey(key) || beside.Cells.ContainsKey(key));

        // What isn't published of the year before is tied to this year by its stand; these rules follow from that.
        bool ArePublished(IEnumerable<string> keys, Neighbour beside) =>
            keys.All(key => own.ContainsKey(key) || (beside.Cells.TryGetValue(key, out var known) && !known.IsUnpublished));
    }

    private static IEnumerable<(Neighbour Beside, Identity Flow)> Flows(int year, Neighbour? before, Neighbour? after)
    {
        if (before is not null)
        {
            foreach (var flow in Ties.StockAndFlow(year))
                yield return (before, flow);
        }

        if (after is not null)
        {
            foreach (var flow in Ties.StockAndFlow(year + 1))
                yield return (after, flow);
        }
    }

    /// <summary>Whether what is shown leaves room for it: a frozen edition may differ by what was corrected or confirmed since.</summary>
    private static bool CanHold(Identity flow, IReadOnlyDictionary<string, Cell> own, IReadOnlyDictionary<string, LedgerCell> beside) =>
        Least(flow.Left, own, beside) <= Most(flow.Right, own, beside) && Least(flow.Right, own, beside) <= Most(flow.Left, own, beside);

    private static bool CanHold(AtMost rule, IReadOnlyDictionary<string, Cell> own, IReadOnlyDictionary<string, LedgerCell> beside) =>
        Least(rule.Smaller, own, beside) <= Most(rule.Larger, own, beside);

    private static double Least(IEnumerable<string> keys, IReadOnlyDictionary<string, Cell> own, IReadOnlyDictionary<string, LedgerCell> beside) =>
        keys.Sum(key => own.TryGetValue(key, out var cell) ? cell.Count : beside[key] is var known && known.Value is { } value ? value : known.IsUnpublished ? 0 : 1);

    private static double Most(IEnumerable<string> keys, IReadOnlyDictionary<string, Cell> own, IReadOnlyDictionary<string, LedgerCell> beside) =>
        keys.Sum(key => own.TryGetValue(key, out var cell) ? cell.Count : beside[key].Value ?? double.PositiveInfinity);
}
