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
        if (Attach(own, year, before, after) is not { } attached)
            return null;
        return (new Release(
            threshold,
            [.. own.Values, .. attached.Cells],
            [.. counted.Additions.Where(r => IsOwn(r.Total)), .. attached.Additions],
            [.. counted.Bases.Where(r => IsOwn(r.Part)), .. attached.Bases],
            attached.Identities,
            [.. counted.Inequalities.Where(r => r.Smaller.Concat(r.Larger).All(IsOwn)), .. attached.Inequalities]),
            copied);

        // A year that was published stays as it was; its rules are in its ledger.
        bool IsOwn(string key) => before is null || CountedTable.YearOf(key) == year;
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

    private static Attached? Attach(IReadOnlyDictionary<string, Cell> own, int year, Neighbour? before, Neighbour? after)
    {
        var flows = new List<Identity>();
        var isCorrected = false;
        foreach (var (beside, flow) in Flows(year, before, after))
        {
            if (CanHold(flow, own, beside.Cells))
                flows.Add(flow);
            else
                isCorrected = true;
        }

        var ledgers = new[] { before, after }.OfType<Neighbour>().Select(n => n.Ledger).ToList();
        if (Attached.To(own, flows, ledgers) is { } attached)
            return attached;
        // Anyone can see that a frozen stand was corrected since, so that none of the others is certain either.
        return isCorrected ? Attached.Nothing : null;
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
    private static bool CanHold(Identity flow, IReadOnlyDictionary<string, Cell> own, IReadOnlyDictionary<string, LedgerCell> beside)
    {
        var (sum, unknown) = (0L, new List<(int Sign, long AtLeast)>());
        foreach (var (sign, key) in flow.Left.Select(k => (1, k)).Concat(flow.Right.Select(k => (-1, k))))
        {
            if (own.TryGetValue(key, out var cell))
                sum += sign * cell.Count;
            else if (!beside.TryGetValue(key, out var known))
                return false;
            else if (known.Value is { } value)
                sum += sign * value;
            else
                unknown.Add((sign, known.IsUnpublished ? 0 : 1));
        }

        var atLeast = sum + unknown.Where(u => u.Sign > 0).Sum(u => u.AtLeast);
        var atMost = sum - unknown.Where(u => u.Sign < 0).Sum(u => u.AtLeast);
        return (atLeast <= 0 || unknown.Any(u => u.Sign < 0)) && (atMost >= 0 || unknown.Any(u => u.Sign > 0));
    }
}
