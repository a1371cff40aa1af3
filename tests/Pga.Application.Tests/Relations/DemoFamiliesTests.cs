using Microsoft.EntityFrameworkCore;
using Pga.Application.Demo;
using Pga.Application.Relations;
using Pga.Testing;

namespace Pga.Application.Tests.Relations;

internal sealed class DemoFamiliesTests : SliceTest
{
    [Test]
    public async Task Have_links_that_the_first_worker_sees_and_links_that_they_do_not()
    {
        await Pga.SendAsSystem(new MakeDemo(MakeDemo.DefaultClients, MakeDemo.DefaultSeed));
        var expert = await Pga.Read(db => db.Staff.SingleAsync(s => s.Email == "expert@pga.example"));

        var all = await Pga.Read(db => db.FamilyLinks.ToListAsync());
        var seen = await Pga.ReadAs(expert, db => db.FamilyLinks.ToListAsync());

        Assert.That(seen, Is.Not.Empty);
        Assert.That(all, Has.Count.GreaterThan(seen.Count));
        foreach (var link in all)
        {
            var relation = await Pga.Read(db => db.Relations.SingleAsync(r => r.Id == link.RelationId));
            var relative = await Pga.Read(db => db.Clients.SingleAsync(c => c.Id == link.RelativeId));
            Assert.That((relation.ClientId, relation.Name, relation.BirthYear), Is.EqualTo((link.ClientId, relative.GivenName, relative.BirthDate?.Year)));
            Assert.That(link.LinkedOn, Is.LessThan(Today));
        }

        var traject = await Pga.ReadAs(expert, db => db.Trajects.FirstAsync(t => t.ClientId == seen[0].ClientId));
        Assert.That((await Pga.Send(expert, new GetFamily(traject.Id))).Members.Select(m => m.ClientId), Does.Contain(seen[0].RelativeId));
    }
}
