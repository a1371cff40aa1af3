using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pga.Application.Catalogues;
using Pga.Application.Pipeline;
using Pga.Application.Rapportage;
using Pga.Domain.Catalogues;
using Pga.Domain.Interventions;
using Pga.Domain.Staff;
using Pga.Domain.Statistics;
using Pga.Domain.Stories;
using Pga.Testing;

namespace Pga.Application.Tests.Rapportage;

/// <summary>Making, reading, confirming and correcting editions.</summary>
internal sealed class EditionTests : EditionTest
{
    [Test]
    public async Task Are_refused_without_the_permission()
    {
        var expert = A.Staff(StaffRoles.PgaExpert);
        var privacy = A.Staff(StaffRoles.PrivacyOfficer);
        await Pga.Given(expert, privacy);
        await Make();

        foreach (var staff in new[] { expert, privacy })
        {
            Assert.That(() => Pga.Send(staff, new MakeDraft(Guid.CreateVersion7(), Year)), Throws.TypeOf<Forbidden>());
            Assert.That(() => Pga.Send(staff, new GetEdition(Year)), Throws.TypeOf<Forbidden>());
            Assert.That(() => Pga.Send(staff, new GetEditions()), Throws.TypeOf<Forbidden>());
            Assert.That(() => Pga.Send(staff, new GetEditionFile(Year, Audiences.Council, "json")), Throws.TypeOf<Forbidden>());
            Assert.That(() => Pga.Send(staff, new ConfirmEdition(Guid.CreateVersion7(), Year, Guid.NewGuid())), Throws.TypeOf<Forbidden>());
            Assert.That(() => Pga.Send(staff, new AddErratum(Guid.CreateVersion7(), Year, "x")), Throws.TypeOf<Forbidden>());
        }

        Assert.That(() => Pga.Send(Manager, new GetReport(Year)), Throws.TypeOf<Forbidden>(), "at any threshold is for who has the server");
        Assert.That(() => Pga.Send(Manager, new VerifyEditions()), Throws.TypeOf<Forbidden>());
    }

    [Test]
    public async Task Are_not_there_until_one_is_made()
    {
        Assert.That(() => Get(), Throws.TypeOf<NotFound>());
        Assert.That(() => File("json"), Throws.TypeOf<NotFound>());
        Assert.That(await Pga.Send(Manager, new GetEditions()), Is.Empty);

        var id = await Make();

        var view = await Get();
        Assert.That((view.Id, view.IsConfirmed, view.Report.Status, view.Report.Year), Is.EqualTo((id, false, "draft", Year)));
        Assert.That(view.Report.MadeOn, Is.EqualTo(new DateOnly(2026, 3, 3)));
        Assert.That(view.Report.Notes, Is.EqualTo(new[] { "concept: nog niet vastgesteld", "deze cijfers zijn geen effectmeting" }));
        Assert.That(await Pga.Send(Manager, new GetEditions()), Is.EqualTo(new[] { new EditionLine(Year, false, new DateOnly(2026, 3, 3), null) }));
    }

    [Test]
    public async Task Tell_what_is_done_in_order()
    {
        var steps = new Steps();

        await Pga.Send(Manager, new MakeDraft(Guid.CreateVersion7(), Year, steps));

        Assert.That(steps, Is.EqualTo(Enum.GetValues<MakingStep>()));
    }

    [Test]
    public async Task Say_so_when_a_year_has_nothing()
    {
        await Make(2010);

        Assert.That((await Get(2010)).Report.IsEmpty);
    }

    [TestCase(1999)]
    [TestCase(2027)]
    public void Are_refused_for_an_impossible_year(int year)
    {
        var invalid = Assert.ThrowsAsync<Invalid>(() => Make(year));

        Assert.That(invalid.Errors.Select(e => e.Field), Is.EqualTo(new[] { "Year" }));
    }

