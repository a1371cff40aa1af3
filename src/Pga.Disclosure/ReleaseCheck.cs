namespace Pga.Disclosure;

/// <summary>
/// The gate: looks at what is about to be shown, with its own words for the rules of <see cref="ProvisionalProtection"/>.
/// It shares no code with it on purpose, so that one mistake doesn't pass twice.
/// </summary>
public static class ReleaseCheck
{
    /// <param name="shown">Every protected number as it stands in the finished result, null where it is withheld; the same cell may occur twice.</param>
    /// <exception cref="ProtectionFailed">Something would be shown that must not be, or isn't what was counted.</exception>
    public static void Pass(Release release, IEnumerable<(string Key, long? Value)> shown)
    {
        var values = new Dictionary<string, long?>(StringComparer.Ordinal);
        foreach (var (key, value) in shown)
        {
            if (!values.TryAdd(key, value) && values[key] != value)
                throw new ProtectionFailed($"{key} is shown in one place and not in another");
        }

        var secrets = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cell in release.Cells)
        {
            if (!values.TryGetValue(cell.Key, out var value))
                throw new ProtectionFailed($"{cell.Key} is missing");
            if (value is null && cell.Count == 0)
                throw new ProtectionFailed($"{cell.Key} is zero and withheld");
            if (value is { } number && number != cell.Count)
                throw new ProtectionFailed($"{cell.Key} is shown with another value");
            if (cell.Count == 0 || Math.Min(cell.Count, cell.Persons) >= release.Threshold)
                continue;
            secrets.Add(cell.Key);
            if (value is not null)
                throw new ProtectionFailed($"{cell.Key} is small and shown");
        }

        foreach (var (part, whole, _) in release.Bases)
        {
            var others = release[whole].Count - release[part].Count;
            if (release[part].Count == 0 || others < 1 || others >= release.Threshold)
                continue;
            secrets.Add(part);
            if (values[part] is not null)
                throw new ProtectionFailed($"what {part} leaves of {whole} is small and shown");
        }

        foreach (var (total, parts) in release.Additions)
        {
            var withheldParts = parts.Where(p => values[p] is null).ToArray();
            var withheld = withheldParts.Length + (values[total] is null ? 1 : 0);
            if (withheld == 1)
                throw new ProtectionFailed($"the one number withheld under {total} follows from the others");
            if (values[total] is { } sum && withheldParts.Any(secrets.Contains) && sum - parts.Sum(p => values[p] ?? 0) <= release.Threshold)
                throw new ProtectionFailed($"the numbers withheld under {total} are too few together");
        }
    }
}
