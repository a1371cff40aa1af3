using System.Text;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Import;

namespace Pga.Application.Tests.Import;

internal sealed class AllOrNothingTests : ImportTest
{
    [Test]
    public async Task Writes_nothing_when_one_row_of_the_sample_is_wrong()
    {
        var folder = ImportFolder.Sample();
        folder.Replace("budgets.csv", "2025;Digitale veiligheid;1640000;1683000", "2025;Digitale veiligheid;1640000;veel");

        Assert.That(await FaultsOf(folder), Is.EqualTo(new[] { "budgets.csv:17: realised: is geen heel getal (veel)" }));
    }

    [TestCase("clients.csv")]
    [TestCase("assessments.csv")]
    [TestCase("budgets.csv")]
    public async Task Leaves_the_database_as_it_was_when_it_is_interrupted_while_writing(string file)
    {
        var folder = ImportFolder.Sample();
        var before = await RowCounts();

        // The end of writing the file: its rows are in the transaction by then.
        var stopped = new Stop(p => p.Step == "schrijven" && p.File == file && p.Rows > 0);
        Assert.ThrowsAsync<OperationCanceledException>(() => Import(folder, progress: stopped));

        Assert.That(await RowCounts(), Is.EqualTo(before));
        Assert.That((await Imported(folder)).Files.Sum(f => f.New), Is.EqualTo(24_088));
    }

    [Test]
    public async Task Leaves_no_staging_database_behind()
    {
        static string[] Left() => Directory.GetDirectories(Path.GetTempPath(), "pga-import-*");
        var before = Left();
        var folder = ImportFolder.Small();
        string[] during = [];

        await Import(folder, progress: new Stop(p =>
        {
            during = Left();
            return false;
        }));
        Assert.ThrowsAsync<OperationCanceledException>(() => Import(folder, progress: new Stop(p => p.Step == "vergelijken")));

        Assert.That(during.Except(before), Has.Exactly(1).Items);
        Assert.That(Left().Except(before).Intersect(during), Is.Empty);
    }

    [Test]
    public async Task Reads_what_excel_makes()
    {
        var folder = ImportFolder.Empty();
        folder.WriteBytes("clients.csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("family_name;client_id;given_name;;\r\nÖztürk;C1;Zoë;;\r\n;;;;\r\n\r\n\r\n")]);
        folder.WriteBytes("trajects.csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("traject_id;client_id;programme;referred_on\r\nT1;C1;top-x;2025-01-10\r\n")]);
        folder.WriteText("contacts.csv", "contact_id;traject_id;kind;occurred_at;outcome;report\r\nK1;T1;phone;2025-07-01T10:00;held;\"Regel \"\"een\"\"\nregel twee; en, verder\"\r\nK2;T1;letter;2025-10-26T02:30;held\r\n\r\n");

        var report = await Imported(folder);

        var client = await One(db => db.Clients);
        var contacts = await Pga.Read(db => db.ContactMoments.OrderBy(c => c.ImportKey).ToListAsync());
        Assert.That(report.Files.Select(f => (f.File, f.Read)), Is.EqualTo(new[] { ("clients.csv", 1), ("trajects.csv", 1), ("contacts.csv", 2) }));
        Assert.That(client.FullName, Is.EqualTo("Zoë Öztürk"));
        Assert.That(contacts[0].Report, Is.EqualTo("Regel \"een\"\nregel twee; en, verder"));
        Assert.That(contacts[0].OccurredAt, Is.EqualTo(new DateTime(2025, 7, 1, 8, 0, 0)));
        // The clock showed this time twice; the first is meant.
        Assert.That(contacts[1].OccurredAt, Is.EqualTo(new DateTime(2025, 10, 26, 0, 30, 0)));
    }

    [Test]
    public async Task Matches_catalogues_by_code_or_name_and_adds_what_they_lack_for_review()
    {
        var folder = ImportFolder.Small();
        folder.Write("partners.csv", "traject_id,partner,from", "T1,JOU,2025-02-01", "T1,leger des heils j&r ,2025-02-01", "T1,Stichting Nieuw,2025-02-01", "T1,stichting  nieuw,2025-02-02", "T1,STICHTING NIEUW,2025-02-03");
        folder.Write("detentions.csv", "client_id,institution,from", "C1,JVA Aachen,2025-02-01");
        folder.Write("participations.csv", "participation_id,traject_id,intervention,referred_on", "P1,T1,Boksen,2025-02-01");
        folder.Write("activities.csv", "year,kind,count", "2024,Wijkgesprekken,3");

        await Imported(folder);
        var again = await Imported(folder);

        var added = await Pga.Read(db => db.Partners.Where(p => p.NeedsReview).OrderBy(p => p.Order).ToListAsync());
        var institution = await One(db => db.Institutions.Where(i => i.NeedsReview));
        var intervention = await One(db => db.Interventions.Where(i => i.NeedsReview));
        var kind = await One(db => db.ActivityKinds.Where(k => k.NeedsReview));
        Assert.That(added.Select(p => (p.Code, p.Name, p.Order)), Is.EqualTo(new[] { ("stichting-nieuw", "Stichting Nieuw", 11), ("stichting-nieuw-2", "stichting  nieuw", 12) }));
        Assert.That((institution.Code, institution.Country), Is.EqualTo(("jva-aachen", "DE")));
        Assert.That((intervention.Code, intervention.Kind), Is.EqualTo(("boksen", (string?)null)));
        Assert.That((kind.Code, kind.Name), Is.EqualTo(("wijkgesprekken", "Wijkgesprekken")));
        Assert.That(again.Files.Sum(f => f.New), Is.Zero);
    }

    [Test]
    public async Task Accepts_an_entry_that_has_ended_for_dates_before_and_after()
    {
        await Pga.Read(async db =>
        {
            (await db.Partners.SingleAsync(p => p.Code == "jou")).ValidBetween(null, new DateOnly(2025, 6, 30));
            (await db.Institutions.SingleAsync(p => p.Code == "pi-vught")).ValidBetween(null, new DateOnly(2020, 1, 1));
            return await db.SaveChangesAsync();
        });
        var folder = ImportFolder.Small();
        folder.Write("partners.csv", "traject_id,partner,from", "T1,JoU,2025-02-01", "T1,jou,2025-09-01");
        folder.Write("detentions.csv", "client_id,institution,from", "C1,pi vught,2025-02-01");

        await Imported(folder);

        Assert.That(await Pga.Read(db => db.PartnerInvolvements.CountAsync()), Is.EqualTo(2));
        Assert.That(await Pga.Read(db => db.DetentionPeriods.CountAsync()), Is.EqualTo(1));
        Assert.That(await Pga.Read(db => db.Partners.CountAsync(p => p.NeedsReview)), Is.Zero, "nothing was added beside it");
    }

    [Test]
    public async Task Takes_a_repeated_relation_for_one()
    {
        var folder = ImportFolder.Small();
        folder.Write("relations.csv", "client_id,relation,name", "C1,sister,Sam", "C1,sister,Sam");

        var report = await Imported(folder);

        Assert.That(report.Files.Single(f => f.File == "relations.csv"), Is.EqualTo(new ImportFileSummary("relations.csv", 2, 1, 1, 0)));
        Assert.That((await RowCounts())["Relations"], Is.EqualTo(1));
    }

    private sealed class Stop(Func<ImportProgress, bool> when) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (when(value))
                throw new OperationCanceledException();
        }
    }
}
