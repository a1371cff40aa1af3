using Pga.Application.Data;
using Pga.Domain.Common;
using Pga.Domain.Staff;
using Pga.Domain.Tasks;
using Pga.Domain.Trajects;

namespace Pga.Application.Demo;

/// <summary>What the first worker and the first coordinator of the demo were told lately, some of it read already.</summary>
internal static class DemoNotifications
{
    /// <param name="transfer">The transfer that waits for the first worker.</param>
    /// <param name="trajects">Running trajects of the first worker.</param>
    public static async Task Write(
        BulkWriter writer, DemoRandom random, IReadOnlyList<DemoDesk> desks, Guid? transfer, IReadOnlyList<Traject> trajects, DateOnly today, CancellationToken ct)
    {
        var (worker, coordinator) = (desks[0].Worker, desks[0].Coordinator);
        if (transfer is { } waiting)
        {
            await Tell(worker, NotificationKinds.TransferProposed, null, waiting, 1, new TimeOnly(9, 30), read: false);
            await Tell(worker, NotificationKinds.Replacing, null, null, 3, new TimeOnly(14, 5), read: false);
        }

        foreach (var (traject, days) in trajects.Take(3).Zip([2, 9, 30]))
            await Tell(worker, NotificationKinds.Assigned, traject.Id, null, days, new TimeOnly(11, 20), read: days > 7);
        await Tell(coordinator, NotificationKinds.TransferWithdrawn, null, null, 6, new TimeOnly(16, 45), read: true);

        async Task Tell(StaffMember to, string kind, Guid? trajectId, Guid? subjectId, int daysAgo, TimeOnly time, bool read)
        {
            Calendar.TryToUtc(today.AddDays(-daysAgo).ToDateTime(time), out var at);
            var notification = new Notification(random.NextId(), to.Id, kind, trajectId, subjectId, at);
            if (read)
                notification.Read(at.AddHours(2));
            await writer.Insert(notification, ct);
        }
    }
}
