using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Triage;
using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Application.Trajects;

/// <summary>
/// All trajects of a client that the actor works with: their own in full, of the others only that there is one and whom to
/// ask about it.
/// </summary>
[Requires(Permission.ViewDossier)]
public sealed record GetOtherTrajects(Guid ClientId) : IQuery<IReadOnlyList<OtherTraject>>, IAboutClient;

/// <param name="Own">What the actor may open; null for a traject that runs elsewhere.</param>
/// <param name="Contact">Name of who to ask, where nobody works on it yet null.</param>
public sealed record OtherTraject(OwnTraject? Own, string? Contact);

/// <param name="State">One of <see cref="TrajectStates"/>, without detention.</param>
public sealed record OwnTraject(Guid TrajectId, string Programme, string State, DateOnly ReferredOn, DateOnly? StartedOn, DateOnly? EndedOn);

[SeesAll("existence and contact person only")]
internal sealed class GetOtherTrajectsHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<GetOtherTrajects, IReadOnlyList<OtherTraject>>
{
    public async Task<IReadOnlyList<OtherTraject>> Handle(GetOtherTrajects q, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var decisions = db.CurrentDecisions();
        var scaleUps = db.ScaleUps(today);
        var own = await db.Trajects.Where(t => t.ClientId == q.ClientId)
            .OrderByDescending(t => t.ReferredOn).ThenByDescending(t => t.Id)
            .Select(t => new
            {
                t.Id,
                t.Programme,
                t.ReferredOn,
                t.StartedOn,
                t.EndedOn,
                Proposed = t.OutflowProposedAt != null,
                Confirmed = t.OutflowConfirmedAt != null,
                Decided = decisions.Where(d => d.TrajectId == t.Id).Select(d => d.Outcome).FirstOrDefault(),
                InTriage = t.TriageOn <= today,
                ScaledUp = scaleUps.Any(s => s.TrajectId == t.Id),
            })
            .ToListAsync(cancellationToken);
        var mine = own.Select(t => t.Id).ToList();
        // A restricted traject isn't even known to exist. One that ended or never started has nobody left to ask.
        var elsewhere = await db.Trajects.IgnoreQueryFilters()
            .Where(t => t.ClientId == q.ClientId && !t.Restricted && t.OutflowConfirmedAt == null
                && (t.StartedOn != null || !db.TriageDecisions.Any(d => d.TrajectId == t.Id && d.SupersededById == null && d.Outcome != TriageOutcomes.Accepted)))
            .OrderBy(t => t.ReferredOn).ThenBy(t => t.Id)
            .Select(t => t.Id)
            .ToListAsync(cancellationToken);
        elsewhere.RemoveAll(mine.Contains);
        var contacts = elsewhere.Count == 0 ? null : await Contacts(elsewhere, cancellationToken);
        return
        [
            .. own.Select(t => new OtherTraject(
                new OwnTraject(
                    t.Id, t.Programme, Traject.StateOf(t.StartedOn, t.Proposed, t.Confirmed, detained: false, t.Decided, t.InTriage, t.ScaledUp),
                    t.ReferredOn, t.StartedOn, t.EndedOn), null)),
            .. elsewhere.Select(id => new OtherTraject(null, contacts?[id].FirstOrDefault())),
        ];
    }

    /// <summary>Names by traject, the one who leads the process first.</summary>
    private async Task<ILookup<Guid, string>> Contacts(List<Guid> trajects, CancellationToken ct)
    {
        var today = clock.Today();
        var workers = await db.Assignments
            .Where(a => EF.Parameter(trajects).Contains(a.TrajectId) && a.From <= today && (a.Until == null || a.Until >= today))
            .Join(db.Staff, a => a.StaffId, s => s.Id, (a, s) => new { a.TrajectId, a.Role, s.Name })
            .ToListAsync(ct);
        return workers.OrderByDescending(w => w.Role == AssignmentRoles.Process).ThenBy(w => w.Role, StringComparer.Ordinal).ThenBy(w => w.Name, StringComparer.Ordinal).ToLookup(w => w.TrajectId, w => w.Name);
    }
}
