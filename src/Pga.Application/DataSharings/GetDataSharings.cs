using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.DataSharings;

namespace Pga.Application.DataSharings;

/// <summary>What was shared with others about one traject, latest first.</summary>
[Requires(Permission.ViewDossier)]
public sealed record GetDataSharings(Guid TrajectId) : IQuery<IReadOnlyList<DataSharingLine>>, IAboutTraject;

/// <param name="Kind">One of <see cref="SharingKinds"/>.</param>
/// <param name="Until">Last day of what goes on.</param>
/// <param name="By">Name of the colleague who shared it.</param>
/// <param name="Version">Base version for a command that ends it.</param>
public sealed record DataSharingLine(
    Guid Id, string Kind, string Recipient, string What, string Ground, DateOnly SharedOn, DateOnly? Until, string? By, Guid Version);

internal sealed class GetDataSharingsHandler(PgaDbContext db) : IRequestHandler<GetDataSharings, IReadOnlyList<DataSharingLine>>
{
    public async Task<IReadOnlyList<DataSharingLine>> Handle(GetDataSharings q, CancellationToken cancellationToken) =>
        await db.DataSharings.AsNoTracking().Where(s => s.TrajectId == q.TrajectId)
            .OrderByDescending(s => s.SharedOn).ThenBy(s => s.Recipient).ThenBy(s => s.Id)
            .Select(s => new DataSharingLine(
                s.Id, s.Kind, s.Recipient, s.What, s.Ground, s.SharedOn, s.Until,
                db.Staff.Where(m => m.Id == s.ById).Select(m => m.Name).FirstOrDefault(), s.Version))
            .ToListAsync(cancellationToken);
}
