using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Rapportage;

/// <summary>The years that a rapportage could be about: from the first in which something was recorded to this one, the latest first.</summary>
[Requires(Permission.ViewReport, Purpose = Purposes.Statistics)]
public sealed record GetReportYears : IQuery<IReadOnlyList<int>>;

[SeesAll("only years leave, and nothing about anyone")]
internal sealed class GetReportYearsHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<GetReportYears, IReadOnlyList<int>>
{
    public async Task<IReadOnlyList<int>> Handle(GetReportYears request, CancellationToken cancellationToken)
    {
        var thisYear = clock.Today().Year;
        int?[] firsts =
        [
            (await db.Trajects.IgnoreQueryFilters().MinAsync(t => t.StartedOn, cancellationToken))?.Year,
            (await db.Spreekuren.IgnoreQueryFilters().MinAsync(s => (DateOnly?)s.HeldOn, cancellationToken))?.Year,
            await db.Activities.MinAsync(a => (int?)a.Year, cancellationToken),
            await db.Budgets.MinAsync(b => (int?)b.Year, cancellationToken),
        ];
        var first = Math.Clamp(firsts.Min() ?? thisYear, GetReport.FirstYear, thisYear);
        return [.. Enumerable.Range(first, thisYear - first + 1).Reverse()];
    }
}
