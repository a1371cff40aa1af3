using System.Diagnostics;
using System.Text;
using Pga.Application.Rapportage;

namespace Pga.Application.Tests.Rapportage;

/// <summary>A report with all that a document may hold, and the tools to open what is made of it.</summary>
internal static class Documents
{
    private const string Office = "/usr/bin/soffice";
    private const string PdfText = "/usr/bin/pdftotext";

    public static readonly ReportTable Concerns = new(
        "inflow-concerns", Units.Trajects, "Zorgen bij de start", "Bij hoeveel het leefgebied niveau 1, 2 of 3 had.",
        [new("2023", "2023"), new("2024", "2024")],
        [
            new("gezin", null, "Gezin en huiselijke relaties", 1, [15, 28]),
            new("zorg", null, "Psychische gezondheid", 1, [null, 40]),
            new("huis", null, "Huisvesting", 1, [22, null]),
            new("werk", null, "Werk of opleiding", 1, [0, 33]),
            new("assessed", null, "Trajecten met een startmeting", 0, [47, 57]),
        ],
        BaseRow: "assessed")
    { Text = "In 2024 zagen we meer zorgen.\r\nVooral thuis." };

    public static readonly ReportTable Outflow = new(
        "outflow", Units.Trajects, "Uitstroom naar oordeel en reden", "Trajecten die in het jaar zijn geëindigd.",
        [new("2023", "2023"), new("2024", "2024")],
        [
            new("positive", null, "Positief", 1, [1022, 2030]),
            new("goals-achieved", "positive", "Doelen behaald", 2, [12, null]),
            new("negative", null, "Negatief", 1, [null, 17]),
            new("total", null, "Totaal", 0, [null, 2047]),
        ]);

    public static readonly ReportTable Budget = new("budget", Units.Euro, "Begroting per prioriteit", "Bedragen zoals ingevoerd.",
        [new("budgeted", "Begroot"), new("realised", "Gerealiseerd")], []);

    public static readonly Report Report = new(2024, "2024-1", 5, Report.Draft, [Concerns, Outflow, Budget],
        [new ReportStory("Een eigen <plek>", "Eerste alinea.\n\nTweede & laatste.", "Leefgebied Huisvesting")], [Report.NoEffects])
    {
        MadeOn = new DateOnly(2025, 3, 1),
        Evaluations = [new ReportEvaluation("Lokale PGA: evaluatie van het plan", "Het plan werkt.")],
    };

    public static byte[] Written(Action<Report, Stream> write, Report report)
    {
        using var stream = new MemoryStream();
        write(report, stream);
        return stream.ToArray();
    }

    public static string Text(Action<Report, Stream> write, Report report) => Encoding.UTF8.GetString(Written(write, report));

    /// <summary>The pages of a document as LibreOffice lays them out. Skipped without it, except in CI, where that is a failure.</summary>
    public static async Task<IReadOnlyList<string>> Pages(byte[] docx)
    {
        if (!File.Exists(Office) || !File.Exists(PdfText))
        {
            const string text = "This test needs LibreOffice and poppler (Debian: apt-get install libreoffice-writer-nogui poppler-utils).";
            if (Environment.GetEnvironmentVariable("CI") == "true")
                Assert.Fail(text);
            Assert.Ignore(text);
        }

        var folder = Directory.CreateTempSubdirectory("pga-docx-");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "rapportage.docx"), docx);
            // A profile of its own, so that a LibreOffice that is open doesn't answer.
            await Run(Office, folder, $"-env:UserInstallation=file://{folder.FullName}/profiel", "--headless", "--convert-to", "pdf", "rapportage.docx");
            await Run(PdfText, folder, "-layout", "rapportage.pdf", "rapportage.txt");
            var pages = (await File.ReadAllTextAsync(Path.Combine(folder.FullName, "rapportage.txt"))).Split('\f');
            return pages[..^1];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task Run(string program, DirectoryInfo folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = await process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            Assert.That(process.ExitCode, Is.Zero, await output + errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
