using Microsoft.EntityFrameworkCore;
using Pga.Application.Interventions;
using Pga.Application.Outflow;
using Pga.Application.Pipeline;
using Pga.Domain.Interventions;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Interventions;

/// <summary>A full intervention: the referral waits, and a place that comes free goes to the first.</summary>
internal sealed class WaitingListTests : InterventionTest
{
    private Traject _third = null!;

    [SetUp]
    public async Task GivenAThird()
    {
        var client = A.Client("Derde", "Persoon");
        _third = A.Traject(client, Expert);
        await Pga.Given(client, _third);
    }

    [Test]
    public async Task Waits_in_order_and_shows_each_only_their_own_place()
    {
        await Refer(OfNoor, Coach);
        var second = await Refer(OfSami, Coach);
        var third = await Refer(_third, Coach);

        Assert.That(await States(), Is.EqualTo(new[] { (ParticipationStates.Offered, 0), (ParticipationStates.Waiting, 1), (ParticipationStates.Waiting, 2) }));
        var desk = await Pga.Send(Jan, new GetPartnerDesk());
        Assert.That((desk.AllToAnswer, desk.AllWaiting), Is.EqualTo((1, 2)));
        Assert.That(desk.Waiting.Select(w => (w.Id, w.Queue, w.Since)), Is.EqualTo(new[] { (second, 1, Today), (third, 2, Today) }));
        var view = await Pga.Send(Jan, new GetReferral(third));
        Assert.That((view.Person, view.Queue), Is.EqualTo(((GrantedPerson?)null, 2)), "without a place there is nothing to know");
        var option = (await Pga.Send(Expert, new GetReferralForm(_third.Id))).Options.Single(o => o.InterventionId == Coach.Id);
        Assert.That((option.Free, option.Waiting, option.PartnerAnswers), Is.EqualTo(((int?)0, 2, true)));
    }

    [Test]
    public async Task Can_not_be_accepted_before_its_turn()
    {
        await Accept(await Refer(OfNoor, Coach));
        var waiting = await Refer(OfSami, Coach);

        Assert.That(Error(() => Accept(waiting)).Text, Is.EqualTo("Er is nog geen plek vrij. Deze verwijzing staat op de wachtlijst."));
    }

    [TestCase("declined")]
    [TestCase("withdrawn")]
    [TestCase("expired without an answer")]
    [TestCase("reported on")]
    public async Task Gives_a_place_that_comes_free_to_the_first_in_line(string how)
    {
        var first = await Pga.Send(Expert, Referral(OfNoor, Coach) with { GrantUntil = Today.AddDays(10) });
        await Refer(OfSami, Coach);
        await Refer(_third, Coach);
        switch (how)
        {
            case "declined":
                await Pga.Send(Jan, new DeclineReferral(Guid.CreateVersion7(), first, await Version(first), "Past niet"));
                break;
            case "withdrawn":
                await Pga.Send(Expert, new WithdrawReferral(Guid.CreateVersion7(), OfNoor.Id, first, await Version(first), "Verhuisd"));
                break;
            case "expired without an answer":
                Pga.Clock.Advance(TimeSpan.FromDays(11));
                break;
            default:
                var participation = await ParticipationOf(await Accept(first));
                await Held(Jan, Coach, Today, participation, AttendanceCodes.Attended);
                await Pga.Send(Jan, await Report(participation));
                break;
        }

        Assert.That((await States())[1..], Is.EqualTo(new[] { (ParticipationStates.Offered, 0), (ParticipationStates.Waiting, 1) }));
        await Accept((await Card(OfSami, Coach)).Referral!.Id);
    }

    [Test]
    public async Task Keeps_the_place_of_who_was_accepted_when_there_are_fewer_places()
    {
        await Pga.Read(async db =>
        {
            (await db.Interventions.SingleAsync(i => i.Id == Coach.Id)).Offer(Jou.Id, 2, false);
            return await db.SaveChangesAsync();
        });
        var first = await Refer(OfNoor, Coach);
        await Accept(await Refer(OfSami, Coach));
        await Pga.Read(async db =>
        {
            (await db.Interventions.SingleAsync(i => i.Id == Coach.Id)).Offer(Jou.Id, 1, false);
            return await db.SaveChangesAsync();
        });

        Assert.That(await States(), Is.EqualTo(new[] { (ParticipationStates.Waiting, 1), (ParticipationStates.Accepted, 0) }));
        Assert.That(Error(() => Accept(first)).Text, Does.StartWith("Er is nog geen plek vrij."));
    }

