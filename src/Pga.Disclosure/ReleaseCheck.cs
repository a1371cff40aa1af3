namespace Pga.Disclosure;

/// <summary>
/// The gate: looks at what is about to be shown and at the proof that it is safe, with its own words for the rules of
/// <see cref="Protector"/>. It shares no code with it on purpose, so that one mistake doesn't pass twice.
/// </summary>
public static class ReleaseCheck
{
    /// <param name="shown">
    /// Every number as it stands in the finished result, null where it is withheld; the same cell may occur twice. Open cells
    /// must be there; cells that were decided on before may be.
    /// </param>
    /// <exception cref="ProtectionFailed">Something would be shown that must not be, or isn't what was counted, or could be worked out.</exception>
    public static void Pass(Release release, IEnumerable<(string Key, long? Value)> shown, Protected protection)
    {
        var values = new Dictionary<string, long?>(StringComparer.Ordinal);
        foreach (var (key, value) in shown)
        {
            if (!values.TryAdd(key, value) && values[key] != value)
                throw new ProtectionFailed($"{key} is shown in one place and not in another");
        }

        foreach (var key in values.Keys)
            _ = release[key];
        var hidden = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var cell in release.Cells)
        {
            if (IsHidden(cell, values, protection.Withheld))
                hidden.Add(cell.Key, cell.Fate == Fate.Unpublished ? 0 : 1);
        }

