using System.Globalization;
using Pga.Disclosure;

namespace Pga.Application.Rapportage;

/// <param name="Year">The year that the column is about.</param>
/// <param name="IsProtected">False for events and euros, which are no persons.</param>
/// <param name="IsYear">Whether the key is the year itself.</param>
internal sealed record Column(string Key, string Label, int Year, bool IsProtected = true, bool IsYear = false);

internal sealed record CountedRow(string Key, string? Parent, string Label, int Level, IReadOnlyList<Cell> Cells);

/// <summary>
/// A table as counted, before protection, with what is known about its numbers: which add up to which, and which are part of
/// a base. A definition is written by adding rows to one of these.
/// </summary>
internal sealed class CountedTable(string id, string unit, string title, string explanation, IReadOnlyList<Column> columns)
{
    public const string Total = "total";

    private readonly List<CountedRow> _rows = [];
    private readonly List<AdditionRule> _additions = [];
    private readonly List<BaseRelation> _bases = [];
    private string? _baseRow;
    private string? _baseColumn;

    public string Id => id;

    public string Title => title;

    public IReadOnlyList<Column> Columns => columns;

    public IReadOnlyList<CountedRow> Rows => _rows;

    public IReadOnlyList<AdditionRule> Additions => _additions;

    public IReadOnlyList<BaseRelation> Bases => _bases;

    /// <summary>The canonical name of a quantity, the same in every edition: where it is found first, and the year it is about.</summary>
    public static string CellKey(string table, string row, int year, string? column = null) =>
        column is null ? $"{table}/{row}/{year}" : $"{table}/{row}/{column}/{year}";

    /// <summary>The year that a quantity is about.</summary>
    public static int YearOf(string cellKey) => int.Parse(cellKey.AsSpan(cellKey.LastIndexOf('/') + 1), CultureInfo.InvariantCulture);

    /// <param name="sameAs">Table and row that already hold this quantity, column for column.</param>
    /// <param name="named">Names of the quantities, of a row whose cells are found first in several places.</param>
    public void Add(
        string key,
        string label,
        Func<Column, Tally> count,
        int level = 1,
        string? parent = null,
        bool headline = false,
        (string Table, string Row)? sameAs = null,
        Func<Column, string?>? named = null)
    {
        var (table, row) = sameAs ?? (id, key);
        _rows.Add(new CountedRow(key, parent, label, level,
        [
            .. columns.Select(c => (Column: c, Tally: count(c)))
                .Select(c => new Cell(named?.Invoke(c.Column) ?? NameOf(table, row, c.Column), c.Tally.Count, c.Tally.Persons, headline)),
        ]));
    }

    /// <summary>The last row: the sum of all rows of level 1.</summary>
    public void AddTotal(Func<Column, Tally> count, (string Table, string Row)? sameAs = null)
    {
        var parts = _rows.Where(r => r.Level == 1).Select(r => r.Key).ToList();
        Add(Total, "Totaal", count, level: 0, headline: true, sameAs: sameAs);
        RowsAddUp(Total, parts);
    }

    /// <summary>In every protected column the row is the sum of the other rows.</summary>
    public void RowsAddUp(string total, IEnumerable<string> parts)
    {
        var (sum, rows) = (Row(total), parts.Select(Row).ToList());
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].IsProtected)
                _additions.Add(new AdditionRule(sum.Cells[i].Key, [.. rows.Select(r => r.Cells[i].Key)]));
        }
    }

    /// <summary>In every row the column is the sum of the other columns.</summary>
    public void ColumnsAddUp(string total)
    {
        var sum = ColumnIndex(total);
        foreach (var row in _rows)
            _additions.Add(new AdditionRule(row.Cells[sum].Key, [.. row.Cells.Where((_, i) => i != sum).Select(c => c.Key)]));
    }

    /// <summary>Every other row is part of this one; they overlap, so they don't add up to it.</summary>
    public void RowIsBase(string key)
    {
        _baseRow = key;
        var whole = Row(key);
        foreach (var row in _rows.Where(r => r != whole))
            _bases.AddRange(row.Cells.Select((cell, i) => new BaseRelation(cell.Key, whole.Cells[i].Key)));
    }

    /// <summary>Every other column is part of this one.</summary>
    public void ColumnIsBase(string key)
    {
        _baseColumn = key;
        var whole = ColumnIndex(key);
        foreach (var row in _rows)
            _bases.AddRange(row.Cells.Where((_, i) => i != whole).Select(cell => new BaseRelation(cell.Key, row.Cells[whole].Key)));
    }

    /// <summary>The cells that must be protected, by row.</summary>
    public IEnumerable<Cell> ProtectedCells() => _rows.SelectMany(r => r.Cells.Where((_, i) => columns[i].IsProtected));

    /// <summary>The table as a reader may see it.</summary>
    /// <param name="copied">Numbers that an earlier edition has shown or withheld, by the name of the quantity.</param>
    public ReportTable Show(IReadOnlySet<string> withheld, IReadOnlyDictionary<string, long?> copied) => new(
        id, unit, title, explanation,
        [.. columns.Select(c => new ReportColumn(c.Key, c.Label))],
        [
            .. _rows.Select(r => new ReportRow(r.Key, r.Parent, r.Label, r.Level,
                [.. r.Cells.Select((cell, i) => copied.TryGetValue(cell.Key, out var value) ? value : columns[i].IsProtected && withheld.Contains(cell.Key) ? null : cell.Count)])),
        ],
        _baseRow, _baseColumn);

    private static string NameOf(string table, string row, Column column) => CellKey(table, row, column.Year, column.IsYear ? null : column.Key);

    private CountedRow Row(string key) => _rows.Single(r => r.Key == key);

    private int ColumnIndex(string key) => columns.ToList().FindIndex(c => c.Key == key);
}
