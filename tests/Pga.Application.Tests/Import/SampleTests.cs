using Microsoft.EntityFrameworkCore;
using Pga.Application.Import;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Import;

internal sealed class SampleTests : ImportTest
{
    private static readonly Dictionary<string, int> Rows = new()
    {
        ["staff.csv"] = 9,
        ["clients.csv"] = 320,
        ["trajects.csv"] = 350,
        ["assessments.csv"] = 17731,
        ["basic_conditions.csv"] = 961,
        ["contacts.csv"] = 1460,
        ["participations.csv"] = 360,
        ["partners.csv"] = 611,
        ["detentions.csv"] = 73,
        ["spreekuren.csv"] = 378,
        ["spreekuur_visits.csv"] = 1723,
        ["relations.csv"] = 76,
        ["activities.csv"] = 20,
        ["budgets.csv"] = 16,
    };

    [Test]
    public async Task Imports_every_row_once_and_the_second_time_finds_them_all()
    {
        var sample = ImportFolder.Sample();

        var first = await Imported(sample);
        var counts = await RowCounts();
        var second = await Imported(sample);
        var updating = await Imported(sample, update: true);

        Assert.That(first.Files, Is.EqualTo(Rows.Select(r => new ImportFileSummary(r.Key, r.Value, r.Value, 0, 0))));
        Assert.That(second.Files, Is.EqualTo(Rows.Select(r => new ImportFileSummary(r.Key, r.Value, 0, r.Value, 0))));
        Assert.That(updating.Files, Is.EqualTo(second.Files));
        Assert.That(await RowCounts(), Is.EqualTo(counts));
        Assert.That(first.Remarks, Is.EqualTo(new[] { "staff.csv:10: role: deze rol geeft een import niet; laat de functioneel beheerder dat doen (manager)" }));
        Assert.That(counts["Clients"], Is.EqualTo(320));
        Assert.That(counts["Residences"], Is.EqualTo(320));
        Assert.That((await Pga.Read(db => db.Assessments.Select(a => a.Scores).ToListAsync())).Sum(s => s.Count), Is.EqualTo(17731));
        Assert.That((await Pga.Read(db => db.ConditionMeasurements.Select(m => m.Statuses).ToListAsync())).Sum(s => s.Count), Is.EqualTo(961));
        Assert.That(counts["Assignments"], Is.EqualTo(350));
        Assert.That(counts["SpreekuurVisits"], Is.EqualTo(1723));
    }

    [Test]
    public async Task Writes_what_the_files_say()
    {
        await Imported(ImportFolder.Sample());

        var traject = await One(db => db.Trajects.Include(t => t.Assignments).Where(t => t.Number == "T000003"));
        var coordinator = await One(db => db.Staff.Where(s => s.Email == "expert5@utrecht.example"));
        var client = await One(db => db.Clients.Where(c => c.Number == "C000001"));
        var measured = await Pga.Read(db => db.Assessments.Where(a => db.Trajects.Any(t => t.Id == a.TrajectId && t.Number == "T000001")).OrderBy(a => a.MeasuredOn).ThenBy(a => a.Id).FirstAsync());
        var contact = await One(db => db.ContactMoments.Where(c => c.ImportKey == "K0000002"));
        var history = await One(db => db.History.Where(h => h.EntityId == traject.Id));

        Assert.That((traject.Programme, traject.ReferredOn, traject.ReferredBy, traject.StartedOn, traject.EndedOn, traject.EndReason),
            Is.EqualTo((Programmes.LocalPga, new DateOnly(2024, 3, 6), "politie", new DateOnly(2024, 4, 13), new DateOnly(2024, 12, 29), "regular-support")));
        Assert.That((traject.OutflowConfirmedAt, traject.OutflowConfirmedById, traject.OutflowProposedAt), Is.EqualTo((Pga.Clock.GetUtcNow().UtcDateTime, (Guid?)null, (DateTime?)null)));
        Assert.That(traject.Team, Is.EqualTo("team-3"));
        Assert.That(traject.Assignments.Select(a => (a.StaffId, a.Role, a.From, a.Until)),
            Is.EqualTo(new[] { (coordinator.Id, AssignmentRoles.Case, traject.StartedOn!.Value, traject.EndedOn) }));
        Assert.That((coordinator.Active, coordinator.Team), Is.EqualTo((false, "team-3")));
        Assert.That((client.FullName, client.Wijk, client.BirthDate), Is.EqualTo(("Mike Visser", "zuidwest", new DateOnly(2008, 5, 1))));
        Assert.That(client.BsnCipher, Is.Not.Null);
        Assert.That(client.Residences.Select(r => (r.From, r.Wijk)), Is.EqualTo(new[] { (DateOnly.MinValue, "zuidwest") }));
        Assert.That((measured.MeasuredOn, measured.Scores.Single(s => s.Leefgebied == "houding-gedrag").Level), Is.EqualTo((new DateOnly(2025, 8, 27), 3)));
        Assert.That(contact.Report, Is.EqualTo("Regel een\nregel twee; met puntkomma, en komma."));
        Assert.That((contact.OccurredAt, contact.Topics), Is.EqualTo((new DateTime(2025, 10, 1, 9, 15, 0), "inkomen-schulden")));
        Assert.That((history.Event, history.Request, history.Role, history.Source, history.Entity, history.ClientId, history.OldValues),
            Is.EqualTo(("import", "RunImport", "system", "tester", "Traject", (Guid?)traject.ClientId, (string?)null)));
    }

    [Test]
    public async Task Gives_a_rio_traject_its_rio()
    {
        await Imported(ImportFolder.Sample());

        var roles = await Pga.Read(db => db.Trajects.SelectMany(t => t.Assignments, (t, a) => new { t.Programme, a.Role }).Distinct().ToListAsync());

        Assert.That(roles.Select(r => (r.Programme, r.Role)), Is.EquivalentTo(new[]
        {
            (Programmes.Rio, AssignmentRoles.Rio), (Programmes.LocalPga, AssignmentRoles.Case), (Programmes.TopX, AssignmentRoles.Case),
        }));
    }

    [Test]
    public async Task Writes_history_for_every_entity()
    {
        await Imported(ImportFolder.Sample());

        var counts = await RowCounts();
        var entities = new[]
        {
            "Staff", "Clients", "Trajects", "Assignments", "Assessments", "ConditionMeasurements", "ContactMoments", "Participations",
            "PartnerInvolvements", "DetentionPeriods", "Spreekuren", "SpreekuurVisits", "Relations", "Activities", "Budgets",
        };

        Assert.That(counts["History"], Is.EqualTo(entities.Sum(e => counts[e])));
    }

    [Test]
    public void Is_refused_without_the_permission()
    {
        var expert = A.Staff(Domain.Staff.StaffRoles.Administrator);

        Assert.ThrowsAsync<Application.Pipeline.Forbidden>(() => Pga.Send(expert, new RunImport(ImportFolder.Small().Path, false)));
    }
}
