using Pga.Application.Contacts;
using Pga.Application.Tests.Trajects;
using Pga.Domain.Contacts;
using Pga.Domain.Staff;
using Pga.Testing;

namespace Pga.Application.Tests.Contacts;

/// <summary>An agenda, and the calendar that is made of it, show a user only dossiers that are theirs to see now.</summary>
internal sealed class VisibilityAgendaTests : SliceTest
{
    [Test]
    public async Task Of_agenda_and_calendar_is_what_the_access_rule_gives_for_random_users()
    {
        var world = new VisibilityWorld(Pga.Clock);
        await Pga.Given(world.Entities);
        var now = Pga.Clock.GetUtcNow().UtcDateTime;
        // Everybody has once planned a contact with everybody, each at a moment of its own.
        var contacts = new List<(ContactMoment Contact, StaffMember Of)>();
        foreach (var user in world.Users)
        {
            foreach (var traject in world.Trajects)
            {
                var at = now.AddHours(1).AddMinutes(contacts.Count);
                contacts.Add((new ContactMoment(Guid.CreateVersion7(), traject.Id, user.Id, now, new ContactDetails("office", at, null)), user));
            }
        }

        await Pga.Given([.. contacts.Select(c => c.Contact)]);

        var seen = 0;
        foreach (var user in world.Users)
        {
            var visible = world.VisibleTo(user);
            var own = contacts.Where(c => c.Of == user && visible.Contains(c.Contact.TrajectId)).Select(c => c.Contact).ToList();
            seen += own.Count;

            var agenda = await Pga.Send(user, new GetAgenda(Today, 2));
            Assert.That(agenda.Items.Where(i => i.IsContact).Select(i => i.Id), Is.EquivalentTo(own.Select(c => c.Id)), "agenda");
            Assert.That(agenda.Items.Where(i => i.IsContact && i.About!.MayWrite).Select(i => i.About!.TrajectId),
                Is.EquivalentTo(world.Trajects.Where(t => world.MayWrite(user, t)).Select(t => t.Id)), "what may be recorded");
            Assert.That((await Pga.Send(user, new GetAgendaFeed())).Select(e => e.Start), Is.EquivalentTo(own.Select(c => c.OccurredAt)), "calendar");
            var steps = await Pga.Send(user, new GetAgenda(Today.AddDays(-31 * 11), 31));
            Assert.That(steps.Items.Select(i => i.About!.TrajectId).Where(t => !visible.Contains(t)), Is.Empty, "steps");
            if (!user.Roles.Contains(StaffRoles.Coordinator))
            {
                Assert.That((await Pga.Send(user, new GetPlanChoices())).Select(c => c.TrajectId),
                    Is.EquivalentTo(world.Trajects.Where(t => !t.IsEnded && world.MayWrite(user, t)).Select(t => t.Id)), "to plan for");
            }
        }

        Assert.That(seen, Is.InRange(40, 300), "Neither everything nor nothing, or this test says little.");
    }
}
