using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Application.Trajects;

/// <summary>Whose dossier this is: what the bar above every page about a traject shows, safety agreement included.</summary>
[Requires(Permission.ViewDossier)]
public sealed record GetIdentity(Guid TrajectId) : IQuery<DossierIdentity>, IAboutTraject;

/// <param name="Number">Dossiernummer of the client.</param>
/// <param name="State">One of <see cref="TrajectStates"/>. Detention is a fact of justice: who only reads along sees a running traject.</param>
/// <param name="SafetyAgreement">Only while it holds.</param>
/// <param name="SeesJustice">The actor may see what police and justice said on this traject; <see cref="JusticeRule"/>.</param>
/// <param name="MayWrite">The actor may change this traject; without it the page leaves out what would be refused.</param>
public sealed record DossierIdentity(
    Guid ClientId,
    Guid TrajectId,
    string Name,
    string Number,
    DateOnly? BirthDate,
    int? Age,
    string? Wijk,
    string Programme,
    DateOnly? StartedOn,
    DateOnly? EndedOn,
    string State,
    string? SafetyAgreement,
    DateOnly? SafetyAgreementUntil,
    Guid ClientVersion,
    Guid TrajectVersion,
    bool MayWrite,
    IReadOnlyList<CaseWorker> Workers,
    bool SeesJustice) : IRevealsClient
{
    Guid? IRevealsClient.TrajectId => TrajectId;
}

/// <param name="Role">One of <see cref="AssignmentRoles"/>.</param>
public sealed record CaseWorker(Guid StaffId, string Name, string Role, DateOnly From);

internal sealed class GetIdentityHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<GetIdentity, DossierIdentity>
{
    public Task<DossierIdentity> Handle(GetIdentity q, CancellationToken cancellationToken) =>
        Load(db, q.TrajectId, clock.Today(), cancellationToken);

    /// <summary>Also for the dossier, which has the same bar.</summary>
    internal static async Task<DossierIdentity> Load(PgaDbContext db, Guid trajectId, DateOnly today, CancellationToken cancellationToken)
    {
        var writable = db.Trajects.Where(AccessRule.MayWrite(db));
        var justice = db.Trajects.Where(JusticeRule.MayRead(db));
        var found = await db.Trajects.Where(t => t.Id == trajectId)
            .Join(db.Clients, t => t.ClientId, c => c.Id, (t, c) => new
            {
                t.ClientId,
                c.GivenName,
                c.Prefix,
                c.FamilyName,
                c.Number,
                c.BirthDate,
                c.Wijk,
                t.Programme,
                t.StartedOn,
                t.EndedOn,
                Proposed = t.OutflowProposedAt != null,
                Confirmed = t.OutflowConfirmedAt != null,
                Detained = db.DetentionPeriods.Any(d => d.ClientId == t.ClientId && d.From <= today && (d.Until == null || d.Until >= today)),
                c.SafetyAgreement,
                c.SafetyAgreementUntil,
                ClientVersion = c.Version,
                TrajectVersion = t.Version,
                MayWrite = writable.Any(w => w.Id == t.Id),
                SeesJustice = justice.Any(j => j.Id == t.Id),
            })
            .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
        var workers = await db.Assignments
            .Where(a => a.TrajectId == trajectId && a.From <= today && (a.Until == null || a.Until >= today))
            .Join(db.Staff, a => a.StaffId, s => s.Id, (a, s) => new CaseWorker(s.Id, s.Name, a.Role, a.From))
            .ToListAsync(cancellationToken);
        var safety = Client.SafetyHolds(found.SafetyAgreementUntil, today) ? found.SafetyAgreement : null;
        return new DossierIdentity(
            found.ClientId,
            trajectId,
            Client.NameOf(found.GivenName, found.Prefix, found.FamilyName),
            found.Number,
            found.BirthDate,
            found.BirthDate is { } born ? Calendar.AgeOn(born, today) : null,
            found.Wijk,
            found.Programme,
            found.StartedOn,
            found.EndedOn,
            Traject.StateOf(found.StartedOn, found.Proposed, found.Confirmed, found.Detained && found.SeesJustice),
            safety,
            safety is null ? null : found.SafetyAgreementUntil,
            found.ClientVersion,
            found.TrajectVersion,
            found.MayWrite,
            [.. workers.OrderBy(w => w.Role, StringComparer.Ordinal)],
            found.SeesJustice);
    }
}
