using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Staff;
using Pga.Domain.Common;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;

namespace Pga.Application.Trajects;

/// <summary>Gives a traject to colleagues of the actor's team, by the roles they can have on it. For every command that starts one.</summary>
internal sealed class GiveWork(PgaDbContext db, Actor actor)
{
    /// <param name="caseWorkerId">Casusregie, or the RIO of a <c>rio</c> traject. Null: who has it already, else the actor when that is their work.</param>
    /// <param name="processWorkerId">Procesregie; null changes nothing.</param>
    /// <param name="required">Somebody must have the case from now on.</param>
    public async Task To(Traject traject, Guid? caseWorkerId, Guid? processWorkerId, DateOnly from, bool required, CancellationToken ct)
    {
        var isRio = traject.Programme == Programmes.Rio;
        var caseRole = isRio ? AssignmentRoles.Rio : AssignmentRoles.Case;
        var hasOne = traject.Assignments.Any(a => a.Role == caseRole && (a.Until is null || a.Until >= from));
        var ownWork = actor.Is(isRio ? StaffRoles.Rio : StaffRoles.PgaExpert);
        if ((caseWorkerId ?? (!hasOne && ownWork ? actor.StaffId : null)) is { } caseWorker)
        {
            RuleBroken.Unless(await MayGet(caseWorker, [isRio ? StaffRoles.Rio : StaffRoles.PgaExpert], ct), "referral.case-worker", "CaseWorkerId",
                isRio ? "Kies een RIO uit uw team." : "Kies een PGA-expert uit uw team.");
            Give(traject, caseWorker, caseRole, from);
        }
        else
        {
            RuleBroken.Unless(hasOne || !required, "referral.case-worker", "CaseWorkerId", isRio ? "Kies een RIO." : "Kies wie de casusregie krijgt.");
        }

        if (processWorkerId is { } processWorker)
        {
            RuleBroken.Unless(await MayGet(processWorker, [StaffRoles.PgaExpert, StaffRoles.Coordinator], ct), "referral.process-worker", "ProcessWorkerId",
                "Kies voor de procesregie iemand uit uw team.");
            Give(traject, processWorker, AssignmentRoles.Process, from);
        }

        foreach (var staffId in traject.Assignments.Select(a => a.StaffId).Distinct().ToList())
            await Replacements.Cover(db, traject, staffId, db.Today, ct);
    }

    // Who has it already keeps it. Whoever has it now did the work until today, also when the traject began before.
    private void Give(Traject traject, Guid staffId, string role, DateOnly from)
    {
        var today = db.Today;
        var holders = traject.Assignments.Where(a => a.Role == role && !a.IsVoid && (a.Until is null || a.Until >= from)).ToList();
        if (holders.Exists(a => a.StaffId == staffId && a.Until is null))
            return;
        traject.PutOn(Guid.CreateVersion7(), staffId, role, holders.Count > 0 && from < today ? today : from, today);
    }

    private async Task<bool> MayGet(Guid staffId, string[] roles, CancellationToken ct)
    {
        var staff = await db.Staff.SingleOrDefaultAsync(s => s.Id == staffId && s.Active, ct);
        return staff is not null && staff.Roles.Intersect(roles).Any()
            && (staff.Id == actor.StaffId || (actor.Team is not null && staff.Team == actor.Team));
    }
}
