using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;

namespace Pga.Application.Catalogues;

/// <summary>Removes an entry that was never used, such as a typing error. What is in use ends instead. Answers the id it had.</summary>
/// <param name="Catalogue">One of <see cref="CatalogueKinds"/>.</param>
[Requires(Permission.ManageCatalogues, Purpose = Purposes.Management)]
public sealed record RemoveCatalogueEntry(Guid CommandId, string Catalogue, Guid EntryId) : ICommand;

internal sealed class RemoveCatalogueEntryHandler(PgaDbContext db) : IRequestHandler<RemoveCatalogueEntry, Guid>
{
    public async Task<Guid> Handle(RemoveCatalogueEntry c, CancellationToken cancellationToken)
    {
        var entry = await db.CatalogueEntry(c.Catalogue, c.EntryId, cancellationToken);
        RuleBroken.Unless(!await db.IsUsed(entry, cancellationToken), "catalogue.in-use", "",
            $"{entry.Name} is in gebruik en kan niet weg. Vul een laatste dag in: dan kan niemand dit nog kiezen, en blijft staan wat is vastgelegd.");
        db.Remove(entry);
        return entry.Id;
    }
}
