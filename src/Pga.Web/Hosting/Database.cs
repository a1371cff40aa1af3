using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Data;
using Pga.Data.Sqlite;
using Pga.Data.SqlServer;

namespace Pga.Web.Hosting;

/// <summary>Which database, and whether its schema is up to date.</summary>
internal static class Database
{
    /// <summary>A migration that was killed leaves a lock behind on SQLite, and the next one would wait for ever.</summary>
    private static readonly TimeSpan SqlitePatience = TimeSpan.FromSeconds(60);

    /// <summary>A server gives up its lock by itself; an index on a large table takes its time there.</summary>
    private static readonly TimeSpan ServerPatience = TimeSpan.FromHours(1);

    public static void Configure(DbContextOptionsBuilder options, IConfiguration configuration, string dataFolder)
    {
        var connection = configuration.GetConnectionString("Pga");
        switch (Provider(configuration))
        {
            case "sqlite":
                options.UsePgaSqlite(connection ?? DefaultSqlite(dataFolder));
                break;
            case "sqlserver":
                options.UsePgaSqlServer(connection ?? throw new UsageError("Database:Provider is SqlServer, maar ConnectionStrings:Pga ontbreekt."));
                break;
            default:
                throw new UsageError($"Onbekende Database:Provider ‘{configuration["Database:Provider"]}’. Kies Sqlite of SqlServer.");
        }
    }

    /// <summary>SQLite is brought up to date by itself; a server only by <c>migrate</c>.</summary>
    public static async Task Prepare(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<PgaDbContext>();
        if (!(await db.Database.GetPendingMigrationsAsync(ct)).Any())
            return;
        if (!db.Database.IsSqlite())
            throw new UsageError("De database is niet bijgewerkt. Voer eerst uit: pga migrate");
        await Migrate(services, ct);
    }

    public static async Task Migrate(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<PgaDbContext>();
        if (!db.Database.IsSqlite())
        {
            db.Database.SetCommandTimeout(ServerPatience);
            await db.Database.MigrateAsync(ct);
            return;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(SqlitePatience);
        try
        {
            await db.Database.MigrateAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new UsageError(
                "Het bijwerken van de database komt niet aan de beurt. Werkt een ander proces de database bij, wacht dan even. "
                + "Is een eerdere keer afgebroken, verwijder dan de tabel __EFMigrationsLock en probeer het opnieuw.");
        }
    }

    private static string Provider(IConfiguration configuration) =>
        (configuration["Database:Provider"] ?? "Sqlite").ToLowerInvariant();

    private static string DefaultSqlite(string dataFolder) =>
        new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, "pga.db") }.ToString();
}
