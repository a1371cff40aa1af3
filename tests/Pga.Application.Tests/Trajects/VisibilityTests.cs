using Pga.Application.Clients;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Domain.Clients;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Trajects;

/// <summary>What somebody finds in a list, by searching and by opening is one and the same set.</summary>
internal sealed class VisibilityTests : SliceTest
{
    private static readonly string[] Teams = ["team-1", "team-2", "team-3"];

    private sealed record Work(Guid TrajectId, Guid StaffId, DateOnly From, DateOnly? Until);

    [Test]
    public async Task Is_the_same_when_listed_searched_for_and_opened_for_random_users_and_trajects()
    {
        var random = new Random(20260303);
        StaffMember[] users =
        [
            .. Teams.Select(t => A.Staff(StaffRoles.PgaExpert, t)),
            A.Staff(StaffRoles.PgaExpert, null),
            .. Teams.Take(2).Select(t => A.Staff(StaffRoles.Coordinator, t)),
            A.Staff(StaffRoles.Rio, "team-1"),
            A.Staff(StaffRoles.Rio, null),
            A.Staff(StaffRoles.PgaExpert, "team-3", null, StaffRoles.Rio),
            A.Staff(StaffRoles.PgaExpert, "team-2"),
        ];
        var clients = Enumerable.Range(0, 25).Select(i => A.Client("Kim", "Voorbeeld", $"K{i:D3}")).ToList();
        var work = new List<Work>();
        var trajects = Enumerable.Range(0, 40).Select(i => Make(random, users, clients[i % clients.Count], work)).ToList();
        await Pga.Given([.. users, .. clients, .. trajects]);

        var seenInAll = 0;
        foreach (var user in users)
        {
            var expected = trajects.Where(t => MaySee(user, t, work)).Select(t => t.Id).ToHashSet();
            seenInAll += expected.Count;

            Assert.That(await Opened(user, trajects), Is.EquivalentTo(expected), "opened");
            Assert.That(await Searched(user, clients), Is.EquivalentTo(expected), "searched");
            var running = trajects.Where(t => expected.Contains(t.Id) && !t.IsEnded).Select(t => t.Id);
            Assert.That(await Listed(user), Is.EquivalentTo(running), "listed");
        }

        Assert.That(seenInAll, Is.InRange(40, 300), "Neither everything nor nothing, or this test says little.");
    }

    // Written from access.md, not from the rule in code.
    private bool MaySee(StaffMember user, Traject traject, List<Work> work)
    {
        var assigned = work.Any(w => w.TrajectId == traject.Id && w.StaffId == user.Id && w.From <= Today && (w.Until is null || w.Until >= Today));
        var isCaseWorker = user.Roles.Contains(StaffRoles.PgaExpert) || user.Roles.Contains(StaffRoles.Coordinator);
        if (assigned && isCaseWorker)
            return true;
        if (assigned && user.Roles.Contains(StaffRoles.Rio) && traject.Programme == Programmes.Rio)
            return true;
        return isCaseWorker && user.Team is not null && user.Team == traject.Team && !traject.Restricted;
    }

    private Traject Make(Random random, StaffMember[] users, Client client, List<Work> work)
    {
        var programme = random.Next(3) switch { 0 => Programmes.Rio, 1 => Programmes.TopX, _ => Programmes.LocalPga };
        var traject = A.Traject(client, programme: programme, team: random.Next(5) == 0 ? null : Teams[random.Next(Teams.Length)]);
        if (random.Next(5) == 0)
            traject.Restrict(true, "Familie van een medewerker");
        foreach (var user in users.Where(_ => random.Next(6) == 0))
        {
            var from = Today.AddDays(random.Next(-300, 30));
            var assignment = traject.Assign(Guid.CreateVersion7(), user.Id, AssignmentRoles.Case, from);
            if (random.Next(3) == 0)
                assignment.EndBy(from.AddDays(random.Next(0, 400)));
            work.Add(new Work(traject.Id, user.Id, assignment.From, assignment.Until));
        }

        if (random.Next(6) == 0)
            End(traject, work);
        return traject;
    }

    private void End(Traject traject, List<Work> work)
    {
        var now = Pga.Clock.GetUtcNow().UtcDateTime;
        traject.ProposeOutflow(Today.AddDays(-3), "out-of-sight", null, Guid.CreateVersion7(), now, new(null, []));
        traject.ConfirmOutflow(Guid.CreateVersion7(), now);
        work.RemoveAll(w => w.TrajectId == traject.Id);
        work.AddRange(traject.Assignments.Select(a => new Work(traject.Id, a.StaffId, a.From, a.Until)));
    }

    private async Task<HashSet<Guid>> Listed(StaffMember user)
    {
        var own = await Pga.Send(user, new GetWorklist());
        var team = await Pga.Send(user, new GetWorklist(Team: true));
        Assert.That(own.Pages + team.Pages, Is.EqualTo(2), "All on one page, or this test must turn pages.");
        return [.. own.Rows.Concat(team.Rows).Select(r => r.TrajectId)];
    }

    private async Task<List<Guid>> Searched(StaffMember user, List<Client> clients)
    {
        var found = new List<Guid>();
        foreach (var client in clients)
            found.AddRange((await Pga.Send(user, new SearchClients(client.Number))).Hits.SelectMany(h => h.Trajects).Select(t => t.TrajectId));
        return found;
    }

    private async Task<List<Guid>> Opened(StaffMember user, List<Traject> trajects)
    {
        var opened = new List<Guid>();
        foreach (var traject in trajects)
        {
            try
            {
                opened.Add((await Pga.Send(user, new GetDossier(traject.Id))).Identity.TrajectId);
            }
            catch (NotFound)
            {
                // Not theirs.
            }
        }

        return opened;
    }
}
