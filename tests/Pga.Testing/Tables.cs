using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Pga.Application.Data;

namespace Pga.Testing;

internal static class Tables
{
    private static readonly ConcurrentDictionary<string, string> Statements = new();

    /// <summary>Brings a database back to how it was when it was made: empty but for what we ship, as we ship it.</summary>
    public static void MakeNew(PgaDbContext db)
    {
        var sql = Statements.GetOrAdd(db.Database.ProviderName!, _ => string.Join(";\n", StatementsFor(db)));
        // Our letters have {{fields}}, which are no parameters.
        db.Database.ExecuteSqlRaw(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
    }

    /// <summary>Children go before parents, so that no foreign key is in the way.</summary>
    private static IEnumerable<string> StatementsFor(PgaDbContext db)
    {
        var model = db.GetService<IDesignTimeModel>().Model;
        var made = db.GetService<IMigrationsModelDiffer>().GetDifferences(null, model.GetRelationalModel());
        var shipped = db.GetService<IMigrationsSqlGenerator>().Generate([.. made.OfType<InsertDataOperation>()], model);
        return ChildrenFirst(model).Select(table => $"DELETE FROM [{table}]").Concat(shipped.Select(c => c.CommandText));
    }

    private static IEnumerable<string> ChildrenFirst(IModel model)
    {
        var done = new List<IEntityType>();
        foreach (var type in model.GetEntityTypes())
            Visit(type, done);
        return Enumerable.Reverse(done).Select(t => t.GetTableName()).OfType<string>().Distinct();
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
