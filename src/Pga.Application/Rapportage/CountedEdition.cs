using Pga.Disclosure;

namespace Pga.Application.Rapportage;

/// <summary>Everything of a year that is published together, as it was counted.</summary>
/// <param name="Quarters">Tables of the dashboard, which the files don't have.</param>
internal sealed record CountedEdition(int Year, IReadOnlyList<CountedTable> Tables, IReadOnlyList<CountedTable> Quarters, Ties Ties)
{
    public static CountedEdition Of(Facts facts)
    {
        var tables = Definitions.Count(facts);
        return new CountedEdition(facts.Year, tables, [Outflow.ByQuarter(facts)], Ties.Of(facts, tables));
    }

    /// <summary>Tables that nobody will see. Their numbers are still there, and still tied to others.</summary>
    public IReadOnlyList<CountedTable> LeftOut { get; private init; } = [];

    private IEnumerable<CountedTable> All => Tables.Concat(Quarters).Concat(LeftOut);

    /// <summary>The numbers that must be protected, those that are in no table included. One that is in several tables is what it is in the first.</summary>
    public IEnumerable<Cell> Cells => Tables.Concat(Quarters).SelectMany(t => t.ProtectedCells())
        .Concat(LeftOut.SelectMany(t => t.ProtectedCells()).Select(c => c with { Headline = false, Fate = Fate.Unpublished }))
        .Concat(Ties.Unpublished);

    public IEnumerable<AdditionRule> Additions => All.SelectMany(t => t.Additions).Concat(Ties.Additions);

    public IEnumerable<BaseRelation> Bases => All.SelectMany(t => t.Bases);

    public IEnumerable<AtMost> Inequalities => Ties.Inequalities;

    public CountedEdition Without(IReadOnlyCollection<string> tables) => tables.Count == 0 ? this : this with
    {
        Tables = [.. Tables.Where(t => !tables.Contains(t.Id))],
        Quarters = [.. Quarters.Where(t => !tables.Contains(t.Id))],
        LeftOut = [.. All.Where(t => tables.Contains(t.Id))],
    };

    /// <summary>The rapportage as a reader may see it, a draft without texts.</summary>
    /// <param name="copied">Numbers that an earlier edition has shown or withheld.</param>
    public Report Show(int threshold, DateOnly on, IReadOnlySet<string> withheld, IReadOnlyDictionary<string, long?> copied) =>
        new(Year, Definitions.Version, threshold, Report.Draft, [.. Tables.Select(t => t.Show(withheld, copied))], Stories: [], Notes: [Report.NotConfirmed, Report.NoEffects, .. NotHere])
        {
            MadeOn = on,
            Quarters = [.. Quarters.Select(t => t.Show(withheld, copied))],
        };

    // The quarters are in no file.
    private IEnumerable<string> NotHere => LeftOut.Where(t => t.Id != Outflow.QuartersId).Select(t => t.Title).ToList() is { Count: > 0 } titles ? [Report.Without(titles)] : [];

    /// <summary>Reads the protected numbers of a finished rapportage by their place, so that a check sees what a reader will see.</summary>
    public IEnumerable<(string Key, long? Value)> ProtectedNumbers(Report report) => ProtectedNumbers(report.Tables, Tables).Concat(ProtectedNumbers(report.Quarters, Quarters));

    /// <summary>The same of numbers that were read from a file, in its order.</summary>
    public IEnumerable<(string Key, long? Value)> ProtectedNumbers(IReadOnlyCollection<long?> inFile)
    {
        var places = Tables.SelectMany(t => t.Rows.SelectMany(r => r.Cells.Select((cell, i) => (cell.Key, t.Columns[i].IsProtected)))).ToList();
        if (places.Count != inFile.Count)
            throw new ProtectionFailed("a file doesn't have as many numbers as were counted");
        return places.Zip(inFile, (place, value) => (place.Key, Value: value, place.IsProtected)).Where(n => n.IsProtected).Select(n => (n.Key, n.Value));
    }

    private static IEnumerable<(string Key, long? Value)> ProtectedNumbers(IReadOnlyList<ReportTable> shown, IReadOnlyList<CountedTable> counted) =>
        from table in shown.Zip(counted, (shown, truth) => (Shown: shown, Truth: truth))
        from row in table.Shown.Rows.Zip(table.Truth.Rows, (shown, truth) => (Shown: shown, Truth: truth))
        from cell in row.Shown.Cells.Select((value, i) => (Value: value, Index: i))
        where table.Truth.Columns[cell.Index].IsProtected
        select (row.Truth.Cells[cell.Index].Key, cell.Value);
}
