using Microsoft.EntityFrameworkCore;
using Pga.Application.DataSharings;
using Pga.Application.Pipeline;
using Pga.Application.Tests.Trajects;
using Pga.Application.Triage;
using Pga.Domain.DataSharings;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Triage;

/// <summary>The triage's lists and counts show each random user what is theirs of the random trajects, and nothing else.</summary>
internal sealed class VisibilityTriageTests : SliceTest
{
    [Test]
    public async Task Lists_counts_and_opens_the_same_for_random_users_and_trajects()
    {
        var world = new VisibilityWorld(Pga.Clock);
        var random = new Random(7);
        await Pga.Given(world.Entities);
        var sharer = world.Users[0].Id;
        var decided = new HashSet<Guid>();
        foreach (var traject in world.Trajects)
        {
            await Pga.Given(new DataSharing(Guid.CreateVersion7(), traject.Id, traject.ClientId, "ZVH", "Naam", "Convenant", Today, sharer));
            if (random.Next(2) != 0)
                continue;
            decided.Add(traject.Id);
            await Pga.Given(Accepted(traject));
        }

        var seen = 0;
        foreach (var user in world.Users)
        {
            var expected = world.VisibleTo(user);
            Assert.That((await Pga.ReadAs(user, db => db.DataSharings.Select(s => s.TrajectId).ToListAsync())).ToHashSet(), Is.EquivalentTo(expected), "sharings");
            Assert.That(await Pga.ReadAs(user, db => db.TriageDecisions.Select(d => d.TrajectId).ToListAsync()), Is.EquivalentTo(expected.Intersect(decided)), "decisions");
            foreach (var traject in world.Trajects)
            {
                Assert.That(await Opens(user, new GetIntake(traject.Id)), Is.EqualTo(expected.Contains(traject.Id)), "intake");
                Assert.That(await Opens(user, new GetDataSharings(traject.Id)), Is.EqualTo(expected.Contains(traject.Id)), "sharings of one");
            }

            if (!user.Roles.Contains(StaffRoles.Coordinator))
                continue;
            var own = world.Trajects.Where(t => decided.Contains(t.Id) && world.MayWrite(user, t) && t.Team == user.Team).Select(t => t.Id).ToList();
            var list = await Pga.Send(user, new GetTriage(TriageLists.Decided));
            Assert.That(list.Rows.Select(r => r.TrajectId), Is.EquivalentTo(own), "listed");
            Assert.That(list.Counts[TriageLists.Decided], Is.EqualTo(own.Count), "counted");
            seen += own.Count;
        }

        Assert.That(seen, Is.InRange(4, 35), "Neither everything nor nothing, or this test says little.");
    }

    private TriageDecision Accepted(Traject traject) => new(
        Guid.CreateVersion7(), traject, new TriageVerdict(TriageOutcomes.Accepted, ["areas"], "Past.", "Het team", Today, null, FeedbackWays.None, null), null, Pga.Clock.GetUtcNow().UtcDateTime);

    private async Task<bool> Opens<T>(StaffMember user, IQuery<T> query)
    {
        try
        {
            await Pga.Send(user, query);
            return true;
        }
        catch (NotFound)
        {
            return false;
        }
    }
}
