using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;

namespace Pga.Application.Trajects;

/// <summary>One's own saved filters of the worklist, by name. One with a code that is no longer used is left out.</summary>
[Requires(Permission.ViewWorklist)]
public sealed record GetSavedFilters : IQuery<IReadOnlyList<KeptFilterView>>;

public sealed record KeptFilterView(Guid Id, string Name, GetWorklist Filter);

internal sealed class GetSavedFiltersHandler(PgaDbContext db) : IRequestHandler<GetSavedFilters, IReadOnlyList<KeptFilterView>>
{
    public async Task<IReadOnlyList<KeptFilterView>> Handle(GetSavedFilters q, CancellationToken cancellationToken)
    {
        var kept = await db.SavedFilters.AsNoTracking().OrderBy(f => f.Name).ThenBy(f => f.Id).Select(f => new { f.Id, f.Name, f.Filter }).ToListAsync(cancellationToken);
        return [.. kept.Select(f => (f.Id, f.Name, Filter: KeptFilter.Read(f.Filter))).Where(f => f.Filter is not null).Select(f => new KeptFilterView(f.Id, f.Name, f.Filter!))];
    }
}
