using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pga.Application.Audit;
using Pga.Application.Data;
using Pga.Application.Documents;
using Pga.Application.Pipeline;
using Pga.Domain.Documents;
using Pga.Domain.Staff;
using Pga.Testing;

namespace Pga.Application.Tests.Documents;

/// <summary>What happens to a document after it was added.</summary>
internal sealed class DocumentRoadTests : DocumentTest
{
    [Test]
    public async Task Keeps_every_version_with_who_and_when()
    {
        var id = await Pga.Send(Expert, Adding());
        Pga.Clock.Advance(TimeSpan.FromHours(2));

        await NewVersion(id, "verslag definitief.pdf", SampleFile.Pdf("definitief"));

        var view = await Pga.Send(TeamMate, new GetDocument(Traject.Id, id));
        Assert.That(view.Versions.Select(v => (v.Number, v.FileName, v.UploadedBy)), Is.EqualTo(new[] { (2, "verslag definitief.pdf", Expert.Name), (1, "verslag.pdf", Expert.Name) }));
        Assert.That(view.Versions[0].UploadedAt - view.Versions[1].UploadedAt, Is.EqualTo(TimeSpan.FromHours(2)));
        Assert.That(await Download(TeamMate, id, 1), Is.EqualTo(SampleFile.Pdf()));
        Assert.That(await Download(TeamMate, id, 2), Is.EqualTo(SampleFile.Pdf("definitief")));
        Assert.That((await Pga.Send(TeamMate, new GetDocuments(Traject.Id))).Documents.Single().Latest!.Number, Is.EqualTo(2));
        Assert.ThrowsAsync<NotFound>(() => Download(TeamMate, id, 3));
    }

