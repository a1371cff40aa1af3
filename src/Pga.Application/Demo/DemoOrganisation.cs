using Microsoft.EntityFrameworkCore;
using Pga.Application.Data;
using Pga.Domain.Catalogues;
using Pga.Domain.Staff;

namespace Pga.Application.Demo;

/// <summary>The staff that a caseload of some size takes, in teams, each worker at a desk.</summary>
internal sealed record DemoOrganisation(IReadOnlyList<StaffMember> Members, IReadOnlyList<DemoDesk> Desks)
{
    private const double RioShare = 0.23;
    private const int ClientsPerExpert = 62;
    private const int ClientsPerRio = 60;
    private const int ExpertsPerTeam = 8;

    /// <summary>The first RIO works part-time: a roster that fits on a sheet.</summary>
    private const int ClientsOfFirstRio = 36;

    public static DemoOrganisation For(int clients, DemoRandom random, IReadOnlyList<Institution> institutions)
    {
        var rioClients = (int)Math.Round(clients * RioShare);
        var caseClients = clients - rioClients;
        var teams = Math.Max(2, (int)Math.Round(caseClients / (double)ClientsPerExpert / ExpertsPerTeam));
        var experts = Hire(StaffRoles.PgaExpert, "expert", Math.Max(2, (int)Math.Round(caseClients / (double)ClientsPerExpert)), teams, random);
        var rios = Hire(StaffRoles.Rio, "rio", 1 + (int)Math.Round(Math.Max(0, rioClients - ClientsOfFirstRio) / (double)ClientsPerRio), teams, random);
        var coordinators = Hire(StaffRoles.Coordinator, "coordinator", experts.Count > 4 * teams ? 2 * teams : teams, teams, random);
        var others = DemoStaff.Accounts.Where(a => a.Team is null).Select(a => Member(a, random));

        var desks = new List<DemoDesk>();
        AddDesks(experts, Split(caseClients, experts.Count));
        AddDesks(rios, rios.Count == 1 ? [rioClients] : [ClientsOfFirstRio, .. Split(rioClients - ClientsOfFirstRio, rios.Count - 1)]);
        return new DemoOrganisation([.. experts, .. rios, .. coordinators, .. others], desks);

        void AddDesks(List<StaffMember> workers, int[] sizes)
        {
            for (var i = 0; i < workers.Count; i++)
            {
                // Everyone of a team is as many places apart as there are teams.
                var coordinator = coordinators[i % coordinators.Count];
                var colleague = workers[i + teams < workers.Count ? i + teams : i % teams];
                desks.Add(new DemoDesk(workers[i], coordinator, colleague, sizes[i], institutions[i % institutions.Count], institutions[(i + 1) % institutions.Count]));
            }
        }
    }

    /// <summary>The first of a role are the demo's accounts; the others have a domain of their own and don't sign in.</summary>
    private static List<StaffMember> Hire(string role, string email, int count, int teams, DemoRandom random)
    {
        var accounts = DemoStaff.Accounts.Where(a => a.Role == role).ToList();
        var hired = new List<StaffMember>();
        for (var i = 0; i < count; i++)
        {
            var (given, prefix, family) = DemoNames.Of(random, random.Chance(0.6) ? "female" : "male");
            hired.Add(Member(
                i < accounts.Count
                    ? accounts[i]
                    : new DemoAccount($"{email}{i + 1}@team.pga.example", role, prefix is null ? $"{given} {family}" : $"{given} {prefix} {family}", $"team-{(i % teams) + 1}"),
                random));
        }

        return hired;
    }

    private static StaffMember Member(DemoAccount account, DemoRandom random) =>
        new(random.NextId(), account.Email, account.Name, [account.Role], account.Team, account.Organisation, active: true);

    private static int[] Split(int total, int parts) => [.. Enumerable.Range(0, parts).Select(i => (total / parts) + (i < total % parts ? 1 : 0))];
}

/// <summary>The catalogues of the database that is filled.</summary>
internal sealed record DemoCatalogues(
    IReadOnlyList<Intervention> Interventions, IReadOnlyList<Partner> Partners, IReadOnlyList<Institution> Institutions, IReadOnlyList<ActivityKind> ActivityKinds)
{
    public static async Task<DemoCatalogues> Read(PgaDbContext db, CancellationToken ct) => new(
        await Shipped(db.Interventions).ToListAsync(ct),
        await Shipped(db.Partners).ToListAsync(ct),
        await Shipped(db.Institutions).ToListAsync(ct),
        await Shipped(db.ActivityKinds).ToListAsync(ct));

    private static IQueryable<T> Shipped<T>(IQueryable<T> items)
        where T : CatalogueItem => items.AsNoTracking().Where(i => !i.NeedsReview).OrderBy(i => i.Order);
}
