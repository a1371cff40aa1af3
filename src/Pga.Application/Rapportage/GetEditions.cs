using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Rapportage;

/// <summary>The years that have an edition, the latest first.</summary>
[Requires(Permission.ViewReport, Purpose = Purposes.Statistics)]
public sealed record GetEditions : IQuery<IReadOnlyList<EditionLine>>;

public sealed record EditionLine(int Year, bool IsConfirmed, DateOnly MadeOn, DateOnly? ConfirmedOn);

internal sealed class GetEditionsHandler(PgaDbContext db) : IRequestHandler<GetEditions, IReadOnlyList<EditionLine>>
{
    public async Task<IReadOnlyList<EditionLine>> Handle(GetEditions request, CancellationToken cancellationToken)
    {
        var editions = await db.Editions.AsNoTracking().OrderByDescending(e => e.Year).Select(e => new { e.Year, e.MadeAt, e.ConfirmedAt }).ToListAsync(cancellationToken);
        return [.. editions.Select(e => new EditionLine(e.Year, e.ConfirmedAt is not null, Calendar.DateIn(e.MadeAt), e.ConfirmedAt is { } at ? Calendar.DateIn(at) : null))];
    }
}
