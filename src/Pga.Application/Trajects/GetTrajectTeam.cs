using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Application.Trajects;

/// <summary>Who works on a traject, who did and who will, and how it went from hand to hand.</summary>
[Requires(Permission.ViewDossier)]
public sealed record GetTrajectTeam(Guid TrajectId) : IQuery<TrajectTeam>, IAboutTraject;

/// <param name="Version">Base version of what changes the team.</param>
/// <param name="Now">By role, then by date.</param>
/// <param name="Earlier">Latest first; what was taken back before it began isn't shown.</param>
/// <param name="Missing">Roles that nobody has now.</param>
/// <param name="Pending">A transfer that waits for an answer.</param>
public sealed record TrajectTeam(
    Guid Version,
    bool Restricted,
    IReadOnlyList<TeamMember> Now,
    IReadOnlyList<TeamMember> Later,
    IReadOnlyList<TeamMember> Earlier,
    IReadOnlyList<string> Missing,
    IReadOnlyList<TrajectTransfer> Pending,
    IReadOnlyList<TrajectTransfer> Transfers,
    bool MayAssign,
    bool MayTransfer);

/// <param name="Role">One of <see cref="AssignmentRoles.List"/>.</param>
/// <param name="For">Of a replacement: whose place is taken.</param>
/// <param name="AwayUntil">Away now, until and including this day.</param>
public sealed record TeamMember(Guid AssignmentId, Guid StaffId, string Name, string Role, DateOnly From, DateOnly? Until, string? For, DateOnly? AwayUntil);

/// <param name="To">A colleague or a team.</param>
/// <param name="Outcome">One of <see cref="TransferOutcomes"/>, or null while it waits.</param>
public sealed record TrajectTransfer(Guid TransferId, string Role, string? From, string To, DateOnly On, string? Outcome);

internal sealed class GetTrajectTeamHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<GetTrajectTeam, TrajectTeam>
{
    private static readonly List<string> Order = [.. AssignmentRoles.List.All.Select(r => r.Key)];

    public async Task<TrajectTeam> Handle(GetTrajectTeam q, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var writable = db.Trajects.Where(AccessRule.MayWrite(db));
        var traject = await db.Trajects.Where(t => t.Id == q.TrajectId)
            .Select(t => new { t.Version, t.Restricted, t.Programme, t.StartedOn, Ended = t.OutflowConfirmedAt != null, MayWrite = writable.Any(w => w.Id == t.Id) })
            .SingleAsync(cancellationToken);
        var all = await db.Assignments.Where(a => a.TrajectId == q.TrajectId && (a.Until == null || a.Until >= a.From))
            .Join(db.Staff, a => a.StaffId, s => s.Id, (a, s) => new TeamMember(
                a.Id, s.Id, s.Name, a.Role, a.From, a.Until,
                db.Staff.Where(f => f.Id == a.ForStaffId).Select(f => f.Name).FirstOrDefault(),
                db.Absences.Where(x => x.StaffId == s.Id && x.From <= today && x.Until >= today).Select(x => (DateOnly?)x.Until).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        var now = all.Where(m => m.From <= today && (m.Until is null || m.Until >= today)).OrderBy(m => Order.IndexOf(m.Role)).ThenBy(m => m.From).ThenBy(m => m.AssignmentId).ToList();
        var transfers = await Transfers(q.TrajectId, cancellationToken);
        var mayChange = traject.MayWrite && !traject.Ended;
        string[] roles = traject.Programme == Programmes.Rio ? [AssignmentRoles.Rio] : [AssignmentRoles.Process, AssignmentRoles.Case];
        return new TrajectTeam(
            traject.Version,
            traject.Restricted,
            now,
            [.. all.Where(m => m.From > today).OrderBy(m => m.From).ThenBy(m => m.AssignmentId)],
            [.. all.Where(m => m.Until < today).OrderByDescending(m => m.Until).ThenByDescending(m => m.From).ThenByDescending(m => m.AssignmentId)],
            traject.Ended ? [] : [.. roles.Where(r => now.TrueForAll(m => m.Role != r))],
            [.. transfers.Where(t => t.Outcome is null)],
            [.. transfers.Where(t => t.Outcome is not null)],
            mayChange && actor.Can(Permission.AssignWorkers),
            mayChange && actor.Can(Permission.TransferCases)
                && (actor.Can(Permission.AssignWorkers) || now.Exists(m => m.StaffId == actor.StaffId && AssignmentRoles.IsSingle(m.Role))));
    }

    private async Task<List<TrajectTransfer>> Transfers(Guid trajectId, CancellationToken ct)
    {
        var found = await db.Transfers.Where(t => t.Cases.Any(c => c.TrajectId == trajectId))
            .OrderByDescending(t => t.ProposedAt).ThenByDescending(t => t.Id)
            .Select(t => new
            {
                t.Id,
                t.Role,
                From = db.Staff.Where(s => s.Id == t.FromStaffId).Select(s => s.Name).FirstOrDefault(),
                To = db.Staff.Where(s => s.Id == t.ToStaffId).Select(s => s.Name).FirstOrDefault(),
                t.ToTeam,
                t.ProposedAt,
                t.ClosedAt,
                t.Outcome,
            })
            .ToListAsync(ct);
        return [.. found.Select(t => new TrajectTransfer(t.Id, t.Role, t.From, t.To ?? t.ToTeam!, Calendar.DateIn(t.ClosedAt ?? t.ProposedAt), t.Outcome))];
    }
}
