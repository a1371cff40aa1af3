using Microsoft.Data.Sqlite;

namespace Pga.Application.Import;

/// <summary>
/// A temporary database in which the rows of the folder meet those that exist already, so that memory stays small whatever
/// their number. It lives in a directory that only this user can read, and goes when the import is over.
/// </summary>
internal sealed class Staging : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("pga-import-").FullName;
    private readonly SqliteConnection _connection;
    private readonly HashSet<(string File, string Column)> _columns = [];
    private readonly List<ImportFile> _present = [];

    public Staging()
    {
        var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(_directory, "staging.db"), Pooling = false };
        _connection = new SqliteConnection(file.ToString());
        _connection.Open();
        // Nothing here outlives the import, so nothing is kept safe; sorts go to disk, not to memory.
        Run("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; PRAGMA temp_store=FILE; PRAGMA cache_size=-65536;");
        _connection.CreateFunction("new_guid", () => Guid.CreateVersion7().ToString());
        foreach (var f in ImportFiles.All)
            Make(f);
        Run("BEGIN");
    }

    /// <summary>The files of the folder that could be read, in their order.</summary>
    public IReadOnlyList<ImportFile> Present => _present;

    /// <summary>Did the file have this column? An absent one keeps what the database holds.</summary>
    public bool Has(ImportFile file, ImportColumn column) => _columns.Contains((file.Name, column.Name));

    /// <summary>Files that are missing or couldn't be read to the end: what refers to them isn't held against them.</summary>
    public HashSet<string> Unreadable { get; } = [];

    public void Announce(ImportFile file, IEnumerable<string> columns)
    {
        _present.Add(file);
        _columns.UnionWith(columns.Select(c => (file.Name, c)));
    }

    public void Function<T, TResult>(string name, Func<T, TResult> function) => _connection.CreateFunction(name, function, isDeterministic: true);

    public void Function<T1, T2, TResult>(string name, Func<T1, T2, TResult> function) => _connection.CreateFunction(name, function, isDeterministic: true);

    /// <summary>Into a table with the rows of a file.</summary>
    /// <param name="more">Columns before those of the file.</param>
    public StagedFileInsert Insert(ImportFile file, string table, params string[] more) =>
        new(Insert(table, [.. more, "key", .. file.StagedColumns]), file);

    public StagedInsert Insert(string table, IReadOnlyCollection<string> columns)
    {
        var parameters = string.Join(", ", columns.Select((_, i) => "$" + i));
        return new StagedInsert(Command($"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({parameters})"), columns.Count);
    }

    /// <summary>Answers how many rows changed.</summary>
    public int Run(string sql)
    {
        using var command = Command(sql);
        return command.ExecuteNonQuery();
    }

    public int Number(string sql)
    {
        using var command = Command(sql);
        return (int)(long)command.ExecuteScalar()!;
    }

    public IEnumerable<StagedRow> Query(string sql)
    {
        using var command = Command(sql);
        using var reader = command.ExecuteReader();
        var ordinals = Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName);
        while (reader.Read())
        {
            var values = new string?[reader.FieldCount];
            for (var i = 0; i < values.Length; i++)
                values[i] = reader.IsDBNull(i) ? null : reader.GetString(i);
            yield return new StagedRow(ordinals, values);
        }
    }

    public void Dispose()
    {
        _connection.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    private void Make(ImportFile file)
    {
        var columns = string.Join(", ", file.StagedColumns.Select(c => c + " TEXT"));
        Run($"CREATE TABLE {file.Table} (line INTEGER PRIMARY KEY, bad INTEGER NOT NULL, key TEXT, id TEXT, is_new INTEGER, changed TEXT, {columns})");
        Run($"CREATE TABLE {file.Existing} (id TEXT, superseded TEXT, sequence INTEGER, key TEXT, {columns})");
        Run($"CREATE TABLE {file.Known} (key TEXT PRIMARY KEY, id TEXT, {columns}) WITHOUT ROWID");
    }

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Made of the names in ImportFiles; values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}

/// <summary>A prepared insert into the staging database.</summary>
internal sealed class StagedInsert : IDisposable
{
    private readonly SqliteCommand _command;

    public StagedInsert(SqliteCommand command, int columns)
    {
        _command = command;
        for (var i = 0; i < columns; i++)
            _command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i });
        _command.Prepare();
    }

    public void Row(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();
}

/// <summary>A prepared insert of rows of a file. The one place where keys are folded: its own, and those that it refers to.</summary>
internal sealed class StagedFileInsert(StagedInsert insert, ImportFile file) : IDisposable
{
    private readonly int[] _references = [.. Enumerable.Range(0, file.Columns.Count).Where(i => file.Columns[i].RefersTo is not null)];

    /// <param name="values">In the order of the file's columns.</param>
    /// <param name="more">Of the columns before the key.</param>
    public void Row(string? key, string?[] values, params ReadOnlySpan<object?> more) =>
        insert.Row([.. more, StagedKey.Fold(key), .. values, .. _references.Select(i => StagedKey.Fold(values[i]))]);

    public void Dispose() => insert.Dispose();
}

/// <summary>A row read back. Values are in the form of <see cref="Cells"/>.</summary>
internal sealed class StagedRow(Dictionary<string, int> ordinals, string?[] values)
{
    public string? this[string column] => values[ordinals[column]];

    public Guid Id => Guid.Parse(Text("id"));

    public bool IsNew => this["is_new"] is not null;

    public string Text(string column) => this[column] ?? throw new InvalidOperationException($"Column {column} is empty after the checks.");

    public DateOnly Date(string column) => Cells.Date(Text(column));

    public DateOnly? DateOrNull(string column) => this[column] is { } text ? Cells.Date(text) : null;

    public DateTime Instant(string column) => Cells.Instant(Text(column));

    public long Number(string column) => Cells.Number(Text(column));

    /// <summary>The client it is about, through its traject or by itself.</summary>
    public Guid? ClientId => IdOf("client");

    /// <summary>The measurement that the database has for the row's traject, day and moment.</summary>
    public Guid? MeasurementId => this["measurement"] is { } id ? Guid.Parse(id) : null;

    public bool SameMeasurementAs(StagedRow other) =>
        this["traject_id:key"] == other["traject_id:key"] && this["measured_on"] == other["measured_on"] && this["moment"] == other["moment"];

    /// <summary>Id of the row that a column refers to, or null when the column is empty.</summary>
    public Guid? IdOf(string column) => this[column + ":id"] is { } id ? Guid.Parse(id) : null;
}
