using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;

namespace Pga.Application.Trajects;

/// <summary>
/// Who of the actor's team works on how many trajects, who is away, and what nobody has. Counts only what the actor may
/// open, so each equals the list behind it.
/// </summary>
[Requires(Permission.ViewTeam)]
public sealed record GetTeam : IQuery<TeamOverview>;

/// <param name="Unmanned">Referred and running trajects in which nobody has the role, now or from a later day.</param>
public sealed record TeamOverview(string? Team, IReadOnlyList<Caseload> Workers, IReadOnlyList<UnmannedRole> Unmanned);

/// <param name="Total">Referred and running trajects with any role; by programme besides.</param>
/// <param name="Silent">Of these, without contact for longer than <see cref="Attentions.SilentAfterDays"/> days.</param>
/// <param name="Replacing">Of these, only to take somebody's place.</param>
/// <param name="Away">The absence of today, or the next one.</param>
public sealed record Caseload(
    Guid StaffId, string Name, bool Active, IReadOnlyList<string> Roles, int Total, int LocalPga, int TopX, int Rio, int Silent, int Replacing, CaseloadAbsence? Away);

public sealed record CaseloadAbsence(Guid AbsenceId, DateOnly From, DateOnly Until, string? Replacement);

/// <param name="Role">One of <see cref="AssignmentRoles"/>.</param>
public sealed record UnmannedRole(string Role, int Count);

internal sealed class GetTeamHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<GetTeam, TeamOverview>
{
    public async Task<TeamOverview> Handle(GetTeam q, CancellationToken cancellationToken)
    {
        var team = actor.Team;
        if (team is null)
            return new TeamOverview(null, [], []);
        var today = clock.Today();
        var staff = await db.Staff.Where(s => s.Team == team).OrderBy(s => s.Name).ThenBy(s => s.Email).ToListAsync(cancellationToken);
        var work = await Work(staff.ConvertAll(s => s.Id), today, cancellationToken);
        var silent = await Silent([.. work.SelectMany(w => w).Select(w => w.TrajectId).Distinct()], today, cancellationToken);
        var away = await Away(staff.ConvertAll(s => s.Id), today, cancellationToken);
        var caseloads = staff
            .Where(s => s.Roles.Contains(StaffRoles.PgaExpert) || s.Roles.Contains(StaffRoles.Rio) || s.Roles.Contains(StaffRoles.Coordinator))
            .Select(s => Describe(s, work[s.Id], silent, away.GetValueOrDefault(s.Id)))
            // Who has left is there for as long as they have work.
            .Where(c => c.Active || c.Total > 0);
        return new TeamOverview(team, [.. caseloads], await Unmanned(team, today, cancellationToken));
    }

    private static Caseload Describe(StaffMember staff, IEnumerable<WorkOn> work, HashSet<Guid> silent, CaseloadAbsence? away)
    {
        var trajects = work.GroupBy(w => w.TrajectId).ToList();
        return new Caseload(
            staff.Id,
            staff.Name,
            staff.Active,
            staff.Roles,
            trajects.Count,
            trajects.Count(t => t.First().Programme == Programmes.LocalPga),
            trajects.Count(t => t.First().Programme == Programmes.TopX),
            trajects.Count(t => t.First().Programme == Programmes.Rio),
            trajects.Count(t => silent.Contains(t.Key)),
            trajects.Count(t => t.All(w => w.Role == AssignmentRoles.Replacement)),
            away);
    }

    private async Task<ILookup<Guid, WorkOn>> Work(List<Guid> staff, DateOnly today, CancellationToken ct)
    {
        var work = await db.Assignments
            .Where(a => EF.Parameter(staff).Contains(a.StaffId) && a.From <= today && (a.Until == null || a.Until >= today))
            .Join(db.Trajects.Where(t => t.OutflowConfirmedAt == null), a => a.TrajectId, t => t.Id, (a, t) => new WorkOn(a.StaffId, t.Id, t.Programme, a.Role))
            .ToListAsync(ct);
        return work.ToLookup(w => w.StaffId);
    }

    private async Task<HashSet<Guid>> Silent(List<Guid> ids, DateOnly today, CancellationToken ct)
    {
        var limit = today.AddDays(-Attentions.SilentAfterDays);
        var contacts = db.ContactMoments.Where(c => c.SupersededById == null && c.Outcome != null);
        return
        [
            .. await db.Trajects
                .Where(t => EF.Parameter(ids).Contains(t.Id) && t.StartedOn != null
                    && !contacts.Any(c => c.TrajectId == t.Id && c.OccurredOn >= limit)
                    && (t.StartedOn < limit || contacts.Any(c => c.TrajectId == t.Id)))
                .Select(t => t.Id)
                .ToListAsync(ct),
        ];
    }

    private async Task<Dictionary<Guid, CaseloadAbsence>> Away(List<Guid> staff, DateOnly today, CancellationToken ct)
    {
        var absences = await db.Absences
            .Where(a => EF.Parameter(staff).Contains(a.StaffId) && a.Until >= today && a.Until >= a.From)
            .OrderBy(a => a.From).ThenBy(a => a.Id)
            .Select(a => new { a.StaffId, Absence = new CaseloadAbsence(a.Id, a.From, a.Until, db.Staff.Where(s => s.Id == a.ReplacementId).Select(s => s.Name).FirstOrDefault()) })
            .ToListAsync(ct);
        return absences.DistinctBy(a => a.StaffId).ToDictionary(a => a.StaffId, a => a.Absence);
    }

    private async Task<IReadOnlyList<UnmannedRole>> Unmanned(string team, DateOnly today, CancellationToken ct)
    {
        var counts = new List<UnmannedRole>();
        foreach (var role in new[] { AssignmentRoles.Case, AssignmentRoles.Rio, AssignmentRoles.Process })
            counts.Add(new UnmannedRole(role, await TeamCases.Without(db, team, role, today).CountAsync(ct)));
        return counts;
    }

    private sealed record WorkOn(Guid StaffId, Guid TrajectId, string Programme, string Role);
}
