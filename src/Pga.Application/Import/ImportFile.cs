namespace Pga.Application.Import;

/// <summary>One file of the folder: its columns, and which of them tell its rows apart.</summary>
internal sealed class ImportFile(string name, string[] key, params ImportColumn[] columns)
{
    public string Name { get; } = name;

    public IReadOnlyList<string> Key { get; } = key;

    public IReadOnlyList<ImportColumn> Columns { get; } = columns;

    public bool MustBeThere { get; init; }

    /// <summary>A row that occurs twice says the same twice.</summary>
    public bool RepeatIsFine { get; init; }

    public IReadOnlyList<RowRule> Rules { get; init; } = [];

    public string FileName => Name + ".csv";

    /// <summary>Its rows in the staging database.</summary>
    public string Table => Name;

    /// <summary>The rows with the same columns that the real database has already.</summary>
    public string Existing => "x_" + Name;

    /// <summary>The two together, for other files that refer to them.</summary>
    public string Known => "known_" + Name;

    /// <summary>In SQL: its columns, and beside each that refers to a row the key of that row.</summary>
    public IEnumerable<string> StagedColumns => Columns.Select(c => c.Quoted).Concat(Columns.Where(c => c.RefersTo is not null).Select(c => c.Compared));

    public IEnumerable<ImportColumn> Content => Columns.Where(c => !Key.Contains(c.Name));
}

/// <summary>One column: how its cells are read.</summary>
internal sealed record ImportColumn(string Name, bool Required, CellReader Read)
{
    /// <summary>Name of the file whose key it holds, or null.</summary>
    public string? RefersTo { get; private init; }

    /// <summary>The real database has only a keyed hash of it.</summary>
    public bool Sealed { get; init; }

    /// <summary>In SQL.</summary>
    public string Quoted => $"\"{Name}\"";

    /// <summary>In SQL, what it is compared by: for one that refers to a row the key of that row, as <see cref="StagedKey.Fold"/> has it.</summary>
    public string Compared => RefersTo is null ? Quoted : $"\"{Name}:key\"";

    public static ImportColumn Must(string name, CellReader read) => new(name, true, read);

    public static ImportColumn May(string name, CellReader read) => new(name, false, read);

    public ImportColumn To(string file) => this with { RefersTo = file };
}

/// <summary>A rule between the cells of one row. It isn't asked when one of them is wrong by itself.</summary>
/// <param name="Column">The column that gets the fault.</param>
/// <param name="Other">The column it is held against.</param>
internal sealed record RowRule(string Column, string Other, Func<string?, string?, bool> Holds, string Fault)
{
    /// <summary>Dates are compared as text: <c>2024-03-01</c> sorts as it should.</summary>
    public static RowRule NotBefore(string column, string other) =>
        new(column, other, (late, early) => late is null || early is null || string.CompareOrdinal(late, early) >= 0, $"ligt vóór {other}");

    public static RowRule Needs(string column, string other) =>
        new(column, other, (value, needed) => value is null || needed is not null, $"kan niet zonder {other}");
}
