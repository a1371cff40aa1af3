using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Data;
using Pga.Application.Staff;

namespace Pga.Web.Identity;

/// <summary>
/// Accounts for the invented caseload, in Development only. They share one password, which is printed at start.
/// </summary>
internal static class DemoAccounts
{
    public const string Password = "Proef-met-vier-woorden";

    /// <summary>Gives each demo person an account.</summary>
    public static async Task Prepare(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<PgaDbContext>();
        var staff = await db.Staff.AsNoTracking().Where(s => s.Email.EndsWith(Domain) && !db.Users.Any(a => a.Id == s.Id)).ToListAsync(ct);
        var accounts = services.GetRequiredService<UserManager<Account>>();
        foreach (var member in staff)
        {
            var made = await accounts.CreateAsync(Accounts.For(member), Password);
            if (!made.Succeeded)
                throw new InvalidOperationException($"Demo account refused: {string.Join(", ", made.Errors.Select(e => e.Code))}");
        }
    }

    public static void Print(TextWriter to)
    {
        to.WriteLine();
        to.WriteLine($"Proefaccounts (alleen in Development), wachtwoord: {Password}");
    }

    private const string Domain = "@pga.example";
}
