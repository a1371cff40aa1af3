using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Conferences;

/// <summary>Begins to discuss a case, or goes on with one that was closed too soon. Answers the id of the case.</summary>
[Requires(Permission.HoldConference)]
public sealed record OpenCase(Guid CommandId, Guid TrajectId, Guid CaseId) : ICommand, IAboutTraject;

internal sealed class OpenCaseHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<OpenCase, Guid>
{
    public async Task<Guid> Handle(OpenCase c, CancellationToken cancellationToken)
    {
        var (conference, its) = await db.ToDiscuss(c.TrajectId, c.CaseId, cancellationToken);
        await db.RefuseEnded(c.TrajectId, cancellationToken);
        var another = await db.Agenda(conference.Id).AnyAsync(x => x.Id != its.Id && x.OpenedAt != null && x.ClosedAt == null, cancellationToken);
        its.Open(conference, another, clock.UtcNow());
        return its.Id;
    }
}
