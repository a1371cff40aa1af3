using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;

namespace Pga.Application.Catalogues;

/// <summary>Takes the last day of an entry away, so that it can be chosen again. Answers the id of the entry.</summary>
/// <param name="Catalogue">One of <see cref="CatalogueKinds"/>.</param>
[Requires(Permission.ManageCatalogues, Purpose = Purposes.Management)]
public sealed record ReopenCatalogueEntry(Guid CommandId, string Catalogue, Guid EntryId) : ICommand;

internal sealed class ReopenCatalogueEntryHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<ReopenCatalogueEntry, Guid>
{
    public async Task<Guid> Handle(ReopenCatalogueEntry c, CancellationToken cancellationToken)
    {
        var entry = await db.CatalogueEntry(c.Catalogue, c.EntryId, cancellationToken);
        RuleBroken.Unless(entry.ValidUntil is not null, "catalogue.not-ended", "", "Hier staat geen laatste dag. Er valt niets te heropenen.");
        entry.ValidBetween(entry.ValidFrom, null);
        await db.RefuseSecondName(c.Catalogue, entry, cancellationToken);
        if (entry is Intervention { ProviderId: { } provider })
            await db.RefuseUnlessValid(CatalogueKinds.Partners, provider, clock.Today(), "intervention.provider", "", cancellationToken);
        return entry.Id;
    }
}
