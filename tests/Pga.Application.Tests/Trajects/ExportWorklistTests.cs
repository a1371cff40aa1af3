using System.Text;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Domain.Contacts;
using Pga.Domain.Staff;
using Pga.Testing;

namespace Pga.Application.Tests.Trajects;

internal sealed class ExportWorklistTests : SliceTest
{
    private readonly StaffMember _coordinator = A.Staff(StaffRoles.Coordinator);

    [TestCase(StaffRoles.PgaExpert)]
    [TestCase(StaffRoles.Rio)]
    [TestCase(StaffRoles.Partner)]
    [TestCase(StaffRoles.Manager)]
    [TestCase(StaffRoles.PrivacyOfficer)]
    [TestCase(StaffRoles.Administrator)]
    public async Task Is_refused_without_its_own_permission(string role)
    {
        var other = A.Staff(role);
        await Pga.Given(other);

        Assert.That(() => Pga.Send(other, new ExportWorklist(new GetWorklist())), Throws.TypeOf<Forbidden>());
    }

    [Test]
    public async Task Holds_every_row_behind_the_filter_and_logs_each_client_in_it()
    {
        var inOvervecht = Enumerable.Range(1, 30).Select(i => A.Client("Kim", $"Naam{i:D2}", wijk: "overvecht")).ToList();
        var elsewhere = A.Client("Bo", "Elders", wijk: "oost");
        var ofOthers = A.Client("Jo", "Ander", wijk: "overvecht");
        await Pga.Given([_coordinator, .. inOvervecht, elsewhere, ofOthers, .. inOvervecht.Append(elsewhere).Select(c => A.Traject(c)), A.Traject(ofOthers, team: "team-2")]);

        var file = await Pga.Send(_coordinator, new ExportWorklist(new GetWorklist(Wijk: "overvecht", Page: 2)));

        var lines = Encoding.UTF8.GetString(file.Content).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines[0], Does.StartWith("Dossier;Naam;Leeftijd;Wijk;Aanpak;Status"));
        Assert.That(lines.Skip(1).Select(l => l.Split(';')[1]), Is.EquivalentTo(inOvervecht.Select(c => c.FullName)));
        var logged = await Pga.Read(db => db.AccessLog.Where(l => l.Request == nameof(ExportWorklist)).Select(l => new { l.ClientId, l.Purpose }).ToListAsync());
        Assert.That(logged.Select(l => l.ClientId), Is.EquivalentTo(inOvervecht.Select(c => (Guid?)c.Id)));
        Assert.That(logged.Select(l => l.Purpose).Distinct(), Is.EqualTo(new[] { "uitvoer" }));
    }

    [Test]
    public async Task Holds_no_free_text_and_no_formula()
    {
        var client = A.Client("=CMD()", "De \"Kat\"; Jansen");
        var traject = A.Traject(client);
        var now = Pga.Clock.GetUtcNow().UtcDateTime;
        var contact = new ContactMoment(Guid.CreateVersion7(), traject.Id, null, now, new ContactDetails("phone", now.AddHours(-1), "held", "geheim verslag", NextStep: "geheime stap", NextStepDue: Today));
        await Pga.Given(_coordinator, client, traject, contact);

        var text = Encoding.UTF8.GetString((await Pga.Send(_coordinator, new ExportWorklist(new GetWorklist()))).Content);

        Assert.That(text, Does.Contain(";\"'=CMD() De \"\"Kat\"\"; Jansen\";").And.Contain($";{Today:yyyy-MM-dd};").And.Not.Contain("geheim"));
    }
}
