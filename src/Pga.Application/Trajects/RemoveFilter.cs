using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;

namespace Pga.Application.Trajects;

/// <summary>Removes one of one's own saved filters. Answers its id.</summary>
[Requires(Permission.ViewWorklist)]
public sealed record RemoveFilter(Guid CommandId, Guid FilterId) : ICommand;

internal sealed class RemoveFilterHandler(PgaDbContext db) : IRequestHandler<RemoveFilter, Guid>
{
    public async Task<Guid> Handle(RemoveFilter c, CancellationToken cancellationToken)
    {
        var filter = await db.SavedFilters.SingleOrDefaultAsync(f => f.Id == c.FilterId, cancellationToken) ?? throw new NotFound();
        db.SavedFilters.Remove(filter);
        return filter.Id;
    }
}
