using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;

namespace Pga.Application.Catalogues;

/// <summary>Moves an entry one place up or down in its catalogue, and so in choices and in the next rapportage. At the edge nothing happens. Answers its id.</summary>
/// <param name="Catalogue">One of <see cref="CatalogueKinds"/>.</param>
[Requires(Permission.ManageCatalogues, Purpose = Purposes.Management)]
public sealed record MoveCatalogueEntry(Guid CommandId, string Catalogue, Guid EntryId, bool Up) : ICommand;

internal sealed class MoveCatalogueEntryHandler(PgaDbContext db) : IRequestHandler<MoveCatalogueEntry, Guid>
{
    public async Task<Guid> Handle(MoveCatalogueEntry c, CancellationToken cancellationToken)
    {
        var entries = await db.Catalogue(c.Catalogue).InOrder().ToListAsync(cancellationToken);
        var from = entries.FindIndex(e => e.Id == c.EntryId);
        if (from < 0)
            throw new NotFound();
        var to = Math.Clamp(c.Up ? from - 1 : from + 1, 0, entries.Count - 1);
        (entries[from], entries[to]) = (entries[to], entries[from]);
        // Two that had the same number get one of their own; who stays where they were isn't changed.
        for (var i = 0; i < entries.Count; i++)
            entries[i].MoveTo(i + 1);
        return c.EntryId;
    }
}
