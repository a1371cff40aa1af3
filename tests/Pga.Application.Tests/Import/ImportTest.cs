using Microsoft.EntityFrameworkCore;
using Pga.Application.Data;
using Pga.Application.Import;
using Pga.Testing;

namespace Pga.Application.Tests.Import;

/// <summary>Base of the tests that import a folder.</summary>
internal abstract class ImportTest : SliceTest
{
    protected Task<ImportReport> Import(ImportFolder folder, bool update = false, IProgress<ImportProgress>? progress = null) =>
        Pga.SendAsSystem(new RunImport(folder.Path, update, progress));

    protected async Task<ImportReport> Imported(ImportFolder folder, bool update = false)
    {
        var report = await Import(folder, update);
        Assert.That(report.Faults, Is.Empty);
        return report;
    }

    /// <summary>The faults of a folder that must not be imported; the database stays as it is.</summary>
    protected async Task<IReadOnlyList<string>> FaultsOf(ImportFolder folder, bool update = false)
    {
        var before = await RowCounts();
        var report = await Import(folder, update);
        Assert.That(await RowCounts(), Is.EqualTo(before));
        Assert.That(report.Succeeded, Is.False);
        Assert.That(report.Files, Is.Empty);
        return report.Faults;
    }

    /// <summary>Rows of every table, owned ones too.</summary>
    protected Task<Dictionary<string, long>> RowCounts() => Pga.Read(async db =>
    {
        var counts = new Dictionary<string, long>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct().Order())
        {
            using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT COUNT(*) FROM \"{table}\"";
            counts[table] = Convert.ToInt64(await command.ExecuteScalarAsync(), null);
        }

        return counts;
    });

    protected Task<T> One<T>(Func<PgaDbContext, IQueryable<T>> query) => Pga.Read(db => query(db).SingleAsync());
}
