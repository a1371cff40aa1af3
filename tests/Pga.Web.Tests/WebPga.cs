using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Staff;
using Pga.Domain.Staff;
using Pga.Testing;
using Pga.Web.Hosting;

namespace Pga.Web.Tests;

/// <summary>The web application on a real port and a database of its own, as its users meet it.</summary>
public sealed class WebPga : IAsyncDisposable
{
    private const string Password = "vier-losse-woorden-achter-elkaar";
    private readonly TestDatabase _database = new();
    private readonly WebApplication _app;

    private WebPga(TimeProvider clock, IEnumerable<(string Key, string Value)> settings)
    {
        // As on the command line: what is read while the services are made must be there by then.
        var builder = PgaHost.CreateBuilder(
            [$"--Data:Folder={Path.Combine(TestDatabase.Folder, "web")}", .. settings.Select(s => $"--{s.Key}={s.Value}")], "Testing");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Pga"] = _database.ConnectionString,
            // Whatever could be logged is, so that a test can say what must never be.
            ["Logging:LogLevel:Default"] = "Information",
            ["Logging:LogLevel:Microsoft"] = "Information",
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "Information",
            ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Information",
            ["Database:Provider"] = TestDatabase.Server is null ? "Sqlite" : "SqlServer",
        });
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services.Replace(ServiceDescriptor.Singleton(clock));
        builder.Services.ConfigureDbContext<PgaDbContext>(TestDatabase.CheckQueries);
        builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1000);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = PgaHost.BuildWeb(builder);
    }

    /// <summary>Everything the application logged.</summary>
    public CapturedLog Log { get; } = new();

    public IServiceProvider Services => _app.Services;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <param name="settings">Configuration besides that of every test.</param>
    public static async Task<WebPga> Start(TimeProvider? clock = null, params (string Key, string Value)[] settings)
    {
        var pga = new WebPga(clock ?? TimeProvider.System, settings);
        await pga._app.StartAsync();
        return pga;
    }

    /// <summary>Stores what a test starts from, past the access rule.</summary>
    public async Task Given(params object[] entities)
    {
        await using var scope = AsSystem();
        var db = scope.ServiceProvider.GetRequiredService<PgaDbContext>();
        db.AddRange(entities);
        await db.SaveChangesAsync();
    }

    public async Task<T> Read<T>(Func<PgaDbContext, Task<T>> read)
    {
        await using var scope = AsSystem();
        return await read(scope.ServiceProvider.GetRequiredService<PgaDbContext>());
    }

    /// <summary>A client without redirects and with cookies, not signed in.</summary>
    public Visitor Visit() => new(Address);

    /// <summary>Gives a stored member of staff an account and signs in through the page.</summary>
    public async Task<Visitor> SignIn(StaffMember staff)
    {
        await GiveAccount(staff);
        var visitor = Visit();
        var response = await visitor.Post("/inloggen", ("Input.Email", staff.Email), ("Input.Password", Password));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), "Sign-in should succeed.");
        return visitor;
    }

    /// <summary>Gives a stored member of staff an account; answers its password.</summary>
    public async Task<string> GiveAccount(StaffMember staff)
    {
        await using var scope = AsSystem();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await accounts.FindByIdAsync(staff.Id.ToString()) is null)
            Assert.That((await accounts.CreateAsync(Accounts.For(staff), Password)).Succeeded);
        return Password;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _database.Dispose();
    }

    private AsyncServiceScope AsSystem()
    {
        var scope = _app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BecomeSystem("tester");
        return scope;
    }
}

/// <summary>A browser without scripts: keeps cookies, sends forms with the antiforgery token of the page they are on.</summary>
public sealed partial class Visitor(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };

    public Task<HttpResponseMessage> Get(string path) => _http.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>The text of a page that must be there.</summary>
    public async Task<string> Page(string path)
    {
        var response = await Get(path);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }

    /// <summary>Sends a form, with the token from the page at <paramref name="path"/> (or at <c>/inloggen</c> if that has none).</summary>
    public async Task<HttpResponseMessage> Post(string path, params (string Name, string? Value)[] fields)
    {
        var token = await Token(path);
        using var content = new FormUrlEncodedContent(
            fields.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, f.Value!)).Append(new("__RequestVerificationToken", token)));
        return await _http.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    /// <summary>Sends a form with a file in it, as a browser does: the file last.</summary>
    public async Task<HttpResponseMessage> PostFile(string path, string fileField, string fileName, byte[] file, params (string Name, string? Value)[] fields)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Append(("__RequestVerificationToken", await Token(path))))
            content.Add(new StringContent(value ?? ""), name);
        content.Add(new ByteArrayContent(file), fileField, fileName);
        return await _http.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    /// <summary>Sends a form with a file in it to the API, with the token in the header.</summary>
    public async Task<HttpResponseMessage> PostFileToApi(string path, string fileName, byte[] file, params (string Name, string? Value)[] fields)
    {
        var token = await _http.GetFromJsonAsync<Dictionary<string, string>>(new Uri("/api/v1/csrf-token", UriKind.Relative));
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value ?? ""), name);
        content.Add(new ByteArrayContent(file), "file", fileName);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
        request.Headers.Add("X-CSRF-TOKEN", token!["token"]);
        return await _http.SendAsync(request);
    }

    public Task<HttpResponseMessage> PostWithoutToken(string path, HttpContent content) => _http.PostAsync(new Uri(path, UriKind.Relative), content);

    /// <summary>Sends JSON to the API as its clients do, with the token in the header.</summary>
    public async Task<HttpResponseMessage> PostJson(string path, object body)
    {
        var token = await _http.GetFromJsonAsync<Dictionary<string, string>>(new Uri("/api/v1/csrf-token", UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-CSRF-TOKEN", token!["token"]);
        return await _http.SendAsync(request);
    }

    public void Dispose() => _http.Dispose();

    private async Task<string> Token(string path)
    {
        foreach (var page in new[] { path, "/inloggen" })
        {
            var html = await (await Get(page)).Content.ReadAsStringAsync();
            if (TokenField().Match(html) is { Success: true } match)
                return match.Groups[1].Value;
        }

        throw new InvalidOperationException("No antiforgery token.");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
