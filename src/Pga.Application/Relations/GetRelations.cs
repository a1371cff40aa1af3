using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Relations;

namespace Pga.Application.Relations;

/// <summary>The relatives on a case. Of one who is a client too that is only told to who may see that client.</summary>
[Requires(Permission.ViewDossier)]
public sealed record GetRelations(Guid TrajectId) : IQuery<Relatives>, IAboutTraject;

/// <param name="Ended">Those that were taken off the case, latest first.</param>
/// <param name="FromOthers">Clients on whose case this client stands as a relative, without one here that says so.</param>
public sealed record Relatives(IReadOnlyList<Relative> Current, IReadOnlyList<Relative> Ended, IReadOnlyList<LinkedClient> FromOthers) : IRevealsClients
{
    IEnumerable<IRevealsClient> IRevealsClients.Revealed => Current.SelectMany(r => r.Clients).Concat(FromOthers);
}

/// <param name="Kind">One of <see cref="Relation.Kinds"/>.</param>
/// <param name="Ground">Why this person is relevant; null when an import didn't say.</param>
/// <param name="Reason">Of the last change, or of the end.</param>
/// <param name="Clients">The client who this relative is, for who may see them.</param>
public sealed record Relative(
    Guid Id, Guid Version, string Kind, string Name, int? BirthYear, string? Ground, DateOnly? ChangedOn, DateOnly? EndedOn, string? Reason, IReadOnlyList<LinkedClient> Clients);

/// <param name="Kind">What they are of this client: one of <see cref="FamilyLink.Kinds"/>.</param>
/// <param name="TrajectId">The dossier to open.</param>
public sealed record LinkedClient(Guid LinkId, Guid Version, Guid ClientId, Guid TrajectId, string Name, string Number, string Kind, string Ground, string? ContactAgreement)
    : IRevealsClient
{
    Guid? IRevealsClient.TrajectId => TrajectId;
}

internal sealed class GetRelationsHandler(PgaDbContext db, CurrentRequest current) : IRequestHandler<GetRelations, Relatives>
{
    public async Task<Relatives> Handle(GetRelations q, CancellationToken cancellationToken)
    {
        var me = current.ClientId!.Value;
        var relations = await db.Relations.AsNoTracking().Where(r => r.ClientId == me).OrderBy(r => r.Name).ThenBy(r => r.Kind).ThenBy(r => r.Id).ToListAsync(cancellationToken);
        var ties = await db.TiesOf([me], cancellationToken);
        var names = await db.Names([.. ties.Select(t => t.OtherThan(me)).Distinct()], cancellationToken);
        var told = ties.Where(t => t.ClientId == me).Select(t => t.RelativeId).ToHashSet();
        return new Relatives(
            [.. relations.Where(r => r.EndedOn is null).Select(r => Describe(r, [.. ties.Where(t => t.RelationId == r.Id).Select(Client)]))],
            [.. relations.Where(r => r.EndedOn is not null).OrderByDescending(r => r.EndedOn).Select(r => Describe(r, []))],
            [.. ties.Where(t => t.RelativeId == me && !told.Contains(t.ClientId)).Select(Client)]);

        LinkedClient Client(FamilyTie tie)
        {
            var other = names[tie.OtherThan(me)];
            return new LinkedClient(tie.LinkId, tie.Version, other.ClientId, other.TrajectId, other.Name, other.Number, tie.KindSeenBy(me), tie.Ground, tie.ContactAgreement);
        }
    }

    private static Relative Describe(Relation r, IReadOnlyList<LinkedClient> clients) =>
        new(r.Id, r.Version, r.Kind, r.Name, r.BirthYear, r.Ground, r.ChangedOn, r.EndedOn, r.EndReason ?? r.ChangeReason, clients);
}
