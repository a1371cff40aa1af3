using System.CommandLine;
using Pga.Application.Data;
using Pga.Web.Hosting;

namespace Pga.Web.Cli;

/// <summary>
/// The command line: <c>pga VERB</c>. Results go to stdout, progress and log lines to stderr. Exit code 0, 1 with one clear
/// line of what is wrong, or 2 for wrong usage.
/// </summary>
internal static class Verbs
{
    public const int Failed = 1;
    public const int WrongUsage = 2;

    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("PGA-dossier: dossiers, spreekuren en rapportage voor de persoonsgerichte aanpak.")
        {
            MigrateVerb.Create(),
            ImportVerb.Create(),
            ReportVerb.Create(),
            DemoVerb.Create(),
            UserVerb.Create(),
            AuditVerb.Create(),
        };
        ServeVerb.AddTo(root);

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("Dit commando klopt niet. Bekijk de mogelijkheden met: pga --help");
            return WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (UsageError error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return Failed;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"Lezen of schrijven lukt niet: {e.Message}");
            return Failed;
        }
        catch (Exception e) when (DatabaseErrors.In(e) is not null)
        {
            // Without its message where that could quote what is stored.
            await Console.Error.WriteLineAsync(DatabaseErrors.IsTaken(e)
                ? "De database werkt niet mee: iets wat maar één keer mag voorkomen, is er al."
                : $"De database werkt niet mee: {DatabaseErrors.In(e)!.Message}");
            return Failed;
        }
    }
}