    [Test]
    public async Task Adds_one_version_of_a_form_that_is_sent_twice()
    {
        var id = await Pga.Send(Expert, Adding());
        var adding = new AddDocumentVersion(Guid.CreateVersion7(), Traject.Id, id, await Version(id), Upload("nieuw.pdf", SampleFile.Pdf("nieuw")));

        var answers = new[] { await Pga.Send(Expert, adding), await Pga.Send(Expert, adding with { File = Upload("nieuw.pdf", SampleFile.Pdf("nieuw")) }) };

        Assert.That(answers, Is.All.EqualTo(id));
        Assert.That((await Stored(id)).Versions, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Refuses_the_same_file_again_and_forgets_it()
    {
        var id = await Pga.Send(Expert, Adding());

        var refusal = Assert.ThrowsAsync<Invalid>(() => NewVersion(id, "andere naam.pdf", SampleFile.Pdf()));

        Assert.That(refusal.Errors.Single().Code, Is.EqualTo("document.same-file"));
        Assert.That(Files().Count(f => f.EndsWith(".pga", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task Refuses_a_new_version_on_top_of_one_that_the_worker_has_not_seen()
    {
        var id = await Pga.Send(Expert, Adding());
        var seen = await Version(id);
        await NewVersion(id, "tweede.pdf", SampleFile.Pdf("tweede"));

        var conflict = Assert.ThrowsAsync<Conflict>(() => Pga.Send(Expert, new AddDocumentVersion(Guid.CreateVersion7(), Traject.Id, id, seen, Upload("ook tweede.pdf", SampleFile.Pdf("x")))));

        var value = conflict.Values.Single();
        Assert.That((value.Theirs, value.Yours), Is.EqualTo(("versie 2, tweede.pdf", "ook tweede.pdf")));
        Assert.That((await Stored(id)).Versions, Has.Count.EqualTo(2));
        await Pga.Send(Expert, new AddDocumentVersion(Guid.CreateVersion7(), Traject.Id, id, conflict.CurrentVersion, Upload("derde.pdf", SampleFile.Pdf("x"))));
        Assert.That((await Stored(id)).Latest.Number, Is.EqualTo(3));
    }

    [Test]
    public async Task Changes_what_is_written_about_it_and_shows_both_versions_when_somebody_was_first()
    {
        var id = await Pga.Send(Expert, Adding());
        var seen = await Version(id);
        var edit = new EditDocument(Guid.CreateVersion7(), Traject.Id, id, seen, "Verslag mentor", "letter", "own", new DateOnly(2026, 2, 21));

        await Pga.Send(Expert, edit);
        var conflict = Assert.ThrowsAsync<Conflict>(() => Pga.Send(Expert, edit with { CommandId = Guid.CreateVersion7(), Title = "Verslag decaan" }));

        var document = await Stored(id);
        Assert.That((document.Title, document.Kind, document.Source, document.DatedOn), Is.EqualTo(("Verslag mentor", "letter", "own", new DateOnly(2026, 2, 21))));
        Assert.That(conflict.Values.Where(v => v.Yours is not null).Select(v => (v.Field, v.Theirs, v.Yours)), Is.EqualTo(new[] { ("Title", "Verslag mentor", "Verslag decaan") }));
        Assert.That(await Pga.Read(db => db.History.CountAsync(h => h.Event == "document.edited")), Is.EqualTo(1));
    }

    [Test]
    public async Task Refuses_a_change_that_leaves_something_out()
    {
        var id = await Pga.Send(Expert, Adding());

        var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.Send(Expert, new EditDocument(Guid.CreateVersion7(), Traject.Id, id, Version(id).Result, "", "plan", "police", default)));

        Assert.That(refusal.Errors.Select(e => e.Field), Is.EquivalentTo(new[] { "Title", "Kind", "Source", "Date" }));
    }

    [Test]
    public async Task Is_withdrawn_with_a_reason_and_opens_for_nobody_after()
    {
        var id = await Pga.Send(Expert, Adding());

        await Pga.Send(Expert, new WithdrawDocument(Guid.CreateVersion7(), Traject.Id, id, await Version(id), " Hoort bij iemand anders. "));

        Assert.ThrowsAsync<NotFound>(() => Download(Expert, id));
        Assert.That((await Pga.Send(Expert, new GetDocuments(Traject.Id))).Documents, Is.Empty);
        var list = await Pga.Send(TeamMate, new GetDocuments(Traject.Id, Withdrawn: true));
        Assert.That((list.Total, list.Others), Is.EqualTo((1, 0)));
        var line = list.Documents.Single();
        Assert.That((line.Withdrawal!.Reason, line.Withdrawal.By, line.Latest), Is.EqualTo(("Hoort bij iemand anders.", Expert.Name, (DocumentFileView?)null)));
        Assert.That((await Pga.Send(Expert, new GetDocument(Traject.Id, id))).Withdrawal!.Reason, Is.EqualTo("Hoort bij iemand anders."));
        var entry = await Pga.Read(db => db.History.SingleAsync(h => h.Event == "document.withdrawn"));
        Assert.That((entry.Reason, entry.ActorId), Is.EqualTo(("Hoort bij iemand anders.", Expert.Id)));
        Assert.That(File.Exists(Store.FileOf((await Stored(id)).Versions.Single().Id)), "it is kept, not destroyed");
    }

    [Test]
    public async Task Can_t_be_changed_after_it_was_withdrawn()
    {
        var id = await Pga.Send(Expert, Adding());
        await Pga.Send(Expert, new WithdrawDocument(Guid.CreateVersion7(), Traject.Id, id, await Version(id), "Dubbel"));
        var now = await Version(id);

        Refused(new WithdrawDocument(Guid.CreateVersion7(), Traject.Id, id, now, "Nog eens"));
        Refused(new EditDocument(Guid.CreateVersion7(), Traject.Id, id, now, "a", "letter", "own", Today));
        Refused(new AddDocumentVersion(Guid.CreateVersion7(), Traject.Id, id, now, Upload("b.pdf", SampleFile.Pdf("b"))));
        Assert.That(Files().Count(f => f.EndsWith(".pga", StringComparison.Ordinal)), Is.EqualTo(1));

        void Refused(ICommand command) => Assert.That(Assert.ThrowsAsync<Invalid>(() => Pga.Send(Expert, command)).Errors.Single().Code, Is.EqualTo("document.withdrawn"));
    }

    [TestCase(null, "document.reason")]
    [TestCase("  ", "document.reason")]
    [TestCase("lang", "document.reason-length")]
    public async Task Is_not_withdrawn_without_a_usable_reason(string? reason, string code)
    {
        var id = await Pga.Send(Expert, Adding());
        if (reason == "lang")
            reason = new string('a', Document.MaxReason + 1);

        var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.Send(Expert, new WithdrawDocument(Guid.CreateVersion7(), Traject.Id, id, Version(id).Result, reason)));

        Assert.That(refusal.Errors.Single(), Has.Property(nameof(FieldError.Field)).EqualTo("Reason").And.Property(nameof(FieldError.Code)).EqualTo(code));
    }

    [Test]
    public async Task Is_not_withdrawn_by_who_has_not_seen_its_last_version()
    {
        var id = await Pga.Send(Expert, Adding());
        var seen = await Version(id);
        await NewVersion(id, "tweede.pdf", SampleFile.Pdf("tweede"));

        Assert.ThrowsAsync<Conflict>(() => Pga.Send(Expert, new WithdrawDocument(Guid.CreateVersion7(), Traject.Id, id, seen, "Fout")));
        Assert.That((await Stored(id)).WithdrawnAt, Is.Null);
    }

    [Test]
    public async Task Is_changed_only_by_who_may_write_and_only_through_its_own_dossier()
    {
        var id = await Pga.Send(Expert, Adding());
        var version = await Version(id);
        var client = A.Client();
        var other = A.Traject(client, Expert);
        var stranger = A.Staff(StaffRoles.PgaExpert, "team-2");
        await Pga.Given(stranger, client, other);

        foreach (var command in Commands(Traject.Id))
        {
            Assert.ThrowsAsync<Forbidden>(() => Pga.Send(TeamMate, command));
            Assert.ThrowsAsync<NotFound>(() => Pga.Send(stranger, command));
        }

        foreach (var command in Commands(other.Id))
            Assert.ThrowsAsync<NotFound>(() => Pga.Send(Expert, command));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Expert, new GetDocument(other.Id, id)));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Expert, new DownloadDocument(other.Id, id, 1)));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(stranger, new DownloadDocument(Traject.Id, id, 1)));
        Assert.That(await Version(id), Is.EqualTo(version));

