using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Domain.Catalogues;
using Pga.Domain.Stories;

namespace Pga.Application.Catalogues;

/// <summary>
/// Which entries are in use anywhere. It asks every table that refers to the catalogue, as the model knows them, so that a
/// table made later is asked too. The database refuses to remove a referred entry besides.
/// </summary>
[SeesAll("An entry in use by a dossier must stay, whoever may see that dossier; nothing of it leaves but yes or no.")]
internal static class CatalogueUse
{
    private static readonly MethodInfo Referred = typeof(CatalogueUse).GetMethod(nameof(ReferredFrom), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static async Task<bool> IsUsed(this PgaDbContext db, CatalogueItem entry, CancellationToken ct) =>
        (await db.UsedOf(entry.GetType(), [entry.Id], ct)).Count > 0;

    /// <summary>Those of the entries that are in use.</summary>
    public static async Task<HashSet<Guid>> UsedOf(this PgaDbContext db, Type catalogue, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var used = new HashSet<Guid>();
        foreach (var key in db.Model.FindEntityType(catalogue)!.GetReferencingForeignKeys().Where(k => !k.DeclaringEntityType.IsOwned()))
            used.UnionWith(await (Task<List<Guid>>)Referred.MakeGenericMethod(catalogue, key.DeclaringEntityType.ClrType).Invoke(null, [db, ids, key, ct])!);
        // A former owner of an action belongs to the action, and is read through it; it has no key of the database, like a story's code.
        if (catalogue == typeof(Partner))
        {
            used.UnionWith(await db.Partners.IgnoreQueryFilters().Where(p => ids.Contains(p.Id) && db.WorkItems.Any(w => w.Earlier.Any(e => e.PartnerId == p.Id)))
                .Select(p => p.Id).ToListAsync(ct));
        }

        if (catalogue == typeof(Intervention))
        {
            used.UnionWith(await db.Interventions.IgnoreQueryFilters().Where(i => ids.Contains(i.Id) && db.Stories.Any(s => s.LinkKind == StoryLinks.Intervention && s.LinkTo == i.Code))
                .Select(i => i.Id).ToListAsync(ct));
        }

        return used;
    }

    private static Task<List<Guid>> ReferredFrom<TEntry, TRow>(PgaDbContext db, IReadOnlyCollection<Guid> ids, IForeignKey key, CancellationToken ct)
        where TEntry : CatalogueItem
        where TRow : class
    {
        var column = key.Properties.Single();
        return db.Set<TEntry>().IgnoreQueryFilters()
            .Where(e => ids.Contains(e.Id))
            .Where(Exists<TEntry, TRow>(db, column))
            .Select(e => e.Id).ToListAsync(ct);
    }

    /// <summary>Some row of the table has the entry in this column.</summary>
    private static Expression<Func<TEntry, bool>> Exists<TEntry, TRow>(PgaDbContext db, IProperty column)
        where TEntry : CatalogueItem
        where TRow : class
    {
        var name = column.Name;
        return column.ClrType == typeof(Guid)
            ? e => db.Set<TRow>().Any(r => EF.Property<Guid>(r, name) == e.Id)
            : e => db.Set<TRow>().Any(r => EF.Property<Guid?>(r, name) == e.Id);
    }
}
