using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Documents;
using Pga.Application.Pipeline;
using Pga.Domain.Documents;
using Pga.Testing;

namespace Pga.Application.Tests.Documents;

/// <summary>With ClamAV's real daemon, which knows one virus of ours.</summary>
internal sealed class VirusScannerTests : DocumentTest
{
    [Test]
    public async Task Stores_what_is_clean_and_refuses_a_virus_wherever_it_hides()
    {
        using var clamd = Clamd.Start();
        var pga = await Scanned(clamd.Address);

        var id = await pga.Send(Expert, Adding());

        Assert.That(await pga.Read(db => db.DocumentVersions.Where(v => v.DocumentId == id).Select(v => v.Scan).SingleAsync()), Is.EqualTo(ScanResults.Clean));
        Assert.That((await pga.Send(Expert, new GetDocuments(Traject.Id))).IsScanned, Is.True);
        Refused(pga, "document.virus", Adding(content: SampleFile.Pdf(Clamd.Virus)));
        Refused(pga, "document.virus", Adding("notitie.txt", [.. new byte[300_000].Select(_ => (byte)'a'), .. Encoding.ASCII.GetBytes(Clamd.Virus)]));
        var docx = SampleFile.Zip(
            ("[Content_Types].xml", $"<Types><Override ContentType=\"{SampleFile.DocxMain}\"/></Types>"), ("word/document.xml", $"<w>{Clamd.Virus}</w>"));
        Assert.That(Encoding.Latin1.GetString(docx), Does.Not.Contain(Clamd.Virus), "it is packed");
        Refused(pga, "document.virus", Adding("brief.docx", docx));
        Assert.That(await pga.Read(db => db.Documents.CountAsync()), Is.EqualTo(1));
        Assert.That(Files().Count(f => f.EndsWith(".pga", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task Refuses_what_the_daemon_does_not_look_at()
    {
        using var clamd = Clamd.Start();
        var pga = await Scanned(clamd.Address);

        Refused(pga, "document.scan-unavailable", Adding(content: SampleFile.PdfOf(Clamd.MaxBytes + 100_000)));

        await pga.Send(Expert, Adding(content: SampleFile.PdfOf(Clamd.MaxBytes)));
    }

    [Test]
    public async Task Refuses_everything_while_the_daemon_is_gone()
    {
        using var clamd = Clamd.Start();
        var pga = await Scanned(clamd.Address);
        clamd.Stop();

        Refused(pga, "document.scan-unavailable", Adding());
        Assert.That(await pga.Read(db => db.Documents.CountAsync()), Is.Zero);
        Assert.That(Files(), Is.Empty);
    }

    [TestCase("")]
    [TestCase("stream: Can't allocate memory ERROR\0")]
    [TestCase("UNKNOWN COMMAND\0")]
    [TestCase("NOT OK, REALLY\0")]
    public async Task Refuses_when_something_else_answers(string reply)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var pga = await Scanned($"tcp://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        var answering = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            var buffer = new byte[4096];
            _ = await client.GetStream().ReadAsync(buffer);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(reply));
        });

        Refused(pga, "document.scan-unavailable", Adding());
        await answering;
    }

    [Test]
    public async Task Says_of_each_file_that_it_was_not_scanned_when_there_is_no_scanner()
    {
        await Pga.Send(Expert, Adding());

        var list = await Pga.Send(Expert, new GetDocuments(Traject.Id));

        Assert.That((list.IsScanned, list.Documents.Single().Latest!.Scan), Is.EqualTo((false, ScanResults.NotScanned)));
    }

    [TestCase("unix:/run/clamav/clamd.ctl", "/run/clamav/clamd.ctl")]
    [TestCase("tcp://127.0.0.1:3310", "127.0.0.1:3310")]
    [TestCase("tcp://[::1]:3310", "[::1]:3310")]
    [TestCase("tcp://clamav:3310", "Unspecified/clamav:3310")]
    public void Reads_the_setting(string text, string expected)
    {
        Assert.That(DocumentSettings.TryParseClamAv(text, out var address));
        Assert.That(address!.ToString(), Is.EqualTo(expected));
    }

    [TestCase("")]
    [TestCase("clamav:3310")]
    [TestCase("tcp://clamav")]
    [TestCase("http://clamav:3310")]
    [TestCase("unix:clamd.ctl")]
    [TestCase("tcp://clamav:3310/pad")]
    public void Refuses_a_setting_that_can_t_be(string text) => Assert.That(DocumentSettings.TryParseClamAv(text, out _), Is.False);

    private async Task<TestPga> Scanned(string address)
    {
        var pga = With(address);
        await pga.Given(Expert, Client, Traject);
        return pga;
    }

    private void Refused(TestPga pga, string code, AddDocument adding)
    {
        var refusal = Assert.ThrowsAsync<Invalid>(() => pga.Send(Expert, adding));
        Assert.That(refusal.Errors.Single(), Has.Property(nameof(FieldError.Code)).EqualTo(code).And.Property(nameof(FieldError.Field)).EqualTo("File"));
    }
}
