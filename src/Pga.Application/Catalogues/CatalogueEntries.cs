using Microsoft.EntityFrameworkCore;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;

namespace Pga.Application.Catalogues;

/// <summary>The catalogues by their key, and what holds for an entry of whichever.</summary>
internal static class CatalogueEntries
{
    public static IQueryable<CatalogueItem> Catalogue(this PgaDbContext db, string catalogue) => catalogue switch
    {
        CatalogueKinds.Interventions => db.Interventions,
        CatalogueKinds.Partners => db.Partners,
        CatalogueKinds.Institutions => db.Institutions,
        CatalogueKinds.ActivityKinds => db.ActivityKinds,
        CatalogueKinds.LetterTemplates => db.LetterTemplates,
        _ => throw new NotFound(),
    };

    public static async Task<CatalogueItem> CatalogueEntry(this PgaDbContext db, string catalogue, Guid id, CancellationToken ct) =>
        await db.Catalogue(catalogue).SingleOrDefaultAsync(e => e.Id == id, ct) ?? throw new NotFound();

    /// <summary>As the catalogue stands, in its order.</summary>
    public static IOrderedQueryable<CatalogueItem> InOrder(this IQueryable<CatalogueItem> entries) => entries.OrderBy(e => e.Order).ThenBy(e => e.Code);

    /// <summary>
    /// Two entries with one name can't be told apart by an import, nor be two rows of the rapportage; so not even one that
    /// has ended gives its name away. Letters are in neither: a new version may follow the one that ended.
    /// </summary>
    public static async Task RefuseSecondName(this PgaDbContext db, string catalogue, CatalogueItem entry, CancellationToken ct)
    {
        var name = CatalogueItem.Fold(entry.Name);
        var others = await db.Catalogue(catalogue).AsNoTracking().Where(e => e.Id != entry.Id).ToListAsync(ct);
        var same = others.FirstOrDefault(o => (CatalogueItem.Fold(o.Name) == name || CatalogueItem.Fold(o.Code) == name)
            && (catalogue != CatalogueKinds.LetterTemplates || o.IsValidWithin(entry.ValidFrom, entry.ValidUntil)));
        RuleBroken.Unless(same is null, "catalogue.name-taken", "Name", $"Deze naam is er al: {same?.Name} (code {same?.Code}). Kies een andere naam, of gebruik die.");
    }

    /// <summary>Refuses a chosen entry that isn't there, or not to be chosen on that day. Nothing chosen is fine.</summary>
    public static async Task RefuseUnlessValid(this PgaDbContext db, string catalogue, Guid? id, DateOnly on, string code, string field, CancellationToken ct)
    {
        if (id is not { } known)
            return;
        var entry = await db.Catalogue(catalogue).AsNoTracking().SingleOrDefaultAsync(e => e.Id == known, ct);
        RuleBroken.Unless(entry is not null, code, field, $"Kies een {CatalogueKinds.One.Label(catalogue)} uit de lijst.");
        entry!.RefuseUnlessValidOn(on, code, field);
    }
}
