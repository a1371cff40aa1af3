using System.Runtime.InteropServices;
using Pga.Benchmarks;

// dotnet run -c Release --project tests/Pga.Benchmarks -- [name …]
// Measured runs, not tests: they need a quiet machine, and the databases of the first run are kept for the next.
string[] all = ["messages", "lists", "pages", "start", "import", "report", "dashboard", "demo", "protection"];
if (args is [ChildBench.Verb, var child])
{
    await ChildBench.Measure(child);
    return 0;
}

var names = args.Length > 0 ? args : all;
if (names.Except(all).FirstOrDefault() is { } unknown)
{
    await Console.Error.WriteLineAsync($"There is no benchmark '{unknown}'. Choose from: {string.Join(", ", all)}");
    return 2;
}

var table = new Table();
foreach (var name in names)
{
    await Console.Error.WriteLineAsync($"measuring {name}");
    await (name switch
    {
        "protection" => Task.Run(() => ProtectionBench.Run(table, Console.Out)),
        "messages" => CaseBench.Messages(table),
        "lists" => ListBench.Run(table),
        "pages" => CaseBench.Pages(table),
        "start" => StartBench.Run(table),
        "dashboard" => DashboardBench.Run(table),
        _ => ChildBench.Run(name, table),
    });
}

Console.WriteLine($"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription} {RuntimeInformation.OSArchitecture}");
Console.WriteLine();
table.Print(Console.Out);
return table.AllMet ? 0 : 1;
