using Pga.Application.Rapportage;
using Pga.Testing.Attack;

namespace Pga.Application.Tests.Rapportage;

/// <summary>
/// What a reader mustn't find out, known from the unprotected counts of the same caseload: each small count, each count with
/// few clients behind it, and each small rest of a base.
/// </summary>
internal sealed class AttackTruth
{
    // Tables of which the rest of the base counts too.
    private static readonly string[] RowBases = ["inflow-concerns", "inflow-acute"];
    private static readonly string[] ColumnBases = ["progress", "basic-conditions"];

    private readonly Dictionary<string, (long Count, long Persons)> _counts = [];
    private readonly Dictionary<string, string> _baseOf = [];
    private readonly List<string> _contradictions = [];

    public AttackTruth(IEnumerable<(string Table, string Row, string Column, int Year, long Count, long Persons)> counts)
    {
        foreach (var (table, row, column, year, count, persons) in counts.Where(c => AttackReading.IsCounted(c.Table, c.Column)))
        {
            var key = AttackReading.Key(table, row, column, year);
            if (!_counts.TryAdd(key, (count, persons)) && _counts[key].Count != count)
                _contradictions.Add(key);
            if (RowBases.Contains(table) && row != "assessed")
                _baseOf[key] = AttackReading.Key(table, "assessed", column, year);
            if (ColumnBases.Contains(table) && column != "total")
                _baseOf[key] = AttackReading.Key(table, row, "total", year);
        }
    }

    public static AttackTruth Of(int year, IEnumerable<CountedTable> tables) => new(
        from table in tables
        from row in table.Rows
        from cell in row.Cells.Select((cell, i) => (Cell: cell, Column: table.Columns[i].Key))
        select (table.Id, row.Key, cell.Column, year, cell.Cell.Count, cell.Cell.Persons));

    /// <summary>What was counted twice and came to something else.</summary>
    public IReadOnlyList<string> Contradictions => _contradictions;

    public long this[string key] => _counts[key].Count;

    public IEnumerable<string> Keys => _counts.Keys;

    /// <summary>What may not be known to within less than K − 1.</summary>
    public IEnumerable<(string Name, Dictionary<string, long> Sum)> Secrets(int threshold)
    {
        foreach (var (key, (count, persons)) in _counts)
        {
            if (count > 0 && (count < threshold || persons < threshold))
                yield return (key, new() { [key] = 1 });
            if (count > 0 && _baseOf.TryGetValue(key, out var whole) && _counts[whole].Count - count is var rest && rest > 0 && rest < threshold)
                yield return ($"{whole} − {key}", new() { [whole] = 1, [key] = -1 });
        }
    }

    /// <summary>What a reader finds in these: nothing, if they are safe.</summary>
    /// <param name="more">Counts in no table that mustn't be found either.</param>
    public List<string> Found(int threshold, IReadOnlyList<AttackReading> readings, params IEnumerable<(string Key, long Count)> more) =>
        Found(threshold, readings, AttackCorrections.None, more.Select(m => (m.Key, new Dictionary<string, long> { [m.Key] = 1 }, m.Count)));

    /// <param name="corrections">What the reader takes for possible.</param>
    /// <param name="more">Counts in no table that mustn't be found either, and what they are made of.</param>
    public List<string> Found(
        int threshold, IReadOnlyList<AttackReading> readings, AttackCorrections corrections, IEnumerable<(string Name, Dictionary<string, long> Sum, long Count)> more)
    {
        var found = new List<string>();
        foreach (var (key, value) in readings.SelectMany(r => r.Cells))
        {
            if (value is { } number && number != this[key])
                found.Add($"{key} is shown as {number}");
            if (value is null && this[key] == 0 && !AttackReading.IsLeftOut(readings, key))
                found.Add($"{key} is zero and withheld");
        }

        var riddle = AttackKnowledge.Of(readings, corrections);
        foreach (var (name, sum) in Secrets(threshold).Where(s => s.Sum.Keys.All(IsThere)))
        {
            if (!riddle.IsWide(sum, threshold - 1))
                found.Add($"{name} is {riddle.Of(sum)}");
        }

        foreach (var (name, sum, _) in more.Where(m => m.Count != 0 && Math.Abs(m.Count) < threshold))
        {
            if (!riddle.IsWide(sum, threshold - 1))
                found.Add($"{name} is {riddle.Of(sum)}");
        }

        // What is withheld in one place and shown in another isn't hidden from who has both. Of a table that was left out only
        // what is small is.
        found.AddRange(readings.SelectMany(r => r.Cells.Where(c => c.Value is null).Select(c => c.Key)).Distinct()
            .Where(key => riddle.IsHidden(key) && !AttackReading.IsLeftOut(readings, key) && !riddle.IsWide(key, 1)).Select(key => $"{key} can only be {riddle.Of(key).Least}"));
        return found;

        bool IsThere(string key) => readings.Any(r => r.Cells.ContainsKey(key)) || (AttackReading.IsLeftOut(readings, key) && riddle.IsHidden(key));
    }
}
