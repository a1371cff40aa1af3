using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Conferences;

/// <summary>The conference is over. What was put forward and not discussed waits for the next one. Answers its id.</summary>
[Requires(Permission.HoldConference)]
public sealed record CloseConference(Guid CommandId, Guid ConferenceId) : ICommand;

internal sealed class CloseConferenceHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<CloseConference, Guid>
{
    public async Task<Guid> Handle(CloseConference c, CancellationToken cancellationToken)
    {
        var conference = await db.ToHold(c.ConferenceId, cancellationToken);
        // Of those the actor sees. One that only a colleague sees can still be closed by them.
        var open = await db.Agenda(conference.Id).AnyAsync(x => x.OpenedAt != null && x.ClosedAt == null, cancellationToken);
        conference.Close(open, clock.UtcNow());
        return conference.Id;
    }
}
