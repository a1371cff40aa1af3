using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Triage;
using Pga.Domain.Common;
using Pga.Domain.Conferences;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;

namespace Pga.Application.Conferences;

/// <summary>Finding conferences and their cases for the queries and commands about them.</summary>
internal static class ConferenceRecords
{
    /// <summary>Those of the actor's team, and those in which a case is discussed that the actor may read.</summary>
    public static IQueryable<CaseConference> Visible(this PgaDbContext db) => db.CaseConferences.Where(c =>
        (db.ReadTeam != null && c.Team == db.ReadTeam) || db.OnAgendas().Any(x => x.ConferenceId == c.Id));

    /// <summary>What is on an agenda. What wasn't discussed there leaves it with the traject, when that goes to another team.</summary>
    public static IQueryable<ConferenceCase> OnAgendas(this PgaDbContext db) => db.ConferenceCases.Where(c => c.Order != null
        && (c.OpenedAt != null || db.CaseConferences.Any(x => x.Id == c.ConferenceId && db.Trajects.Any(t => t.Id == c.TrajectId && t.Team == x.Team))));

    /// <summary>The conference of the team that the actor holds conferences for; any other isn't there.</summary>
    public static async Task<CaseConference> ToHold(this PgaDbContext db, Guid conferenceId, CancellationToken ct) =>
        await db.CaseConferences.SingleOrDefaultAsync(c => c.Id == conferenceId && db.WriteTeam != null && c.Team == db.WriteTeam, ct) ?? throw new NotFound();

    /// <summary>A case on the agenda of such a conference. The pipeline has checked its traject.</summary>
    public static async Task<(CaseConference Conference, ConferenceCase Case)> ToDiscuss(this PgaDbContext db, Guid trajectId, Guid caseId, CancellationToken ct)
    {
        var its = await db.OnAgendas().SingleOrDefaultAsync(c => c.Id == caseId && c.TrajectId == trajectId, ct) ?? throw new NotFound();
        return (await db.ToHold(its.ConferenceId!.Value, ct), its);
    }

    /// <summary>What is on an agenda of the actor's, in order.</summary>
    public static IQueryable<ConferenceCase> Agenda(this PgaDbContext db, Guid conferenceId) =>
        db.OnAgendas().Where(c => c.ConferenceId == conferenceId).OrderBy(c => c.Order).ThenBy(c => c.Id);

    /// <summary>Still to be discussed in a conference that isn't over.</summary>
    public static IQueryable<ConferenceCase> Coming(this PgaDbContext db) => db.OnAgendas().Where(c =>
        c.OpenedAt == null && db.CaseConferences.Any(x => x.Id == c.ConferenceId && x.ClosedAt == null && x.CancelledAt == null));

    /// <summary>Put forward and not discussed: waiting for an agenda, also after a conference that didn't come to it.</summary>
    public static IQueryable<ConferenceCase> PutForward(this PgaDbContext db) => db.ConferenceCases.Where(c =>
        c.OpenedAt == null && c.PutForwardById != null && !db.Coming().Any(x => x.Id == c.Id));

    public static IQueryable<CaseConference> ToCome(this PgaDbContext db, string? team, DateOnly today) =>
        db.CaseConferences.Where(c => c.Team == team && c.HeldOn >= today && c.ClosedAt == null && c.CancelledAt == null)
            .OrderBy(c => c.HeldOn).ThenBy(c => c.StartsAt).ThenBy(c => c.Id);

    public static async Task RefuseEnded(this PgaDbContext db, Guid trajectId, CancellationToken ct) =>
        RuleBroken.Unless(await db.Alive().AnyAsync(t => t.Id == trajectId, ct), "case.ended", "", "Dit traject is afgesloten. U kunt het niet meer inbrengen of bespreken.");

    public static async Task RefuseTaken(this PgaDbContext db, CaseConference conference, CancellationToken ct) =>
        RuleBroken.Unless(
            !await db.CaseConferences.AnyAsync(c => c.Id != conference.Id && c.Team == conference.Team && c.HeldOn == conference.HeldOn && c.StartsAt == conference.StartsAt && c.CancelledAt == null, ct),
            "conference.double", "StartsAt", "Uw team heeft op deze dag en tijd al een casusoverleg. Kies een andere tijd.");

    /// <summary>Who works on a case is asked to be there by itself.</summary>
    public static async Task InviteWorkers(this PgaDbContext db, ConferenceCase its, DateOnly on, CancellationToken ct)
    {
        var invited = await db.ConferenceInvitations.Where(i => i.ConferenceCaseId == its.Id).Select(i => i.StaffId).ToListAsync(ct);
        var workers = await db.Assignments
            .Where(a => a.TrajectId == its.TrajectId && a.From <= on && (a.Until == null || a.Until >= on))
            .OrderBy(a => a.Role).Select(a => a.StaffId).ToListAsync(ct);
        foreach (var worker in workers.Distinct().Where(w => !invited.Contains(w)))
            db.ConferenceInvitations.Add(ConferenceInvitation.Colleague(Guid.CreateVersion7(), its, worker));
    }

    /// <summary>The colleagues who may read a dossier: nobody else is invited as one.</summary>
    public static async Task<IReadOnlyList<StaffMember>> ReadersOf(this PgaDbContext db, Guid trajectId, DateOnly today, CancellationToken ct)
    {
        var traject = await db.Trajects.Where(t => t.Id == trajectId).Select(t => new { t.Team, t.Restricted, t.Programme }).SingleAsync(ct);
        var team = traject.Restricted ? null : traject.Team;
        var assigned = await db.Assignments.Where(a => a.TrajectId == trajectId && a.From <= today && (a.Until == null || a.Until >= today)).Select(a => a.StaffId).ToListAsync(ct);
        var found = await db.Staff.AsNoTracking().Where(s => s.Active && (EF.Parameter(assigned).Contains(s.Id) || (team != null && s.Team == team))).OrderBy(s => s.Name).ThenBy(s => s.Email).ToListAsync(ct);
        return
        [
            .. found.Where(s => s.Roles.Contains(StaffRoles.PgaExpert) || s.Roles.Contains(StaffRoles.Coordinator)
                || (s.Roles.Contains(StaffRoles.Rio) && traject.Programme == Programmes.Rio && assigned.Contains(s.Id))),
        ];
    }

    /// <summary>Takes a case away that nobody has spoken about yet.</summary>
    public static async Task Remove(this PgaDbContext db, ConferenceCase its, CancellationToken ct)
    {
        db.ConferenceInvitations.RemoveRange(await db.ConferenceInvitations.Where(i => i.ConferenceCaseId == its.Id).ToListAsync(ct));
        db.ConferenceCases.Remove(its);
    }
}
