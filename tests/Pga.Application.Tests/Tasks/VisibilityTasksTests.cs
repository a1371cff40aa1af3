using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Tasks;
using Pga.Application.Tests.Trajects;
using Pga.Domain.Contacts;
using Pga.Domain.Plans;
using Pga.Domain.Staff;
using Pga.Domain.Tasks;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Tasks;

/// <summary>Tasks and notifications, and the numbers of both, are of the dossiers that are somebody's to see now.</summary>
internal sealed class VisibilityTasksTests : SliceTest
{
    [Test]
    public async Task Is_what_the_access_rule_gives_for_random_users_and_trajects()
    {
        var world = new VisibilityWorld(Pga.Clock);
        await Pga.Given(world.Entities);
        var now = Pga.Clock.GetUtcNow().UtcDateTime;
        // Everybody once got an action, an appointment and a notification in everything.
        var actions = new List<WorkItem>();
        var contacts = new List<ContactMoment>();
        var notices = new List<Notification>();
        foreach (var traject in world.Trajects)
        {
            var leefgebied = traject.Programme == Programmes.Rio ? "wonen" : "huisvesting";
            var goal = new Goal(Guid.CreateVersion7(), traject.Id, traject.Programme, new GoalDetails(leefgebied, "Een eigen plek", null, Today.AddDays(60)), null, now);
            await Pga.Given(goal);
            foreach (var user in world.Users)
            {
                actions.Add(new WorkItem(Guid.CreateVersion7(), traject.Id, goal.Id, "Bellen", new WorkOwner(OwnerKinds.Staff, user.Id), Today.AddDays(400), null, now));
                contacts.Add(new ContactMoment(Guid.CreateVersion7(), traject.Id, user.Id, now, new ContactDetails("office", now.AddDays(300), null)));
                notices.Add(new Notification(Guid.CreateVersion7(), user.Id, NotificationKinds.Assigned, traject.Id, null, now));
            }
        }

        await Pga.Given([.. actions, .. contacts, .. notices]);

        var seen = 0;
        foreach (var user in world.Users)
        {
            var visible = world.VisibleTo(user);
            var running = world.Trajects.Where(t => visible.Contains(t.Id) && !t.IsEnded).Select(t => t.Id).ToList();
            var tasks = await All(user);
            seen += tasks.Count;
            Assert.That(Of(tasks, TaskKinds.Action), Is.EquivalentTo(running), "actions");
            Assert.That(Of(tasks, TaskKinds.Contact), Is.EquivalentTo(running), "appointments");
            var assigned = world.Trajects.Where(t => !t.IsEnded && visible.Contains(t.Id) && world.IsAssigned(user, t)).Select(t => t.Id).ToList();
            Assert.That(Of(tasks, TaskKinds.Evaluation), Is.EquivalentTo(assigned), "steps");
            Assert.That(tasks.Select(t => t.About?.TrajectId).OfType<Guid>().Except(visible), Is.Empty, "anything else");
            Assert.That((await Pga.Send(user, new GetDueTasks(DueSpans.All))).Counts[DueSpans.All], Is.EqualTo(tasks.Count), "counted");

            var list = new List<NotificationRow>();
            for (var page = 1; page <= 2; page++)
                list.AddRange((await Pga.Send(user, new GetNotifications(page))).Rows);
            Assert.That(list.Select(n => n.About!.TrajectId).Distinct(), Is.EquivalentTo(visible), "notifications");
            Assert.That(await Pga.Send(user, new CountUnread()), Is.EqualTo(visible.Count), "unread");
            foreach (var notice in notices.Where(n => n.StaffId == user.Id && !visible.Contains(n.TrajectId!.Value)).Take(3))
                Assert.ThrowsAsync<NotFound>(() => Pga.Send(user, new ReadNotification(Guid.CreateVersion7(), notice.Id)));
            await Pga.Send(user, new ReadAllNotifications(Guid.CreateVersion7()));
            Assert.That(await Pga.Read(db => db.Notifications.IgnoreQueryFilters().CountAsync(n => n.StaffId == user.Id && n.ReadAt != null)), Is.EqualTo(visible.Count), "read at once");
        }

        Assert.That(seen, Is.InRange(200, 2000), "Neither everything nor nothing, or this test says little.");
    }

    [Test]
    [Category("Sqlite")]
    public async Task Is_asked_by_the_indexes_of_who_asks()
    {
        TestDatabase.OnlyOnSqlite("Reads SQLite's plans.");
        var plans = new Plans();
        using var pga = new TestPga(services => services.ConfigureDbContext<PgaDbContext>(db => db.AddInterceptors(plans)));
        var world = new VisibilityWorld(pga.Clock);
        await pga.Given(world.Entities);
        plans.Lines.Clear();

        foreach (var user in world.Users)
        {
            await pga.Send(user, new GetDueTasks(DueSpans.All));
            await pga.Send(user, new GetNotifications());
            await pga.Send(user, new CountUnread());
        }

        string[] indexes =
        [
            "IX_WorkItems_StaffId_ClosedOn_DueOn", "IX_ContactMoments_StaffId_Outcome_OccurredOn", "IX_Trajects_Team_OutflowProposedAt", "IX_Transfers_ToStaffId_ClosedAt",
            "IX_Referrals_MadeById_DeclinedAt", "IX_Notifications_StaffId_ReadAt_CreatedAt", "IX_Assignments_StaffId_Until",
        ];
        Assert.That(indexes.Where(i => !plans.Lines.Exists(l => l.Contains(i, StringComparison.Ordinal))), Is.Empty);
    }

    private static IEnumerable<Guid> Of(IEnumerable<DueTask> tasks, string kind) => tasks.Where(t => t.Kind == kind).Select(t => t.About!.TrajectId);

    private async Task<List<DueTask>> All(StaffMember user)
    {
        var tasks = new List<DueTask>();
        for (var page = 1; ; page++)
        {
            var list = await Pga.Send(user, new GetDueTasks(DueSpans.All, page));
            tasks.AddRange(list.Rows);
            if (page >= list.Pages)
                return tasks;
        }
    }
}
