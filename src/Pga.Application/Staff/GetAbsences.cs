using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Staff;

/// <summary>Absences of today and later: the actor's own, those in which they take somebody's place, and for a coordinator the team's.</summary>
[Requires(Permission.ArrangeAbsence)]
public sealed record GetAbsences : IQuery<AbsenceList>;

/// <param name="Own">The actor's own, and for a coordinator the team's.</param>
/// <param name="Replacing">Whose place the actor takes.</param>
public sealed record AbsenceList(IReadOnlyList<AbsenceRow> Own, IReadOnlyList<AbsenceRow> Replacing);

public sealed record AbsenceRow(Guid AbsenceId, Guid StaffId, string Name, DateOnly From, DateOnly Until, string? Replacement);

internal sealed class GetAbsencesHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<GetAbsences, AbsenceList>
{
    public async Task<AbsenceList> Handle(GetAbsences q, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var me = actor.StaffId;
        var team = actor.Can(Permission.AssignWorkers) ? actor.Team : null;
        var absences = await db.Absences.Where(a => a.Until >= today && a.Until >= a.From)
            .Join(db.Staff, a => a.StaffId, s => s.Id, (a, s) => new { Absence = a, s.Name, s.Team })
            .Where(x => x.Absence.StaffId == me || (team != null && x.Team == team)
                || x.Absence.ReplacementId == me || db.Assignments.Any(r => r.AbsenceId == x.Absence.Id && r.StaffId == me && (r.Until == null || r.Until >= today)))
            .OrderBy(x => x.Absence.From).ThenBy(x => x.Name).ThenBy(x => x.Absence.Id)
            .Select(x => new
            {
                Row = new AbsenceRow(
                    x.Absence.Id, x.Absence.StaffId, x.Name, x.Absence.From, x.Absence.Until,
                    db.Staff.Where(s => s.Id == x.Absence.ReplacementId).Select(s => s.Name).FirstOrDefault()),
                Mine = x.Absence.StaffId == me || (team != null && x.Team == team),
            })
            .ToListAsync(cancellationToken);
        return new AbsenceList([.. absences.Where(a => a.Mine).Select(a => a.Row)], [.. absences.Where(a => !a.Mine).Select(a => a.Row)]);
    }
}
