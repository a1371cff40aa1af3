using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Tasks;

/// <summary>The actor has read one of their notifications. Another's doesn't exist for them. Answers its id.</summary>
[Requires(Permission.ViewTasks)]
public sealed record ReadNotification(Guid CommandId, Guid NotificationId) : ICommand;

internal sealed class ReadNotificationHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<ReadNotification, Guid>
{
    public async Task<Guid> Handle(ReadNotification c, CancellationToken cancellationToken)
    {
        var notification = await db.OwnNotifications(clock.UtcNow()).SingleOrDefaultAsync(n => n.Id == c.NotificationId, cancellationToken) ?? throw new NotFound();
        notification.Read(clock.UtcNow());
        return notification.Id;
    }
}
