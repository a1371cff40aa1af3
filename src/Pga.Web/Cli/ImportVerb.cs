using System.CommandLine;
using Pga.Application.Import;

namespace Pga.Web.Cli;

internal static class ImportVerb
{
    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "Map met CSV-bestanden." };
        var update = new Option<bool>("--update") { Description = "Neem gewijzigde rijen over in plaats van ze als fout te melden." };
        var verb = new Command("import", "Leest een bestaande caseload in: alles, of niets.") { directory, update };
        verb.SetAction((parsed, ct) => VerbScope.Run((services, token) => Run(services, parsed.GetRequiredValue(directory), parsed.GetValue(update), token), ct));
        return verb;
    }

    private static async Task<int> Run(IServiceProvider services, string directory, bool update, CancellationToken ct)
    {
        var report = await services.Send(new RunImport(directory, update, Console.IsErrorRedirected ? null : new OneLine()), ct);
        if (!report.Succeeded)
        {
            foreach (var fault in report.Faults)
                await Console.Error.WriteLineAsync(fault);
            var more = report.FaultCount > report.Faults.Count ? $" Hierboven staan de eerste {report.Faults.Count}." : "";
            await Console.Error.WriteLineAsync($"{Count(report.FaultCount, "fout", "fouten")} gevonden.{more} Er is niets gewijzigd.");
            return Verbs.Failed;
        }

        foreach (var remark in report.Remarks)
            await Console.Error.WriteLineAsync(remark);
        Console.WriteLine($"{"bestand",-22}{"read",10}{"new",10}{"unchanged",12}{"updated",10}");
        foreach (var file in report.Files)
            Console.WriteLine($"{file.File,-22}{file.Read,10}{file.New,10}{file.Unchanged,12}{file.Updated,10}");
        return 0;
    }

    private static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count} {many}";

    /// <summary>Progress on one line of the terminal, written over itself.</summary>
    private sealed class OneLine : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) =>
            Console.Error.Write($"\r{value.Step} {value.File} {(value.Rows > 0 ? value.Rows : "")}".PadRight(70) + "\r");
    }
}
