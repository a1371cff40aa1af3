using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Contacts;

/// <summary>Closes the secret address of the actor's own agenda. Answers the id of the feed.</summary>
[Requires(Permission.ViewAgenda)]
public sealed record RevokeAgendaFeed(Guid CommandId) : ICommand;

internal sealed class RevokeAgendaFeedHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<RevokeAgendaFeed, Guid>
{
    public async Task<Guid> Handle(RevokeAgendaFeed c, CancellationToken cancellationToken)
    {
        var open = await db.AgendaFeeds.Where(f => f.StaffId == db.ActorId && f.RevokedAt == null).ToListAsync(cancellationToken);
        if (open.Count == 0)
            throw new NotFound();
        open.ForEach(f => f.Revoke(clock.UtcNow()));
        return open[0].Id;
    }
}
