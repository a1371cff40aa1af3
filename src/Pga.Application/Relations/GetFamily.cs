using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Plans;
using Pga.Application.Trajects;
using Pga.Domain.Common;
using Pga.Domain.Relations;
using Pga.Domain.Trajects;

namespace Pga.Application.Relations;

/// <summary>
/// The clients who are linked to this one as family, directly or through one another, as far as the actor may see them now:
/// a link of which they see one side only doesn't exist for them, and leads no further.
/// </summary>
[Requires(Permission.ViewDossier)]
public sealed record GetFamily(Guid TrajectId) : IQuery<Family>, IAboutTraject;

public sealed record Family(IReadOnlyList<FamilyMember> Members) : IRevealsClients
{
    /// <summary>A family of more than this many steps away is another family.</summary>
    public const int MaxSteps = 3;

    IEnumerable<IRevealsClient> IRevealsClients.Revealed => Members;
}

/// <param name="Kind">What they are of <paramref name="Of"/>: one of <see cref="FamilyLink.Kinds"/>.</param>
/// <param name="Of">Name of the member through whom they are linked; null when it is the client of this dossier.</param>
/// <param name="ContactAgreement">What the workers of both agreed about contact with the family.</param>
/// <param name="TrajectId">The dossier to open.</param>
/// <param name="Trajects">Those that run, as far as the actor may see them.</param>
public sealed record FamilyMember(
    Guid ClientId, Guid TrajectId, string Name, string Number, int? Age, string Kind, string? Of, string Ground, string? ContactAgreement,
    IReadOnlyList<FamilyTraject> Trajects) : IRevealsClient
{
    Guid? IRevealsClient.TrajectId => TrajectId;
}

/// <param name="State">One of <see cref="TrajectStates"/>; detention only for who may know.</param>
/// <param name="Lead">Who has casusregie, or is the RIO.</param>
public sealed record FamilyTraject(Guid TrajectId, string Programme, string State, string? Lead, DateOnly? NextEvaluation);

internal sealed class GetFamilyHandler(PgaDbContext db, CurrentRequest current, TimeProvider clock, EvaluationTerms terms) : IRequestHandler<GetFamily, Family>
{
    public async Task<Family> Handle(GetFamily q, CancellationToken cancellationToken)
    {
        var me = current.ClientId!.Value;
        var found = await Walk(me, cancellationToken);
        List<Guid> ids = [.. found.Select(f => f.ClientId)];
        var names = await db.Names(ids, cancellationToken);
        var trajects = await Trajects(ids, cancellationToken);
        var today = clock.Today();
        return new Family(
        [
            .. found.Select(f =>
            {
                var who = names[f.ClientId];
                return new FamilyMember(
                    who.ClientId,
                    who.TrajectId,
                    who.Name,
                    who.Number,
                    who.BirthDate is { } born ? Calendar.AgeOn(born, today) : null,
                    f.Tie.KindSeenBy(f.From),
                    f.From == me ? null : names[f.From].Name,
                    f.Tie.Ground,
                    f.Tie.ContactAgreement,
                    [.. trajects[f.ClientId]]);
            }),
        ]);
    }

    /// <summary>Each client once, by the first way that leads to them.</summary>
    private async Task<List<Step>> Walk(Guid me, CancellationToken ct)
    {
        HashSet<Guid> seen = [me];
        List<Guid> here = [me];
        List<Step> found = [];
        for (var step = 0; step < Family.MaxSteps && here.Count > 0; step++)
        {
            var ties = await db.TiesOf(here, ct);
            var further =
                (from tie in ties
                 from side in here
                 where (tie.ClientId == side || tie.RelativeId == side) && !seen.Contains(tie.OtherThan(side))
                 select new Step(tie.OtherThan(side), side, tie)).DistinctBy(s => s.ClientId).ToList();
            found.AddRange(further);
            here = [.. further.Select(s => s.ClientId)];
            seen.UnionWith(here);
        }

        return found;
    }

    /// <summary>The same facts as on the worklist, so that both say the same about a traject.</summary>
    private async Task<ILookup<Guid, FamilyTraject>> Trajects(List<Guid> clients, CancellationToken ct)
    {
        var today = clock.Today();
        if (clients.Count == 0)
            return Array.Empty<FamilyTraject>().ToLookup(_ => Guid.Empty);
        var facts = await WorklistFacts.Of(db, db.Trajects.Where(t => EF.Parameter(clients).Contains(t.ClientId) && t.OutflowConfirmedAt == null), today).ToListAsync(ct);
        var running = facts.Select(f => f.TrajectId).ToList();
        var leads = (await db.Assignments
            .Where(a => EF.Parameter(running).Contains(a.TrajectId) && a.Role != AssignmentRoles.Process && a.From <= today && (a.Until == null || a.Until >= today))
            .Join(db.Staff, a => a.StaffId, s => s.Id, (a, s) => new { a.TrajectId, a.From, s.Name })
            .ToListAsync(ct)).OrderBy(l => l.From).ThenBy(l => l.Name, StringComparer.Ordinal).ToLookup(l => l.TrajectId, l => l.Name);
        return facts.OrderBy(f => f.Programme, StringComparer.Ordinal).ThenBy(f => f.TrajectId).ToLookup(f => f.ClientId, f => new FamilyTraject(
            f.TrajectId,
            f.Programme,
            Traject.StateOf(f.StartedOn, f.ProposedAt is not null, confirmed: false, f.Detained, f.Decided, f.InTriage, f.ScaledUp),
            leads[f.TrajectId].FirstOrDefault(),
            NextSteps.EvaluationDue(f.Steps(terms))));
    }

    private sealed record Step(Guid ClientId, Guid From, FamilyTie Tie);
}
