using System.Diagnostics;
using System.Globalization;
using Pga.Application.Demo;
using Pga.Application.Rapportage;
using Pga.Domain.Common;

namespace Pga.Benchmarks;

/// <summary>
/// What is measured once, with the memory it takes: each in a process of its own, because the highest working set of a
/// process remembers everything that went before.
/// </summary>
internal static class ChildBench
{
    public const string Verb = "--child";
    private const double Mega = 1_000_000;

    public static async Task Run(string name, Table table)
    {
        switch (name)
        {
            case "demo":
                var made = await InChild(name);
                table.Add($"demo: {Sizes.Large:N0} clients", $"{made.Seconds:F0} s, {made.PeakMegabytes:F0} MB", "< 600 s", made.Seconds < 600);
                break;
            case "report":
                var report = await InChild(name);
                table.Add("report of last year", $"{report.Seconds:F1} s, {report.PeakMegabytes:F0} MB", "< 5 s", report.Seconds < 5);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(name));
        }
    }

    /// <summary>Runs inside the child; prints what it took.</summary>
    public static async Task Measure(string name)
    {
        var (seconds, rows) = name switch
        {
            "demo" => await Demo(),
            "report" => await Report(),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds} {rows} {self.PeakWorkingSet64 / Mega}"));
    }

    private static async Task<Measured> InChild(string name)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ChildBench).Assembly.Location, Verb, name]) { RedirectStandardOutput = true };
        using var child = Process.Start(start)!;
        var answer = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        if (child.ExitCode != 0)
            throw new InvalidOperationException($"The measurement of {name} failed.");
        var parts = answer.Split(' ').Select(p => double.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        return new Measured(parts[0], (long)parts[1], parts[2]);
    }

    private static async Task<(double Seconds, long Rows)> Demo()
    {
        using var database = await BenchDatabase.Empty("demo-timed.db");
        var started = Stopwatch.StartNew();
        var made = await database.Send(null, new MakeDemo(Sizes.Large, MakeDemo.DefaultSeed));
        var seconds = started.Elapsed.TotalSeconds;
        database.Dispose();
        BenchDatabase.Delete(database.File);
        return (seconds, made.Clients);
    }

    private static async Task<(double Seconds, long Rows)> Report()
    {
        using var database = await BenchDatabase.OfClients(Sizes.Large);
        var started = Stopwatch.StartNew();
        var report = await database.Send(null, new GetReport(TimeProvider.System.Today().Year - 1));
        return (started.Elapsed.TotalSeconds, report.Tables.Sum(t => t.Rows.Count));
    }

    private sealed record Measured(double Seconds, long Rows, double PeakMegabytes);
}
