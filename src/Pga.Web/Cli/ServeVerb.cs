using System.CommandLine;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Pga.Application.Access;
using Pga.Web.Hosting;
using Pga.Web.Identity;

namespace Pga.Web.Cli;

/// <summary>The default verb: the web application.</summary>
internal static class ServeVerb
{
    public const string DefaultAddress = "http://localhost:5080";

    public static void AddTo(RootCommand root)
    {
        var urls = new Option<string?>("--urls") { Description = $"Adres om op te luisteren. Standaard {DefaultAddress}." };
        var verb = new Command("serve", "Start de webapplicatie. Dit gebeurt ook zonder commando.") { urls };
        verb.SetAction((parsed, ct) => Run(parsed.GetValue(urls), ct));
        root.Subcommands.Add(verb);
        root.SetAction((_, ct) => Run(null, ct));
    }

    private static async Task<int> Run(string? urls, CancellationToken ct)
    {
        var builder = PgaHost.CreateBuilder([]);
        if (urls is not null)
            builder.WebHost.UseUrls(urls);
        else if (string.IsNullOrEmpty(builder.Configuration["urls"]) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(DefaultAddress);
        await using var app = PgaHost.BuildWeb(builder);

        await using (var scope = app.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<Actor>().BecomeSystem($"{Environment.UserName}@{Environment.MachineName}");
            await Database.Prepare(scope.ServiceProvider, ct);
            if (app.Environment.IsDevelopment())
                await DemoAccounts.Prepare(scope.ServiceProvider, ct);
        }

        await app.StartAsync(ct);
        foreach (var address in app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses)
            Console.WriteLine($"PGA-dossier draait op {address}");
        if (app.Environment.IsDevelopment())
        {
            await using var scope = app.Services.CreateAsyncScope();
            await DemoAccounts.Print(scope.ServiceProvider, Console.Out, ct);
        }

        await app.WaitForShutdownAsync(ct);
        return 0;
    }
}
