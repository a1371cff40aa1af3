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
internal sealed class WebBench : IAsyncDisposable
{
    private const string Password = "Proef-met-vier-woorden";
    private readonly WebApplication _app;
    private readonly Uri _address;
    private readonly List<Browser> _browsers = [];

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

    /// <summary>For each of some members of staff a browser in which they have signed in.</summary>
    /// <param name="home">A page that all of them may see.</param>
    public async Task<IReadOnlyList<Browser>> SignIn(IEnumerable<StaffMember> staff, string home = "/caseload")
    {
        foreach (var member in staff)
        {
            await GiveAccount(member);
            _browsers.Add(await Browser.SignIn(_address, member.Email, Password, home));
        }

        return _browsers;
    }

    public async ValueTask DisposeAsync()
    {
        _browsers.ForEach(b => b.Dispose());
        await _app.DisposeAsync();
    }

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
}
