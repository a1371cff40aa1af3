using System.Collections;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Pga.Application.Audit;
using Pga.Application.Data;
using Pga.Testing;

namespace Pga.Application.Tests.Data;

internal sealed class BulkWriterTests : SliceTest
{
    [Test]
    public async Task Writes_every_kind_of_entity_with_what_it_owns([Values] bool withNulls)
    {
        var sample = await Pga.Read(db => Task.FromResult(Sample.OfEach(db.Model, withNulls)));
        Assert.That(sample, Has.Count.GreaterThan(20));

        await Write(sample, nameof(BulkWriter.Insert));

        foreach (var (type, entity) in sample)
            await AssertStored(type, entity);
    }

    [Test]
    public async Task Updates_every_kind_of_entity_and_replaces_what_it_owns()
    {
        var sample = await Pga.Read(db => Task.FromResult(Sample.OfEach(db.Model, withNulls: true)));
        await Write(sample, nameof(BulkWriter.Insert));
        // Of the two logs there is no update: their lines have no key before they are stored.
        var changed = sample.Where(s => s.Entity is not AccessLogLine and not HistoryEntry).ToList();
        foreach (var (type, entity) in changed)
            Sample.Change(type, entity);

        await Write(changed, nameof(BulkWriter.Update));

        foreach (var (type, entity) in changed)
            await AssertStored(type, entity);
    }

    [Test]
    [Category("Sqlite")]
    public async Task Stores_the_same_bytes_as_entity_framework()
    {
        TestDatabase.OnlyOnSqlite("Reads SQLite's storage classes.");
        using var other = new TestPga();
        var sample = await Pga.Read(db => Task.FromResult(Sample.OfEach(db.Model, withNulls: false)));
        await other.Given([.. sample.Select(s => s.Entity)]);

        await Write(sample, nameof(BulkWriter.Insert));

        foreach (var (type, _) in sample)
        {
            var table = type.GetTableName()!;
            Assert.That(Rows(Pga, table).Except(Rows(other, table)), Is.Empty, table);
        }
    }

    [Test]
    public async Task Stores_nothing_without_commit()
    {
        await Pga.Read(async db =>
        {
            await using var writer = await BulkWriter.Begin(db, default);
            await writer.Insert(A.Client(), default);
            return 0;
        });

        Assert.That(await Pga.Read(db => db.Clients.CountAsync()), Is.Zero);
    }

    private Task<int> Write(IEnumerable<(IEntityType Type, object Entity)> sample, string method) => Pga.Read(async db =>
    {
        await using var writer = await BulkWriter.Begin(db, default);
        foreach (var (type, entity) in sample)
        {
            var write = typeof(BulkWriter).GetMethod(method)!.MakeGenericMethod(type.ClrType);
            await (ValueTask)write.Invoke(writer, BindingFlags.DoNotWrapExceptions, null, [entity, CancellationToken.None], null)!;
        }

        await writer.Commit(default);
        return 0;
    });

    private async Task AssertStored(IEntityType type, object expected)
    {
        var stored = await Pga.Read(async db =>
        {
            var all = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type.ClrType).Invoke(db, null)!;
            // The two logs' samples name clients that don't exist.
            return await all.IgnoreQueryFilters().AsNoTracking().ToListAsync();
        });
        var key = type.FindPrimaryKey()!.Properties[0];
        var actual = key.ValueGenerated == ValueGenerated.Never || key.ClrType == typeof(Guid)
            ? stored.Single(s => Equals(key.PropertyInfo!.GetValue(s), key.PropertyInfo.GetValue(expected)))
            : stored.Single();
        AssertSame(type, expected, actual);
        foreach (var navigation in type.GetNavigations().Where(n => n.TargetEntityType.IsOwned()))
        {
            var order = navigation.TargetEntityType.FindPrimaryKey()!.Properties[^1].PropertyInfo!;
            var theirs = Parts(navigation, expected).OrderBy(order.GetValue).ToList();
            var ours = Parts(navigation, actual).OrderBy(order.GetValue).ToList();
            Assert.That(ours, Has.Count.EqualTo(theirs.Count), navigation.Name);
            for (var i = 0; i < ours.Count; i++)
                AssertSame(navigation.TargetEntityType, theirs[i], ours[i]);
        }
    }

    private static IEnumerable<object> Parts(INavigation navigation, object entity) => ((IEnumerable)navigation.FieldInfo!.GetValue(entity)!).Cast<object>();

    private static void AssertSame(IEntityType type, object expected, object actual)
    {
        foreach (var property in type.GetProperties().Where(p => p.ValueGenerated == ValueGenerated.Never || !p.IsPrimaryKey()))
        {
            var (left, right) = (property.FieldInfo!.GetValue(expected), property.FieldInfo.GetValue(actual));
            Assert.That(right, Is.EqualTo(left), $"{type.ShortName()}.{property.Name}");
            if (right is DateTime instant)
                Assert.That(instant.Kind, Is.EqualTo(DateTimeKind.Utc), $"{type.ShortName()}.{property.Name}");
        }
    }

    private static List<string> Rows(TestPga pga, string table)
    {
        using var connection = new SqliteConnection(pga.ConnectionString);
        connection.Open();
        var columns = new List<string>();
        using (var info = connection.CreateCommand())
        {
            info.CommandText = $"SELECT name FROM pragma_table_info('{table}') WHERE type <> 'INTEGER' OR pk = 0";
            using var names = info.ExecuteReader();
            while (names.Read())
                columns.Add(names.GetString(0));
        }

        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {string.Join(" || '|' || ", columns.Select(c => $"typeof(\"{c}\") || quote(\"{c}\")"))} FROM \"{table}\"";
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(reader.GetString(0));
        return rows;
    }
}
