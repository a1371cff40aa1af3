using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Contacts;

/// <summary>Whether the actor's agenda has a secret address. The address itself can't be shown again.</summary>
[Requires(Permission.ViewAgenda)]
public sealed record GetFeedStatus : IQuery<FeedStatus>;

/// <param name="MadeOn">Null when there is none that opens.</param>
public sealed record FeedStatus(DateOnly? MadeOn, DateOnly? ExpiresOn);

internal sealed class GetFeedStatusHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<GetFeedStatus, FeedStatus>
{
    public async Task<FeedStatus> Handle(GetFeedStatus q, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var open = await db.AgendaFeeds
            .Where(f => f.StaffId == db.ActorId && f.RevokedAt == null && f.ExpiresOn >= today)
            .OrderByDescending(f => f.MadeAt).ThenByDescending(f => f.Id)
            .Select(f => new { f.MadeAt, f.ExpiresOn })
            .FirstOrDefaultAsync(cancellationToken);
        return open is null ? new FeedStatus(null, null) : new FeedStatus(Calendar.DateIn(open.MadeAt), open.ExpiresOn);
    }
}
