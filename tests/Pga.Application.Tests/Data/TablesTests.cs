using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Pga.Domain.Catalogues;
using Pga.Testing;

namespace Pga.Application.Tests.Data;

/// <summary>Tests the test base: a server is emptied between tests by statements that SQLite understands as well.</summary>
internal sealed class TablesTests : SliceTest
{
    [Test]
    public async Task Empties_a_filled_database_but_for_what_we_ship()
    {
        await Pga.Given([.. await Pga.Read(db => Task.FromResult(Sample.OfEach(db.Model, withNulls: false).Select(s => s.Entity)))]);
        var extra = new Partner(Guid.CreateVersion7(), "eigen", "Eigen partner", 99);
        await Pga.Given(extra);

        await Pga.Read(async db =>
        {
            foreach (var sql in Tables.Empty(db.GetService<IDesignTimeModel>().Model))
                await db.Database.ExecuteSqlRawAsync(sql);
            return 0;
        });

        Assert.That(await Pga.Read(db => db.Partners.CountAsync()), Is.EqualTo(10));
        Assert.That(await Pga.Read(db => db.Institutions.CountAsync()), Is.GreaterThan(10));
        Assert.That(await Pga.Read(db => db.Clients.IgnoreQueryFilters().CountAsync()), Is.Zero);
        Assert.That(await Pga.Read(db => db.History.IgnoreQueryFilters().CountAsync()), Is.Zero);
        Assert.That(await Pga.Read(db => db.Staff.CountAsync()), Is.Zero);
    }
}