        ICommand[] Commands(Guid trajectId) =>
        [
            new AddDocumentVersion(Guid.CreateVersion7(), trajectId, id, version, Upload("b.pdf", SampleFile.Pdf("b"))),
            new EditDocument(Guid.CreateVersion7(), trajectId, id, version, "a", "letter", "own", Today),
            new WithdrawDocument(Guid.CreateVersion7(), trajectId, id, version, "Fout"),
        ];
    }

    [Test]
    public async Task Is_in_the_access_log_at_each_download()
    {
        var id = await Pga.Send(Expert, Adding());

        await Download(TeamMate, id);
        await Download(TeamMate, id);

        var lines = await Pga.Read(db => db.AccessLog.Where(l => l.Request == nameof(DownloadDocument)).ToListAsync());
        Assert.That(lines.Select(l => (l.ActorId, l.ClientId, l.TrajectId, l.Outcome)), Is.EqualTo(Enumerable.Repeat(((Guid?)TeamMate.Id, (Guid?)Client.Id, (Guid?)Traject.Id, AccessOutcomes.Granted), 2)));
    }

    [Test]
    public async Task Is_listed_by_date_25_at_a_time()
    {
        for (var i = 0; i < 27; i++)
        {
            await Pga.Send(Expert, Adding() with { Title = $"Stuk {i:D2}", Date = Today.AddDays(-i / 2) });
            Pga.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var first = await Pga.Send(Expert, new GetDocuments(Traject.Id));
        var second = await Pga.Send(Expert, new GetDocuments(Traject.Id, Page: 2));
        var beyond = await Pga.Send(Expert, new GetDocuments(Traject.Id, Page: 99));

        Assert.That((first.Documents.Count, first.Total, first.Pages, second.Documents.Count), Is.EqualTo((25, 27, 2, 2)));
        Assert.That(first.Documents.Take(4).Select(d => d.Title), Is.EqualTo(new[] { "Stuk 01", "Stuk 00", "Stuk 03", "Stuk 02" }), "the latest date first, and of one day the last added");
        Assert.That(beyond.Page, Is.EqualTo(2));
    }

    [Test]
    [Category("Sqlite")]
    public async Task Is_listed_without_walking_through_the_documents_of_others()
    {
        TestDatabase.OnlyOnSqlite("EXPLAIN QUERY PLAN is SQLite's.");
        var plans = new Plans();
        using var pga = Start(null, services => services.ConfigureDbContext<PgaDbContext>(db => db.AddInterceptors(plans)));
        await pga.Given(Expert, Client, Traject);
        await pga.Send(Expert, Adding());
        plans.Lines.Clear();

        Assert.That((await pga.Send(Expert, new GetDocuments(Traject.Id))).Documents.Single().Latest, Is.Not.Null);

        Assert.That(plans.Lines, Has.Some.Contains("IX_Documents_TrajectId_DatedOn"));
        Assert.That(plans.Lines, Has.Some.Contains("IX_DocumentVersions_DocumentId_Number"));
        Assert.That(plans.Scans, Is.Empty);
    }
}
