using Microsoft.EntityFrameworkCore;
using Pga.Application.DataSharings;
using Pga.Application.Interventions;
using Pga.Application.Outflow;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.DataSharings;
using Pga.Domain.Interventions;
using Pga.Domain.Staff;
using Pga.Testing;

namespace Pga.Application.Tests.Interventions;

/// <summary>Making a referral, which is a grant, and taking it back.</summary>
internal sealed class ReferralTests : InterventionTest
{
    [Test]
    public async Task Is_a_participation_from_that_day_and_a_recorded_sharing_of_data()
    {
        var id = await Refer(OfNoor, Gym, GrantFields.Name, GrantFields.Level("gezin"));

        var card = await Card(OfNoor, Gym);
        var sharing = (await Pga.Send(Expert, new GetDataSharings(OfNoor.Id))).Single();
        Assert.Multiple(() =>
        {
            Assert.That((card.State, card.ReferredOn, card.Queue, card.Provider), Is.EqualTo((ParticipationStates.Offered, Today, 0, Jou.Name)));
            Assert.That(card.Referral!.Fields, Is.EqualTo(new[] { "Naam", "Score Gezin en huiselijke relaties" }));
            Assert.That((card.Referral.Id, card.Referral.Goal, card.Referral.GrantUntil, card.Referral.MadeBy), Is.EqualTo((id, "Weer ritme", (DateOnly?)Today.AddMonths(3), Expert.Name)));
            Assert.That((sharing.Kind, sharing.Recipient, sharing.Ground, sharing.SharedOn, sharing.Until), Is.EqualTo((SharingKinds.Referral, Jou.Name, "Om te begeleiden bij het sporten", Today, (DateOnly?)Today.AddMonths(3))));
            Assert.That(sharing.What, Does.Contain("Proefgym").And.Contain("Naam").And.Contain("Gezin").And.Not.Contain("Noor"));
        });
    }

