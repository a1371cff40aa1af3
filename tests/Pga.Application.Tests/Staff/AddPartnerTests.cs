using Microsoft.EntityFrameworkCore;
using Pga.Application.Pipeline;
using Pga.Application.Staff;
using Pga.Domain.Staff;
using Pga.Testing;

namespace Pga.Application.Tests.Staff;

/// <summary>An account of a partner belongs to a partner of the catalogue.</summary>
internal sealed class AddPartnerTests : SliceTest
{
    [TestCase("JoU")]
    [TestCase(" jou ")]
    [TestCase("JOU")]
    public async Task Belongs_to_the_partner_that_is_named_by_code_or_name(string organisation)
    {
        await Pga.SendAsSystem(Account(organisation));

        var stored = await Pga.Read(db => db.Staff.SingleAsync());
        Assert.That((stored.PartnerId, stored.Organisation), Is.EqualTo((await Pga.Read(db => db.Partners.Where(p => p.Code == "jou").Select(p => (Guid?)p.Id).SingleAsync()), "JoU")));
    }

    [TestCase("Gemeente Utrecht")]
    [TestCase("")]
    [TestCase(null)]
    public async Task Is_refused_with_the_list_when_the_organisation_is_not_in_the_catalogue(string? organisation)
    {
        var error = Assert.ThrowsAsync<Invalid>(() => Pga.SendAsSystem(Account(organisation))).Errors.Single();

        Assert.That(error.Field, Is.EqualTo("Organisation"));
        Assert.That(error.Text, Does.StartWith("Kies voor de rol partner een organisatie uit de catalogus: W&I, Buurtteams, JoU, "));
        Assert.That(await Pga.Read(db => db.Staff.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Of_another_role_belongs_to_none()
    {
        await Pga.SendAsSystem(Account("JoU") with { Roles = [StaffRoles.PgaExpert] });

        Assert.That((await Pga.Read(db => db.Staff.SingleAsync())).PartnerId, Is.Null);
    }

    [Test]
    public async Task Of_someone_who_came_with_an_import_is_joined_to_the_partner()
    {
        var imported = new StaffMember(Guid.CreateVersion7(), "jan@jou.example", "Jan", [StaffRoles.PgaExpert], null, null, active: false);
        await Pga.Given(imported);

        await Pga.SendAsSystem(Account("jou"));

        Assert.That((await Pga.Read(db => db.Staff.SingleAsync())).PartnerId, Is.Not.Null);
    }

    private static AddUser Account(string? organisation) => new(Guid.CreateVersion7(), "jan@jou.example", "Jan", [StaffRoles.Partner], null, organisation);
}
