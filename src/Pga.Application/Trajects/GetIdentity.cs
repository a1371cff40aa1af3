using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Triage;
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
    /// <summary>A safety agreement whose last day has passed and that nobody has reviewed since.</summary>
    public ExpiredAgreement? ExpiredSafety { get; init; }

    Guid? IRevealsClient.TrajectId => TrajectId;
}

public sealed record ExpiredAgreement(string Text, DateOnly Until);

/// <param name="Role">One of <see cref="AssignmentRoles"/>.</param>
/// <param name="Until">Known beforehand, as of a replacement.</param>
/// <param name="For">Of a replacement: whose place is taken.</param>
public sealed record CaseWorker(Guid StaffId, string Name, string Role, DateOnly From, DateOnly? Until = null, string? For = null);

internal sealed class GetIdentityHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<GetIdentity, DossierIdentity>
{
    public Task<DossierIdentity> Handle(GetIdentity q, CancellationToken cancellationToken) =>
        Load(db, q.TrajectId, clock.Today(), cancellationToken);

    /// <summary>Also for the dossier, which has the same bar.</summary>
    internal static async Task<DossierIdentity> Load(PgaDbContext db, Guid trajectId, DateOnly today, CancellationToken cancellationToken)
    {
        var writable = db.Trajects.Where(AccessRule.MayWrite(db));
        var decisions = db.CurrentDecisions();
        var scaleUps = db.ScaleUps(today);
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
                Decided = decisions.Where(d => d.TrajectId == t.Id).Select(d => d.Outcome).FirstOrDefault(),
                InTriage = t.TriageOn <= today,
                ScaledUp = scaleUps.Any(s => s.TrajectId == t.Id),
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
            .Join(db.Staff, a => a.StaffId, s => s.Id, (a, s) => new CaseWorker(
                s.Id, s.Name, a.Role, a.From, a.Until, db.Staff.Where(f => f.Id == a.ForStaffId).Select(f => f.Name).FirstOrDefault()))
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
            Traject.StateOf(found.StartedOn, found.Proposed, found.Confirmed, found.Detained && found.SeesJustice, found.Decided, found.InTriage, found.ScaledUp),
            safety,
            safety is null ? null : found.SafetyAgreementUntil,
            found.ClientVersion,
            found.TrajectVersion,
            found.MayWrite,
            [.. workers.OrderBy(w => w.Role, StringComparer.Ordinal).ThenBy(w => w.From).ThenBy(w => w.Name, StringComparer.Ordinal)],
            found.SeesJustice)
        {
            ExpiredSafety = safety is null && found is { SafetyAgreement: { } old, SafetyAgreementUntil: { } passed } ? new ExpiredAgreement(old, passed) : null,
        };
    }
}
