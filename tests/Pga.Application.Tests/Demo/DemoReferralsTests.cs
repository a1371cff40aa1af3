using Microsoft.EntityFrameworkCore;
using Pga.Application.Demo;
using Pga.Application.Interventions;
using Pga.Domain.DataSharings;
using Pga.Domain.Interventions;
using Pga.Domain.Staff;
using Pga.Testing;

namespace Pga.Application.Tests.Demo;

/// <summary>What the demo's partner and worker find about referrals.</summary>
internal sealed class DemoReferralsTests : SliceTest
{
    [Test]
    public async Task Has_a_referral_at_every_step_for_the_partner_and_the_worker()
    {
        await Pga.SendAsSystem(new MakeDemo(MakeDemo.DefaultClients, MakeDemo.DefaultSeed));
        var partner = await Account("partner@pga.example");
        var expert = await Account("expert@pga.example");

        var desk = await Pga.Send(partner, new GetPartnerDesk());
        var groups = (await Pga.Send(partner, new GetGroups())).Groups;

        Assert.Multiple(() =>
        {
            Assert.That(desk.Organisation, Is.EqualTo("Buurtteams"));
            Assert.That(desk.AllToAnswer, Is.EqualTo(2), "one in the group, and one who got the place of whoever finished coaching");
            Assert.That(desk.Waiting.Select(w => w.Queue), Is.EqualTo(new[] { 1, 2 }));
            Assert.That(desk.AllParticipants, Is.EqualTo(9));
            Assert.That(desk.Sessions, Has.Count.EqualTo(2));
            Assert.That(desk.ToFill, Is.Not.Empty);
            Assert.That(groups.Select(g => (g.Name, g.Free, g.Waiting)), Is.EqualTo(new[] { ("Maandagavond", 0, 2), ("Woensdagmiddag", 8, 0) }));
        });
        Assert.That((await Pga.Send(expert, new GetReferralNews())), Has.Count.EqualTo(1));
        var results = await Pga.Read(db => db.Participations.Where(p => db.Referrals.Any(r => r.ParticipationId == p.Id)).Select(p => p.Result).Distinct().ToListAsync());
        Assert.That(results, Is.SupersetOf(new[] { null, Participation.Declined, Participation.NotStarted }));
        Assert.That(await Pga.Read(db => db.EndReports.CountAsync()), Is.EqualTo(1));
        Assert.That(await Pga.Read(db => db.DataSharings.CountAsync(s => s.Kind == SharingKinds.Referral)), Is.EqualTo(await Pga.Read(db => db.Referrals.CountAsync())));
    }

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(40)]
    public async Task Obeys_the_rules_whatever_the_size(int clients)
    {
        await Pga.SendAsSystem(new MakeDemo(clients, MakeDemo.DefaultSeed));
        var participations = await Pga.Read(db => db.Participations.AsNoTracking().ToListAsync());
        var referrals = await Pga.Read(db => db.Referrals.AsNoTracking().ToListAsync());
        var sessions = await Pga.Read(db => db.InterventionSessions.Include(s => s.Roster).AsNoTracking().ToListAsync());

        Assert.That(referrals.Where(r => r.MadeAt > Pga.Clock.GetUtcNow().UtcDateTime || r.AcceptedAt < r.MadeAt || r.ClosedAt < r.MadeAt), Is.Empty);
        Assert.That(participations.Where(p => p.StartedOn < p.ReferredOn || p.EndedOn < (p.StartedOn ?? p.ReferredOn) || p.EndedOn > Today), Is.Empty);
        Assert.That(sessions.SelectMany(s => s.Roster.Select(a => (s.On, a))).Where(x => x.a.Code is not null && x.On >= Today), Is.Empty, "nothing has happened today");
        Assert.That(sessions.SelectMany(s => s.Roster.Select(a => (s.On, a))).Where(x => x.On < participations.Single(p => p.Id == x.a.ParticipationId).ReferredOn), Is.Empty);
        Assert.That(participations.GroupBy(p => (p.TrajectId, p.InterventionId)).Where(g => g.Count(p => p.EndedOn is null) > 1), Is.Empty, "one at a time");
    }

    private Task<StaffMember> Account(string email) => Pga.Read(db => db.Staff.AsNoTracking().SingleAsync(s => s.Email == email));
}
