using Microsoft.EntityFrameworkCore;
using Pga.Application.Pipeline;
using Pga.Application.Staff;
using Pga.Application.Tasks;
using Pga.Application.Tests.Trajects;
using Pga.Domain.Staff;
using Pga.Domain.Tasks;
using Pga.Testing;

namespace Pga.Application.Tests.Tasks;

/// <summary>Who gets a mail on a day; sending it is the web project's.</summary>
internal sealed class DigestTests : TeamTest
{
    [Test]
    public async Task Goes_to_who_can_sign_in_and_did_not_turn_it_off_once_a_day()
    {
        await GivenTeam(Account(Expert), Account(Colleague), Account(Rio));
        await Pga.Send(Colleague, new ChooseDigest(Guid.CreateVersion7(), false));
        await Pga.SendAsSystem(new RecordDigest(Guid.CreateVersion7(), Rio.Id, Today));

        Assert.That(await Receivers(Today), Is.EqualTo(new[] { Expert.Id }), "no account, turned off, had it today");
        Assert.That(await Receivers(Today.AddDays(1)), Is.EquivalentTo(new[] { Expert.Id, Rio.Id }));

        await Pga.Send(Colleague, new ChooseDigest(Guid.CreateVersion7(), true));
        Assert.That(await Receivers(Today), Does.Contain(Colleague.Id));
        Assert.That(await Pga.Send(Colleague, new GetDigestChoice()), Is.EqualTo(new DigestChoice(true, Colleague.Email)));
        Assert.That(await Pga.Send(Outsider, new GetDigestChoice()), Has.Property("Daily").EqualTo(true), "who never chose gets it");
    }

    [Test]
    public async Task Has_a_reason_when_something_is_due_or_unread_and_only_then()
    {
        await GivenTeam(Of(Expert), new Notification(Guid.CreateVersion7(), Colleague.Id, NotificationKinds.TransferWithdrawn, null, null, Pga.Clock.GetUtcNow().UtcDateTime));

        Assert.That(await Pga.Send(Expert, new GetWhetherDue()), Is.True, "due");
        Assert.That(await Pga.Send(Colleague, new GetWhetherDue()), Is.True, "unread");
        Assert.That(await Pga.Send(Outsider, new GetWhetherDue()), Is.False);
        Assert.That(await Pga.Read(db => db.AccessLog.CountAsync()), Is.Zero, "it shows nobody anything about anybody");
    }

    [Test]
    public async Task Is_for_the_system_alone()
    {
        await GivenTeam();

        foreach (var role in StaffRoles.List.All.Select(r => r.Key))
        {
            var staff = A.Staff(role, null);
            Assert.ThrowsAsync<Forbidden>(() => Pga.Send(staff, new GetDigestReceivers(Today)), role);
            Assert.ThrowsAsync<Forbidden>(() => Pga.Send(staff, new RecordDigest(Guid.CreateVersion7(), Expert.Id, Today)), role);
        }
    }

    private async Task<IEnumerable<Guid>> Receivers(DateOnly day) => (await Pga.SendAsSystem(new GetDigestReceivers(day))).Select(r => r.StaffId);

    private static Account Account(StaffMember of) => new() { Id = of.Id, UserName = of.Email, Email = of.Email };
}
