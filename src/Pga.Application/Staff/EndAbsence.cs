using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Staff;

/// <summary>
/// The worker is back, or isn't going away after all: whoever took their place loses access at the next request. Answers
/// the id of the absence.
/// </summary>
[Requires(Permission.ArrangeAbsence)]
public sealed record EndAbsence(Guid CommandId, Guid AbsenceId) : ICommand;

[SeesAll("a replacement ends on every traject that it is on, seen by the actor or not")]
internal sealed class EndAbsenceHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<EndAbsence, Guid>
{
    public async Task<Guid> Handle(EndAbsence c, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var absence = await Replacements.Arranged(db, db.Absences, actor, c.AbsenceId, cancellationToken);
        absence.End(today);
        var trajects = await db.Trajects.IgnoreQueryFilters().Include(t => t.Assignments)
            .Where(t => t.Assignments.Any(a => a.AbsenceId == absence.Id && a.Until >= today))
            .ToListAsync(cancellationToken);
        foreach (var traject in trajects)
        {
            foreach (var replacement in traject.Assignments.Where(a => a.AbsenceId == absence.Id && a.Until >= today).ToList())
                traject.ReplaceUntil(replacement, today.AddDays(-1));
        }

        return absence.Id;
    }
}
