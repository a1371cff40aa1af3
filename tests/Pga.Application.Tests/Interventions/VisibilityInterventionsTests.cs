using Microsoft.EntityFrameworkCore;
using Pga.Application.Interventions;
using Pga.Application.Pipeline;
using Pga.Application.Tests.Trajects;
using Pga.Domain.Catalogues;
using Pga.Domain.Interventions;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Interventions;

/// <summary>Random users, partners and grants over random trajects: every list shows somebody exactly what is theirs.</summary>
internal sealed class VisibilityInterventionsTests : SliceTest
{
    private readonly Random _random = new(20260304);

    private sealed record Made(Traject Traject, Participation Participation, Referral? Referral, InterventionSession Session);

    [Test]
    public async Task Is_the_same_in_every_list_for_random_users_partners_and_grants()
    {
        var world = new VisibilityWorld(Pga.Clock);
        var partners = await Pga.Read(db => db.Partners.AsNoTracking().OrderBy(p => p.Order).ThenBy(p => p.Code).Take(3).ToListAsync());
        StaffMember[] accounts = [A.Staff(StaffRoles.Partner, "team-1"), A.Staff(StaffRoles.Partner, "team-2"), A.Staff(StaffRoles.Partner, null)];
        for (var i = 0; i < accounts.Length; i++)
            accounts[i].WorkFor(partners[i].Id);
        var interventions = partners.Select((p, i) => Offered($"proef-{i}", p.Id)).Append(Offered("proef-eigen", null)).ToList();
        await Pga.Given([.. accounts, .. interventions, .. world.Entities]);
        var made = Enumerable.Range(0, 120).Select(_ => Make(world, interventions, accounts)).DistinctBy(m => (m.Traject.Id, m.Participation.InterventionId)).ToList();
        await Pga.Given([.. made.SelectMany(m => new object?[] { m.Participation, m.Referral, m.Session }).OfType<object>()]);

        var (granted, opened) = (0, 0);
        foreach (var account in accounts)
        {
            // From access.md: granted to the organisation, until the grant ends; a place in line doesn't play a part here.
            var mine = made.Where(m => m.Referral is { } r && r.PartnerId == account.PartnerId && r.ClosedAt is null && r.GrantEndedAt is null && r.GrantUntil >= Today).ToList();
            granted += mine.Count;
            var desk = await Pga.Send(account, new GetPartnerDesk());
            Assert.That(desk.ToAnswer.Concat(desk.Participants).Select(r => r.Id), Is.EquivalentTo(mine.Select(m => m.Referral!.Id)), "desk");
            Assert.That(await Opens(made.Where(m => m.Referral is not null).Select(m => m.Referral!.Id), id => Pga.Send(account, new GetReferral(id))), Is.EquivalentTo(mine.Select(m => m.Referral!.Id)), "opened");
            var kept = mine.Where(m => m.Referral!.AcceptedAt is not null && m.Participation.EndedOn is null).Select(m => m.Participation.Id).ToList();
            Assert.That(await Invitable(account), Is.EquivalentTo(kept), "invitable");
            Assert.That(await OnSheets(account, made), Is.EquivalentTo(kept), "on a sheet");
            Assert.That(await Opens(made.Select(m => m.Participation.Id), id => Pga.Send(account, new GetEndReportForm(id))), Is.EquivalentTo(kept), "reported on");
            Assert.That(await Pga.ReadAs(account, db => db.Trajects.CountAsync()), Is.Zero, "opens no dossier");
        }

        foreach (var user in world.Users)
        {
            var visible = world.VisibleTo(user);
            var shown = new List<Guid>();
            foreach (var traject in world.Trajects.Where(t => visible.Contains(t.Id)))
                shown.AddRange((await Pga.Send(user, new GetInterventions(traject.Id))).Participations.Select(p => p.Id));
            opened += shown.Count;
            Assert.That(shown, Is.EquivalentTo(made.Where(m => visible.Contains(m.Traject.Id)).Select(m => m.Participation.Id)), "on the dossier");
            foreach (var traject in world.Trajects.Where(t => !visible.Contains(t.Id)))
                Assert.ThrowsAsync<NotFound>(() => Pga.Send(user, new GetInterventions(traject.Id)));
            var news = user.Roles.Contains(StaffRoles.Coordinator) && user.Roles.Count == 1 ? [] : await Pga.Send(user, new GetReferralNews());
            Assert.That(news.Select(n => n.TrajectId).Except(visible), Is.Empty, "news");
            if (user.Roles.Contains(StaffRoles.Coordinator) && user.Roles.Count == 1)
                continue;
            var kept = made.Where(m => IsKept(world, user, m)).Select(m => m.Participation.Id).ToList();
            Assert.That(await Invitable(user), Is.EquivalentTo(kept), "invitable");
            Assert.That(await Opens(made.Select(m => m.Participation.Id), id => Pga.Send(user, new GetEndReportForm(id))), Is.EquivalentTo(kept), "reported on");
        }

        Assert.That((granted, opened), Is.GreaterThan((15, 100)), "Enough of both, or this test says little.");
    }