    [Test]
    public async Task Of_the_team_itself_needs_no_grant_and_no_answer()
    {
        await Pga.Send(Expert, Referral(OfNoor, Walk) with { Fields = null, Purpose = null, GrantUntil = null });

        var card = await Card(OfNoor, Walk);
        Assert.That((card.State, card.Provider, card.IsKept, card.Referral!.IsGranted), Is.EqualTo((ParticipationStates.Accepted, (string?)null, true, false)));
        Assert.That(await Pga.Read(db => db.DataSharings.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Sent_twice_is_made_once()
    {
        var command = Referral(OfNoor, Gym);

        var first = await Pga.Send(Expert, command);

        Assert.That(await Pga.Send(Expert, command), Is.EqualTo(first));
        Assert.That(await Pga.Read(db => db.Participations.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public void Refuses_what_is_not_a_proper_grant() => Assert.Multiple(() =>
    {
        var good = Referral(OfNoor, Gym);
        Assert.That(Error(() => Pga.Send(Expert, good with { Fields = [] })), Is.EqualTo(("Fields", "Kies minstens één gegeven dat de partner mag zien.")));
        Assert.That(Error(() => Pga.Send(Expert, good with { Fields = ["bsn"] })), Is.EqualTo(("Fields", "Kies gegevens uit de lijst.")));
        Assert.That(Error(() => Pga.Send(Expert, good with { Fields = [GrantFields.Level("wonen")] })), Is.EqualTo(("Fields", "Kies gegevens uit de lijst.")), "of another programme");
        Assert.That(Error(() => Pga.Send(Expert, good with { Purpose = " " })), Is.EqualTo(("Purpose", "Schrijf op waarvoor de partner de gegevens nodig heeft.")));
        Assert.That(Error(() => Pga.Send(Expert, good with { GrantUntil = null })), Is.EqualTo(("GrantUntil", "Kies tot en met welke dag de partner mag meekijken.")));
        Assert.That(Error(() => Pga.Send(Expert, good with { GrantUntil = Today.AddDays(-1) })), Is.EqualTo(("GrantUntil", "Kies een dag vanaf vandaag.")));
        Assert.That(Error(() => Pga.Send(Expert, good with { GrantUntil = Today.AddMonths(12).AddDays(1) })), Is.EqualTo(("GrantUntil", "De partner mag hoogstens 12 maanden meekijken. U kunt later verlengen.")));
        Assert.That(Error(() => Pga.Send(Expert, good with { InterventionId = Guid.CreateVersion7() })), Is.EqualTo(("InterventionId", "Kies een interventie uit de lijst.")));
        Assert.That(Error(() => Pga.Send(Expert, good with { GroupId = Guid.CreateVersion7() })), Is.EqualTo(("GroupId", "Deze interventie heeft geen groepen.")));
        Assert.That(Error(() => Pga.Send(Expert, Referral(OfNoor, Course))), Is.EqualTo(("GroupId", "Kies een groep uit de lijst.")));
    });

    [Test]
    public async Task Refuses_a_second_one_beside_an_open_one()
    {
        await Refer(OfNoor, Gym);

        Assert.That(Error(() => Pga.Send(Expert, Referral(OfNoor, Gym))).Text, Is.EqualTo("Er is al een open verwijzing naar of deelname aan Proefgym. Sluit die eerst af."));
    }

    [Test]
    public async Task Refuses_what_is_not_offered_today()
    {
        var (past, coming) = (new Intervention(Guid.CreateVersion7(), "oud", "Oud", "sport", 910), new Intervention(Guid.CreateVersion7(), "nieuw", "Nieuw", "sport", 911));
        past.ValidBetween(null, Today.AddDays(-1));
        coming.ValidBetween(Today.AddDays(1), null);
        await Pga.Given(past, coming);

        Assert.That(Error(() => Pga.Send(Expert, Referral(OfNoor, past))).Field, Is.EqualTo("InterventionId"));
        Assert.That(Error(() => Pga.Send(Expert, Referral(OfNoor, coming))).Field, Is.EqualTo("InterventionId"));
        var options = (await Pga.Send(Expert, new GetReferralForm(OfNoor.Id))).Options.Select(o => o.InterventionId).ToList();
        Assert.That(options, Does.Contain(Gym.Id).And.Not.Contain(past.Id).And.Not.Contain(coming.Id).And.Not.Contain(Course.Id), "a course without a group can't be chosen");
    }

    [Test]
    public async Task Refuses_a_traject_that_has_not_started_or_is_on_its_way_out()
    {
        var client = A.Client();
        var referred = new Domain.Trajects.Traject(Guid.CreateVersion7(), "T-9", client.Id, "local-pga", Today, null, "team-1");
        referred.Assign(Guid.CreateVersion7(), Expert.Id, "casusregie", Today);
        await Pga.Given(client, referred);
        await Pga.Read(async db =>
        {
            (await db.Trajects.SingleAsync(t => t.Id == OfSami.Id)).ProposeOutflow(Today, "out-of-sight", null, Coordinator.Id, Pga.Clock.GetUtcNow().UtcDateTime, new(null, []));
            return await db.SaveChangesAsync();
        });

        Assert.That(Error(() => Pga.Send(Expert, Referral(referred, Gym))).Text, Is.EqualTo("Dit traject is nog niet gestart. U kunt daarom nog niet verwijzen."));
        Assert.That(Error(() => Pga.Send(Expert, Referral(OfSami, Gym))).Text, Is.EqualTo("Er ligt een voorstel voor uitstroom. Trek dat eerst in."));
    }

    [Test]
    public async Task Is_made_and_changed_only_by_who_may_write_and_refer()
    {
        var id = await Refer(OfSami, Gym);
        var version = await Version(id);
        foreach (var command in new Func<ICommand>[]
        {
            () => Referral(OfNoor, Gym),
            () => new WithdrawReferral(Guid.CreateVersion7(), OfSami.Id, id, version, "Toch niet"),
            () => new EndGrant(Guid.CreateVersion7(), OfSami.Id, id, version),
            () => new ExtendGrant(Guid.CreateVersion7(), OfSami.Id, id, version, Today.AddMonths(4)),
        })
        {
            Assert.ThrowsAsync<Forbidden>(() => Pga.Send(TeamMate, command()), "reads along");
            Assert.ThrowsAsync<NotFound>(() => Pga.Send(Stranger, command()));
            foreach (var other in new[] { Coordinator, Manager, Officer, Administrator, Jan, Els })
                Assert.ThrowsAsync<Forbidden>(() => Pga.Send(other, command()), other.RoleCodes);
        }

        Assert.That(await Version(id), Is.EqualTo(version));
        Assert.That(await Pga.Read(db => db.Referrals.CountAsync()), Is.EqualTo(1));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Expert, new EndGrant(Guid.CreateVersion7(), OfNoor.Id, id, version)), "of another traject");
    }

    [Test]
    public async Task Withdrawn_before_the_start_never_started_and_ends_the_sharing()
    {
        var id = await Refer(OfNoor, Gym);

        await Pga.Send(Expert, new WithdrawReferral(Guid.CreateVersion7(), OfNoor.Id, id, await Version(id), "Wil toch niet"));

        var card = await Card(OfNoor, Gym);
        Assert.That((card.State, card.EndedOn, card.Referral!.CloseReason), Is.EqualTo((Participation.NotStarted, (DateOnly?)Today, "Wil toch niet")));
        Assert.That((await Pga.Send(Expert, new GetDataSharings(OfNoor.Id))).Single().Until, Is.EqualTo(Today));
        Assert.That(Error(() => Pga.Send(Expert, new WithdrawReferral(Guid.CreateVersion7(), OfNoor.Id, id, card.Referral.Version, "Nog eens"))).Text, Is.EqualTo("Deze verwijzing is al afgesloten."));
    }

    [Test]
    public async Task Withdrawn_after_the_start_is_dropped_out_and_off_the_rosters_to_come()
    {
        var participation = await Accepted(OfNoor, Gym);
        await Held(Jan, Gym, Today, participation, AttendanceCodes.Attended);
        var coming = await Plan(Jan, Gym, Today.AddDays(7), participation);
        var referral = (await Card(OfNoor, Gym)).Referral!;

        await Pga.Send(Expert, new WithdrawReferral(Guid.CreateVersion7(), OfNoor.Id, referral.Id, referral.Version, "Verhuisd"));

        Assert.That((await Stored(participation)).Result, Is.EqualTo(Participation.DroppedOut));
        Assert.That(await Pga.Read(db => db.Attendances.CountAsync(a => a.SessionId == coming && a.SupersededById == null)), Is.Zero);
    }

    [Test]
    public async Task Shows_both_when_the_partner_answered_first()
    {
        var id = await Refer(OfNoor, Gym);
        var stale = new WithdrawReferral(Guid.CreateVersion7(), OfNoor.Id, id, await Version(id), "Toch niet");
        await Accept(id);

        var conflict = Assert.ThrowsAsync<Conflict>(() => Pga.Send(Expert, stale));

        Assert.That(conflict.Values.Single().Theirs, Is.EqualTo("Aangenomen door de partner"));
    }

    [Test]
    public async Task Declined_tells_the_worker_why_on_the_dossier_and_the_start_page()
    {
        var id = await Refer(OfNoor, Gym);

        await Pga.Send(Jan, new DeclineReferral(Guid.CreateVersion7(), id, await Version(id), "Onder de 18 kan niet"));

        var card = await Card(OfNoor, Gym);
        var news = await Pga.Send(Expert, new GetReferralNews());
        Assert.That((card.State, card.Referral!.CloseReason), Is.EqualTo((Participation.Declined, "Onder de 18 kan niet")));
        Assert.That(news.Select(n => (n.Name, n.Intervention, n.Partner, n.DeclinedOn, n.Reason)), Is.EqualTo(new[] { ("Noor Yıldız", "Proefgym", Jou.Name, Today, "Onder de 18 kan niet") }));
        Assert.That(await Pga.Send(TeamMate, new GetReferralNews()), Is.Empty);
        await Refer(OfNoor, Gym);
        Assert.That(await Pga.Send(Expert, new GetReferralNews()), Is.Empty, "made anew, so it's no news");
    }

    [Test]
    public async Task Ends_with_its_traject()
    {
        var accepted = await Accept(await Refer(OfNoor, Gym));
        await Refer(OfNoor, Coach);
        var traject = await Pga.Read(db => db.Trajects.AsNoTracking().SingleAsync(t => t.Id == OfNoor.Id));
        await Pga.Send(Expert, new ProposeOutflow(Guid.CreateVersion7(), OfNoor.Id, traject.Version, Today, "out-of-sight"));
        var proposed = await Pga.Read(db => db.Trajects.Where(t => t.Id == OfNoor.Id).Select(t => t.Version).SingleAsync());
        Assert.That((await Pga.Send(Jan, new GetReferral(accepted))).Id, Is.EqualTo(accepted), "a proposal ends nothing");

        await Pga.Send(Coordinator, new ConfirmOutflow(Guid.CreateVersion7(), OfNoor.Id, proposed));

        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Jan, new GetReferral(accepted)));
        Assert.That(await Pga.Read(db => db.Referrals.CountAsync(r => r.ClosedAt == null)), Is.Zero);
        Assert.That(await Pga.Read(db => db.DataSharings.Select(s => s.Until).Distinct().SingleAsync()), Is.EqualTo(Today));
    }
}
