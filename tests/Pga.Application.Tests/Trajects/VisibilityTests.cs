using System.Text;
using Pga.Application.Clients;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Domain.Staff;
using Pga.Testing;

namespace Pga.Application.Tests.Trajects;

/// <summary>What somebody finds in a list, by searching and by opening is one and the same set.</summary>
internal sealed class VisibilityTests : SliceTest
{
    [Test]
    public async Task Is_the_same_when_listed_searched_for_and_opened_for_random_users_and_trajects()
    {
        var world = new VisibilityWorld(Pga.Clock);
        await Pga.Given(world.Entities);

        var seenInAll = 0;
        foreach (var user in world.Users)
        {
            var expected = world.VisibleTo(user);
            seenInAll += expected.Count;

            Assert.That(await Opened(user, world), Is.EquivalentTo(expected), "opened");
            Assert.That(await Searched(user, world), Is.EquivalentTo(expected), "searched");
            var running = world.Trajects.Where(t => expected.Contains(t.Id) && !t.IsEnded).Select(t => t.Id);
            Assert.That(await Listed(user), Is.EquivalentTo(running), "listed");
            if (user.Roles.Contains(StaffRoles.Coordinator))
                Assert.That(await Exported(user), Is.EquivalentTo(world.Clients.Where(c => world.Trajects.Any(t => t.ClientId == c.Id && running.Contains(t.Id))).Select(c => c.Number)), "exported");
        }

        Assert.That(seenInAll, Is.InRange(40, 300), "Neither everything nor nothing, or this test says little.");
    }

    private async Task<HashSet<Guid>> Listed(StaffMember user)
    {
        var own = await Pga.Send(user, new GetWorklist());
        var team = await Pga.Send(user, new GetWorklist(Team: true));
        Assert.That(own.Pages + team.Pages, Is.EqualTo(2), "All on one page, or this test must turn pages.");
        return [.. own.Rows.Concat(team.Rows).Select(r => r.TrajectId)];
    }

    /// <summary>The dossiernummers in the files themselves.</summary>
    private async Task<HashSet<string>> Exported(StaffMember user)
    {
        var own = await Pga.Send(user, new ExportWorklist(new GetWorklist()));
        var team = await Pga.Send(user, new ExportWorklist(new GetWorklist(Team: true)));
        return [.. new[] { own, team }.SelectMany(f => Encoding.UTF8.GetString(f.Content).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1)).Select(line => line.Split(';')[0])];
    }

    private async Task<List<Guid>> Searched(StaffMember user, VisibilityWorld world)
    {
        var found = new List<Guid>();
        foreach (var client in world.Clients)
            found.AddRange((await Pga.Send(user, new SearchClients(client.Number))).Hits.SelectMany(h => h.Trajects).Select(t => t.TrajectId));
        return found;
    }

    private async Task<List<Guid>> Opened(StaffMember user, VisibilityWorld world)
    {
        var opened = new List<Guid>();
        foreach (var traject in world.Trajects)
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
