using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Tasks;

namespace Pga.Application.Tasks;

/// <summary>The actor's notifications of the last months, the latest first. Of a dossier only while they see it.</summary>
[Requires(Permission.ViewTasks)]
public sealed record GetNotifications(int Page = 1) : IQuery<NotificationList>
{
    public const int PageSize = 25;
}

/// <param name="Unread">On all pages.</param>
public sealed record NotificationList(IReadOnlyList<NotificationRow> Rows, int Total, int Unread, int Page, int Pages) : IRevealsClients
{
    IEnumerable<IRevealsClient> IRevealsClients.Revealed => Rows.Select(r => r.About).OfType<TaskClient>();
}

/// <param name="Kind">One of <see cref="NotificationKinds"/>.</param>
/// <param name="Text">Dutch, and neutral.</param>
/// <param name="At">Amsterdam.</param>
/// <param name="About">The dossier, when it is about one.</param>
/// <param name="SubjectId">What it opens, where that isn't the dossier.</param>
public sealed record NotificationRow(Guid Id, string Kind, string Text, DateTime At, bool IsRead, TaskClient? About, Guid? SubjectId);

internal sealed class GetNotificationsHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<GetNotifications, NotificationList>
{
    public async Task<NotificationList> Handle(GetNotifications q, CancellationToken cancellationToken)
    {
        var ct = cancellationToken;
        var own = db.OwnNotifications(clock.UtcNow());
        var total = await own.CountAsync(ct);
        var unread = await own.CountAsync(n => n.ReadAt == null, ct);
        var (page, pages) = Paging.Of(q.Page, total, GetNotifications.PageSize);
        var rows = await own.OrderByDescending(n => n.CreatedAt).ThenBy(n => n.Kind).ThenBy(n => n.Id)
            .Skip((page - 1) * GetNotifications.PageSize).Take(GetNotifications.PageSize)
            .Select(n => new { n.Id, n.Kind, n.CreatedAt, n.ReadAt, n.TrajectId, n.SubjectId })
            .ToListAsync(ct);
        var trajectIds = rows.Select(r => r.TrajectId).OfType<Guid>().Distinct().ToList();
        var people = await db.Trajects.Where(t => EF.Parameter(trajectIds).Contains(t.Id))
            .Join(db.Clients, t => t.ClientId, c => c.Id, (t, c) => new { t.Id, t.ClientId, c.GivenName, c.Prefix, c.FamilyName })
            .ToDictionaryAsync(x => x.Id, x => new TaskClient(x.ClientId, x.Id, Client.NameOf(x.GivenName, x.Prefix, x.FamilyName)), ct);
        return new NotificationList(
            [.. rows.Select(r => new NotificationRow(
                r.Id, r.Kind, NotificationKinds.List.Label(r.Kind), Calendar.LocalTime(r.CreatedAt), r.ReadAt is not null,
                r.TrajectId is { } about ? people.GetValueOrDefault(about) : null, r.SubjectId))],
            total, unread, page, pages);
    }
}

internal static class NotificationQueries
{
    public static IQueryable<Notification> OwnNotifications(this PgaDbContext db, DateTime nowUtc)
    {
        var since = nowUtc.AddDays(-Notification.ShownForDays);
        // By the owner first, though the filter says so too: the index begins with it.
        return db.Notifications.Where(n => n.StaffId == db.ActorId && n.CreatedAt >= since);
    }
}
