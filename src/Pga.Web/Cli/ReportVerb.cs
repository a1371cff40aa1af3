using System.CommandLine;
using Pga.Application.Pipeline;
using Pga.Application.Rapportage;

namespace Pga.Web.Cli;

internal static class ReportVerb
{
    public static Command Create()
    {
        var year = new Argument<int>("YEAR") { Description = "Kalenderjaar." };
        var format = new Option<string>("--format") { DefaultValueFactory = _ => ReportFormats.Json, Description = "json, csv, html of docx." };
        format.AcceptOnlyFromAmong([.. ReportFormats.All]);
        var threshold = new Option<int?>("--threshold")
        {
            Description = "Aantallen onder deze drempel worden niet getoond (3 tot en met 20). Wijkt de drempel af van de ingestelde, dan wordt er opnieuw geteld en niets opgeslagen.",
        };
        var output = new Option<FileInfo?>("--out") { Description = "Bestand om in te schrijven. Zonder dit komt de rapportage op het scherm." };
        var verb = new Command("report", "Geeft de rapportage van een jaar. Is er deze maand nog geen concept, dan wordt het gemaakt.") { year, format, threshold, output };
        verb.SetAction((parsed, ct) => VerbScope.Run(
            async (services, token) =>
            {
                var (itsYear, itsFormat) = (parsed.GetValue(year), parsed.GetValue(format)!);
                var usual = services.GetRequiredService<Thresholds>().Council;
                var content = parsed.GetValue(threshold) is { } other && other != usual
                    ? await Count(services, itsYear, other, itsFormat, token)
                    : await Stored(services, itsYear, itsFormat, token);
                await Write(content, parsed.GetValue(output), token);
                return 0;
            },
            ct));
        return verb;
    }

    private static async Task<byte[]> Count(IServiceProvider services, int year, int threshold, string format, CancellationToken ct)
    {
        var report = await services.Send(new GetReport(year, threshold), ct);
        await Console.Error.WriteLineAsync("Let op: geteld met een andere drempel dan de ingestelde en niet opgeslagen. Publiceer dit niet naast de rapportage.");
        return ReportFormats.Write(report, format);
    }

    private static async Task<byte[]> Stored(IServiceProvider services, int year, string format, CancellationToken ct)
    {
        if (await MayMake(services, year, ct))
            await services.Send(new MakeDraft(Guid.CreateVersion7(), year, new Lines()), ct);
        return (await services.Send(new GetEditionFile(year, Audiences.Council, format), ct)).Content;
    }

    private static async Task<bool> MayMake(IServiceProvider services, int year, CancellationToken ct)
    {
        try
        {
            return (await services.Send(new GetEdition(year), ct)).MayMake;
        }
        catch (NotFound)
        {
            return true;
        }
    }

    // It was made whole before this: a reader never sees half a rapportage, and an existing file survives a failure.
    private static async Task Write(byte[] content, FileInfo? output, CancellationToken ct)
    {
        await using Stream stream = output is null ? Console.OpenStandardOutput() : output.Create();
        await stream.WriteAsync(content, ct);
    }

    /// <summary>A line for each step.</summary>
    private sealed class Lines : IProgress<MakingStep>
    {
        public void Report(MakingStep value) => Console.Error.WriteLine(value switch
        {
            MakingStep.Counting => "Tellen…",
            MakingStep.Protecting => "Kleine aantallen beschermen…",
            MakingStep.Checking => "Controleren…",
            _ => "Opslaan…",
        });
    }
}
