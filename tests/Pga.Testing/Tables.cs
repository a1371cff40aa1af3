using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Pga.Testing;

internal static class Tables
{
    /// <summary>
    /// The statements that empty a database: children before parents, so that no foreign key is in the way. The rows that
    /// we ship stay.
    /// </summary>
    /// <param name="model">The design-time model: the other one has no shipped rows.</param>
    public static IEnumerable<string> Empty(IModel model)
    {
        var done = new List<IEntityType>();
        foreach (var type in model.GetEntityTypes())
            Visit(type, done);
        return Enumerable.Reverse(done).Where(t => t.GetTableName() is not null).DistinctBy(t => t.GetTableName()).Select(Delete);
    }

    private static string Delete(IEntityType type)
    {
        var shipped = type.GetSeedData().Select(row => $"'{row["Id"]}'".ToUpperInvariant()).ToList();
        var others = shipped.Count > 0 ? $" WHERE [Id] NOT IN ({string.Join(", ", shipped)})" : "";
        return $"DELETE FROM [{type.GetTableName()}]{others}";
    }

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
