using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Contacts;

namespace Pga.Application.Contacts;

/// <summary>
/// Makes a secret address for the actor's own agenda and closes any earlier one. The secret itself is in
/// <see cref="FeedSecret"/>, in this request only. Answers the id of the feed.
/// </summary>
[Requires(Permission.ViewAgenda)]
public sealed record MakeAgendaFeed(Guid CommandId) : ICommand;

internal sealed class MakeAgendaFeedHandler(PgaDbContext db, FeedSecret secret, TimeProvider clock) : IRequestHandler<MakeAgendaFeed, Guid>
{
    public async Task<Guid> Handle(MakeAgendaFeed c, CancellationToken cancellationToken)
    {
        foreach (var earlier in await db.AgendaFeeds.Where(f => f.StaffId == db.ActorId && f.RevokedAt == null).ToListAsync(cancellationToken))
            earlier.Revoke(clock.UtcNow());
        db.AgendaFeeds.Add(new AgendaFeed(c.CommandId, db.ActorId, secret.Make(), clock.UtcNow()));
        return c.CommandId;
    }
}
