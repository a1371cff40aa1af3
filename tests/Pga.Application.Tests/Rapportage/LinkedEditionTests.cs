using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pga.Application.Import;
using Pga.Application.Pipeline;
using Pga.Application.Rapportage;
using Pga.Disclosure;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Rapportage;

/// <summary>What an edition owes to the ones beside it.</summary>
internal sealed class LinkedEditionTests : EditionTest
{
    private static readonly string Sample = Path.Combine(TestContext.CurrentContext.TestDirectory, "data", "utrecht-2024");

    [TestCase(5)]
    [TestCase(10)]
    public async Task Of_the_sample_are_made_year_after_year(int threshold)
    {
        using var pga = new TestPga(services => services.AddSingleton(new Thresholds(threshold, threshold)));
        await pga.Given(Manager);
        await pga.SendAsSystem(new RunImport(Sample, Update: false));

        foreach (var year in new[] { 2022, 2023, 2024, 2025 })
        {
            await pga.Send(Manager, new MakeDraft(Guid.CreateVersion7(), year));
            var view = await pga.Send(Manager, new GetEdition(year));
            await pga.Send(Manager, new ConfirmEdition(Guid.CreateVersion7(), year, view.Version));
            pga.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        var ledger = await Ledger(pga, 2024);
        Assert.That(ledger.Identities, Has.Count.EqualTo(4), "each programme and all together");
        Assert.That(ledger.ApprovedBy, Is.EqualTo("Mo Manager"));
        Assert.That((await pga.SendAsSystem(new VerifyEditions())).Changed, Is.Empty);
        TestContext.Out.WriteLine($"threshold {threshold}: gap {ledger.Gap}%, {ledger.Evidence.Count} proofs");
    }

    [Test]
    public async Task Tie_the_stand_of_the_year_before_that_was_withheld()
    {
        await Start(3, Day(2, 1, 2023), Programmes.Rio);
        await Start(9, Day(2, 1, 2023), Programmes.TopX);
        await Start(20, Day(2, 1, 2023));
        await Make(2023);
        await Confirm(2023);
        Assert.That(Cell((await Get(2023)).Report, "running", "rio", "2023"), Is.Null);
        Assert.That(Cell((await Get(2023)).Report, "running", "total", "2023"), Is.EqualTo(32));

        // Nobody comes and nobody goes: the stand of 2024 gives away that of 2023, so it is withheld as well.
        await Make(2024);

        var report = (await Get()).Report;
        Assert.That(Cell(report, "running", "rio", "2024"), Is.Null);
        Assert.That(Cell(report, "running", "total", "2024"), Is.EqualTo(32));
        var ledger = await Ledger(Pga, 2024);
        Assert.That(ledger.Identities, Has.Count.EqualTo(4));
        Assert.That(ledger.Cells.Single(c => c.Key == "running/rio/2023"), Is.EqualTo(new LedgerCell("running/rio/2023", null, true, false)));
        Assert.That(ledger.Evidence, Has.Some.Matches<Evidence>(e => e.Secret == "running/rio/2023" && e.High[e.Secret] - e.Low[e.Secret] >= 4));
    }

    [TestCase(2)]
    [TestCase(4)]
    public async Task Do_not_show_how_few_of_a_frozen_stand_had_ended(int late)
    {
        await Start(9, Day(2, 1, 2023), Programmes.TopX);
        await FreezeAndEndLate(await Start(20, Day(2, 1, 2023)), late);

        var readings = new[] { await Reading(2023), await Reading(2024) };
        Assert.That(CorrectionsFound(readings), Is.Empty);
        Assert.That(readings[1].Cells["running/top-x@2024"], Is.EqualTo(9), "of a programme that wasn't corrected");
    }

    [Test]
    public async Task Show_a_stand_when_enough_of_the_frozen_one_had_ended()
    {
        await Start(9, Day(2, 1, 2023), Programmes.TopX);
        await FreezeAndEndLate(await Start(20, Day(2, 1, 2023)), 6);

        Assert.That(Cell((await Get()).Report, "running", "local-pga", "2024"), Is.EqualTo(14));
        var ledger = await Ledger(Pga, 2024);
        Assert.That(ledger.Identities, Has.Count.EqualTo(4), "each programme and all together");
        var corrections = ledger.Cells.Where(c => c.Key.StartsWith("correction/", StringComparison.Ordinal)).ToList();
        Assert.That(corrections.Select(c => c.Key), Is.EqualTo(new[] { "correction/local-pga/fewer/2024", "correction/total/fewer/2024" }));
        Assert.That(corrections.Select(c => (c.Value, c.IsUnpublished, c.IsSecret)), Is.All.EqualTo(((long?)null, true, false)));
    }

    [Test]
    public async Task Keep_a_few_corrections_to_themselves_in_the_next_year_too()
    {
        await Start(9, Day(2, 1, 2023), Programmes.TopX);
        await FreezeAndEndLate(await Start(20, Day(2, 1, 2023)), 2);
        await Confirm(2024);
        Pga.Clock.Advance(TimeSpan.FromHours(1));
        await Make(2025);

        Assert.That(CorrectionsFound([await Reading(2023), await Reading(2024), await Reading(2025)]), Is.Empty);
    }

    [Test]
    public async Task Do_without_the_stand_when_a_frozen_one_leaves_a_small_count_no_room()
    {
        var rio = await Start(5, Day(2, 1, 2023), Programmes.Rio);
        await Start(30, Day(2, 1, 2023));
        await Make(2023);
        await Confirm(2023);
        Assert.That(Cell((await Get(2023)).Report, "running", "rio", "2023"), Is.EqualTo(5));

        // Nobody came and some are still there, so that those who left are 1 to 4.
        await End(rio[..2], Day(5, 1));
        await Make(2024);
        await Confirm(2024);
        Pga.Clock.Advance(TimeSpan.FromHours(1));
        await Make(2025);

        const string Note = "iet in deze rapportage: ‘Lopend op 31 december’; naast eerdere cijfers zou daar een klein aantal uit te berekenen zijn";
        var report = (await Get(2024)).Report;
        Assert.That(report.Tables.Select(t => t.Id), Is.EqualTo((await Get(2023)).Report.Tables.Select(t => t.Id).Except(["running"])));
        Assert.That(report.Notes, Is.EqualTo(new[] { "deze cijfers zijn geen effectmeting", "n" + Note }));
        Assert.That(Encoding.UTF8.GetString(await File("json", 2024)), Does.Contain(Note).And.Not.Contain("\"id\": \"running\""));
        Assert.That(Encoding.UTF8.GetString(await File("html", 2024)), Does.Contain(Note));
        Assert.That((await Get(2025)).Report.IsWhole, Is.False, "that some are still there in the year after would say the same");
        var riddle = AttackKnowledge.Of([await Reading(2023), await Reading(2024), await Reading(2025)], AttackCorrections.None);
        Assert.That(riddle.IsWide("outflow-positive/rio@2024", 4), $"{riddle.Of("outflow-positive/rio@2024")}");
        Assert.That((await Pga.Send(Manager, new GetPositiveOutflow(2024)))!.IsEmpty, Is.False);
    }

    [Test]
    public void Have_a_dashboard_when_nothing_is_said_of_who_left()
    {
        var world = new AttackWorld(1);
        var report = CountedEdition.Of(world.Facts(2024)).Without(Protection.Dispensable[^1]).Show(5, default, new HashSet<string>(), new Dictionary<string, long?>());

        var view = PositiveOutflow.Of(2024, [report]);

        Assert.That((view.Now.Total, view.Now.Share, view.IsEmpty), Is.EqualTo(((long?)null, (int?)null, false)));
        Assert.That(view.Quarters.Select(q => (q.Quarter, q.Total)), Is.EqualTo(new[] { ((int?)1, (long?)null), (2, null), (3, null), (4, null) }));
        Assert.That(view.Judgements.Concat(view.Programmes), Is.Empty);
        Assert.That(view.Inflow.Now, Is.Not.Null);
    }

    [Test]
    public async Task Show_a_number_of_two_drafts_in_both_or_in_neither()
    {
        await Start(3, Day(2, 1, 2023), wijk: "west");
        await Start(6, Day(2, 1, 2023), wijk: "zuid");
        await Start(6, Day(2, 1, 2023), wijk: "oost");
        await Start(30, Day(2, 1));
        await Make(2024);
        await Make(2023);
        await Make(2025);

        var (of2023, of2024, of2025) = ((await Get(2023)).Report, (await Get(2024)).Report, (await Get(2025)).Report);
        foreach (var (first, second, year) in new[] { (of2023, of2024, "2023"), (of2024, of2025, "2024") })
        {
            foreach (var table in second.Tables.Where(t => t.Columns[0].Key == year))
                Assert.That(table.Rows.Select(r => (r.Key, r.Cells[0])), Is.EqualTo(first.Tables.Single(t => t.Id == table.Id).Rows.Select(r => (r.Key, r.Cells[1]))), table.Id);
        }
    }

    [Test]
    public async Task Are_not_there_when_they_cannot_be_made_safe()
    {
        var thresholds = new Thresholds(3, 3);
        using var pga = new TestPga(services => services.AddTransient(_ => thresholds));
        await pga.Given(Manager);
        var rio = Enumerable.Range(0, 2).Select(_ => A.Client()).ToArray();
        var local = Enumerable.Range(0, 4).Select(_ => A.Client()).ToArray();
        await pga.Given([.. rio, .. local, .. rio.Select(c => Started(c, Day(2, 1, 2023), Programmes.Rio)), .. local.Select(c => Started(c, Day(2, 1, 2023)))]);
        await pga.Send(Manager, new MakeDraft(Guid.CreateVersion7(), 2023));
        await pga.Send(Manager, new ConfirmEdition(Guid.CreateVersion7(), 2023, (await pga.Send(Manager, new GetEdition(2023))).Version));

        // What 2023 has shown leaves too little room for a threshold of 20, whatever 2024 withholds.
        thresholds = new Thresholds(20, 20);
        var refused = Assert.ThrowsAsync<Unsafe>(() => pga.Send(Manager, new MakeDraft(Guid.CreateVersion7(), 2024)));

        Assert.That(refused.Text, Does.StartWith("De rapportage kan niet veilig worden gemaakt"));
        Assert.That(refused.Text, Does.Not.Match(@"\d").And.Not.Contain("rio"));
        Assert.That(await pga.Read(db => db.Editions.AnyAsync(e => e.Year == 2024)), Is.False);
        Assert.That(await pga.Read(db => db.EditionParts.CountAsync()), Is.EqualTo(12));
    }

    [Test]
    public async Task Are_refused_when_the_audiences_change_places()
    {
        var thresholds = new Thresholds(Council: 10, Management: 5);
        using var pga = new TestPga(services => services.AddTransient(_ => thresholds));
        await pga.Given(Manager);
        var clients = Enumerable.Range(0, 30).Select(i => A.Client(wijk: i < 7 ? "west" : i < 18 ? "zuid" : "oost")).ToArray();
        await pga.Given([.. clients, .. clients.Select(c => Started(c, Day(2, 1, 2023)))]);
        await pga.Send(Manager, new MakeDraft(Guid.CreateVersion7(), 2023));
        await pga.Send(Manager, new ConfirmEdition(Guid.CreateVersion7(), 2023, (await pga.Send(Manager, new GetEdition(2023))).Version));

        thresholds = new Thresholds(Council: 5, Management: 10);
        var refused = Assert.ThrowsAsync<Unsafe>(() => pga.Send(Manager, new MakeDraft(Guid.CreateVersion7(), 2024)));

        Assert.That(refused.Text, Does.Contain("wat toen de laagste was, moet de laagste blijven"));
    }

    [Test]
    public async Task Keep_no_withheld_number_in_their_ledger()
    {
        await Start(3, Day(2, 1), wijk: "west");
        await Start(8, Day(2, 1), wijk: "zuid");
        await Start(30, Day(2, 1));
        await Make();
        var report = (await Get()).Report;
        var ledger = await Ledger(Pga, Year);

        Assert.That(Cell(report, "inflow-wijk", "west", "2024"), Is.Null);
        foreach (var cell in ledger.Cells.Where(c => c.Key.StartsWith("inflow-wijk/", StringComparison.Ordinal) && !c.Key.EndsWith("/2023", StringComparison.Ordinal)))
            Assert.That(cell.Value, Is.EqualTo(Cell(report, "inflow-wijk", cell.Key.Split('/')[1], "2024")), cell.Key);
        var west = ledger.Cells.Single(c => c.Key == "inflow-wijk/west/2024");
        var zuid = ledger.Cells.Single(c => c.Key == "inflow-wijk/zuid/2024");
        Assert.That((west.IsSecret, zuid.Value, zuid.IsSecret), Is.EqualTo((true, (long?)null, false)), "the one is small, the other hides it");
        Assert.That(Application.Rapportage.Ledger.Read(ledger.Write()).Write(), Is.EqualTo(ledger.Write()), "reads back as it was");
    }

    [Test]
    public async Task Prove_the_same_whatever_the_withheld_numbers_are()
    {
        // 3 + 8 and 4 + 7: both look like two withheld numbers under the same total.
        var ledgers = new List<Ledger>();
        foreach (var west in new[] { 3, 4 })
        {
            using var pga = new TestPga();
            await pga.Given(Manager);
            foreach (var (count, wijk) in new[] { (west, "west"), (11 - west, "zuid"), (30, "oost") })
            {
                var clients = Enumerable.Range(0, count).Select(_ => A.Client(wijk: wijk)).ToArray();
                await pga.Given([.. clients, .. clients.Select(c => Started(c, Day(2, 1)))]);
            }

            await pga.Send(Manager, new MakeDraft(Guid.CreateVersion7(), Year));
            ledgers.Add(await Ledger(pga, Year));
        }

        Assert.That(ledgers[0].Cells, Is.EqualTo(ledgers[1].Cells));
        Assert.That(ledgers[0].Evidence.Select(Describe), Is.EqualTo(ledgers[1].Evidence.Select(Describe)));

        static string Describe(Evidence e) => $"{e.Secret}: {string.Join(' ', e.Low.OrderBy(c => c.Key, StringComparer.Ordinal))} {string.Join(' ', e.High.OrderBy(c => c.Key, StringComparer.Ordinal))}";
    }

    private async Task FreezeAndEndLate(Traject[] trajects, int late)
    {
        await Make(2023);
        await Confirm(2023);
        Pga.Clock.Advance(TimeSpan.FromHours(1));
        await End(trajects[..late], Day(11, 1, 2023), confirmedAt: Pga.Clock.GetUtcNow().UtcDateTime);
        await Make(2024);
    }

    // Of local PGA and of all together, by somebody who thinks of late ends alone and by somebody who thinks of everything.
    private static List<string> CorrectionsFound(AttackReading[] readings) =>
    [
        .. from possible in new[] { AttackCorrections.Late, AttackCorrections.Any }
           let riddle = AttackKnowledge.Of(readings, possible)
           from correction in new[] { AttackKnowledge.Correction(Programmes.LocalPga, 2024, possible), AttackKnowledge.Correction(2024, possible) }
           where !riddle.IsWide(correction, 4)
           select $"{possible}: {string.Join(' ', correction.Keys)} is {riddle.Of(correction)}",
    ];

    private async Task<AttackReading> Reading(int year) => AttackReading.Of((await Get(year)).Report);

    private static Task<Ledger> Ledger(TestPga pga, int year, string audience = Audiences.Council) => pga.Read(async db =>
        Application.Rapportage.Ledger.Read(await db.EditionParts.Where(p => db.Editions.Any(e => e.Id == p.EditionId && e.Year == year) && p.Audience == audience && p.Name == EditionParts.Ledger).Select(p => p.Content).SingleAsync()));
}