        if (protection.Withheld.FirstOrDefault(key => !hidden.ContainsKey(key) || release[key].Fate == Fate.Unpublished) is { } strange)
            throw new ProtectionFailed($"{strange} is said to be withheld and isn't");
        CheckEvidence(release, hidden, protection.Evidence);
    }

    private static bool IsHidden(Cell cell, Dictionary<string, long?> values, IReadOnlySet<string> withheld)
    {
        var isThere = values.TryGetValue(cell.Key, out var value);
        if (cell.Fate == Fate.Open && !isThere)
            throw new ProtectionFailed($"{cell.Key} is missing");
        if (value is { } number && number != cell.Count)
            throw new ProtectionFailed($"{cell.Key} is shown with another value");
        var isWithheld = withheld.Contains(cell.Key);
        if (isThere && cell.Fate != Fate.Unpublished && value is null != isWithheld)
            throw new ProtectionFailed($"{cell.Key} isn't what was decided about it");
        switch (cell.Fate)
        {
            case Fate.Unpublished when value is not null:
                throw new ProtectionFailed($"{cell.Key} is not for publication and shown");
            case Fate.Unpublished:
                return true;
            case Fate.Shown when isWithheld:
                throw new ProtectionFailed($"{cell.Key} was shown before and can't be withheld");
            case Fate.Withheld when !isWithheld:
                throw new ProtectionFailed($"{cell.Key} was withheld before and can't be shown");
        }

        if (isWithheld && cell.Count == 0)
            throw new ProtectionFailed($"{cell.Key} is zero and withheld");
        return isWithheld;
    }

    private static void CheckEvidence(Release release, Dictionary<string, long> hidden, IReadOnlyList<Evidence> evidence)
    {
        var tables = evidence.SelectMany(e => new[] { e.Low, e.High }).ToHashSet<IReadOnlyDictionary<string, long>>(ReferenceEqualityComparer.Instance);
        var seen = new Dictionary<string, (long Least, long Most)>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            CheckTable(release, hidden, table);
            foreach (var (key, value) in table)
                seen[key] = seen.TryGetValue(key, out var range) ? (Math.Min(range.Least, value), Math.Max(range.Most, value)) : (value, value);
        }

        foreach (var cell in release.Cells)
        {
            var isSmall = cell.Count > 0 && Math.Min(cell.Count, cell.Persons) < release.Threshold;
            if (cell.Fate switch { Fate.Shown => false, Fate.Withheld => cell.IsSecret == true, Fate.Unpublished => cell.IsSecret ?? isSmall, _ => isSmall })
            {
                if (!hidden.ContainsKey(cell.Key))
                    throw new ProtectionFailed($"{cell.Key} is small and shown");
                CheckSecret(release, evidence, cell.Key, table => table[cell.Key], [cell.Key]);
            }
            else if (hidden.ContainsKey(cell.Key) && cell.Fate != Fate.Unpublished && (!seen.TryGetValue(cell.Key, out var range) || range.Least == range.Most))
            {
                throw new ProtectionFailed($"{cell.Key} is withheld and nothing proves that it can't be worked out");
            }
        }

        foreach (var (part, whole, isSecret) in release.Bases)
            CheckRest(release, hidden, evidence, part, whole, isSecret);
    }

    private static void CheckRest(Release release, Dictionary<string, long> hidden, IReadOnlyList<Evidence> evidence, string part, string whole, bool? isSecret)
    {
        var others = release[whole].Count - release[part].Count;
        var isSmall = release[part].Count != 0 && others != 0 && others < release.Threshold;
        if (!(isSecret ?? isSmall) || (release[part].Fate == Fate.Shown && release[whole].Fate == Fate.Shown))
            return;
        if (!hidden.ContainsKey(part) && release[part].Fate != Fate.Shown)
            throw new ProtectionFailed($"what {part} leaves of {whole} is small and shown");
        string[] keys = [.. new[] { part, whole }.Where(hidden.ContainsKey)];
        CheckSecret(release, evidence, $"{whole} − {part}",
            table => table.GetValueOrDefault(whole, release[whole].Count) - table.GetValueOrDefault(part, release[part].Count), keys);
    }

    // Enough that some pair of the evidence for it is far apart; each of its tables has been checked by then.
    private static void CheckSecret(
        Release release, IReadOnlyList<Evidence> evidence, string secret, Func<IReadOnlyDictionary<string, long>, long> value, string[] keys)
    {
        var isProven = evidence.Any(e => e.Secret == secret
            && keys.Length > 0
            && Array.TrueForAll(keys, key => e.Low.ContainsKey(key) && e.High.ContainsKey(key))
            && value(e.High) - value(e.Low) >= release.Threshold - 1);
        if (!isProven)
            throw new ProtectionFailed($"nothing proves that {secret} can't be worked out");
    }

    // The table gives other numbers for some hidden cells. With the shown numbers they must keep every rule; and no rule may
    // hold both hidden cells that are in the table and hidden cells that are not, so that the others may be what they are.
    private static void CheckTable(Release release, Dictionary<string, long> hidden, IReadOnlyDictionary<string, long> table)
    {
        foreach (var (key, value) in table)
        {
            if (!hidden.TryGetValue(key, out var least))
                throw new ProtectionFailed($"the evidence changes {key}, which is shown");
            if (value < least)
                throw new ProtectionFailed($"the evidence makes {key} less than it can be");
        }

        foreach (var (total, parts) in release.Additions)
        {
            if (Concerns([total, .. parts], total) && Sum([total]) != Sum(parts))
                throw new ProtectionFailed($"the evidence doesn't add up to {total}");
        }

        foreach (var (left, right) in release.Identities)
        {
            if (Concerns([.. left, .. right], left[0]) && Sum(left) != Sum(right))
                throw new ProtectionFailed($"the evidence breaks an identity of {left[0]}");
        }

        foreach (var (smaller, larger) in release.Inequalities)
        {
            if (Concerns([.. smaller, .. larger], smaller[0]) && Sum(smaller) > Sum(larger))
                throw new ProtectionFailed($"the evidence breaks an inequality of {smaller[0]}");
        }

        foreach (var (part, whole, _) in release.Bases)
        {
            if (Concerns([part, whole], part) && Sum([part]) > Sum([whole]))
                throw new ProtectionFailed($"the evidence makes {part} larger than its base");
        }

        bool Concerns(string[] keys, string name)
        {
            var inTable = keys.Count(table.ContainsKey);
            if (inTable > 0 && inTable != keys.Count(hidden.ContainsKey))
                throw new ProtectionFailed($"the evidence leaves out what is tied to {name}");
            return inTable > 0;
        }

        long Sum(IEnumerable<string> keys) => keys.Sum(key => table.TryGetValue(key, out var value) ? value : release[key].Count);
    }
}
