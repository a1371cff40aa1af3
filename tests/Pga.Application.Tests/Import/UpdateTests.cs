using Microsoft.EntityFrameworkCore;
using Pga.Application.Clients;
using Pga.Domain.Clients;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;

namespace Pga.Application.Tests.Import;

/// <summary>A second import with other content: refused without <c>--update</c>, with history when it is asked for.</summary>
internal sealed class UpdateTests : ImportTest
{
    private const string Clients = "client_id,given_name,prefix,family_name,birth_date,gender,wijk,bsn";
    private const string Trajects = "traject_id,client_id,programme,referred_on,referred_by,started_on,ended_on,end_reason,coordinator";

    private static IEnumerable<TestCaseData> Changes()
    {
        static TestCaseData Case(string file, string old, string with, string fault) => new TestCaseData(file, old, with, fault).SetArgDisplayNames(file);

        yield return Case("staff.csv", "anna@pga.example,Anna,rio,team-1", "anna@pga.example,Anna,rio,team-2", "staff.csv:2: team: staat anders in de database; gebruik --update om dit over te nemen (team-2)");
        yield return Case("clients.csv", "Noor,,Voorbeeld", "Noor,van,Voorbeeld", "clients.csv:2: prefix: staat anders in de database; gebruik --update om dit over te nemen (van)");
        yield return Case("trajects.csv", "politie", "school", "trajects.csv:2: referred_by: staat anders in de database; gebruik --update om dit over te nemen (school)");
        yield return Case("assessments.csv", "gezin,3", "gezin,4", "assessments.csv:2: level: staat anders in de database; gebruik --update om dit over te nemen (4)");
        yield return Case("basic_conditions.csv", "not-arranged", "arranged", "basic_conditions.csv:2: status: staat anders in de database; gebruik --update om dit over te nemen (arranged)");
        yield return Case("contacts.csv", "held", "refused", "contacts.csv:2: outcome: staat anders in de database; gebruik --update om dit over te nemen (refused)");
        yield return Case("participations.csv", "2025-03-03,,", "2025-03-03,2025-04-04,completed", "participations.csv:2: ended_on: staat anders in de database; gebruik --update om dit over te nemen (2025-04-04)");
        yield return Case("partners.csv", "2025-03-01,", "2025-03-01,2025-04-01", "partners.csv:2: until: staat anders in de database; gebruik --update om dit over te nemen (2025-04-01)");
        yield return Case("detentions.csv", "2026-06-01", "2026-07-01", "detentions.csv:2: expected_release: staat anders in de database; gebruik --update om dit over te nemen (2026-07-01)");
        yield return Case("spreekuren.csv", "T10:00", "T11:00", "spreekuren.csv:2: held_at: staat anders in de database; gebruik --update om dit over te nemen (2025-02-02T11:00)");
        yield return Case("spreekuur_visits.csv", "S1,,attended", "S1,,late", "spreekuur_visits.csv:3: attendance: staat anders in de database; gebruik --update om dit over te nemen (late)");
        yield return Case("activities.csv", "scholen,5", "scholen,6", "activities.csv:2: count: staat anders in de database; gebruik --update om dit over te nemen (6)");
        yield return Case("budgets.csv", "10,20", "10,21", "budgets.csv:2: realised: staat anders in de database; gebruik --update om dit over te nemen (21)");
    }

    [TestCaseSource(nameof(Changes))]
    public async Task Takes_other_content_only_with_update_and_then_once(string file, string old, string with, string fault)
    {
        var folder = Folder();
        await Imported(folder);
        folder.Replace(file, old, with);

        var faults = await FaultsOf(folder);
        var historyBefore = (await RowCounts())["History"];
        var updated = await Imported(folder, update: true);
        var counts = await RowCounts();
        var again = await Imported(folder, update: true);

        Assert.That(faults, Is.EqualTo(new[] { fault }));
        Assert.That(updated.Files.Where(f => f.Updated > 0).Select(f => (f.File, f.Updated, f.New)), Is.EqualTo(new[] { (file, 1, 0) }));
        Assert.That(again.Files.Sum(f => f.Updated + f.New), Is.Zero);
        Assert.That(await RowCounts(), Is.EqualTo(counts));
        Assert.That(counts["History"], Is.GreaterThan(historyBefore));
    }

