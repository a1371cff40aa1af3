using Microsoft.EntityFrameworkCore;
using Pga.Application.Conferences;
using Pga.Application.Demo;
using Pga.Domain.Conferences;
using Pga.Domain.DataSharings;
using Pga.Domain.Staff;
using Pga.Testing;

namespace Pga.Application.Tests.Demo;

internal sealed class DemoConferencesTests : SliceTest
{
    [Test]
    public async Task Has_a_conference_of_the_past_and_one_of_next_week_for_the_demo_accounts()
    {
        await Pga.SendAsSystem(new MakeDemo(MakeDemo.DefaultClients, MakeDemo.DefaultSeed));
        var coordinator = await Pga.Read(db => db.Staff.SingleAsync(s => s.Email == "coordinator@pga.example"));

        var list = await Pga.Send(coordinator, new GetConferences());

        Assert.That(list.ToCome.Select(c => (c.Cases, c.Discussed)), Is.EqualTo(new[] { (4, 0) }));
        Assert.That(list.Past.Select(c => (c.State, c.Cases, c.Discussed)), Is.EqualTo(new[] { (ConferenceStates.Closed, 4, 4) }));
        var discussed = (await Pga.Send(coordinator, new GetConference(list.Past[0].Id))).Cases[0];
        var shown = (await Pga.Send(coordinator, new GetDiscussions(discussed.TrajectId))).Discussions.Single();
        Assert.That((shown.Decisions.Count, shown.Present.Count(), shown.Present.Count(i => i.Shared), shown.Minutes is not null), Is.EqualTo((1, 2, 1, true)));
        Assert.That(await Pga.Read(db => db.WorkItems.CountAsync(w => w.ConferenceCaseId != null)), Is.InRange(2, 16));
        Assert.That((await Pga.Send(coordinator, new GetCaseProposals(list.ToCome[0].Id))).PutForward, Has.Count.EqualTo(1));
        Assert.That(await Pga.Read(db => db.DataSharings.CountAsync(s => s.Kind == SharingKinds.Conference)), Is.EqualTo(await Pga.Read(db => db.CaseConferences.CountAsync(c => c.ClosedAt != null))));
    }

    [TestCase(1)]
    [TestCase(40)]
    [TestCase(2_000)]
    public async Task Does_not_grow_with_the_caseload_and_obeys_the_rules(int clients)
    {
        await Pga.SendAsSystem(new MakeDemo(clients, MakeDemo.DefaultSeed));
        var cases = await Pga.Read(db => db.ConferenceCases.AsNoTracking().ToListAsync());
        var now = Pga.Clock.GetUtcNow().UtcDateTime;

        Assert.That(cases, Has.Count.LessThanOrEqualTo(4 * 9));
        Assert.That(cases.Where(c => c.OpenedAt > now || c.ClosedAt < c.OpenedAt), Is.Empty);
        Assert.That(await Pga.Read(db => db.ConferenceCases.CountAsync(c => c.ConferenceId != null && !db.Trajects.Any(t => t.Id == c.TrajectId && db.CaseConferences.Any(o => o.Id == c.ConferenceId && o.Team == t.Team)))), Is.Zero, "of the team");
    }
}
