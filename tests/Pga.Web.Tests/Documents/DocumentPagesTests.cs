using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Documents;
using Pga.Domain.Clients;
using Pga.Domain.Documents;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;
using Pga.Web.Hosting;

namespace Pga.Web.Tests.Documents;

internal sealed partial class DocumentPagesTests : WebTest
{
    private const string Title = "Verslag van de mentor";
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert, name: "Sanne Zandstra");
    private readonly StaffMember _teamMate = A.Staff(StaffRoles.PgaExpert);
    private readonly Client _client = A.Client();
    private Traject _traject = null!;

    private string Documents => $"/dossiers/{_traject.Id}/documenten";

    [SetUp]
    public async Task GivenTraject()
    {
        _traject = A.Traject(_client, _expert);
        await Pga.Given(_expert, _teamMate, _client, _traject);
    }

    [Test]
    public async Task Adds_a_document_and_lists_it_with_who_and_when()
    {
        using var visitor = await Pga.SignIn(_expert);
        Assert.That(await visitor.Page(Documents), Does.Contain("Er zijn nog geen documenten in dit dossier."));

        var response = await Add(visitor, "mentor.pdf", SampleFile.PdfOf(300_000));

        Assert.That((response.StatusCode, response.Headers.Location!.OriginalString), Is.EqualTo((HttpStatusCode.Redirect, Documents)));
        var page = await visitor.Page(Documents);
        Assert.That(page, Does.Contain("Het document is toegevoegd.").And.Contain(Title).And.Contain("di 3 mrt 2026, 10:00, Sanne Zandstra · niet op virussen gecontroleerd"));
        Assert.That(page, Does.Contain("(PDF, 292 kB)"));
    }

    [Test]
    public async Task Gives_a_file_to_save_and_never_to_show()
    {
        using var visitor = await Pga.SignIn(_expert);
        await Add(visitor, "Yıldız brief.pdf", SampleFile.PdfOf(300_000));
        var id = await Pga.Read(db => db.Documents.Select(d => d.Id).SingleAsync());

        using var reader = await Pga.SignIn(_teamMate);
        var response = await reader.Get($"{Documents}/{id}/1");

        Assert.Multiple(async () =>
        {
            Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.EqualTo(SampleFile.PdfOf(300_000)));
            Assert.That(response.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));
            Assert.That(response.Content.Headers.ContentDisposition.FileNameStar, Is.EqualTo("Yıldız brief.pdf"));
            Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/pdf"));
            Assert.That(response.Headers.GetValues("Content-Security-Policy").Single(), Does.EndWith("sandbox").And.Contain("default-src 'none'"));
            Assert.That(response.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
            Assert.That(response.Headers.CacheControl!.NoStore, Is.True);
            Assert.That(await Pga.Read(db => db.AccessLog.Where(l => l.Request == nameof(DownloadDocument)).Select(l => l.ActorId).ToListAsync()), Is.EqualTo(new Guid?[] { _teamMate.Id }));
        });
    }

    [TestCase("leeg.pdf", "leeg")]
    [TestCase("groot.pdf", "groot")]
    [TestCase("verslag.pdf", "programma")]
    [TestCase("macro.docx", "macro")]
    [TestCase("bericht.eml", "lijst")]
    public async Task Refuses_a_bad_file_with_the_rest_of_the_form_kept(string name, string what)
    {
        var (file, error) = what switch
        {
            "leeg" => ([], "Dit bestand is leeg (0 bytes)."),
            "groot" => (SampleFile.PdfOf(21 * 1024 * 1024), "Dit bestand is te groot. Een bestand mag hoogstens 20 MB zijn."),
            "programma" => (SampleFile.Program(), "Dit bestand is een programma, wat de naam ook zegt."),
            "macro" => (SampleFile.Office(SampleFile.DocxMain, "word/vbaProject.bin"), "In dit bestand zitten macro’s"),
            _ => ("From: a@example.org\r\n\r\nHallo"u8.ToArray(), "Een bestand van de soort .eml kan niet worden opgeslagen."),
        };
        using var visitor = await Pga.SignIn(_expert);

        var response = await Add(visitor, name, file);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        await IsKept(response, error);
        Assert.That(await Pga.Read(db => db.Documents.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Refuses_a_virus_with_the_rest_of_the_form_kept_and_says_it_when_the_scanner_is_gone()
    {
        using var clamd = Clamd.Start();
        await using var scanned = await WebPga.Start(Clock, ("Documents:ClamAv", clamd.Address));
        await scanned.Given(_expert, _client, _traject);
        using var visitor = await scanned.SignIn(_expert);

        await IsKept(await Add(visitor, "verslag.pdf", SampleFile.Pdf(Clamd.Virus)), "In dit bestand zit een virus.");
        Assert.That((await Add(visitor, "verslag.pdf", SampleFile.Pdf())).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await visitor.Page(Documents), Does.Not.Contain("niet op virussen gecontroleerd"));
        clamd.Stop();
        await IsKept(await Add(visitor, "tweede.pdf", SampleFile.Pdf("2")), "De viruscontrole werkt nu niet. Het bestand is niet opgeslagen.");
        Assert.That(await scanned.Read(db => db.Documents.CountAsync()), Is.EqualTo(1));
        Assert.That(scanned.Log.Lines, Has.Some.Contains("Pga.Proefvirus"));
        Assert.That(scanned.Log.Lines.Where(l => l.Contains("verslag.pdf", StringComparison.Ordinal) || l.Contains(Title, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task Asks_for_the_file_again_when_something_else_was_wrong()
    {
        using var visitor = await Pga.SignIn(_expert);

        var response = await visitor.PostFile(Documents, "Input.File", "mentor.pdf", SampleFile.Pdf(), [.. Fields().Where(f => f.Name != "Input.Kind")]);

        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(page, Does.Contain("Kies wat voor document het is.").And.Contain("Kies het bestand opnieuw. Een browser onthoudt dat niet."));
        Assert.That(Errors().Matches(page).Select(m => m.Groups[1].Value), Is.EqualTo(new[] { "Input_Kind", "Input_File" }), "in the order of the screen");
    }

    [Test]
    public async Task Says_that_no_file_was_chosen()
    {
        using var visitor = await Pga.SignIn(_expert);

        var response = await visitor.Post(Documents, Fields());

        await IsKept(response, "Kies een bestand.");
    }

    [Test]
    public async Task Answers_what_is_far_too_large_before_it_is_read()
    {
        using var visitor = await Pga.SignIn(_expert);
        using var content = new Endless(UploadFormAttribute.MaxRequest + 1);

        HttpResponseMessage? response = null;
        try
        {
            response = await visitor.PostWithoutToken(Documents, content);
        }
        catch (HttpRequestException)
        {
            // The server hung up while we were still sending: a browser may see that too.
        }

        if (response is not null)
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
            Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("Dit bestand is te groot"));
        }

        Assert.That(content.Sent, Is.LessThan(UploadFormAttribute.MaxRequest));
    }

    [Test]
    public async Task Is_refused_without_the_token_of_the_form()
    {
        using var visitor = await Pga.SignIn(_expert);
        using var content = new MultipartFormDataContent { { new ByteArrayContent(SampleFile.Pdf()), "Input.File", "a.pdf" } };

        Assert.That((await visitor.PostWithoutToken(Documents, content)).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Makes_one_document_of_a_form_that_is_sent_twice()
    {
        using var visitor = await Pga.SignIn(_expert);
        var fields = Fields();

        var first = visitor.PostFile(Documents, "Input.File", "a.pdf", SampleFile.Pdf(), fields);
        var second = visitor.PostFile(Documents, "Input.File", "a.pdf", SampleFile.Pdf(), fields);

        Assert.That((await Task.WhenAll(first, second)).Select(r => r.StatusCode), Is.All.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await Pga.Read(db => db.Documents.CountAsync()), Is.EqualTo(1));
        Assert.That(await Pga.Read(db => db.DocumentVersions.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task Shows_who_only_reads_no_form()
    {
        using var visitor = await Pga.SignIn(_expert);
        await Add(visitor, "a.pdf", SampleFile.Pdf());
        var id = await Pga.Read(db => db.Documents.Select(d => d.Id).SingleAsync());

        using var reader = await Pga.SignIn(_teamMate);

        Assert.That(await reader.Page(Documents), Does.Contain(Title).And.Not.Contain("Input.File"));
        Assert.That(await reader.Page($"{Documents}/{id}"), Does.Contain("versie 1").IgnoreCase.And.Not.Contain("Input.File").And.Not.Contain("Intrekken"));
        Assert.That((await reader.Get($"{Documents}/{id}/wijzig")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await reader.PostFile(Documents, "Input.File", "b.pdf", SampleFile.Pdf("b"), Fields())).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        var stranger = A.Staff(StaffRoles.PgaExpert, "team-2");
        await Pga.Given(stranger);
        using var outside = await Pga.SignIn(stranger);
        foreach (var path in new[] { Documents, $"{Documents}/{id}", $"{Documents}/{id}/1", $"{Documents}/{id}/wijzig" })
            Assert.That((await outside.Get(path)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound), path);
    }

    [Test]
    public async Task Adds_a_version_edits_and_withdraws()
    {
        using var visitor = await Pga.SignIn(_expert);
        await Add(visitor, "a.pdf", SampleFile.Pdf());
        var id = await Pga.Read(db => db.Documents.Select(d => d.Id).SingleAsync());
        var page = $"{Documents}/{id}";
        var stale = await Base();

        await visitor.PostFile($"{page}?handler=Version", "Input.File", "b.pdf", SampleFile.Pdf("b"), ("Input.CommandId", Guid.NewGuid().ToString()), ("Input.BaseVersion", stale));
        Assert.That(await visitor.Page(page), Does.Contain("2 versies").And.Contain("Versie 2: b.pdf").And.Contain("Versie 1: a.pdf"));
        var conflict = await visitor.PostFile($"{page}?handler=Version", "Input.File", "c.pdf", SampleFile.Pdf("c"), ("Input.CommandId", Guid.NewGuid().ToString()), ("Input.BaseVersion", stale));
        Assert.That(conflict.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await conflict.Content.ReadAsStringAsync(), Does.Contain("versie 2, b.pdf").And.Contain("c.pdf").And.Contain($"name=\"Input.BaseVersion\" value=\"{await Base()}\""));

        var edited = await visitor.Post($"{page}/wijzig", [.. Fields().Where(f => f.Name != "Input.Title"), ("Input.Title", "Andere titel"), ("Input.BaseVersion", await Base())]);
        Assert.That(edited.Headers.Location!.OriginalString, Is.EqualTo(page));
        var editedLate = await visitor.Post($"{page}/wijzig", [.. Fields(), ("Input.BaseVersion", stale)]);
        Assert.That(WebUtility.HtmlDecode(await editedLate.Content.ReadAsStringAsync()), Does.Contain("Andere titel").And.Contain(Title));

        var withoutReason = await visitor.Post($"{page}?handler=Withdraw&stap=intrekken", ("Input.CommandId", Guid.NewGuid().ToString()), ("Input.BaseVersion", await Base()));
        Assert.That(await withoutReason.Content.ReadAsStringAsync(), Does.Contain("Schrijf op waarom u dit document intrekt."));
        await visitor.Post($"{page}?handler=Withdraw&stap=intrekken", ("Input.CommandId", Guid.NewGuid().ToString()), ("Input.BaseVersion", await Base()), ("Input.Reason", "Hoort bij iemand anders"));
        Assert.That(await visitor.Page(page), Does.Contain("Hoort bij iemand anders").And.Not.Contain("Downloaden").And.Not.Contain("Input.File"));
        Assert.That((await visitor.Get($"{page}/1")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await visitor.Page(Documents), Does.Contain("Ingetrokken (1)").And.Not.Contain("Andere titel"));
        Assert.That(await visitor.Page($"{Documents}?ingetrokken=1"), Does.Contain("Andere titel").And.Contain("Hoort bij iemand anders"));

        async Task<string> Base() => (await Pga.Read(db => db.Documents.Select(d => d.Version).SingleAsync())).ToString();
    }

    [Test]
    public async Task Says_in_a_page_that_a_file_is_damaged_and_logs_it_without_its_name()
    {
        using var visitor = await Pga.SignIn(_expert);
        await Add(visitor, "mentor.pdf", SampleFile.Pdf());
        var version = await Pga.Read(db => db.DocumentVersions.SingleAsync());
        File.Delete(Path.Combine(TestDatabase.Folder, "web", DocumentSettings.FolderName, $"{version.Id:N}.pga"));

        var response = await visitor.Get($"{Documents}/{version.DocumentId}/1");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.InternalServerError));
        Assert.That(response.Content.Headers.ContentDisposition, Is.Null);
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("ontbreekt of is beschadigd"));
        Assert.That(Pga.Log.Lines, Has.Some.Contains(version.Id.ToString()));
        Assert.That(Pga.Log.Lines.Where(l => l.Contains("mentor", StringComparison.OrdinalIgnoreCase)), Is.Empty);
    }

    [Test]
    public async Task Does_the_same_through_the_api()
    {
        using var visitor = await Pga.SignIn(_expert);
        var documents = $"/api/v1/trajects/{_traject.Id}/documents";
        (string, string?)[] fields = [("title", Title), ("kind", "report"), ("source", "partner"), ("date", "2026-02-20")];

        var created = await visitor.PostFileToApi(documents, "mentor.pdf", SampleFile.Pdf(), fields);
        Assert.That(created.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        var location = created.Headers.Location!.OriginalString;
        var view = await visitor.Page(location);
        Assert.That(view, Does.Contain("\"fileName\":\"mentor.pdf\"").And.Contain("\"date\":\"2026-02-20\""));
        var version = Regex.Match(view, "\"version\":\"([^\"]+)\"").Groups[1].Value;
        Assert.That((await visitor.PostFileToApi($"{location}/versions", "b.pdf", SampleFile.Pdf("b"), ("baseVersion", version))).StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(await (await visitor.Get($"{location}/versions/2")).Content.ReadAsByteArrayAsync(), Is.EqualTo(SampleFile.Pdf("b")));
        Assert.That((await visitor.PostFileToApi($"{location}/versions", "c.pdf", SampleFile.Pdf("c"), ("baseVersion", version))).StatusCode, Is.EqualTo(HttpStatusCode.Conflict));

        var refused = await visitor.PostFileToApi(documents, "verslag.pdf", SampleFile.Program(), ("title", Title));
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("\"field\":\"kind\"").And.Contain("\"field\":\"date\""));
        var tooLarge = await visitor.PostFileToApi(documents, "groot.pdf", SampleFile.PdfOf(21 * 1024 * 1024), fields);
        Assert.That(await tooLarge.Content.ReadAsStringAsync(), Does.Contain("document.too-large"));

        version = (await Pga.Read(db => db.Documents.Select(d => d.Version).SingleAsync())).ToString();
        Assert.That((await visitor.PostJson($"{location}/withdrawal", new { baseVersion = version, reason = "Dubbel" })).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await visitor.Page($"{documents}?withdrawn=true"), Does.Contain("Dubbel"));
        Assert.That((await visitor.Get($"{location}/versions/1")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        using var content = new MultipartFormDataContent { { new ByteArrayContent(SampleFile.Pdf()), "file", "a.pdf" } };
        Assert.That((await visitor.PostWithoutToken(documents, content)).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), "without the token");
    }

    [Test]
    public void Does_not_start_with_a_scanner_that_can_t_be_read() =>
        Assert.ThrowsAsync<UsageError>(() => WebPga.Start(Clock, ("Documents:ClamAv", "clamav:3310")));

    private static async Task IsKept(HttpResponseMessage response, string error)
    {
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
        Assert.Multiple(() =>
        {
            Assert.That(page, Does.Contain(error));
            Assert.That(page, Does.Contain("href=\"#Input_File\""), "linked from above the form");
            Assert.That(page, Does.Contain($"value=\"{Title}\""));
            Assert.That(page, Does.Contain("value=\"2026-02-20\""));
            Assert.That(page, Does.Match("<option[^>]*(selected[^>]*value=\"report\"|value=\"report\"[^>]*selected)"));
            Assert.That(page, Does.Match("<input(?=[^>]*value=\"partner\")(?=[^>]*checked)"));
        });
    }

    private Task<HttpResponseMessage> Add(Visitor visitor, string name, byte[] file) => visitor.PostFile(Documents, "Input.File", name, file, Fields());

    private static (string Name, string? Value)[] Fields() =>
    [
        ("Input.CommandId", Guid.NewGuid().ToString()), ("Input.Title", Title), ("Input.Kind", "report"), ("Input.Date", "2026-02-20"), ("Input.Source", "partner"),
    ];

    [GeneratedRegex("<li><a href=\"#(\\w+)\"")]
    private static partial Regex Errors();

    /// <summary>A body of a size that is only said, and sent for as long as somebody reads.</summary>
    private sealed class Endless(long size) : HttpContent
    {
        public long Sent { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var block = new byte[64 * 1024];
            for (; Sent < size; Sent += block.Length)
                await stream.WriteAsync(block.AsMemory(0, (int)Math.Min(block.Length, size - Sent)));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = size;
            return true;
        }
    }
}