    [Test]
    public async Task Follows_what_a_row_refers_to_however_its_key_is_spelled()
    {
        var folder = Folder();
        folder.Replace("clients.csv", "C1", "JOSÉ-1");
        folder.Replace("trajects.csv", "T1,C1", "Émile-1,José-1");
        foreach (var file in new[] { "assessments.csv", "basic_conditions.csv", "contacts.csv", "participations.csv", "partners.csv" })
            folder.Replace(file, "T1,", "émile-1,");
        folder.Replace("assessments.csv", "émile-1,2025-02-01,start,zelfzorg", "ÉMILE-1,2025-02-01,start,zelfzorg");
        foreach (var file in new[] { "detentions.csv", "spreekuur_visits.csv", "relations.csv" })
            folder.Replace(file, "C1", "josé-1");
        folder.Replace("spreekuren.csv", "S1", "Één");
        folder.Replace("spreekuur_visits.csv", "S1", "één");

        await Imported(folder);
        var counts = await RowCounts();
        folder.Replace("trajects.csv", "José-1", "josé-1");
        var again = await Imported(folder);

        Assert.That((counts["Assessments"], counts["SpreekuurVisits"]), Is.EqualTo((1, 2)), "of two rows one assessment");
        Assert.That((await One(db => db.Clients)).Number, Is.EqualTo("JOSÉ-1"), "as it is in its own file");
        Assert.That(again.Files.Sum(f => f.New + f.Updated), Is.Zero);
        Assert.That(await RowCounts(), Is.EqualTo(counts));
    }

    [Test]
    public async Task Writes_old_and_new_values_into_the_history()
    {
        var folder = Folder();
        await Imported(folder);
        folder.Replace("trajects.csv", "politie", "school");

        await Imported(folder, update: true);

        var traject = await One(db => db.Trajects.Where(t => t.Number == "T1"));
        var entry = await One(db => db.History.Where(h => h.EntityId == traject.Id && h.OldValues != null));
        Assert.That((entry.Event, entry.OldValues, entry.NewValues), Is.EqualTo(("import", "{\"ReferredBy\":\"politie\"}", "{\"ReferredBy\":\"school\"}")));
        Assert.That((entry.ClientId, entry.TrajectId, entry.Source), Is.EqualTo((traject.ClientId, traject.Id, "tester")));
    }

    [Test]
    public async Task Takes_another_wijk_for_a_move_of_today()
    {
        var folder = Folder();
        await Imported(folder);
        folder.Replace("clients.csv", "overvecht", "west");

        await Imported(folder, update: true);

        var client = await One(db => db.Clients.Where(c => c.Number == "C1"));
        Assert.That(client.Wijk, Is.EqualTo("west"));
        Assert.That(client.Residences.OrderBy(r => r.From).Select(r => (r.From, r.Wijk)), Is.EqualTo(new[] { (Residence.Always, "overvecht"), (Today, "west") }));
    }

    [Test]
    public async Task Renews_the_search_words_of_a_name()
    {
        var folder = Folder();
        await Imported(folder);
        folder.Replace("clients.csv", "Noor", "Fatima");

        await Imported(folder, update: true);

        var client = await One(db => db.Clients.Where(c => c.Number == "C1"));
        Assert.That(client.NameWords.Select(w => w.Word), Is.EquivalentTo(new[] { "fatima", "voorbeeld", "c1", "*ftma", "*frbld" }));
    }

    [Test]
    public async Task Compares_a_bsn_by_its_index_and_keeps_it_out_of_the_history()
    {
        var vault = (BsnVault)Pga.Services.GetService(typeof(BsnVault))!;
        var folder = Folder();
        await Imported(folder);
        var before = await One(db => db.Clients.Where(c => c.Number == "C1"));
        folder.Replace("clients.csv", "999375684", "999402018");

        Assert.That(await FaultsOf(folder), Is.EqualTo(new[] { "clients.csv:2: bsn: staat anders in de database; gebruik --update om dit over te nemen (999402018)" }));
        await Imported(folder, update: true);

        var client = await One(db => db.Clients.Where(c => c.Number == "C1"));
        var entry = await One(db => db.History.Where(h => h.EntityId == client.Id && h.OldValues != null));
        Assert.That((vault.Reveal(before), vault.Reveal(client)), Is.EqualTo(("999375684", "999402018")));
        Assert.That(entry.NewValues, Does.Not.Contain("9994").And.Not.Contain(client.BsnIndex!));
    }

