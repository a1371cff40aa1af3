using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Data.Sqlite;
using Pga.Data.SqlServer;
using Pga.Testing;

namespace Pga.Application.Tests.Data;

internal sealed class SchemaTests
{
    [Test]
    public void Of_sqlite_has_no_change_without_a_migration()
    {
        using var db = Sqlite();
        Assert.That(db.Database.HasPendingModelChanges(), Is.False, "run `slot remigrate` or add a migration to both Data projects");
    }

    [Test]
    public void Of_sql_server_has_no_change_without_a_migration()
    {
        using var db = SqlServer();
        Assert.That(db.Database.HasPendingModelChanges(), Is.False, "run `slot remigrate` or add a migration to both Data projects");
    }

    [Test]
    [Category("Sqlite")]
    public void Migrated_on_sqlite_has_the_tables_columns_and_indexes_of_the_model()
    {
        var migrated = Path.Combine(TestDatabase.Folder, Guid.NewGuid().ToString("N") + ".db");
        var created = Path.Combine(TestDatabase.Folder, Guid.NewGuid().ToString("N") + ".db");
        using (var db = Sqlite(migrated))
            db.Database.Migrate();
        using (var db = Sqlite(created))
            db.Database.EnsureCreated();

        var expected = SchemaOf(created);
        Assert.That(expected, Has.Count.GreaterThan(100));
        Assert.That(SchemaOf(migrated).Where(l => !l.Contains("__EFMigrations", StringComparison.Ordinal)), Is.EquivalentTo(expected));
        Assert.That(Rows(migrated, "SELECT * FROM pragma_foreign_key_check"), Is.Empty);
        Assert.That(Rows(migrated, "SELECT * FROM pragma_integrity_check"), Is.EqualTo(new[] { "ok" }));
    }

    [Test]
    [Category("Sqlite")]
    public void Runs_on_sqlite_with_wal_full_sync_foreign_keys_and_a_busy_timeout()
    {
        using var db = Sqlite(Path.Combine(TestDatabase.Folder, Guid.NewGuid().ToString("N") + ".db"));
        db.Database.OpenConnection();

        Assert.That(Pragma("journal_mode"), Is.EqualTo("wal"));
        Assert.That(Pragma("synchronous"), Is.EqualTo("2"), "FULL: what is answered is on disk");
        Assert.That(Pragma("foreign_keys"), Is.EqualTo("1"));
        Assert.That(Pragma("busy_timeout"), Is.EqualTo("5000"));

        string? Pragma(string name)
        {
            using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA " + name;
            return command.ExecuteScalar()!.ToString();
        }
    }

    [Test]
    public void Can_be_scripted_for_sql_server_with_the_types_we_agreed_on([Values("create", "migrate", "idempotent")] string kind)
    {
        using var db = SqlServer();
        var migrator = db.GetService<IMigrator>();

        var script = kind switch
        {
            "create" => db.Database.GenerateCreateScript(),
            "migrate" => migrator.GenerateScript(),
            _ => migrator.GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent),
        };

        foreach (var table in db.Model.GetRelationalModel().Tables)
            Assert.That(script, Does.Contain($"CREATE TABLE [{table.Name}]"));
        foreach (var type in new[] { "[datetimeoffset]", "datetimeoffset ", "datetimeoffset(", " json " })
            Assert.That(script, Does.Not.Contain(type).IgnoreCase);
        foreach (var type in new[] { " date ", " datetime2 ", " uniqueidentifier " })
            Assert.That(script, Does.Contain(type));
    }

    [Test]
    public void Uses_column_types_on_sql_server_that_every_version_from_2019_knows()
    {
        using var db = SqlServer();
        string[] known = ["bigint", "bit", "date", "datetime2", "time", "int", "uniqueidentifier", "binary", "varbinary", "nvarchar", "decimal", "float"];

        var others = db.Model.GetRelationalModel().Tables
            .SelectMany(t => t.Columns.Select(c => (Table: t.Name, Column: c.Name, Type: c.StoreType)))
            .Where(c => !known.Contains(c.Type.Split('(')[0]));

        Assert.That(others, Is.Empty);
    }

    /// <summary>What a search goes through by range, and what decides who sees a dossier: the same on every database.</summary>
    [Test]
    public void Compares_words_and_teams_by_their_bytes_on_every_database()
    {
        using var server = SqlServer();
        using var sqlite = Sqlite();
        var columns = server.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.SelectMany(t => t.Columns).ToList();
        var script = server.Database.GenerateCreateScript();

        var teams = columns.Where(c => c.Name.EndsWith("Team", StringComparison.Ordinal)).ToList();
        Assert.That(teams.Select(c => $"{c.Table.Name}.{c.Name}"), Is.EquivalentTo(new[] { "Staff.Team", "Trajects.Team", "Transfers.Team", "Transfers.ToTeam", "CaseConferences.Team" }));
        Assert.That(columns.Where(c => c.Collation is not null), Is.EquivalentTo(teams.Append(columns.Single(c => c.Table.Name == "ClientNameWords" && c.Name == "Word"))));
        Assert.That(script, Does.Contain("[Word] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL"));
        Assert.That(script, Does.Contain("[Team] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL"));
        Assert.That(script, Does.Contain("[ToTeam] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL"));
        Assert.That(sqlite.Database.GenerateCreateScript(), Does.Not.Contain("COLLATE"));
    }

    [Test]
    public void Gives_every_indexed_text_a_length_that_sql_server_can_index()
    {
        // 1,700 bytes for an index, of two bytes a character.
        using var db = SqlServer();
        var tooLong =
            from table in db.Model.GetRelationalModel().Tables
            from index in table.Indexes
            let size = index.Columns.Sum(c => c.PropertyMappings[0].Property is { ClrType: { } type } p && type == typeof(string) ? 2 * (p.GetMaxLength() ?? 10_000) : 16)
            where size > 1700
            select $"{table.Name}.{index.Name}: {size}";

        Assert.That(tooLong, Is.Empty);
    }

    private static PgaDbContext Sqlite(string file = ":memory:")
    {
        var options = new DbContextOptionsBuilder<PgaDbContext>();
        options.UsePgaSqlite(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        return new PgaDbContext(options.Options, new Actor(), new CurrentRequest(), TimeProvider.System);
    }

    private static PgaDbContext SqlServer()
    {
        var options = new DbContextOptionsBuilder<PgaDbContext>();
        options.UsePgaSqlServer("Server=never.opened.invalid");
        return new PgaDbContext(options.Options, new Actor(), new CurrentRequest(), TimeProvider.System);
    }

    private static List<string> SchemaOf(string file) => Rows(file, """
        SELECT t.name || '.' || c.name || ' ' || c.type || ' notnull=' || c."notnull" || ' pk=' || c.pk
        FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'
        UNION ALL SELECT name || ': ' || sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL
        UNION ALL SELECT t.name || '.' || k."from" || ' -> ' || k."table" || ' ' || k.on_delete
        FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) k WHERE t.type = 'table'
        """);

    private static List<string> Rows(string file, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(reader.GetValue(0).ToString()!);
        return rows;
    }
}
