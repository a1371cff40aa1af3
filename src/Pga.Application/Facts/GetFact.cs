using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;

namespace Pga.Application.Facts;

/// <summary>One fact with its earlier versions, as far as the actor may see them.</summary>
/// <param name="FactId">Any version.</param>
[Requires(Permission.ViewDossier, Purpose = Purposes.Facts)]
public sealed record GetFact(Guid TrajectId, Guid FactId) : IQuery<FactView>, IAboutTraject;

/// <param name="Earlier">Latest first.</param>
public sealed record FactView(FactRow Now, IReadOnlyList<FactRow> Earlier, bool SeesJustice);

internal sealed class GetFactHandler(PgaDbContext db) : IRequestHandler<GetFact, FactView>
{
    public async Task<FactView> Handle(GetFact q, CancellationToken cancellationToken)
    {
        // Not tracked: after a refused correction the context still holds what was refused.
        var now = await db.Facts.AsNoTracking().CurrentOf(q.TrajectId, q.FactId, cancellationToken);
        var versions = await GetFactsHandler.RowsOf(db, db.Facts.Where(f => f.OriginId == now.OriginId).OrderByDescending(f => f.RecordedAt).ThenByDescending(f => f.Id)).ToListAsync(cancellationToken);
        return new FactView(
            versions.Single(v => v.Id == now.Id),
            [.. versions.Where(v => v.Id != now.Id)],
            await db.MayReadJustice(q.TrajectId, cancellationToken));
    }
}
