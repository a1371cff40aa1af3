namespace Pga.Domain.Common;

/// <summary>A code of the trade with the text a user sees. Order of a list is the order on screen and in the rapportage.</summary>
public sealed record Code(string Key, string Label);

/// <summary>A closed list of codes, as fixed in the glossary.</summary>
public sealed class CodeList
{
    private readonly Dictionary<string, Code> _byKey;

    public CodeList(params (string Key, string Label)[] codes)
    {
        All = [.. codes.Select(c => new Code(c.Key, c.Label))];
        _byKey = All.ToDictionary(c => c.Key, StringComparer.Ordinal);
    }

    public IReadOnlyList<Code> All { get; }

    public bool Has(string? key) => key is not null && _byKey.ContainsKey(key);

    /// <summary>The Dutch text, or the code itself when it isn't on the list (older data stays readable).</summary>
    public string Label(string key) => _byKey.TryGetValue(key, out var code) ? code.Label : key;
}