    [Test]
    public async Task Keeps_what_a_folder_without_that_column_does_not_say()
    {
        var folder = Folder();
        await Imported(folder);
        folder.Write("clients.csv", "client_id,given_name,family_name", "C1,Fatima,Voorbeeld");

        await Imported(folder, update: true);

        var client = await One(db => db.Clients.Where(c => c.Number == "C1"));
        Assert.That((client.GivenName, client.Wijk, client.Gender, client.BirthDate, client.BsnCipher is not null),
            Is.EqualTo(("Fatima", "overvecht", "female", new DateOnly(2005, 5, 17), true)));
    }

    [Test]
    public async Task Never_deletes_rows_that_are_missing()
    {
        var folder = Folder();
        await Imported(folder);
        folder.Delete("contacts.csv");
        folder.Write("assessments.csv", "traject_id,measured_on,moment,leefgebied,level", "T1,2025-02-01,start,zelfzorg,5");
        var before = await RowCounts();

        var report = await Imported(folder, update: true);

        Assert.That(report.Files.Sum(f => f.New + f.Updated), Is.Zero);
        Assert.That(await RowCounts(), Is.EqualTo(before));
    }

    [Test]
    public async Task Supersedes_an_assessment_and_keeps_the_levels_that_the_folder_does_not_have()
    {
        var folder = Folder();
        await Imported(folder);
        folder.Write("assessments.csv", "traject_id,measured_on,moment,leefgebied,level", "T1,2025-02-01,start,gezin,1", "T1,2025-02-01,start,huisvesting,2");

        var report = await Imported(folder, update: true);

        var assessments = await Pga.Read(db => db.Assessments.ToListAsync());
        var current = assessments.Single(a => a.SupersededById is null);
        Assert.That(assessments, Has.Count.EqualTo(2));
        var former = assessments.Single(a => a.SupersededById is not null);
        Assert.That(former.SupersededById, Is.EqualTo(current.Id));
        var entry = await One(db => db.History.Where(h => h.EntityId == former.Id && h.OldValues != null));
        Assert.That((entry.OldValues, entry.NewValues), Is.EqualTo(("{\"SupersededById\":null}", $"{{\"SupersededById\":\"{current.Id}\"}}")));
        Assert.That(current.Scores.Select(s => (s.Leefgebied, s.Level)), Is.EquivalentTo(new[] { ("gezin", 1), ("zelfzorg", 5), ("huisvesting", 2) }));
        Assert.That(report.Files.Single(f => f.File == "assessments.csv"), Is.EqualTo(new Application.Import.ImportFileSummary("assessments.csv", 2, 1, 0, 1)));
    }

    [Test]
    public async Task Corrects_a_contact_and_compares_with_the_newest_version_after_that()
    {
        var folder = Folder();
        await Imported(folder);
        folder.Replace("contacts.csv", "held", "refused");
        await Imported(folder, update: true);
        folder.Replace("contacts.csv", "refused", "nobody-home");
        await Imported(folder, update: true);

        var contacts = await Pga.Read(db => db.ContactMoments.ToListAsync());
        var current = contacts.Single(c => c.SupersededById is null);

        Assert.That(contacts.Select(c => c.Outcome), Is.EquivalentTo(new[] { "held", "refused", "nobody-home" }));
        Assert.That((current.Outcome, current.ImportKey, current.CorrectionReason), Is.EqualTo(("nobody-home", (string?)null, "Bijgewerkt door een import")));
        Assert.That((await Imported(folder)).Files.Single(f => f.File == "contacts.csv").Unchanged, Is.EqualTo(1));
    }

