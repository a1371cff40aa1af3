using Microsoft.EntityFrameworkCore;
using Pga.Application.Catalogues;
using Pga.Application.Interventions;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.Interventions;

namespace Pga.Application.Tests.Interventions;

/// <summary>What the administrator changes about an intervention or its partner, while referrals run.</summary>
internal sealed class OfferedInterventionTests : InterventionTest
{
    [Test]
    public async Task Keeps_the_partner_and_grant_of_who_was_referred_when_another_partner_takes_over()
    {
        var running = await Refer(OfNoor, Gym);
        await Accept(running);
        var svg = await Partner("svg");

        await Change(Gym, c => c with { ProviderId = svg });

        Assert.That((await Card(OfNoor, Gym)).Provider, Is.EqualTo(Jou.Name));
        Assert.That((await Pga.Send(Jan, new GetReferral(running))).Person, Is.Not.Null, "the grant stays");
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Els, new GetReferral(running)), "and isn't handed on");
        var next = await Refer(OfSami, Gym);
        Assert.That((await Pga.Send(Els, new GetReferral(next))).Id, Is.EqualTo(next));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Jan, new GetReferral(next)));
    }

    [Test]
    public async Task Refers_nobody_to_a_group_of_the_former_partner()
    {
        var group = await Pga.Send(Jan, new MakeGroup(Guid.CreateVersion7(), Course.Id, "Maandag"));
        await Change(Course, c => c with { ProviderId = Els.PartnerId });

        Assert.That((await Pga.Send(Expert, new GetReferralForm(OfNoor.Id))).Options.Select(o => o.InterventionId), Does.Not.Contain(Course.Id));
        Assert.That(Error(() => Pga.Send(Expert, Referral(OfNoor, Course) with { GroupId = group })).Text, Is.EqualTo("Kies een groep uit de lijst."));
    }

    [Test]
    public async Task Throws_nobody_out_when_there_are_fewer_places_and_the_next_waits()
    {
        await Change(Coach, c => c with { Places = 2 });
        await Accept(await Refer(OfNoor, Coach));
        var second = await Refer(OfSami, Coach);
        await Accept(second);

        await Change(Coach, c => c with { Places = 1 });

        Assert.That((await Card(OfNoor, Coach)).State, Is.EqualTo(ParticipationStates.Accepted));
        Assert.That((await Card(OfSami, Coach)).State, Is.EqualTo(ParticipationStates.Accepted));
        await Pga.Send(Expert, new WithdrawReferral(Guid.CreateVersion7(), OfNoor.Id, (await Card(OfNoor, Coach)).Referral!.Id, await Version((await Card(OfNoor, Coach)).Referral!.Id), "Verhuisd"));
        var next = await Refer(OfNoor, Coach);
        Assert.That(Error(() => Accept(next)).Text, Does.StartWith("Er is nog geen plek vrij."), "one place, and it is taken");
    }

    [Test]
    public async Task Goes_on_for_who_takes_part_when_it_ends_and_takes_nobody_new()
    {
        var participation = await Accepted(OfNoor, Gym);
        await Pga.Send(Administrator, new EndCatalogueEntry(Guid.CreateVersion7(), CatalogueKinds.Interventions, Gym.Id, Today.AddDays(-1)));

        Assert.That(Error(() => Refer(OfSami, Gym)), Is.EqualTo(("InterventionId", "U kunt Proefgym niet meer kiezen na 2 maart 2026. Kies iets anders.")));
        await Held(Jan, Gym, Today, participation, AttendanceCodes.Attended);
        Assert.That((await Card(OfNoor, Gym)).State, Is.EqualTo(ParticipationStates.Running));
        await Pga.Send(Administrator, new EndCatalogueEntry(Guid.CreateVersion7(), CatalogueKinds.Interventions, Course.Id, Today.AddDays(-1)));
        Assert.That((await Pga.Send(Jan, new GetGroups())).Interventions.Select(i => i.Id), Does.Not.Contain(Course.Id));
        Assert.That(Error(() => Pga.Send(Jan, new MakeGroup(Guid.CreateVersion7(), Course.Id, "Maandag"))).Text, Does.StartWith("U kunt Proefcursus niet meer kiezen na "));
    }

    [Test]
    public async Task Of_a_partner_that_gives_any_keeps_the_partner_from_ending()
    {
        await Pga.Send(Administrator, new EndCatalogueEntry(Guid.CreateVersion7(), CatalogueKinds.Interventions, Course.Id, Today));

        var error = Error(() => EndJou(Today));

        Assert.That(error, Is.EqualTo(("LastDay", "Deze partner geeft na die dag nog: Proefgym, Proefcoach. Stop eerst deze interventies, of kies een andere aanbieder.")));
    }

    [Test]
    public async Task With_running_grants_keeps_the_partner_from_ending_and_says_no_more_than_that()
    {
        var first = await Refer(OfNoor, Gym);
        foreach (var intervention in new[] { Gym, Coach, Course })
            await Pga.Send(Administrator, new EndCatalogueEntry(Guid.CreateVersion7(), CatalogueKinds.Interventions, intervention.Id, Today));
        const string Busy = "Er lopen nog verwijzingen naar deze partner. De partner kan pas stoppen als die zijn afgesloten. Vraag de coördinatoren om ze af te ronden.";

        // The day makes no difference: else it would tell until when the last one runs.
        Assert.That(Error(() => EndJou(Today)), Is.EqualTo(("LastDay", Busy)));
        Assert.That(Error(() => EndJou(Today.AddYears(5))), Is.EqualTo(("LastDay", Busy)));
        await Pga.Send(Expert, new WithdrawReferral(Guid.CreateVersion7(), OfNoor.Id, first, await Version(first), "Verhuisd"));

        await EndJou(Today);
        Pga.Clock.Advance(TimeSpan.FromDays(1));
        Assert.That(Error(() => Change(Walk, c => c with { ProviderId = Jou.Id })), Is.EqualTo(("ProviderId", "U kunt JoU niet meer kiezen na 3 maart 2026. Kies iets anders.")));
        Assert.That(Error(() => Pga.Send(Administrator, new ReopenCatalogueEntry(Guid.CreateVersion7(), CatalogueKinds.Interventions, Gym.Id))).Text, Does.StartWith("U kunt JoU niet meer kiezen"));
    }

    [Test]
    public async Task Of_a_partner_that_has_ended_is_not_offered()
    {
        await Pga.Read(async db =>
        {
            (await db.Partners.SingleAsync(p => p.Id == Jou.Id)).ValidBetween(null, Today.AddDays(-1));
            return await db.SaveChangesAsync();
        });

        Assert.That((await Pga.Send(Expert, new GetReferralForm(OfNoor.Id))).Options.Select(o => o.InterventionId), Does.Contain(Walk.Id).And.Not.Contain(Gym.Id));
        Assert.That(Error(() => Refer(OfNoor, Gym)), Is.EqualTo(("InterventionId", "U kunt JoU niet meer kiezen na 2 maart 2026. Kies iets anders.")));
    }

    [Test]
    public async Task Shows_the_administrator_the_accounts_of_a_partner_and_nothing_of_dossiers()
    {
        await Refer(OfNoor, Gym);

        var jou = (await Pga.Send(Administrator, new GetCatalogueEntry(CatalogueKinds.Partners, Jou.Id))).Entry!;

        Assert.That(jou.Accounts.Select(a => (a.Name, a.Active)), Is.EquivalentTo(new[] { (Jan.Name, true), (Piet.Name, true) }));
        Assert.That(jou.Gives, Is.EqualTo(new[] { "Proefgym", "Proefcoach", "Proefcursus" }));
        Assert.That(jou.IsUsed);
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(Administrator, new GetInterventions(OfNoor.Id)));
    }

    [Test]
    public async Task Says_what_it_is_for_to_who_thinks_of_referring()
    {
        await Change(Gym, c => c with { Purpose = " Ritme en conditie " });

        Assert.That((await Pga.Send(Expert, new GetReferralForm(OfNoor.Id))).Options.Single(o => o.InterventionId == Gym.Id).Purpose, Is.EqualTo("Ritme en conditie"));
    }

    private Task<Guid> Partner(string code) => Pga.Read(db => db.Partners.Where(p => p.Code == code).Select(p => p.Id).SingleAsync());

    private Task<Guid> EndJou(DateOnly lastDay) => Pga.Send(Administrator, new EndCatalogueEntry(Guid.CreateVersion7(), CatalogueKinds.Partners, Jou.Id, lastDay));

    private async Task Change(Intervention intervention, Func<ChangeCatalogueEntry, ChangeCatalogueEntry> change)
    {
        var now = await Pga.Read(db => db.Interventions.AsNoTracking().SingleAsync(i => i.Id == intervention.Id));
        await Pga.Send(Administrator, change(new ChangeCatalogueEntry(
            Guid.CreateVersion7(), CatalogueKinds.Interventions, now.Id, now.Version, now.Name, now.ValidFrom, now.Kind, now.Purpose, now.ProviderId, now.Places, now.PlacesPerGroup, now.Costs)));
    }
}
