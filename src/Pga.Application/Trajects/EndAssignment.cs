using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Application.Trajects;

/// <summary>Ends somebody's role on a traject. Answers the id of the assignment.</summary>
/// <param name="Until">The last day; null when access must stop at once.</param>
[Requires(Permission.AssignWorkers)]
public sealed record EndAssignment(Guid CommandId, Guid TrajectId, Guid BaseVersion, Guid AssignmentId, DateOnly? Until) : ICommand, IAboutTraject;

internal sealed class EndAssignmentHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<EndAssignment, Guid>
{
    public async Task<Guid> Handle(EndAssignment c, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var traject = await db.Trajects.Include(t => t.Assignments).SingleAsync(t => t.Id == c.TrajectId, cancellationToken);
        var assignment = traject.Assignments.SingleOrDefault(a => a.Id == c.AssignmentId) ?? throw new NotFound();
        if (traject.Version != c.BaseVersion)
            throw await TeamConflicts.OverEnd(db, traject, assignment, c.Until, today, cancellationToken);
        traject.TakeOff(assignment, c.Until, today);
        return assignment.Id;
    }
}
