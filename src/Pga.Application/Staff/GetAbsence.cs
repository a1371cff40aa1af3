using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Application.Staff;

/// <summary>One absence, with who takes over each of the trajects that the actor may open.</summary>
[Requires(Permission.ArrangeAbsence)]
public sealed record GetAbsence(Guid AbsenceId, int Page = 1) : IQuery<AbsenceView>;

/// <param name="Version">Base version of a change.</param>
/// <param name="Uncovered">Trajects without a replacement; the restricted ones among them get none by themselves.</param>
public sealed record AbsenceView(
    Guid AbsenceId,
    Guid Version,
    Guid StaffId,
    string Name,
    DateOnly From,
    DateOnly Until,
    Guid? ReplacementId,
    string? Replacement,
    bool IsOver,
    IReadOnlyList<ReplacedCase> Cases,
    int Total,
    int Uncovered,
    int UncoveredRestricted,
    int Page,
    int Pages) : IRevealsClients
{
    public const int PageSize = 25;

    IEnumerable<IRevealsClient> IRevealsClients.Revealed => Cases;
}

/// <param name="Number">Dossiernummer of the client.</param>
/// <param name="By">Who takes over; null when nobody does.</param>
public sealed record ReplacedCase(Guid ClientId, Guid TrajectId, string Name, string Number, string Programme, bool Restricted, string? By) : IRevealsClient
{
    Guid? IRevealsClient.TrajectId => TrajectId;
}

internal sealed class GetAbsenceHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<GetAbsence, AbsenceView>
{
    public async Task<AbsenceView> Handle(GetAbsence q, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        // Not tracked: after a refused change the context still holds what was refused.
        var absence = await Replacements.Arranged(db, db.Absences.AsNoTracking(), actor, q.AbsenceId, cancellationToken);
        var id = absence.StaffId;
        var cases = await db.Trajects.Where(AccessRule.MayWrite(db))
            .Where(t => t.OutflowConfirmedAt == null && t.Assignments.Any(a => a.StaffId == id && a.ForStaffId == null && (a.Until == null || (a.Until >= today && a.Until >= a.From))))
            .Join(db.Clients, t => t.ClientId, c => c.Id, (t, c) => new
            {
                t.Id,
                t.ClientId,
                t.Programme,
                t.Restricted,
                c.GivenName,
                c.Prefix,
                c.FamilyName,
                c.Number,
                By = db.Assignments.Where(r => r.TrajectId == t.Id && r.AbsenceId == absence.Id && r.Until >= today && r.Until >= r.From)
                    .Join(db.Staff, r => r.StaffId, s => s.Id, (r, s) => new { r.From, r.Id, s.Name })
                    .OrderBy(r => r.From).ThenBy(r => r.Id).Select(r => r.Name).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var rows = cases
            .Select(t => new ReplacedCase(t.ClientId, t.Id, Client.NameOf(t.GivenName, t.Prefix, t.FamilyName), t.Number, t.Programme, t.Restricted, t.By))
            // What asks for a choice comes first.
            .OrderBy(t => t.By is not null).ThenBy(t => SearchText.Normalise(t.Name), StringComparer.Ordinal).ThenBy(t => t.Number, StringComparer.Ordinal).ThenBy(t => t.TrajectId)
            .ToList();
        var pages = Math.Max(1, (rows.Count + AbsenceView.PageSize - 1) / AbsenceView.PageSize);
        var page = Math.Clamp(q.Page, 1, pages);
        var names = await TeamNames(absence.StaffId, absence.ReplacementId, cancellationToken);
        return new AbsenceView(
            absence.Id,
            absence.Version,
            absence.StaffId,
            names[absence.StaffId],
            absence.From,
            absence.Until,
            absence.ReplacementId,
            absence.ReplacementId is { } by ? names[by] : null,
            absence.IsOver(today),
            [.. rows.Skip((page - 1) * AbsenceView.PageSize).Take(AbsenceView.PageSize)],
            rows.Count,
            rows.Count(r => r.By is null),
            rows.Count(r => r.By is null && r.Restricted),
            page,
            pages);
    }

    private Task<Dictionary<Guid, string>> TeamNames(Guid absentId, Guid? replacementId, CancellationToken ct) =>
        db.Staff.Where(s => s.Id == absentId || s.Id == replacementId).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
}