    private bool IsKept(VisibilityWorld world, StaffMember user, Made m)
    {
        if (!world.MayWrite(user, m.Traject) || m.Traject.IsEnded || m.Participation.EndedOn is not null)
            return false;
        if (m.Referral is not { } r)
            return true;
        if (r.ClosedAt is not null)
            return false;
        return r.PartnerId is null || (r.AcceptedAt is not null && (r.GrantEndedAt is not null || r.GrantUntil < Today));
    }

    private static Intervention Offered(string code, Guid? provider)
    {
        var intervention = new Intervention(Guid.CreateVersion7(), code, code, "work", 900);
        intervention.Offer(provider, null, false);
        return intervention;
    }

    private Made Make(VisibilityWorld world, List<Intervention> interventions, StaffMember[] accounts)
    {
        var traject = world.Trajects[_random.Next(world.Trajects.Count)];
        var intervention = interventions[_random.Next(interventions.Count)];
        // Long ago, so that a grant can be over by now.
        var then = Pga.Clock.GetUtcNow().UtcDateTime.AddDays(-100);
        var participation = new Participation(Guid.CreateVersion7(), traject.Id, intervention.Id, DateOnly.FromDateTime(then));
        var provider = intervention.ProviderId;
        var grant = provider is { } p ? new ReferralGrant(p, [GrantFields.Wijk], "Om te begeleiden", Today.AddDays(_random.Next(-20, 60))) : null;
        var by = world.Users[_random.Next(world.Users.Count)];
        var referral = _random.Next(6) == 0 ? null : new Referral(Guid.CreateVersion7(), participation, null, grant, null, by.Id, then);
        var account = accounts.SingleOrDefault(a => a.PartnerId == provider);
        if (referral is not null && account is not null)
            Happen(referral, account, then.AddDays(1));
        var session = new InterventionSession(Guid.CreateVersion7(), intervention.Id, referral is null ? null : provider, then.AddDays(2), [participation], account?.Id ?? by.Id);
        return new Made(traject, participation, referral, session);
    }

    private void Happen(Referral referral, StaffMember account, DateTime at)
    {
        var chance = _random.Next(10);
        if (chance < 6)
            referral.Accept(account.Id, at, hasPlace: true);
        if (chance == 6)
            referral.Decline(account.Id, "Past niet", Pga.Clock.GetUtcNow().UtcDateTime.AddDays(-1));
        if (chance == 5)
            referral.EndGrant(at);
        if (chance == 4)
            referral.Withdraw(referral.MadeById, "Verhuisd", at);
    }

    private async Task<List<Guid>> Invitable(StaffMember user)
    {
        var found = new List<Guid>();
        foreach (var choice in (await Pga.Send(user, new GetSessionForm())).Interventions)
            found.AddRange((await Pga.Send(user, new GetSessionForm(choice.InterventionId))).Participants.Select(p => p.Participant.ParticipationId));
        return found;
    }

    private async Task<List<Guid>> OnSheets(StaffMember user, List<Made> made)
    {
        var found = new List<Guid>();
        foreach (var m in made)
        {
            try
            {
                found.AddRange((await Pga.Send(user, new GetSession(m.Session.Id))).Rows.Select(r => r.Participant.ParticipationId));
            }
            catch (NotFound)
            {
                // Not theirs.
            }
        }

        return found;
    }

    private static async Task<List<Guid>> Opens<T>(IEnumerable<Guid> ids, Func<Guid, Task<T>> open)
    {
        var opened = new List<Guid>();
        foreach (var id in ids)
        {
            try
            {
                await open(id);
                opened.Add(id);
            }
            catch (NotFound)
            {
                // Not theirs.
            }
        }

        return opened;
    }
}
