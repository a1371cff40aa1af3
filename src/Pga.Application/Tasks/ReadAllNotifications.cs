using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Tasks;

/// <summary>The actor has read all of their notifications. Answers the id of the command.</summary>
/// <param name="Until">UTC. The moment at which the list was shown: what came since is still unread. Null for all.</param>
[Requires(Permission.ViewTasks)]
public sealed record ReadAllNotifications(Guid CommandId, DateTime? Until = null) : ICommand;

internal sealed class ReadAllNotificationsHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<ReadAllNotifications, Guid>
{
    public async Task<Guid> Handle(ReadAllNotifications c, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var until = c.Until?.ToUniversalTime() ?? now;
        var unread = await db.OwnNotifications(now).Where(n => n.ReadAt == null && n.CreatedAt <= until).ToListAsync(cancellationToken);
        unread.ForEach(n => n.Read(now));
        return c.CommandId;
    }
}
