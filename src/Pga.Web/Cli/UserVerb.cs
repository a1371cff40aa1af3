using System.CommandLine;
using Microsoft.AspNetCore.Identity;
using Pga.Application.Staff;

namespace Pga.Web.Cli;

internal static class UserVerb
{
    public static Command Create()
    {
        var email = new Argument<string>("EMAIL") { Description = "E-mailadres; hiermee logt iemand in." };
        var name = new Option<string>("--name") { Required = true, Description = "Naam zoals collega's die zien." };
        var role = new Option<string[]>("--role") { Required = true, AllowMultipleArgumentsPerToken = true, Description = "Rol; mag vaker voorkomen." };
        var team = new Option<string?>("--team") { Description = "Team." };
        var organisation = new Option<string?>("--organisation") { Description = "Organisatie; voor de rol partner een partner uit de catalogus." };
        var add = new Command("add", "Maakt een account en toont een link om eenmalig het wachtwoord in te stellen.") { email, name, role, team, organisation };
        add.SetAction((parsed, ct) => VerbScope.Run(
            (services, token) => Add(
                services,
                new AddUser(Guid.CreateVersion7(), parsed.GetRequiredValue(email), parsed.GetRequiredValue(name), parsed.GetRequiredValue(role), parsed.GetValue(team), parsed.GetValue(organisation)),
                token),
            ct));
        return new Command("user", "Accounts.") { add };
    }

    private static async Task<int> Add(IServiceProvider services, AddUser message, CancellationToken ct)
    {
        var id = await services.Send(message, ct);
        var accounts = services.GetRequiredService<UserManager<Account>>();
        var account = await accounts.FindByIdAsync(id.ToString()) ?? throw new InvalidOperationException("The account that was just made isn't there.");
        var code = await accounts.GeneratePasswordResetTokenAsync(account);
        var address = services.GetRequiredService<IConfiguration>()["PublicUrl"] ?? ServeVerb.DefaultAddress;
        Console.WriteLine($"{address.TrimEnd('/')}/wachtwoord/{id}?code={Uri.EscapeDataString(code)}");
        await Console.Error.WriteLineAsync("Stuur deze link veilig aan de medewerker. De link is één dag geldig en werkt één keer.");
        return 0;
    }
}
