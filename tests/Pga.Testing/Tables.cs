using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Pga.Domain.Catalogues;

namespace Pga.Testing;

internal static class Tables
{
    private static readonly HashSet<string> Shipped = [];

    public static IEnumerable<string> ChildrenFirst(IModel model)
    {
        var done = new List<IEntityType>();
        foreach (var type in model.GetEntityTypes())
            Visit(type, done);
        foreach (var type in done.Where(t => typeof(CatalogueItem).IsAssignableFrom(t.ClrType)))
            Shipped.Add(type.GetTableName()!);
        return Enumerable.Reverse(done).Select(t => t.GetTableName()).OfType<string>().Distinct();
    }

    public static bool IsShipped(string table) => Shipped.Contains(table);

    private static void Visit(IEntityType type, List<IEntityType> done)
    {
        if (done.Contains(type))
            return;
        foreach (var parent in type.GetForeignKeys().Select(k => k.PrincipalEntityType).Where(p => p != type))
            Visit(parent, done);
        if (!done.Contains(type))
            done.Add(type);
    }
}
