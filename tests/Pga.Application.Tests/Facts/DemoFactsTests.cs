using Microsoft.EntityFrameworkCore;
using Pga.Application.Demo;
using Pga.Application.Facts;
using Pga.Domain.Facts;
using Pga.Domain.Staff;
using Pga.Testing;

namespace Pga.Application.Tests.Facts;

internal sealed class DemoFactsTests : SliceTest
{
    [Test]
    public async Task Have_every_provenance_for_the_first_worker_and_something_hidden_for_a_colleague()
    {
        await Pga.SendAsSystem(new MakeDemo(MakeDemo.DefaultClients, MakeDemo.DefaultSeed));
        var expert = await Pga.Read(db => db.Staff.SingleAsync(s => s.Email == "expert@pga.example"));
        var colleague = await Pga.Read(db => db.Staff.FirstAsync(s => s.Team == expert.Team && s.Id != expert.Id && s.RoleCodes == StaffRoles.PgaExpert));

        var facts = await Pga.Read(db => db.Facts.ToListAsync());
        var own = await Pga.ReadAs(expert, db => db.Facts.Where(f => db.Assignments.Any(a => a.TrajectId == f.TrajectId && a.StaffId == expert.Id && a.Until == null)).ToListAsync());
        var along = await Pga.ReadAs(colleague, db => db.Facts.Where(f => own.Select(o => o.Id).Contains(f.Id)).ToListAsync());

        Assert.That(own.Select(f => f.Provenance).Distinct(), Is.EquivalentTo(FactCodes.Provenances.All.Select(p => p.Key)));
        Assert.That(along, Is.Not.Empty.And.All.Property(nameof(Fact.IsJustice)).False);
        Assert.That(facts.Count(f => f.SupersededById is not null), Is.GreaterThan(3));
        Assert.That(facts.Count(f => f.WithdrawnOn is not null), Is.GreaterThan(3));
        Assert.That(facts.Where(f => f.OccurredOn >= Today), Is.Empty);
        Assert.That((await Pga.Send(expert, new GetFacts(own[0].TrajectId))).All, Is.Positive);
    }
}
