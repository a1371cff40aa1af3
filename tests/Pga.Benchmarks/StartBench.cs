using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Pga.Benchmarks;

/// <summary>From the start of the process to the first page, as after a restart of the server.</summary>
internal static class StartBench
{
    private const int Times = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task Run(Table table)
    {
        using var database = await BenchDatabase.OfClients(Sizes.Large);
        using var http = new HttpClient();
        var taken = new List<double>();
        for (var i = 0; i < Times; i++)
            taken.Add(await StartAndStop(database, http));
        var timing = new Timing(taken);
        table.Add("start to first page", $"{timing.Median / 1000:F2} s", "< 3 s", timing.Median < 3000);
    }

    private static async Task<double> StartAndStop(BenchDatabase database, HttpClient http)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Repository.Root, "src/Pga.Web/bin/Release/net10.0/Pga.Web.dll"), "serve", "--urls", address])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in WebBench.SettingsFor(database))
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var started = Stopwatch.StartNew();
        using var server = Process.Start(start)!;
        var drained = Task.WhenAll(server.StandardOutput.ReadToEndAsync(), server.StandardError.ReadToEndAsync());
        try
        {
            await FirstPage(http, new Uri(address + "/inloggen"), server);
            return started.Elapsed.TotalMilliseconds;
        }
        finally
        {
            if (!server.HasExited)
                server.Kill();
            await server.WaitForExitAsync();
            await drained;
        }
    }

    private static async Task FirstPage(HttpClient http, Uri page, Process server)
    {
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var response = await http.GetAsync(page);
                response.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException e) when (e.StatusCode is null && !server.HasExited && waiting.Elapsed < Patience)
            {
                await Task.Delay(5);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