    [Test]
    public async Task Gives_the_traject_to_another_coordinator_from_today()
    {
        var folder = Folder();
        await Imported(folder);
        folder.Replace("trajects.csv", "bob@pga.example", "anna@pga.example");

        await Imported(folder, update: true);

        var traject = await One(db => db.Trajects.Include(t => t.Assignments).Where(t => t.Number == "T1"));
        var staff = await Pga.Read(db => db.Staff.ToDictionaryAsync(s => s.Id, s => s.Name));
        Assert.That(traject.Team, Is.EqualTo("team-1"));
        Assert.That(traject.Assignments.OrderBy(a => a.From).Select(a => (staff[a.StaffId], a.From, a.Until)), Is.EqualTo(new[]
        {
            ("Bob", new DateOnly(2025, 2, 1), (DateOnly?)Today.AddDays(-1)), ("Anna", Today, null),
        }));
        Assert.That((await Imported(folder)).Files.Sum(f => f.Updated), Is.Zero);
    }

    [Test]
    public async Task Makes_the_coordinator_of_a_traject_that_becomes_rio_its_rio()
    {
        var folder = Folder();
        folder.Delete("assessments.csv");
        folder.Delete("contacts.csv");
        await Imported(folder);
        folder.Replace("trajects.csv", "local-pga", "rio");

        await Imported(folder, update: true);

        var traject = await One(db => db.Trajects.Include(t => t.Assignments).Where(t => t.Number == "T1"));
        Assert.That(traject.Assignments.OrderBy(a => a.From).Select(a => (a.Role, a.Until)), Is.EqualTo(new[]
        {
            (AssignmentRoles.Case, (DateOnly?)Today.AddDays(-1)), (AssignmentRoles.Rio, null),
        }));
        Assert.That((await Imported(folder)).Files.Sum(f => f.Updated), Is.Zero);
    }

    [Test]
    public async Task Ends_a_traject_and_reopens_it()
    {
        var folder = Folder();
        await Imported(folder);
        folder.Replace("trajects.csv", "2025-02-01,,", "2025-02-01,2025-09-01,moved");
        await Imported(folder, update: true);
        var ended = await One(db => db.Trajects.Include(t => t.Assignments).Where(t => t.Number == "T1"));
        folder.Replace("trajects.csv", "2025-02-01,2025-09-01,moved", "2025-02-01,,");
        await Imported(folder, update: true);
        var reopened = await One(db => db.Trajects.Include(t => t.Assignments).Where(t => t.Number == "T1"));

        Assert.That((ended.IsEnded, ended.EndedOn, ended.EndReason, ended.Assignments.Single().Until), Is.EqualTo((true, new DateOnly(2025, 9, 1), "moved", new DateOnly(2025, 9, 1))));
        Assert.That((reopened.IsEnded, reopened.EndedOn, reopened.EndReason, reopened.Assignments.Single().Until), Is.EqualTo((false, (DateOnly?)null, (string?)null, (DateOnly?)null)));
    }

    [Test]
    public async Task Leaves_a_proposed_outflow_alone()
    {
        var folder = Folder();
        await Imported(folder);
        await Pga.Read(async db =>
        {
            var traject = await db.Trajects.SingleAsync(t => t.Number == "T1");
            traject.ProposeOutflow(Today, "out-of-sight", null, Guid.NewGuid(), Pga.Clock.GetUtcNow().UtcDateTime, new Domain.Outflow.OutflowFacts(null, []));
            return await db.SaveChangesAsync();
        });
        folder.Replace("trajects.csv", "politie", "school");

        await Imported(folder, update: true);

        var traject = await One(db => db.Trajects.Where(t => t.Number == "T1"));
        Assert.That((traject.ReferredBy, traject.EndedOn, traject.EndReason, traject.IsEnded), Is.EqualTo(("school", (DateOnly?)Today, "out-of-sight", false)));
    }

