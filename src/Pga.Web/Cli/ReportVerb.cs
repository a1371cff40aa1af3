using System.CommandLine;
using Pga.Application.Rapportage;

namespace Pga.Web.Cli;

internal static class ReportVerb
{
    private static readonly Dictionary<string, Action<Report, Stream>> Formats = new()
    {
        ["json"] = ReportJson.Write,
        ["csv"] = ReportCsv.Write,
        ["html"] = ReportHtml.Write,
        ["docx"] = ReportDocx.Write,
    };

    public static Command Create()
    {
        var year = new Argument<int>("YEAR") { Description = "Kalenderjaar." };
        var format = new Option<string>("--format") { DefaultValueFactory = _ => "json", Description = "json, csv, html of docx." };
        format.AcceptOnlyFromAmong([.. Formats.Keys]);
        var threshold = new Option<int>("--threshold") { DefaultValueFactory = _ => GetReport.DefaultThreshold, Description = "Aantallen onder deze drempel worden niet getoond (3 tot en met 20)." };
        var output = new Option<FileInfo?>("--out") { Description = "Bestand om in te schrijven. Zonder dit komt de rapportage op het scherm." };
        var verb = new Command("report", "Maakt de rapportage van een jaar.") { year, format, threshold, output };
        verb.SetAction((parsed, ct) => VerbScope.Run(
            async (services, token) =>
            {
                var report = await services.Send(new GetReport(parsed.GetValue(year), parsed.GetValue(threshold)), token);
                await Write(report, Formats[parsed.GetValue(format)!], parsed.GetValue(output), token);
                await Console.Error.WriteLineAsync($"Let op: {Report.Provisional}.");
                return 0;
            },
            ct));
        return verb;
    }

    private static async Task Write(Report report, Action<Report, Stream> format, FileInfo? output, CancellationToken ct)
    {
        // Made whole first: a reader never sees half a rapportage, and an existing file survives a failure.
        using var made = new MemoryStream();
        format(report, made);
        made.Position = 0;
        if (output is null)
        {
            await using var stdout = Console.OpenStandardOutput();
            await made.CopyToAsync(stdout, ct);
            return;
        }

        await using var file = output.Create();
        await made.CopyToAsync(file, ct);
    }
}
