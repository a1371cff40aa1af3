using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;

namespace Pga.Application.Interventions;

/// <summary>Calls off a session of which no attendance is known. Answers the id of the session.</summary>
[Requires(Permission.HoldSession)]
public sealed record CancelSession(Guid CommandId, Guid SessionId, Guid BaseVersion) : ICommand;

[SeesAll("Whether anybody's attendance was recorded, also of whom the actor doesn't see; nothing of them leaves.")]
internal sealed class CancelSessionHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<CancelSession, Guid>
{
    public async Task<Guid> Handle(CancelSession c, CancellationToken cancellationToken)
    {
        if (!await db.ListedSessions().AnyAsync(s => s.Id == c.SessionId, cancellationToken))
            throw new NotFound();
        var session = await db.InterventionSessions.IgnoreQueryFilters().Include(s => s.Roster).SingleAsync(s => s.Id == c.SessionId, cancellationToken);
        if (session.Version != c.BaseVersion)
            throw new Conflict(session.Version, []);
        session.Cancel(clock.GetUtcNow().UtcDateTime);
        return session.Id;
    }
}
