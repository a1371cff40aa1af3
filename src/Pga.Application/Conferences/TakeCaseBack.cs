using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Conferences;

namespace Pga.Application.Conferences;

/// <summary>Takes back what the actor put forward, as long as it wasn't discussed. Answers the id of the case.</summary>
[Requires(Permission.PutForward)]
public sealed record TakeCaseBack(Guid CommandId, Guid TrajectId, Guid CaseId) : ICommand, IAboutTraject;

internal sealed class TakeCaseBackHandler(PgaDbContext db, Actor actor) : IRequestHandler<TakeCaseBack, Guid>
{
    public async Task<Guid> Handle(TakeCaseBack c, CancellationToken cancellationToken)
    {
        var its = await db.ConferenceCases.SingleOrDefaultAsync(x => x.Id == c.CaseId && x.TrajectId == c.TrajectId && x.PutForwardById != null, cancellationToken) ?? throw new NotFound();
        its.TakeBack(actor.StaffId!.Value);
        // One that the coordinator chose stays where it is, without the question.
        if (its.Reason == ConferenceReasons.PutForward)
            await db.Remove(its, cancellationToken);
        return its.Id;
    }
}
