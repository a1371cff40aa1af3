using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;
using Pga.Domain.Contacts;

namespace Pga.Application.Catalogues;

/// <summary>Adds an entry at the end of a catalogue. Its code follows from its name, once. Answers the id of the entry.</summary>
/// <param name="Catalogue">One of <see cref="CatalogueKinds"/>.</param>
[Requires(Permission.ManageCatalogues, Purpose = Purposes.Management)]
public sealed record AddCatalogueEntry(
    Guid CommandId,
    string Catalogue,
    string? Name,
    DateOnly? ValidFrom = null,
    DateOnly? ValidUntil = null,
    string? Kind = null,
    string? Purpose = null,
    Guid? ProviderId = null,
    int? Places = null,
    bool PlacesPerGroup = false,
    int? Costs = null,
    string? Country = null,
    string? Subject = null,
    string? Body = null) : ICommand, IEntryFields;

internal sealed class AddCatalogueEntryValidator : EntryRules<AddCatalogueEntry>;

internal sealed class AddCatalogueEntryHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<AddCatalogueEntry, Guid>
{
    public async Task<Guid> Handle(AddCatalogueEntry c, CancellationToken cancellationToken)
    {
        var others = await db.Catalogue(c.Catalogue).AsNoTracking().Select(e => new { e.Code, e.Order }).ToListAsync(cancellationToken);
        var taken = others.Select(o => o.Code).ToHashSet();
        var code = CatalogueItem.NewCode(c.Name!, taken.Contains, c.Catalogue);
        var entry = Make(c, code, others.Select(o => o.Order).DefaultIfEmpty().Max() + 1);
        await db.Fill(entry, c, c.ValidUntil, clock.Today(), cancellationToken);
        db.Add(entry);
        return entry.Id;
    }

    private static CatalogueItem Make(AddCatalogueEntry c, string code, int order) => c.Catalogue switch
    {
        CatalogueKinds.Interventions => new Intervention(c.CommandId, code, c.Name!, c.Kind, order),
        CatalogueKinds.Partners => new Partner(c.CommandId, code, c.Name!, order),
        CatalogueKinds.Institutions => new Institution(c.CommandId, code, c.Name!, c.Country ?? "", order),
        CatalogueKinds.ActivityKinds => new ActivityKind(c.CommandId, code, c.Name!, order),
        _ => new LetterTemplate(c.CommandId, code, c.Name!, "", "", order),
    };
}