    [Test]
    public async Task Keeps_the_roles_and_activation_that_an_administrator_gave()
    {
        var folder = Folder();
        await Imported(folder);
        await Pga.Read(async db =>
        {
            var anna = await db.Staff.SingleAsync(s => s.Email == "anna@pga.example");
            anna.Activate();
            anna.Change(anna.Name, [StaffRoles.Rio, StaffRoles.Manager], anna.Team, anna.Organisation);
            return await db.SaveChangesAsync();
        });

        Assert.That((await Imported(folder)).Files.Single(f => f.File == "staff.csv").Unchanged, Is.EqualTo(2));
        folder.Replace("staff.csv", "Anna,rio", "Anna,rio|coordinator");
        await Imported(folder, update: true);

        var changed = await One(db => db.Staff.Where(s => s.Email == "anna@pga.example"));
        Assert.That(changed.Roles, Is.EquivalentTo(new[] { StaffRoles.Rio, StaffRoles.Coordinator, StaffRoles.Manager }));
        Assert.That(changed.Active, Is.True);
    }

    [Test]
    public async Task Refers_to_what_the_database_has_already()
    {
        await Imported(Folder());
        var more = ImportFolder.Empty();
        more.Write("clients.csv", ImportFolder.Clients, "C2,Sam,Voorbeeld");
        more.Write("trajects.csv", Trajects, "T2,c1,local-pga,2025-06-01,,,,,BOB@pga.example");
        more.Write("contacts.csv", "contact_id,traject_id,kind,occurred_at,outcome,staff", "K2,T1,phone,2025-06-01T10:00,held,anna@pga.example");
        more.Write("spreekuur_visits.csv", "spreekuur_id,client_id,attendance", "S1,C2,attended");

        await Imported(more);

        var traject = await One(db => db.Trajects.Where(t => t.Number == "T2"));
        Assert.That(traject.ClientId, Is.EqualTo((await One(db => db.Clients.Where(c => c.Number == "C1"))).Id));
        Assert.That(traject.Team, Is.EqualTo("team-3"));
        var sequences = await Pga.Read(db => db.SpreekuurVisits.IgnoreQueryFilters().OrderBy(v => v.Sequence).Select(v => v.Sequence).ToListAsync());
        Assert.That(sequences, Is.EqualTo(new[] { 1, 2, 3 }));
    }

    /// <summary>One row of everything.</summary>
    private static ImportFolder Folder()
    {
        var folder = ImportFolder.Empty();
        folder.Write("staff.csv", "email,name,role,team", "anna@pga.example,Anna,rio,team-1", "bob@pga.example,Bob,pga-expert,team-3");
        folder.Write("clients.csv", Clients, "C1,Noor,,Voorbeeld,2005-05-17,female,overvecht,999375684");
        folder.Write("trajects.csv", Trajects, "T1,C1,local-pga,2025-01-10,politie,2025-02-01,,,bob@pga.example");
        folder.Write("assessments.csv", "traject_id,measured_on,moment,leefgebied,level", "T1,2025-02-01,start,gezin,3", "T1,2025-02-01,start,zelfzorg,5");
        folder.Write("basic_conditions.csv", "traject_id,measured_on,moment,condition,status", "T1,2025-02-01,start,id,not-arranged");
        folder.Write("contacts.csv", "contact_id,traject_id,kind,occurred_at,outcome,staff,leefgebieden,report", "K1,T1,phone,2025-02-01T10:00,held,bob@pga.example,gezin,Verslag");
        folder.Write("participations.csv", "participation_id,traject_id,intervention,referred_on,started_on,ended_on,result", "P1,T1,Colosseum Gym,2025-02-02,2025-03-03,,");
        folder.Write("partners.csv", "traject_id,partner,from,until", "T1,JoU,2025-03-01,");
        folder.Write("detentions.csv", "client_id,institution,from,expected_release,until", "C1,PI Vught,2025-02-02,2026-06-01,");
        folder.Write("spreekuren.csv", "spreekuur_id,institution,held_at,rio", "S1,PI Vught,2025-02-02T10:00,anna@pga.example");
        folder.Write("spreekuur_visits.csv", "spreekuur_id,client_id,attendance", "S1,C1,attended", "S1,,attended");
        folder.Write("relations.csv", "client_id,relation,name,birth_year", "C1,sister,Sam,2010");
        folder.Write("activities.csv", "year,kind,count", "2024,scholen,5");
        folder.Write("budgets.csv", "year,priority,budgeted,realised", "2024,Veilig,10,20");
        return folder;
    }
}
