using System.Collections.Concurrent;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Data.Sqlite;
using Pga.Data.SqlServer;

namespace Pga.Testing;

/// <summary>
/// A migrated, new database for one test: a copy of one SQLite template, or one on the server that
/// <c>PGA_TEST_SQLSERVER</c> names, made new before each test. Each test assembly has databases of its own there, since they
/// run at the same time; a test that has two open at once gets two.
/// </summary>
public sealed class TestDatabase : IDisposable
{
    private static readonly Lazy<string> Template = new(MakeTemplate);
    private static readonly ConcurrentStack<string> FreeOnServer = new();
    private static int _onServer;
    private readonly string? _file;

    public TestDatabase()
    {
        if (Server is not null)
        {
            ConnectionString = FreeOnServer.TryPop(out var free) ? free : MigratedOnServer();
            MakeNew();
            return;
        }

        _file = Path.Combine(Folder, Guid.NewGuid().ToString("N") + ".db");
        File.Copy(Template.Value, _file);
        ConnectionString = SqliteConnectionString(_file);
    }

    /// <summary>Connection string of a SQL Server to test against, or null for SQLite.</summary>
    public static string? Server { get; } = Environment.GetEnvironmentVariable("PGA_TEST_SQLSERVER") is { Length: > 0 } text ? text : null;

    /// <summary>A folder of this test run, removed when it ends.</summary>
    public static string Folder { get; } = MakeFolder();

    public string ConnectionString { get; }

    /// <summary>Skips a test that looks inside SQLite itself. Give it <c>[Category("Sqlite")]</c> too.</summary>
    public static void OnlyOnSqlite(string why)
    {
        if (Server is not null)
            Assert.Ignore(why);
    }

    public void Configure(DbContextOptionsBuilder options)
    {
        if (Server is not null)
            options.UsePgaSqlServer(ConnectionString);
        else
            options.UsePgaSqlite(ConnectionString);
        CheckQueries(options);
    }

    /// <summary>Checks how each query orders its rows, and compiles it for SQL Server as well, unless it runs there.</summary>
    public static void CheckQueries(DbContextOptionsBuilder options)
    {
        options.AddInterceptors(PagesInAFixedOrder.Instance);
        if (Server is null)
            options.AddInterceptors(TranslatesToSqlServer.Instance);
    }

    public void Dispose()
    {
        if (_file is null)
        {
            FreeOnServer.Push(ConnectionString);
            return;
        }

        using (var connection = new SqliteConnection(ConnectionString))
            SqliteConnection.ClearPool(connection);
        foreach (var suffix in new[] { "", "-wal", "-shm" })
            File.Delete(_file + suffix);
    }

    private static string SqliteConnectionString(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true }.ToString();

    private static string MakeTemplate()
    {
        var file = Path.Combine(Folder, "template.db");
        var options = new DbContextOptionsBuilder<PgaDbContext>();
        options.UsePgaSqlite(SqliteConnectionString(file));
        using (var db = ContextOf(options))
        {
            db.Database.Migrate();
            db.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        SqliteConnection.ClearAllPools();
        return file;
    }

    private static string MigratedOnServer()
    {
        var connection = new SqlConnectionStringBuilder(Server);
        var tests = AppDomain.CurrentDomain.GetAssemblies().Select(a => a.GetName().Name).FirstOrDefault(n => n!.EndsWith(".Tests", StringComparison.Ordinal));
        connection.InitialCatalog = $"{(connection.InitialCatalog is { Length: > 0 } name ? name : "pga")}_{tests}_{Interlocked.Increment(ref _onServer)}";
        using var db = OnServer(connection.ToString());
        db.Database.Migrate();
        return connection.ToString();
    }

    private void MakeNew()
    {
        using var db = OnServer(ConnectionString);
        Tables.MakeNew(db);
    }

    private static PgaDbContext OnServer(string connectionString)
    {
        var options = new DbContextOptionsBuilder<PgaDbContext>();
        options.UsePgaSqlServer(connectionString);
        return ContextOf(options);
    }

    private static PgaDbContext ContextOf(DbContextOptionsBuilder<PgaDbContext> options) =>
        new(options.Options, new Actor(), new CurrentRequest(), TimeProvider.System);

    private static string MakeFolder()
    {
        var folder = Directory.CreateTempSubdirectory("pga-tests-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        };
        return folder;
    }
}
