using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;

namespace Pga.Application.Conferences;

/// <summary>Takes a case off the agenda that wasn't discussed. What was put forward waits for another one. Answers the id of the case.</summary>
[Requires(Permission.HoldConference)]
public sealed record TakeOffAgenda(Guid CommandId, Guid TrajectId, Guid CaseId) : ICommand, IAboutTraject;

internal sealed class TakeOffAgendaHandler(PgaDbContext db) : IRequestHandler<TakeOffAgenda, Guid>
{
    public async Task<Guid> Handle(TakeOffAgenda c, CancellationToken cancellationToken)
    {
        var (conference, its) = await db.ToDiscuss(c.TrajectId, c.CaseId, cancellationToken);
        conference.CheckOpen();
        its.TakeOff();
        if (its.PutForwardById is null)
            await db.Remove(its, cancellationToken);
        return its.Id;
    }
}
