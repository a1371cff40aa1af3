using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;

namespace Pga.Application.Catalogues;

/// <summary>The administrator has looked at an imported entry, and it is right as it is. Answers the id of the entry.</summary>
/// <param name="Catalogue">One of <see cref="CatalogueKinds"/>.</param>
[Requires(Permission.ManageCatalogues, Purpose = Purposes.Management)]
public sealed record CheckCatalogueEntry(Guid CommandId, string Catalogue, Guid EntryId) : ICommand;

internal sealed class CheckCatalogueEntryHandler(PgaDbContext db) : IRequestHandler<CheckCatalogueEntry, Guid>
{
    public async Task<Guid> Handle(CheckCatalogueEntry c, CancellationToken cancellationToken)
    {
        var entry = await db.CatalogueEntry(c.Catalogue, c.EntryId, cancellationToken);
        RuleBroken.Unless(entry is not Intervention { Kind: null }, "intervention.kind", "", "Kies eerst een soort. Zonder soort telt deze interventie niet mee in de rapportage per soort.");
        entry.MarkChecked();
        return entry.Id;
    }
}