    [Test]
    public async Task Has_a_list_for_each_group()
    {
        var monday = await Pga.Send(Jan, new MakeGroup(Guid.CreateVersion7(), Course.Id, "Maandag"));
        var friday = await Pga.Send(Jan, new MakeGroup(Guid.CreateVersion7(), Course.Id, "Vrijdag"));
        await Pga.Send(Expert, Referral(OfNoor, Course) with { GroupId = monday });
        await Pga.Send(Expert, Referral(OfSami, Course) with { GroupId = friday });
        Pga.Clock.Advance(TimeSpan.FromMinutes(1));
        await Pga.Send(Expert, Referral(_third, Course) with { GroupId = monday });

        var cards = new[] { await Card(OfNoor, Course), await Card(OfSami, Course), await Card(_third, Course) };
        Assert.That(cards.Select(c => (c.Group, c.Queue)), Is.EqualTo(new[] { ("Maandag", 0), ("Vrijdag", 0), ("Maandag", 1) }));
        var groups = (await Pga.Send(Jan, new GetGroups())).Groups;
        Assert.That(groups.Select(g => (g.Name, g.Free, g.Waiting)), Is.EqualTo(new[] { ("Maandag", 0, 1), ("Vrijdag", 0, 0) }));
    }

    [Test]
    public async Task Makes_groups_only_of_interventions_of_ones_own_and_each_name_once()
    {
        var group = new MakeGroup(Guid.CreateVersion7(), Course.Id, "Maandag", Today.AddDays(30));
        await Pga.Send(Jan, group);

        Assert.That(Error(() => Pga.Send(Jan, group with { CommandId = Guid.CreateVersion7(), Name = " Maandag " })).Text, Is.EqualTo("Deze interventie heeft al een groep met die naam."));
        Assert.That(Error(() => Pga.Send(Jan, group with { CommandId = Guid.CreateVersion7(), Name = "" })).Field, Is.EqualTo("Name"));
        Assert.That(Error(() => Pga.Send(Jan, group with { CommandId = Guid.CreateVersion7(), Name = "B", Until = Today.AddDays(-1) })).Field, Is.EqualTo("Until"));
        Assert.That(Error(() => Pga.Send(Jan, group with { CommandId = Guid.CreateVersion7(), InterventionId = Gym.Id })).Field, Is.EqualTo("InterventionId"), "has no groups");
        Assert.That(Error(() => Pga.Send(Els, group with { CommandId = Guid.CreateVersion7(), Name = "B" })).Field, Is.EqualTo("InterventionId"), "of another partner");
        Assert.That(Error(() => Pga.Send(Expert, group with { CommandId = Guid.CreateVersion7(), Name = "B" })).Field, Is.EqualTo("InterventionId"), "the partner makes its own");
        foreach (var other in new[] { Coordinator, Manager, Officer, Administrator })
            Assert.ThrowsAsync<Forbidden>(() => Pga.Send(other, group with { CommandId = Guid.CreateVersion7() }));
    }

    [Test]
    public async Task Refers_nobody_to_a_group_that_has_ended()
    {
        var id = await Pga.Send(Jan, new MakeGroup(Guid.CreateVersion7(), Course.Id, "Maandag"));
        var version = (await Pga.Send(Jan, new GetGroups())).Groups.Single().Version;
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Els, new EndGroup(Guid.CreateVersion7(), id, version, Today.AddDays(-1))));

        await Pga.Send(Jan, new EndGroup(Guid.CreateVersion7(), id, version, Today.AddDays(-1)));

        Assert.That(Error(() => Pga.Send(Expert, Referral(OfNoor, Course) with { GroupId = id })).Text, Is.EqualTo("Kies een groep uit de lijst."));
        var stale = Assert.ThrowsAsync<Conflict>(() => Pga.Send(Jan, new EndGroup(Guid.CreateVersion7(), id, version, null)));
        Assert.That(stale.Values.Single(), Is.EqualTo(new ConflictingValue("Until", "Laatste dag", "02-03-2026", null)));
    }

    [Test]
    public async Task Is_named_when_a_traject_is_ended_with_open_referrals()
    {
        await Refer(OfNoor, Coach);
        await Refer(OfSami, Coach);
        await Refer(OfSami, Gym);
        await Pga.Send(Expert, Referral(OfSami, Walk));
        await Pga.Given(A.Assessment(OfSami, Today, Domain.Assessments.Moments.End, 4));
        var version = await Pga.Read(db => db.Trajects.Where(t => t.Id == OfSami.Id).Select(t => t.Version).SingleAsync());

        var error = Error(() => Pga.Send(Expert, new ProposeOutflow(Guid.CreateVersion7(), OfSami.Id, version, Today, "goals-achieved")));

        Assert.That(error.Text, Is.EqualTo("Sluit eerst de lopende interventies af: Proefgym (wacht op antwoord), Proefcoach (op de wachtlijst), Proefwandeling."));
        var open = (await Pga.Send(Expert, new GetOutflow(OfSami.Id))).OpenParticipations;
        Assert.That(open.Select(o => (o.Intervention, o.State, o.IsKept)), Is.EqualTo(new[]
        {
            ("Proefgym", ParticipationStates.Offered, false), ("Proefcoach", ParticipationStates.Waiting, false), ("Proefwandeling", ParticipationStates.Accepted, true),
        }));
    }

    private async Task<(string State, int Queue)[]> States()
    {
        var states = new List<(string, int)>();
        foreach (var traject in new[] { OfNoor, OfSami, _third })
        {
            var card = (await Pga.Send(Expert, new GetInterventions(traject.Id))).Participations.SingleOrDefault(p => p.InterventionId == Coach.Id);
            if (card is not null)
                states.Add((card.State, card.Queue));
        }

        return [.. states];
    }
}
