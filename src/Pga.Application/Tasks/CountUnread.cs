using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Tasks;

/// <summary>How many notifications the actor hasn't read, for the bell above every page; it doesn't count further than <see cref="Most"/>.</summary>
[Requires(Permission.ViewTasks)]
public sealed record CountUnread : IQuery<int>
{
    public const int Most = 100;
}

internal sealed class CountUnreadHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<CountUnread, int>
{
    public Task<int> Handle(CountUnread q, CancellationToken cancellationToken) =>
        db.OwnNotifications(clock.UtcNow()).Where(n => n.ReadAt == null).Select(n => n.Kind).Take(CountUnread.Most).CountAsync(cancellationToken);
}
