using Microsoft.EntityFrameworkCore;
using Pga.Application.Staff;
using Pga.Domain.Staff;
using Pga.Testing;

namespace Pga.Application.Tests.Staff;

/// <summary>A team is one team, however somebody spells it.</summary>
internal sealed class TeamNamesTests : SliceTest
{
    [TestCase("Zuid")]
    [TestCase("zuid")]
    [TestCase(" ZUID ")]
    public async Task Of_an_account_is_spelled_as_that_of_who_is_there(string typed)
    {
        await Pga.Given(A.Staff(StaffRoles.Coordinator, "Zuid"));

        Assert.That(await TeamOf(typed), Is.EqualTo("Zuid"));
    }

    [TestCase("Łódź", "ŁÓDŹ")]
    [TestCase("Café", "Cafe\u0301")]
    public async Task Of_an_account_is_one_with_letters_beyond_a_to_z_too(string known, string typed)
    {
        await Pga.Given(A.Staff(StaffRoles.Coordinator, known));

        Assert.That(await TeamOf(typed), Is.EqualTo(known));
    }

    [Test]
    public async Task Of_an_account_is_that_of_dossiers_that_nobody_works_on()
    {
        var client = A.Client();
        await Pga.Given(client, A.Traject(client, team: "Zuid"));

        Assert.That(await TeamOf("zuid"), Is.EqualTo("Zuid"));
    }

    [TestCase("Café", "Cafe")]
    [TestCase("Zuid", "Zuid 2")]
    public async Task Of_an_account_may_be_new(string known, string typed)
    {
        await Pga.Given(A.Staff(StaffRoles.Coordinator, known));

        Assert.That(await TeamOf(typed), Is.EqualTo(typed));
    }

    [TestCase(null)]
    [TestCase(" ")]
    public async Task Of_an_account_may_be_none(string? typed) => Assert.That(await TeamOf(typed), Is.Null);

    [Test]
    public async Task Of_an_account_that_came_with_an_import_is_kept_when_nothing_is_typed()
    {
        await Pga.Given(new StaffMember(Guid.CreateVersion7(), Email, "Jan", [StaffRoles.PgaExpert], "Zuid", null, active: false));

        Assert.That(await TeamOf(" "), Is.EqualTo("Zuid"));
    }

    private const string Email = "jan@pga.example";

    private async Task<string?> TeamOf(string? typed)
    {
        await Pga.SendAsSystem(new AddUser(Guid.CreateVersion7(), Email, "Jan", [StaffRoles.PgaExpert], typed, null));
        return await Pga.Read(db => db.Staff.Where(s => s.Email == Email).Select(s => s.Team).SingleAsync());
    }
}
