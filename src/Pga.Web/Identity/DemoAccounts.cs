using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Data;
using Pga.Application.Demo;
using Pga.Application.Staff;
using Pga.Domain.Staff;
using Pga.Web.Cli;

namespace Pga.Web.Identity;

/// <summary>
/// Accounts for the invented caseload, in Development only. They share one password, which is printed at start.
/// </summary>
internal static class DemoAccounts
{
    public const string Password = "Proef-met-vier-woorden";

    /// <summary>Fills an empty database, and gives each demo person that is in it an account.</summary>
    public static async Task Prepare(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<PgaDbContext>();
        if (!await db.Clients.AnyAsync(ct) && !await db.Staff.AnyAsync(ct))
            await DemoVerb.Make(services, MakeDemo.DefaultClients, MakeDemo.DefaultSeed, ct);
        var emails = DemoStaff.Accounts.Select(a => a.Email).ToList();
        var without = await db.Staff.AsNoTracking().Where(s => emails.Contains(s.Email) && !db.Users.Any(a => a.Id == s.Id)).ToListAsync(ct);
        var accounts = services.GetRequiredService<UserManager<Account>>();
        foreach (var member in without)
        {
            var made = await accounts.CreateAsync(Accounts.For(member), Password);
            if (!made.Succeeded)
                throw new InvalidOperationException($"Demo account refused: {string.Join(", ", made.Errors.Select(e => e.Code))}");
        }
    }

    /// <summary>Tells who can sign in; nothing when this database has no demo people.</summary>
    public static async Task Print(IServiceProvider services, TextWriter to, CancellationToken ct)
    {
        var emails = DemoStaff.Accounts.Select(a => a.Email).ToList();
        var present = await services.GetRequiredService<PgaDbContext>().Staff.AsNoTracking().Where(s => emails.Contains(s.Email)).Select(s => s.Email).ToListAsync(ct);
        if (present.Count == 0)
            return;
        to.WriteLine();
        to.WriteLine($"Proefaccounts (alleen in Development), wachtwoord: {Password}");
        foreach (var account in DemoStaff.Accounts.Where(a => present.Contains(a.Email)))
            to.WriteLine($"  {account.Email,-26} {StaffRoles.List.Label(account.Role)}");
    }
}
