using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Documents;
using Pga.Application.Pipeline;
using Pga.Domain.Documents;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Documents;

internal sealed class AddDocumentTests : DocumentTest
{
    [Test]
    public async Task Keeps_the_file_byte_for_byte_with_what_it_is()
    {
        var content = SampleFile.PdfOf(200_000);

        var id = await Pga.Send(Expert, Adding("C:\\Mijn map\\Verslag.PDF", content));

        var document = await Stored(id);
        var version = document.Versions.Single();
        Assert.Multiple(async () =>
        {
            Assert.That((document.Title, document.Kind, document.Source, document.DatedOn), Is.EqualTo(("Verslag van de school", "report", "partner", new DateOnly(2026, 2, 20))));
            Assert.That((version.Number, version.FileName, version.MediaType, version.Size), Is.EqualTo((1, "Verslag.PDF", "application/pdf", 200_000L)));
            Assert.That((version.UploadedById, version.UploadedAt, version.Scan), Is.EqualTo((Expert.Id, Pga.Clock.GetUtcNow().UtcDateTime, ScanResults.NotScanned)));
            Assert.That(version.Sha256, Is.EqualTo(Convert.ToHexString(SHA256.HashData(content))));
            Assert.That(await Download(Expert, id), Is.EqualTo(content));
            Assert.That(await Download(TeamMate, id), Is.EqualTo(content), "who reads the dossier reads its documents");
        });
    }

    [Test]
    public async Task Leaves_nothing_readable_on_the_disk()
    {
        await Pga.Send(Expert, Adding("verslag.txt", Encoding.UTF8.GetBytes("Zoë woont nu bij haar zus.")));

        var all = Files().Select(File.ReadAllBytes).ToList();

        Assert.That(all.Sum(f => f.Length), Is.GreaterThan(50));
        Assert.That(all.Select(Encoding.UTF8.GetString), Has.None.Contains("Zoë"));
        Assert.That(Files().Select(Path.GetFileName), Has.None.Contains("verslag"), "nor its name");
        if (!OperatingSystem.IsWindows())
            Assert.That(Files().Where(f => f.EndsWith(".pga", StringComparison.Ordinal)).Select(File.GetUnixFileMode), Is.All.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public async Task Makes_one_document_of_a_form_that_is_sent_twice()
    {
        var adding = Adding();
        var first = await Pga.Send(Expert, adding);

        var second = await Pga.Send(Expert, adding with { File = Upload("verslag.pdf", SampleFile.Pdf()) });

        Assert.That(second, Is.EqualTo(first));
        Assert.That((await Stored(first)).Versions, Has.Count.EqualTo(1));
        Assert.That(await Pga.Read(db => db.Documents.CountAsync()), Is.EqualTo(1));
        Assert.That(Files().Count(f => f.EndsWith(".pga", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task Says_all_that_is_missing_at_once()
    {
        var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.Send(Expert, new AddDocument(Guid.CreateVersion7(), Traject.Id, " ", "", "", default, null)));

        Assert.That(refusal.Errors.Select(e => e.Field), Is.EquivalentTo(new[] { "Title", "Kind", "Date", "Source", "File" }));
        Assert.That(await Pga.Read(db => db.Documents.CountAsync()), Is.Zero);
        Assert.That(Files(), Is.Empty);
    }

    [TestCase("2026-03-04", "document.date-in-future")]
    [TestCase("1826-03-03", "document.date-too-early")]
    public void Refuses_a_date_that_can_t_be(string date, string code)
    {
        var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.Send(Expert, Adding() with { Date = DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture) }));

        Assert.That(refusal.Errors.Single(), Has.Property(nameof(FieldError.Field)).EqualTo("Date").And.Property(nameof(FieldError.Code)).EqualTo(code));
    }

    [Test]
    public void Refuses_a_title_that_is_too_long()
    {
        var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.Send(Expert, Adding() with { Title = new string('a', Document.MaxTitle + 1) }));

        Assert.That(refusal.Errors.Single().Field, Is.EqualTo("Title"));
    }

    [Test]
    public async Task Takes_20_MB_and_refuses_one_byte_more_an_empty_file_and_21_MB()
    {
        await Pga.Send(Expert, Adding(content: SampleFile.PdfOf((int)FileTypes.MaxBytes)));

        Refused("document.too-large", SampleFile.PdfOf((int)FileTypes.MaxBytes + 1));
        Refused("document.too-large", SampleFile.PdfOf(21 * 1024 * 1024));
        Refused("document.empty", []);
        Assert.That(await Pga.Read(db => db.Documents.CountAsync()), Is.EqualTo(1));
        Assert.That(Files().Count(f => f.EndsWith(".pga", StringComparison.Ordinal)), Is.EqualTo(1));

        void Refused(string code, byte[] content)
        {
            var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.Send(Expert, Adding(content: content)));
            Assert.That(refusal.Errors.Single(), Has.Property(nameof(FieldError.Field)).EqualTo("File").And.Property(nameof(FieldError.Code)).EqualTo(code));
        }
    }

    [Test]
    public async Task Is_refused_to_who_may_not_write_in_the_dossier()
    {
        var stranger = A.Staff(StaffRoles.PgaExpert, "team-2");
        var rio = A.Staff(StaffRoles.Rio);
        var coordinator = A.Staff(StaffRoles.Coordinator);
        var others = new[] { StaffRoles.Partner, StaffRoles.Manager, StaffRoles.PrivacyOfficer, StaffRoles.Administrator }.Select(r => A.Staff(r)).ToList();
        await Pga.Given([stranger, rio, coordinator, .. others]);

        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(TeamMate, Adding()));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(stranger, Adding()));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(rio, Adding()));
        foreach (var other in others)
        {
            Assert.ThrowsAsync<Forbidden>(() => Pga.Send(other, Adding()), other.RoleCodes);
            Assert.ThrowsAsync<Forbidden>(() => Pga.Send(other, new GetDocuments(Traject.Id)), other.RoleCodes);
        }

        Assert.ThrowsAsync<Forbidden>(() => Pga.SendUnsigned(Adding()));
        Assert.That(Files(), Is.Empty, "nothing was stored before it was refused");
        await Pga.Send(coordinator, Adding());
        var ofRio = A.Traject(Client, rio, Programmes.Rio);
        await Pga.Given(ofRio);
        await Pga.Send(rio, Adding() with { TrajectId = ofRio.Id });
    }

    [Test]
    public async Task Is_history_without_its_content()
    {
        var id = await Pga.Send(Expert, Adding());

        var entries = await Pga.Read(db => db.History.Where(h => h.Request == nameof(AddDocument)).ToListAsync());

        Assert.That(entries.Select(e => (e.Entity, e.Event)), Is.EquivalentTo(new[] { (nameof(Document), "document.added"), (nameof(DocumentVersion), "added") }));
        Assert.That(entries, Has.All.Property(nameof(Audit.HistoryEntry.ClientId)).EqualTo(Client.Id));
        Assert.That(entries.Single(e => e.Entity == nameof(Document)).EntityId, Is.EqualTo(id));
    }
}
