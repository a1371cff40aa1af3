using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Staff;
using Pga.Domain.Staff;
using Pga.Web.Hosting;

namespace Pga.Benchmarks;

/// <summary>The web application with Kestrel on a loopback port, and experts who signed in to it as people do.</summary>
internal sealed partial class WebBench : IAsyncDisposable
{
    private const string Password = "Proef-met-vier-woorden";
    private readonly WebApplication _app;
    private readonly Uri _address;

    private WebBench(WebApplication app)
    {
        _app = app;
        _address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public static Dictionary<string, string> SettingsFor(BenchDatabase database) => new()
    {
        ["ConnectionStrings:Pga"] = database.ConnectionString,
        ["Database:Provider"] = "Sqlite",
        ["Data:Folder"] = BenchDatabase.Folder,
        ["Keys:File"] = BenchDatabase.KeyFile,
    };

    public static async Task<WebBench> On(BenchDatabase database)
    {
        var builder = PgaHost.CreateBuilder([.. SettingsFor(database).Select(s => $"--{s.Key}={s.Value}")], "Production");
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = PgaHost.BuildWeb(builder);
        await app.StartAsync();
        return new WebBench(app);
    }

    /// <summary>A browser in which a member of staff has signed in.</summary>
    public async Task<HttpClient> SignIn(StaffMember member)
    {
        await GiveAccount(member);
        var http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = _address };
        var token = TokenIn(await http.GetStringAsync("/inloggen"));
        using var form = new FormUrlEncodedContent([new("Input.Email", member.Email), new("Input.Password", Password), new("__RequestVerificationToken", token)]);
        using var answer = await http.PostAsync("/inloggen", form);
        return answer.RequestMessage!.RequestUri!.AbsolutePath == "/inloggen" ? throw new InvalidOperationException("Signing in failed.") : http;
    }

    /// <summary>The antiforgery token of the form on a page.</summary>
    public static string TokenIn(string page) => Token().Match(page) is { Success: true } match ? match.Groups[1].Value : throw new InvalidOperationException("The page has no form.");

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task GiveAccount(StaffMember member)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BecomeSystem("benchmarks");
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await accounts.FindByIdAsync(member.Id.ToString()) is not null)
            return;
        var made = await accounts.CreateAsync(Accounts.For(member), Password);
        if (!made.Succeeded)
            throw new InvalidOperationException(string.Join(", ", made.Errors.Select(e => e.Code)));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
