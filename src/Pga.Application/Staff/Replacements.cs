using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;

namespace Pga.Application.Staff;

/// <summary>Turns an absence into assignments, the only road to a dossier.</summary>
internal static class Replacements
{
    /// <summary>
    /// For whoever was just given a role on this traject and is or will be away. Every handler that assigns calls it. A
    /// restricted traject gets a replacement only when somebody who works on it chooses one.
    /// </summary>
    public static async Task Cover(PgaDbContext db, Traject traject, Guid staffId, DateOnly today, CancellationToken ct)
    {
        if (traject.Restricted)
            return;
        var absences = await db.Absences
            .Where(a => a.StaffId == staffId && a.Until >= today && a.Until >= a.From && a.ReplacementId != null)
            .Join(db.Staff, a => a.ReplacementId, s => s.Id, (a, s) => new { Absence = a, By = s })
            .ToListAsync(ct);
        foreach (var its in absences)
            Cover(traject, its.Absence, its.By, today);
    }

    /// <summary>The same for every traject of the absent worker that the actor may change, restricted ones apart.</summary>
    public static async Task CoverAll(PgaDbContext db, Absence absence, StaffMember by, DateOnly today, CancellationToken ct)
    {
        var id = absence.StaffId;
        var trajects = await db.Trajects.Where(AccessRule.MayWrite(db))
            .Where(t => !t.Restricted && t.OutflowConfirmedAt == null
                && t.Assignments.Any(a => a.StaffId == id && a.ForStaffId == null && (a.Until == null || a.Until >= today)))
            .Include(t => t.Assignments)
            .ToListAsync(ct);
        foreach (var traject in trajects)
            Cover(traject, absence, by, today);
    }

    /// <returns>False when there is nothing to do, or when the replacement can't do this work.</returns>
    public static bool Cover(Traject traject, Absence absence, StaffMember by, DateOnly today)
    {
        var start = absence.From > today ? absence.From : today;
        var work = traject.Assignments
            .Where(a => a.StaffId == absence.StaffId && a.ForStaffId is null && !a.IsVoid && a.From <= absence.Until && (a.Until is null || a.Until >= start))
            .ToList();
        if (work.Count == 0
            || work.Exists(a => !AssignmentRoles.Fits(a.Role, traject.Programme, by.Roles))
            || traject.Assignments.Any(a => a.AbsenceId == absence.Id && !a.IsVoid && a.Until >= start))
            return false;
        var first = work.Min(a => a.From);
        var last = work.Max(a => a.Until ?? DateOnly.MaxValue);
        traject.Replace(Guid.CreateVersion7(), by.Id, absence.StaffId, absence.Id, first > start ? first : start, last < absence.Until ? last : absence.Until);
        return true;
    }

    /// <summary>An absence that the actor may arrange: their own, and for a coordinator the team's.</summary>
    public static async Task<Absence> Arranged(PgaDbContext db, IQueryable<Absence> absences, Actor actor, Guid id, CancellationToken ct)
    {
        var absence = await absences.SingleOrDefaultAsync(a => a.Id == id, ct) ?? throw new NotFound();
        var team = actor.Can(Permission.AssignWorkers) ? actor.Team : null;
        if (absence.StaffId != actor.StaffId && !(team != null && await db.Staff.AnyAsync(s => s.Id == absence.StaffId && s.Team == team, ct)))
            throw new NotFound();
        return absence;
    }

    /// <summary>A colleague who can do some of the absent one's work and is there all the time.</summary>
    public static async Task<StaffMember> By(PgaDbContext db, Actor actor, Guid absentId, Guid? id, DateOnly from, DateOnly until, string field, CancellationToken ct)
    {
        var by = await Colleagues.Active(db, actor, id, field, ct);
        var absent = await db.Staff.SingleAsync(s => s.Id == absentId, ct);
        RuleBroken.Unless(SameWork(by, absent), "absence.role", field,
            "Deze collega kan dit werk niet overnemen. Kies voor een RIO een andere RIO, en voor een PGA-expert een andere PGA-expert.");
        RuleBroken.Unless(!await db.Absences.AnyAsync(a => a.StaffId == by.Id && a.Until >= a.From && a.From <= until && a.Until >= from, ct),
            "absence.replacement-away", field, "Deze collega is in die periode zelf afwezig. Kies een ander.");
        return by;
    }

    private static bool SameWork(StaffMember by, StaffMember absent) =>
        (by.Roles.Contains(StaffRoles.Rio) && absent.Roles.Contains(StaffRoles.Rio))
        || (by.Roles.Contains(StaffRoles.PgaExpert) && !(absent.Roles.Count == 1 && absent.Roles[0] == StaffRoles.Rio))
        || (by.Roles.Contains(StaffRoles.Coordinator) && absent.Roles.Contains(StaffRoles.Coordinator));
}
