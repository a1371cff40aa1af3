using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Pga.Application.Data;
using Pga.Web.Hosting;

namespace Pga.Web.Cli;

internal static class MigrateVerb
{
    /// <summary>
    /// What EF sets itself when it makes the database, and sqlcmd doesn't: without the first two a filtered index is
    /// refused, without the third an import stops everybody who reads.
    /// </summary>
    private const string ServerSettings = """
        SET QUOTED_IDENTIFIER ON;
        SET ANSI_NULLS ON;
        IF (SELECT is_read_committed_snapshot_on FROM sys.databases WHERE database_id = DB_ID()) = 0
            ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;
        GO

        """;

    public static Command Create()
    {
        var script = new Option<bool>("--script") { Description = "Toon het SQL-script, zonder iets te wijzigen." };
        var verb = new Command("migrate", "Werkt de database bij.") { script };
        verb.SetAction((parsed, ct) => VerbScope.Run((services, token) => Run(services, parsed.GetValue(script), token), ct, prepare: false));
        return verb;
    }

    private static async Task<int> Run(IServiceProvider services, bool script, CancellationToken ct)
    {
        if (script)
        {
            var db = services.GetRequiredService<PgaDbContext>();
            var options = db.Database.IsSqlite() ? MigrationsSqlGenerationOptions.Default : MigrationsSqlGenerationOptions.Idempotent;
            Console.WriteLine((db.Database.IsSqlite() ? "" : ServerSettings) + db.GetService<IMigrator>().GenerateScript(options: options));
            return 0;
        }

        await Database.Migrate(services, ct);
        await Console.Error.WriteLineAsync("De database is bijgewerkt.");
        return 0;
    }
}
