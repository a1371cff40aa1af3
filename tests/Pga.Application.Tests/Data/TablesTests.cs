using Microsoft.EntityFrameworkCore;
using Pga.Domain.Catalogues;
using Pga.Testing;

namespace Pga.Application.Tests.Data;

/// <summary>Tests the test base: a server is made new between tests by statements that SQLite understands as well.</summary>
internal sealed class TablesTests : SliceTest
{
    [Test]
    public async Task Makes_a_filled_database_new_with_what_we_ship_as_we_ship_it()
    {
        await Pga.Given([.. await Pga.Read(db => Task.FromResult(Sample.OfEach(db.Model, withNulls: false).Select(s => s.Entity)))]);
        var extra = new Partner(Guid.CreateVersion7(), "eigen", "Eigen partner", 99);
        await Pga.Given(extra);
        await Pga.Read(db => db.Institutions.ExecuteUpdateAsync(set => set.SetProperty(i => i.Name, i => i.Code)));

        await Pga.Read(db =>
        {
            Tables.MakeNew(db);
            return Task.FromResult(0);
        });

        Assert.That(await Pga.Read(db => db.Partners.CountAsync()), Is.EqualTo(10));
        Assert.That(await Pga.Read(db => db.Institutions.CountAsync(i => i.Name != i.Code)), Is.GreaterThan(10));
        Assert.That(await Pga.Read(db => db.Clients.IgnoreQueryFilters().CountAsync()), Is.Zero);
        Assert.That(await Pga.Read(db => db.History.IgnoreQueryFilters().CountAsync()), Is.Zero);
        Assert.That(await Pga.Read(db => db.Staff.CountAsync()), Is.Zero);
    }
}
