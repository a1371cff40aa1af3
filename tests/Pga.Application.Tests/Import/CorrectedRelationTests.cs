using Microsoft.EntityFrameworkCore;
using Pga.Application.Relations;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Import;

/// <summary>The folder of the team's own administration still has the relative as it was.</summary>
internal sealed class CorrectedRelationTests : ImportTest
{
    [Test]
    public async Task Is_not_brought_back_by_another_import_and_neither_is_one_that_was_removed()
    {
        var folder = ImportFolder.Small();
        folder.Write("relations.csv", "client_id,relation,name,birth_year", "C1,sister,Sam,2010", "C1,brother,Bo,");
        await Imported(folder);
        var expert = A.Staff(StaffRoles.PgaExpert);
        await Pga.Given(expert);
        var trajectId = await Pga.Read(async db =>
        {
            var traject = await db.Trajects.Include(t => t.Assignments).SingleAsync();
            traject.Assign(Guid.CreateVersion7(), expert.Id, AssignmentRoles.Case, new DateOnly(2025, 2, 1));
            await db.SaveChangesAsync();
            return traject.Id;
        });
        var relatives = (await Pga.Send(expert, new GetRelations(trajectId))).Current;
        var (bo, sam) = (relatives.Single(r => r.Name == "Bo"), relatives.Single(r => r.Name == "Sam"));
        await Pga.Send(expert, new CorrectRelation(Guid.CreateVersion7(), trajectId, sam.Id, sam.Version, "sister", "Sam|e", 2011, "Woont in.", "Verkeerd jaar"));
        await Pga.Send(expert, new CorrectRelation(Guid.CreateVersion7(), trajectId, bo.Id, bo.Version, "brother", "Bo", 2009, "Woont in.", "Jaar ontbrak"));
        var boNow = (await Pga.Send(expert, new GetRelations(trajectId))).Current.Single(r => r.Id == bo.Id);
        await Pga.Send(expert, new EndRelation(Guid.CreateVersion7(), trajectId, bo.Id, boNow.Version, "Is een neef"));

        var again = await Imported(folder, update: true);

        Assert.That(again.Files.Sum(f => f.New + f.Updated), Is.Zero);
        Assert.That(await Pga.Read(db => db.Relations.Select(r => r.Name).ToListAsync()), Is.EquivalentTo(new[] { "Sam|e", "Bo" }));
    }
}