    [TestCase(2)]
    [TestCase(21)]
    [TestCase(0)]
    public async Task Are_refused_at_a_threshold_setting_outside_3_to_20(int threshold)
    {
        using var pga = new TestPga(services => services.AddSingleton(new Thresholds(Council: threshold)));
        await pga.Given(Manager);

        var invalid = Assert.ThrowsAsync<Invalid>(() => pga.Send(Manager, new MakeDraft(Guid.CreateVersion7(), Year)));

        Assert.That(invalid.Errors.Single().Text, Does.Contain("3 tot en met 20").And.Contain("Rapportage:Thresholds:council"));
        Assert.That(await pga.Read(db => db.Editions.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Are_made_once_a_calendar_month_in_Amsterdam()
    {
        await Start(7, Day(2, 1));
        await Make();
        await Start(7, Day(2, 1));

        var invalid = Assert.ThrowsAsync<Invalid>(() => Make());
        Assert.That(invalid.Errors.Single().Code, Is.EqualTo("edition.once-a-month"));
        Assert.That(Cell((await Get()).Report, "inflow", "total", "2024"), Is.EqualTo(7), "the snapshot");
        Assert.That((await Get()).MayMake, Is.False);

        // In Amsterdam it is April already.
        Pga.Clock.Set(new DateTimeOffset(2026, 3, 31, 22, 30, 0, TimeSpan.Zero));
        Assert.That((await Get()).MayMake);
        await Make();
        Assert.That(Cell((await Get()).Report, "inflow", "total", "2024"), Is.EqualTo(14));
    }

    [Test]
    public async Task That_are_empty_may_be_made_again_at_once()
    {
        await Make();
        await Start(7, Day(2, 1));

        await Make();

        Assert.That(Cell((await Get()).Report, "inflow", "total", "2024"), Is.EqualTo(7));
    }

    [Test]
    public async Task Show_texts_stories_and_what_was_entered_as_they_are_now()
    {
        await Start(7, Day(2, 1));
        await Make();
        var version = (await Get()).Version;

        var kind = (await Shipped<Domain.Catalogues.ActivityKind>("scholen")).Id;
        await Pga.Given(new Activity(Guid.CreateVersion7(), Year, kind, 12), new Budget(Guid.CreateVersion7(), Year, "Preventie", 1000, 900));

        var view = await Get();
        Assert.That(view.Report.Tables.Single(t => t.Id == "activities").Rows.Sum(r => r.Cells[1]), Is.EqualTo(12));
        Assert.That(Cell(view.Report, "budget", "Preventie", "realised"), Is.EqualTo(900));
        Assert.That(view.Version, Is.Not.EqualTo(version), "so that nobody confirms what they didn't read");
        Assert.That(() => Pga.Send(Manager, new ConfirmEdition(Guid.CreateVersion7(), Year, version)), Throws.TypeOf<Conflict>());
    }

    [Test]
    public async Task Freeze_when_confirmed_whatever_happens_to_the_cases()
    {
        await Start(9, Day(2, 1));
        var leaving = await Start(8, Day(3, 1), wijk: "zuid");
        await End(leaving.Take(7), Day(9, 1));
        await Pga.Given(new Budget(Guid.CreateVersion7(), Year, "Preventie", 1000, 900));
        await Make();
        await Confirm();
        var files = new Dictionary<string, byte[]>();
        foreach (var format in ReportFormats.All)
            files[format] = await File(format);
        var view = await Get();
        Assert.That((view.IsConfirmed, view.Report.Status, view.ConfirmedBy, view.ConfirmedOn), Is.EqualTo((true, "confirmed", "Mo Manager", (DateOnly?)Today)));
        Assert.That(view.Report.Notes, Is.EqualTo(new[] { "deze cijfers zijn geen effectmeting" }));

        // A correction, a reopened traject, destroyed dossiers, another budget, and more cases.
        await Pga.Read(async db =>
        {
            await db.Trajects.Where(t => t.Id == leaving[0].Id).ExecuteUpdateAsync(s => s.SetProperty(t => t.OutflowConfirmedAt, (DateTime?)null).SetProperty(t => t.EndedOn, (DateOnly?)null));
            var gone = leaving.Skip(1).Take(3).Select(t => t.Id).ToList();
            await db.Assignments.Where(a => gone.Contains(EF.Property<Guid>(a, "TrajectId"))).ExecuteDeleteAsync();
            await db.Trajects.Where(t => gone.Contains(t.Id)).ExecuteDeleteAsync();
            await db.Budgets.ExecuteUpdateAsync(s => s.SetProperty(b => b.Realised, 5));
            return 0;
        });
        await Start(20, Day(5, 1));
        await NextMonth();

        Assert.That(await Get(), Is.EqualTo(view).Using<EditionView>((a, b) => ReportFormats.Write(a.Report, "json").AsSpan().SequenceEqual(ReportFormats.Write(b.Report, "json")) && a.Version == b.Version));
        foreach (var format in ReportFormats.All)
            Assert.That(await File(format), Is.EqualTo(files[format]), format);
        Assert.That(Cell((await Get()).Report, "inflow", "total", "2024"), Is.EqualTo(17));
        var conflict = Assert.ThrowsAsync<Conflict>(() => Make());
        Assert.That(conflict.Text, Does.Contain("vastgesteld"));
    }

    [Test]
    public async Task Stay_as_they_were_confirmed_when_a_catalogue_changes()
    {
        var administrator = A.Staff(StaffRoles.Administrator, null);
        var gym = await Shipped<Intervention>("colosseum-gym");
        await Pga.Given(administrator);
        var started = await Start(9, Day(2, 1));
        await Pga.Given([.. started.Select(t => new Participation(Guid.CreateVersion7(), t.Id, gym.Id, Day(2, 1)))]);
        await Make();
        await Confirm();
        var files = new Dictionary<string, byte[]>();
        foreach (var format in ReportFormats.All)
            files[format] = await File(format);
        var was = (await Get()).Version;

        await Pga.Send(administrator, new ChangeCatalogueEntry(Guid.CreateVersion7(), CatalogueKinds.Interventions, gym.Id, gym.Version, "Boksschool", Kind: "coaching"));
        await Pga.Send(administrator, new MoveCatalogueEntry(Guid.CreateVersion7(), CatalogueKinds.Interventions, gym.Id, Up: false));
        await Pga.Send(administrator, new EndCatalogueEntry(Guid.CreateVersion7(), CatalogueKinds.Interventions, gym.Id, Day(1, 1)));

        foreach (var format in ReportFormats.All)
            Assert.That(await File(format), Is.EqualTo(files[format]), format);
        Assert.That((await Get()).Version, Is.EqualTo(was));
        Assert.That(Cell((await Get()).Report, "interventions", "Colosseum Gym", "referred"), Is.EqualTo(9));
        await Make(Year + 1);
        Assert.That((await Get(Year + 1)).Report.Tables.Single(t => t.Id == "interventions").Rows.Select(r => r.Label).Take(2), Is.EqualTo(new[] { "FC Utrecht Inside", "Boksschool" }), "the next one has what is there now");
    }

    [Test]
    public async Task Read_back_exactly_as_they_were_stored()
    {
        await Start(9, Day(2, 1));
        await Make();
        var report = (await Get()).Report;

        var read = ReportDocument.Read(ReportDocument.Write(report));

        Assert.That(ReportDocument.Write(read), Is.EqualTo(ReportDocument.Write(report)));
        foreach (var format in ReportFormats.All)
            Assert.That(ReportFormats.Write(read, format), Is.EqualTo(ReportFormats.Write(report, format)), format);
    }

    [Test]
    public async Task Are_not_confirmed_twice()
    {
        await Make();
        await Confirm();

        var conflict = Assert.ThrowsAsync<Conflict>(() => Confirm());

        Assert.That(conflict.Text, Does.Contain("al vastgesteld door Mo Manager"));
    }

    [Test]
    public async Task Are_not_confirmed_before_the_year_is_over_nor_as_they_were_before_that()
    {
        Pga.Clock.Set(new DateTimeOffset(2025, 11, 20, 12, 0, 0, TimeSpan.Zero));
        await Make(2025);
        Assert.That(await Refusal(2025), Is.EqualTo("edition.year-not-over"));

        Pga.Clock.Set(new DateTimeOffset(2026, 1, 10, 12, 0, 0, TimeSpan.Zero));
        Assert.That(await Refusal(2025), Is.EqualTo("edition.made-too-early"));
        Assert.That((await Get(2025)).WhyNot, Does.Contain("nog niet voorbij"));

        await Make(2025);
        Assert.That((await Get(2025)).MayConfirm);
        await Confirm(2025);
    }

    [Test]
    public async Task Are_confirmed_in_order()
    {
        await Make(2024);
        await Make(2025);
        await Confirm(2025);

        Assert.That(await Refusal(2024), Is.EqualTo("edition.later-confirmed"));
        await NextMonth();
        var invalid = Assert.ThrowsAsync<Invalid>(() => Make(2024));
        Assert.That(invalid.Errors.Single().Code, Is.EqualTo("edition.later-confirmed"), "a new one would say more about a year that is out");
    }

    [Test]
    public async Task Are_made_again_when_the_year_before_is_confirmed_after_them()
    {
        await Start(9, Day(2, 1));
        await Make(2024);
        await Make(2025);
        Pga.Clock.Advance(TimeSpan.FromHours(1));
        await Confirm(2024);

        Assert.That(await Refusal(2025), Is.EqualTo("edition.made-before-last"));
        Pga.Clock.Advance(TimeSpan.FromHours(1));
        await Make(2025);
        await Confirm(2025);
    }

    [Test]
    public async Task Are_not_confirmed_as_they_were_before_somebody_made_them_again()
    {
        await Start(9, Day(2, 1));
        await Make();
        var read = (await Get()).Version;
        await NextMonth();
        await Make();

        Assert.That(() => Pga.Send(Manager, new ConfirmEdition(Guid.CreateVersion7(), Year, read)), Throws.TypeOf<Conflict>());
        Assert.That((await Get()).IsConfirmed, Is.False);
    }

    [Test]
    public async Task Are_not_confirmed_with_stories_on_their_road()
    {
        var author = A.Staff(StaffRoles.PgaExpert);
        await Pga.Given(author);
        await Make();
        await Pga.Given(AStory(Year, author), AStory(Year, author), AStory(Year - 1, author));

        var invalid = Assert.ThrowsAsync<Invalid>(() => Confirm());

        Assert.That(invalid.Errors.Single().Text, Does.Contain("nog 2 verhalen over 2024"));
        Assert.That((await Get()).WhyNot, Does.Contain("nog 2 verhalen"));
    }

    [Test]
    public async Task Get_errata_beside_them_with_no_small_count_of_late_outflow()
    {
        var trajects = await Start(30, Day(2, 1));
        await Make();
        Assert.That(() => Pga.Send(Manager, new AddErratum(Guid.CreateVersion7(), Year, "te vroeg")), Throws.TypeOf<Invalid>());
        await Confirm();
        var frozen = await File("html");

        await Erratum("Nog niets.");
        await Late(trajects[..3]);
        await Erratum("Drie te laat.");
        await Late(trajects[3..7]);
        await Erratum("Zeven te laat.");
        await Late(trajects[7..9]);
        await Erratum("Nog twee.");
        await Late(trajects[9..15]);
        await Erratum("Vijftien.");

        var errata = (await Get()).Errata;
        Assert.That(errata.Select(e => e.Text), Is.EqualTo(new[] { "Nog niets.", "Drie te laat.", "Zeven te laat.", "Nog twee.", "Vijftien." }));
        Assert.That(errata.Select(e => e.LateOutflow.Split(" trajecten")[0]), Is.EqualTo(new[] { "Van minder dan 5", "Van minder dan 5", "Van 7", "Van 7", "Van 15" }), "none and few look the same, and so do two more");
        Assert.That(errata.Select(e => e.By), Is.All.EqualTo("Mo Manager"));
        Assert.That(await File("html"), Is.EqualTo(frozen));

        async Task Erratum(string text)
        {
            Pga.Clock.Advance(TimeSpan.FromMinutes(10));
            await Pga.Send(Manager, new AddErratum(Guid.CreateVersion7(), Year, text));
        }

        Task Late(Domain.Trajects.Traject[] late) => End(late, Day(12, 1), confirmedAt: Pga.Clock.GetUtcNow().UtcDateTime);
    }

    [Test]
    public async Task Copy_the_column_of_a_confirmed_year_and_count_late_outflow_in_no_year()
    {
        var first = await Start(20, Day(2, 1, 2023));
        await Start(3, Day(2, 1, 2023), wijk: "zuid");
        await End(first[..6], Day(11, 1, 2023));
        await Make(2023);
        await Confirm(2023);
        var frozen = (await Get(2023)).Report;
        await Start(12, Day(2, 1));
        await Start(4, Day(2, 5, 2023), wijk: "zuid");
        await End(first[6..16], Day(12, 1, 2023), confirmedAt: Pga.Clock.GetUtcNow().UtcDateTime.AddMinutes(1));

        await Make(2024);

        var report = (await Get()).Report;
        foreach (var table in report.Tables.Where(t => t.Columns[0].Key == "2023"))
        {
            var earlier = frozen.Tables.Single(t => t.Id == table.Id);
            Assert.That(table.Rows.Select(r => (r.Key, r.Cells[0])), Is.EqualTo(earlier.Rows.Select(r => (r.Key, r.Cells[1]))), table.Id);
        }

        Assert.That(Cell(report, "outflow", "total", "2023"), Is.EqualTo(6));
        Assert.That(Cell(report, "inflow-wijk", "zuid", "2023"), Is.Null, "seven by now, and withheld as it was");
        Assert.That(Cell(report, "outflow", "total", "2024"), Is.Zero);
        Assert.That(Cell(report, "running", "total", "2024"), Is.EqualTo(23 - 6 - 10 + 12 + 4));
    }

    [Test]
    public async Task Hold_quarters_that_add_up_to_the_year()
    {
        var trajects = await Start(30, Day(1, 5));
        await End(trajects[..8], Day(2, 1));
        await End(trajects[8..15], Day(6, 30));
        await End(trajects[15..22], Day(6, 30), "moved");
        await Make();

        var report = (await Get()).Report;

        Assert.That(report.Quarters.Select(t => t.Id), Is.EqualTo(new[] { "outflow-quarters" }));
        Assert.That(report.Quarters[0].Rows.Select(r => r.Key), Is.EqualTo(new[] { "q1", "q2", "q3", "q4", "total" }));
        Assert.That(report.Quarters[0].Rows.Select(r => r.Cells), Is.EqualTo(new long?[][] { [8, 0, 8], [7, 7, 14], [0, 0, 0], [0, 0, 0], [15, 7, 22] }));
        foreach (var format in new[] { "json", "csv", "html" })
            Assert.That(System.Text.Encoding.UTF8.GetString(await File(format)), Does.Not.Contain("outflow-quarters").And.Not.Contain("kwartaal"), format);
    }

    [Test]
    public async Task Advise_a_coarser_table_and_look_out_for_whole_groups()
    {
        await Start(1, Day(2, 1), wijk: "west");
        await Start(2, Day(2, 1), wijk: "zuid");
        await Start(3, Day(2, 1), wijk: "oost");
        var trajects = await Start(10, Day(2, 1));
        await End(trajects[..8], Day(6, 1));
        await Make();

        var advice = (await Get()).Advice;

        Assert.That(advice, Has.One.Contains("Instroom naar wijk: meer dan de helft"));
        Assert.That(advice, Has.One.Contains("Uitstroom naar oordeel en reden, 2024: ‘Positief’ geldt voor iedereen"));
    }

    [TestCase("UPDATE Editions SET MadeAt = '2026-01-01 00:00:00'")]
    [TestCase("UPDATE Editions SET ConfirmedByName = 'Iemand anders'")]
    [TestCase("UPDATE Errata SET Text = 'Er is niets aan de hand'")]
    [TestCase("DELETE FROM Errata")]
    [TestCase("UPDATE EditionParts SET Hash = (SELECT Seal FROM Editions WHERE Year = 2024) WHERE Name = 'csv'")]
    [TestCase("DELETE FROM EditionParts WHERE Name = 'ledger'")]
    public async Task That_were_changed_past_the_program_are_refused_and_named(string sql)
    {
        await Make(2023);
        await Make();
        await Confirm();
        await Pga.Send(Manager, new AddErratum(Guid.CreateVersion7(), Year, "Een fout"));
        Assert.That((await Pga.SendAsSystem(new VerifyEditions())).Changed, Is.Empty);

        await Sql(sql.StartsWith("UPDATE Editions", StringComparison.Ordinal) ? $"{sql} WHERE Year = {Year}" : sql.Contains("Parts", StringComparison.Ordinal) ? $"{sql} AND EditionId IN (SELECT Id FROM Editions WHERE Year = {Year})" : sql);

        var refused = Assert.ThrowsAsync<Unsafe>(() => Get());
        Assert.That(refused.Text, Does.Contain("2024").And.Contain("buiten het programma om gewijzigd"));
        Assert.That(() => File("json"), Throws.TypeOf<Unsafe>());
        Assert.That(() => Make(2025), Throws.TypeOf<Unsafe>(), "its column would be copied");
        var audit = await Pga.SendAsSystem(new VerifyEditions());
        Assert.That((audit.Count, audit.Changed.Single()), Is.EqualTo((2, Year)));
    }

    [TestCase("report")]
    [TestCase("html")]
    public async Task With_a_changed_document_are_refused_and_named(string part)
    {
        await Make();
        await Confirm();

        var changed = "{}"u8.ToArray();
        await Pga.Read(db => db.EditionParts.Where(p => p.Name == part).ExecuteUpdateAsync(set => set.SetProperty(p => p.Content, changed)));

        if (part == "report")
            Assert.That(() => Get(), Throws.TypeOf<Unsafe>());
        else
            Assert.That(() => File(part), Throws.TypeOf<Unsafe>());
        Assert.That((await Pga.SendAsSystem(new VerifyEditions())).Changed, Is.EqualTo(new[] { Year }));
    }

    [Test]
    public async Task Of_a_confirmed_year_are_not_counted_again_at_another_threshold()
    {
        await Make();
        await Confirm();

        var invalid = Assert.ThrowsAsync<Invalid>(() => Pga.SendAsSystem(new GetReport(Year, 10)));

        Assert.That(invalid.Errors.Single().Field, Is.EqualTo("Threshold"));
    }

    [Test]
    public async Task For_two_audiences_withhold_at_the_higher_threshold_whatever_the_lower_withholds()
    {
        using var pga = new TestPga(services => services.AddSingleton(new Thresholds(Council: 10, Management: 5)));
        await pga.Given(Manager);
        foreach (var (count, wijk) in new[] { (3, "west"), (7, "zuid"), (12, "oost"), (14, "overvecht") })
        {
            var clients = Enumerable.Range(0, count).Select(_ => A.Client(wijk: wijk)).ToArray();
            await pga.Given([.. clients, .. clients.Select(c => Started(c, Day(2, 1)))]);
        }

        await pga.Send(Manager, new MakeDraft(Guid.CreateVersion7(), Year));

        var council = (await pga.Send(Manager, new GetEdition(Year))).Report;
        var management = (await pga.Send(Manager, new GetEdition(Year, Audiences.Management))).Report;
        Assert.That((council.Threshold, management.Threshold), Is.EqualTo((10, 5)));
        Assert.That(Cell(council, "inflow-wijk", "zuid", "2024"), Is.Null);
        foreach (var (high, low) in council.Tables.Concat(council.Quarters).Zip(management.Tables.Concat(management.Quarters)))
        {
            foreach (var (of, its) in high.Rows.SelectMany(r => r.Cells).Zip(low.Rows.SelectMany(r => r.Cells)))
                Assert.That(its is not null || of is null, high.Id);
        }
    }

    private static Story AStory(int year, StaffMember author) => new(
        Guid.CreateVersion7(), new StoryDraft(year, "Een verhaal", "Het ging beter.", "leefgebied", "huisvesting"), author.Id, new DateTime(2026, 1, 5, 12, 0, 0, DateTimeKind.Utc));

    private async Task<string> Refusal(int year)
    {
        var version = (await Get(year)).Version;
        var invalid = Assert.ThrowsAsync<Invalid>(() => Pga.Send(Manager, new ConfirmEdition(Guid.CreateVersion7(), year, version)));
        return invalid.Errors.Single().Code;
    }

    private sealed class Steps : List<MakingStep>, IProgress<MakingStep>
    {
        public void Report(MakingStep value) => Add(value);
    }
}
