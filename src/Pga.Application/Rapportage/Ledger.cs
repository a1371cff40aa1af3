using System.IO.Compression;
using System.Text.Json;
using Pga.Disclosure;

namespace Pga.Application.Rapportage;

/// <summary>
/// What was decided about every number of an edition, and the proof that nobody can work out a small one. It outlives the
/// cases: a withheld number has no value here, and the evidence is worked out from what is shown alone.
/// </summary>
/// <param name="Engine">Version of the library that protected it.</param>
/// <param name="CountedOn">Day of the snapshot.</param>
/// <param name="ApprovedBy">Name of who confirmed it.</param>
/// <param name="Gap">
/// How much of what the reader misses may be needless, in whole points of a percentage, rounded up; 0 is proven to be the
/// least. The cost itself isn't kept, because it is made of the numbers that are withheld.
/// </param>
internal sealed record Ledger(
    string Engine,
    string Definition,
    int Threshold,
    DateOnly CountedOn,
    string? ApprovedBy,
    IReadOnlyList<LedgerCell> Cells,
    IReadOnlyList<AdditionRule> Additions,
    IReadOnlyList<BaseRelation> Bases,
    IReadOnlyList<Identity> Identities,
    IReadOnlyList<AtMost> Inequalities,
    IReadOnlyList<Evidence> Evidence,
    int Gap)
{
    private static readonly JsonSerializerOptions Options = new() { IgnoreReadOnlyProperties = true };

    /// <param name="release">As it was protected.</param>
    public static Ledger Of(Release release, Protected done, DateOnly on) => new(
        EngineVersion,
        Definitions.Version,
        release.Threshold,
        on,
        ApprovedBy: null,
        [.. release.Cells.Select(c => Describe(release, c, done.Withheld))],
        release.Additions,
        [.. release.Bases.Select(b => b with { IsSecret = b.IsSecret ?? HasSmallRest(release, b) })],
        release.Identities,
        release.Inequalities,
        done.Evidence,
        (int)Math.Ceiling(done.Gap * 100));

    public static Ledger Read(byte[] stored)
    {
        using var unpacked = new BrotliStream(new MemoryStream(stored), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<Ledger>(unpacked, Options)!;
    }

    /// <summary>What it says about these years alone.</summary>
    public Ledger Only(Predicate<int> years)
    {
        return this with
        {
            Cells = [.. Cells.Where(c => IsIn(c.Key))],
            Additions = [.. Additions.Where(r => r.Keys.All(IsIn))],
            Bases = [.. Bases.Where(r => IsIn(r.Part) && IsIn(r.Base))],
            Identities = [.. Identities.Where(r => r.Left.Concat(r.Right).All(IsIn))],
            Inequalities = [.. Inequalities.Where(r => r.Smaller.Concat(r.Larger).All(IsIn))],
        };

        bool IsIn(string key) => years(CountedTable.YearOf(key));
    }

    public byte[] Write()
    {
        using var stored = new MemoryStream();
        using (var packed = new BrotliStream(stored, CompressionLevel.Optimal))
            JsonSerializer.Serialize(packed, this, Options);
        return stored.ToArray();
    }

    /// <summary>Whether a cell hides nothing else: it was withheld, or unpublished, for itself.</summary>
    private static bool IsSecret(Release release, Cell cell) => cell.IsSecret ?? (cell.Count > 0 && Math.Min(cell.Count, cell.Persons) < release.Threshold);

    private static string EngineVersion => typeof(Release).Assembly.GetName().Version!.ToString();

    private static LedgerCell Describe(Release release, Cell cell, IReadOnlySet<string> withheld)
    {
        var isHidden = cell.Fate is Fate.Unpublished || withheld.Contains(cell.Key);
        return new LedgerCell(cell.Key, isHidden ? null : cell.Count, isHidden && IsSecret(release, cell), cell.Fate is Fate.Unpublished);
    }

    private static bool HasSmallRest(Release release, BaseRelation relation)
    {
        var rest = release[relation.Base].Count - release[relation.Part].Count;
        return release[relation.Part].Count > 0 && rest > 0 && rest < release.Threshold;
    }
}

/// <param name="Value">Null: withheld, or unpublished.</param>
/// <param name="IsSecret">Because it was small, not to hide another.</param>
internal sealed record LedgerCell(string Key, long? Value, bool IsSecret, bool IsUnpublished);
