using Microsoft.EntityFrameworkCore;
using Pga.Application.Rapportage;
using Pga.Domain.Common;
using Pga.Domain.Staff;

namespace Pga.Benchmarks;

/// <summary>What a manager opens once an edition is there: its pages read what is stored, however many cases there are.</summary>
internal static class DashboardBench
{
    private const int WarmUp = 30;
    private const int Turns = 300;
    private const double Most = 100;

    public static async Task Run(Table table)
    {
        using var database = await BenchDatabase.OfClients(Sizes.Large);
        var year = TimeProvider.System.Today().Year - 1;
        await MakeEditions(database, year);
        var manager = await Manager(database);
        await using var web = await WebBench.On(database);
        var browser = (await web.SignIn([manager], "/rapportage/positieve-uitstroom"))[0];
        var timings = await Timing.InTurns(WarmUp, Turns,
            _ => browser.Get($"/rapportage/positieve-uitstroom/{year}"),
            _ => browser.Get($"/rapportage/{year}"));
        Add("dashboard, page", timings[0]);
        Add("rapportage, page", timings[1]);

        void Add(string what, Timing timing) => table.Add($"{what}", $"{timing}", "< 100 ms", timing.Median < Most);
    }

    // Made anew, because the database is kept for longer than the way an edition is stored.
    private static async Task MakeEditions(BenchDatabase database, int year)
    {
        await database.Read(db => db.EditionParts.ExecuteDeleteAsync());
        await database.Read(db => db.Editions.ExecuteDeleteAsync());
        foreach (var one in new[] { year - 1, year })
            await database.Send(null, new MakeDraft(Guid.CreateVersion7(), one));
    }

    private static Task<StaffMember> Manager(BenchDatabase database) =>
        database.Read(db => db.Staff.AsNoTracking().FirstAsync(s => s.RoleCodes == StaffRoles.Manager && s.Active));
}
