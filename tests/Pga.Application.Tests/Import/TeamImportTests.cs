using Microsoft.EntityFrameworkCore;
using Pga.Domain.Staff;
using Pga.Testing;

namespace Pga.Application.Tests.Import;

/// <summary>Who types a team in a folder spells it as they like; it stays one team.</summary>
internal sealed class TeamImportTests : ImportTest
{
    [Test]
    public async Task Of_a_folder_are_spelled_as_they_were_first_and_twice_is_once()
    {
        var folder = Folder();

        await Imported(folder);
        var counts = await RowCounts();
        var again = await Imported(folder);

        Assert.That(await Teams(), Is.EqualTo(new[] { "Zuid", "Zuid", "Zuid", "Noord" }));
        Assert.That(await Pga.Read(db => db.Trajects.Select(t => t.Team).SingleAsync()), Is.EqualTo("Zuid"), "of its coordinator");
        Assert.That(again.Files.Select(f => (f.Read, f.Unchanged)), Is.EqualTo(new[] { (4, 4), (1, 1), (1, 1) }));
        Assert.That(await RowCounts(), Is.EqualTo(counts));
    }

    [Test]
    public async Task Of_a_folder_are_spelled_as_what_is_there()
    {
        await Pga.Given(A.Staff(StaffRoles.Coordinator, "zUID"));

        await Imported(Folder());

        Assert.That(await Teams(), Is.EqualTo(new[] { "zUID", "zUID", "zUID", "Noord" }));
        Assert.That(await Pga.Read(db => db.Trajects.Select(t => t.Team).SingleAsync()), Is.EqualTo("zUID"));
    }

    private static ImportFolder Folder()
    {
        var folder = ImportFolder.Small();
        folder.Write("staff.csv", "email,name,role,team", "a@pga.example,Anna,coordinator, Zuid ", "b@pga.example,Bob,pga-expert,zuid", "c@pga.example,Cem,pga-expert,ZUID", "d@pga.example,Dan,rio,Noord");
        folder.Write("trajects.csv", "traject_id,client_id,programme,referred_on,started_on,coordinator", "T1,C1,local-pga,2025-01-10,2025-02-01,b@pga.example");
        return folder;
    }

    /// <summary>Of the folder's staff.</summary>
    private Task<List<string?>> Teams() => Pga.Read(db => db.Staff.Where(s => s.Email.Length == "a@pga.example".Length).OrderBy(s => s.Email).Select(s => s.Team).ToListAsync());
}
