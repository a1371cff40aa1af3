using System.Globalization;
using System.Text.Json;
using Pga.Testing.Attack;

namespace Pga.Disclosure.Tests.Attack;

/// <summary>A system of which is known what an attacker finds.</summary>
/// <param name="Rules">Σ coefficient × cell = 0.</param>
/// <param name="Secrets">Cells that are small.</param>
/// <param name="Releases">What was published and what was withheld each time.</param>
internal sealed record KnownAnswer(
    string Id,
    int Threshold,
    long Lower,
    IReadOnlyDictionary<string, long> Counts,
    IReadOnlyList<Dictionary<string, long>> Rules,
    IReadOnlySet<string> Secrets,
    IReadOnlyList<KnownRelease> Releases,
    IReadOnlyDictionary<string, Spread> Expected)
{
    /// <summary>What the withheld cells give away, by cell; of linked releases only.</summary>
    public IReadOnlyDictionary<string, Spread?> Disclosures { get; init; } = new Dictionary<string, Spread?>();

    public bool IsSafe { get; init; }

    /// <summary>Some are published in one release and withheld in another.</summary>
    public IEnumerable<string> TwoFates => Releases.SelectMany(r => r.Published).Intersect(Releases.SelectMany(r => r.Withheld)).Order(StringComparer.Ordinal);

    public override string ToString() => Id;

    /// <summary>All releases together, as a reader has them.</summary>
    public Riddle Riddle()
    {
        var riddle = new Riddle();
        var published = Releases.SelectMany(r => r.Published).ToHashSet();
        foreach (var (cell, count) in Counts)
        {
            if (published.Contains(cell))
                riddle.Shown(cell, count);
            else
                riddle.Hidden(cell, Lower);
        }

        foreach (var rule in Rules)
            riddle.Rule(rule, isEquation: true);
        return riddle;
    }
}

internal sealed record KnownRelease(string Name, IReadOnlyList<string> Published, IReadOnlyList<string> Withheld);

internal static class KnownAnswers
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "data", "disclosure");

    public static IEnumerable<KnownAnswer> Tables => Files("f*.json").Select(Table);

    public static IEnumerable<KnownAnswer> Linked => Files("L*.json").Select(Link);

    public static IEnumerable<KnownAnswer> All => Tables.Concat(Linked);

    private static IEnumerable<JsonElement> Files(string pattern) =>
        Directory.GetFiles(Folder, pattern).Order(StringComparer.Ordinal).Select(f => JsonDocument.Parse(File.ReadAllText(f)).RootElement);

    private static KnownAnswer Table(JsonElement file)
    {
        var dimensions = file.GetProperty("dims").EnumerateArray()
            .Select(d => d.GetProperty("codes").EnumerateArray().Select(c => (c.GetProperty("code").GetString()!, c.GetProperty("parent").GetString())).ToList())
            .ToList();
        var cube = new Cube(dimensions);
        var counts = file.GetProperty("counts").EnumerateArray().Select(c => c.GetInt64()).ToList();
        var withheld = Places("suppressed");
        return new KnownAnswer(
            file.GetProperty("id").GetString()!,
            file.GetProperty("k").GetInt32(),
            file.GetProperty("lower").GetInt64(),
            cube.Names.Zip(counts).ToDictionary(c => c.First, c => c.Second),
            [.. cube.Sums().Select(s => s.Parts.ToDictionary(p => p, _ => -1L).Append(new(s.Total, 1)).ToDictionary())],
            Places("primary").ToHashSet(),
            [new KnownRelease("table", [.. cube.Names.Except(withheld)], withheld)],
            file.GetProperty("expect").EnumerateObject().ToDictionary(e => cube.Names[int.Parse(e.Name, CultureInfo.InvariantCulture)], e => Spread(e.Value)));

        List<string> Places(string name) => [.. file.GetProperty(name).EnumerateArray().Select(i => cube.Names[i.GetInt32()])];
    }

    private static KnownAnswer Link(JsonElement file)
    {
        var counts = Numbers(file.GetProperty("vars"));
        var k = file.GetProperty("k").GetInt32();
        var intervals = file.GetProperty("intervals").EnumerateObject().Concat(file.GetProperty("expect").EnumerateObject());
        return new KnownAnswer(
            file.GetProperty("id").GetString()!,
            k,
            file.GetProperty("lower").GetInt64(),
            counts,
            [.. file.GetProperty("relations").EnumerateArray().Select(Numbers)],
            counts.Where(c => c.Value > 0 && c.Value < k).Select(c => c.Key).ToHashSet(),
            [.. file.GetProperty("releases").EnumerateArray().Select(r => new KnownRelease(r.GetProperty("name").GetString()!, Names(r, "published"), Names(r, "suppressed")))],
            intervals.DistinctBy(e => e.Name).ToDictionary(e => e.Name, e => Spread(e.Value)))
        {
            Disclosures = file.GetProperty("disclosures").EnumerateObject().ToDictionary(d => d.Name, d => d.Value.ValueKind == JsonValueKind.Array ? Spread(d.Value) : (Spread?)null),
            IsSafe = file.GetProperty("verdict").GetString() == "ok",
        };
    }

    private static Dictionary<string, long> Numbers(JsonElement element) => element.EnumerateObject().ToDictionary(v => v.Name, v => v.Value.GetInt64());

    private static List<string> Names(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(n => n.GetString()!)];

    private static Spread Spread(JsonElement element) => new(element[0].GetInt64(), element[1].ValueKind == JsonValueKind.Null ? null : element[1].GetInt64());
}
