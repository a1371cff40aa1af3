using System.Diagnostics;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Pga.Application;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Demo;
using Pga.Data.Sqlite;
using Pga.Domain.Staff;

namespace Pga.Benchmarks;

/// <summary>
/// The application on a SQLite file of its own, as the web front composes it. The demo databases are kept between runs;
/// the name has the last migration in it, so that a changed model makes a new one.
/// </summary>
internal sealed class BenchDatabase : IDisposable
{
    private readonly ServiceProvider _services;

    private BenchDatabase(string file)
    {
        File = file;
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddLogging();
        services.AddPgaApplication(KeyFile);
        services.AddDbContext<PgaDbContext>(o => o.UsePgaSqlite(ConnectionString));
        _services = services.BuildServiceProvider();
    }

    /// <summary>Where databases and import folders are kept: <c>PGA_BENCH</c>, or a folder in the temporary directory.</summary>
    public static string Folder { get; } =
        Directory.CreateDirectory(Environment.GetEnvironmentVariable("PGA_BENCH") ?? Path.Combine(Path.GetTempPath(), "pga-bench")).FullName;

    public static string KeyFile { get; } = Path.Combine(Folder, "bench.key");

    public string File { get; }

    public string ConnectionString => new SqliteConnectionStringBuilder { DataSource = File }.ToString();

    /// <summary>A database with so many invented clients; made when it isn't there yet.</summary>
    public static async Task<BenchDatabase> OfClients(int clients)
    {
        string migration;
        using (var probe = new BenchDatabase(Path.Combine(Folder, "probe.db")))
            migration = await probe.As(null, s => Task.FromResult(s.GetRequiredService<PgaDbContext>().Database.GetMigrations().Last()));
        var file = Path.Combine(Folder, $"demo-{clients}-{migration}.db");
        if (!System.IO.File.Exists(file))
            await Make(file, clients);
        return new BenchDatabase(file);
    }

    /// <summary>A migrated database without clients, made anew.</summary>
    public static async Task<BenchDatabase> Empty(string name)
    {
        var file = Path.Combine(Folder, name);
        Delete(file);
        var database = new BenchDatabase(file);
        await database.Migrate();
        return database;
    }

    /// <summary>Sends a message in a scope of its own, as a front would.</summary>
    public Task<T> Send<T>(StaffMember? sender, IRequest<T> request) => As(sender, s => s.GetRequiredService<IMediator>().Send(request));

    /// <summary>Reads past the access rule.</summary>
    public Task<T> Read<T>(Func<PgaDbContext, Task<T>> read) => As(null, s => read(s.GetRequiredService<PgaDbContext>()));

    public static void Delete(string file)
    {
        foreach (var suffix in new[] { "", "-wal", "-shm" })
            System.IO.File.Delete(file + suffix);
    }

    public void Dispose()
    {
        _services.Dispose();
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
    }

    private static async Task Make(string file, int clients)
    {
        var started = Stopwatch.StartNew();
        var making = file + ".making";
        Delete(making);
        using (var database = new BenchDatabase(making))
        {
            await database.Migrate();
            var made = await database.Send(null, new MakeDemo(clients, MakeDemo.DefaultSeed, new Progress(clients)));
            await Console.Error.WriteLineAsync($"demo: {made} in {started.Elapsed.TotalSeconds:F1} s, {new FileInfo(making).Length / 1_000_000:N0} MB");
            await database.Read(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));
        }

        System.IO.File.Move(making, file);
        Delete(making);
    }

    private Task Migrate() => As(null, async s =>
    {
        await s.GetRequiredService<PgaDbContext>().Database.MigrateAsync();
        return 0;
    });

    private async Task<T> As<T>(StaffMember? sender, Func<IServiceProvider, Task<T>> run)
    {
        await using var scope = _services.CreateAsyncScope();
        var actor = scope.ServiceProvider.GetRequiredService<Actor>();
        if (sender is null)
            actor.BecomeSystem("benchmarks");
        else
            actor.BecomeStaff(sender, "127.0.0.1");
        return await run(scope.ServiceProvider);
    }

    private sealed class Progress(int of) : IProgress<int>
    {
        public void Report(int value) => Console.Error.WriteLine($"demo: {value:N0} of {of:N0} clients");
    }
}
