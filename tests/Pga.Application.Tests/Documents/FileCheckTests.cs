using System.Text;
using Pga.Application.Documents;
using Pga.Domain.Common;
using Pga.Testing;

namespace Pga.Application.Tests.Documents;

internal sealed class FileCheckTests
{
    private static IEnumerable<TestCaseData> Good() =>
    [
        Case("verslag.pdf", SampleFile.Pdf(), FileTypes.Pdf),
        Case("VERSLAG.PDF", SampleFile.Pdf(), FileTypes.Pdf),
        Case("brief.docx", SampleFile.Office(SampleFile.DocxMain), FileTypes.Docx),
        Case("schulden.xlsx", SampleFile.Office(SampleFile.XlsxMain), FileTypes.Xlsx),
        Case("brief.odt", SampleFile.OpenDocument("application/vnd.oasis.opendocument.text"), FileTypes.Odt),
        Case("schulden.ods", SampleFile.OpenDocument("application/vnd.oasis.opendocument.spreadsheet"), FileTypes.Ods),
        Case("deur.jpeg", SampleFile.Jpeg(), FileTypes.Jpeg),
        Case("deur.png", SampleFile.Png(), FileTypes.Png),
        Case("IMG_0001.HEIC", SampleFile.Heic(), FileTypes.Heic),
        Case("notitie.txt", Encoding.UTF8.GetBytes("Zoë belde.\r\n\tMorgen weer."), FileTypes.Text),
        Case("windows.txt", [.. "Zo"u8, 0xEB, .. " belde."u8], FileTypes.Text),
        Case("met bom.txt", [0xEF, 0xBB, 0xBF, .. "Zo"u8], FileTypes.Text),
        Case("bedragen.csv", "naam;bedrag\nhuur;600\n"u8.ToArray(), FileTypes.Csv),
    ];

    private static IEnumerable<TestCaseData> Bad() =>
    [
        Case("factuur.pdf", SampleFile.Program(), "document.program"),
        Case("factuur.pdf", [0x7F, .. "ELF"u8, 2, 1, 1], "document.program"),
        Case("factuur.txt", "#!/bin/sh\nrm -rf /\n"u8.ToArray(), "document.program"),
        Case("virus.exe", SampleFile.Program(), "document.program"),
        Case("virus.exe", "tekst"u8.ToArray(), "document.type"),
        Case("zonder extensie", SampleFile.Pdf(), "document.type"),
        Case("bericht.eml", "From: a@example.org\r\n\r\nHallo"u8.ToArray(), "document.type"),
        Case("pagina.html", "<script>alert(1)</script>"u8.ToArray(), "document.type"),
        Case("plaatje.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray(), "document.type"),
        Case("alles.zip", SampleFile.Zip(("a.txt", "a")), "document.type"),
        Case("alles.docx", SampleFile.Zip(("a.txt", "a")), "document.type"),
        Case("alles.odt", SampleFile.Zip(("a.txt", "a")), "document.type"),
        Case("half.docx", SampleFile.Office(SampleFile.DocxMain)[..100], "document.type"),
        Case("raar.docx", SampleFile.Zip(("[Content_Types].xml", "<Types>")), "document.type"),
        Case("bom.docx", SampleFile.Zip(("[Content_Types].xml", $"<Types>{new string(' ', 2_000_000)}</Types>")), "document.type"),
        Case("entiteit.docx", SampleFile.Zip(("[Content_Types].xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>")), "document.type"),
        Case("tabel.docx", SampleFile.Office(SampleFile.XlsxMain), "document.type"),
        Case("foto.png", SampleFile.Jpeg(), "document.type"),
        Case("foto.pdf", SampleFile.Png(), "document.type"),
        Case("verslag.txt", SampleFile.Pdf(), "document.type"),
        Case("film.heic", [0, 0, 0, 24, .. "ftypisom"u8, .. new byte[8]], "document.type"),
        Case("oud.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], "document.old-office"),
        Case("macro.docm", SampleFile.Office("application/vnd.ms-word.document.macroEnabled.main+xml", "word/vbaProject.bin"), "document.type"),
        Case("macro.docx", SampleFile.Office("application/vnd.ms-word.document.macroEnabled.main+xml"), "document.macros"),
        Case("macro.docx", SampleFile.Office(SampleFile.DocxMain, "word/vbaProject.bin"), "document.macros"),
        Case("macro.xlsx", SampleFile.Office(SampleFile.XlsxMain, "xl/activeX/activeX1.bin"), "document.macros"),
        Case("macro.odt", SampleFile.OpenDocument("application/vnd.oasis.opendocument.text", "Basic/Standard/Module1.xml"), "document.macros"),
        Case("nul.txt", "abc\0def"u8.ToArray(), "document.type"),
        Case("utf16.txt", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("abc")).ToArray(), "document.type"),
        Case("half.txt", [.. "abc"u8, 0xC3, 0x81, 0xC3], "document.type"),
        Case("nul aan het eind.csv", [.. new byte[200_000].Select(_ => (byte)'a'), 0], "document.type"),
    ];

    [TestCaseSource(nameof(Good))]
    public async Task Knows_a_file_by_its_content(string name, byte[] content, FileType expected)
    {
        using var stream = new MemoryStream(content);

        Assert.That(await FileCheck.Check(name, stream, default), Is.EqualTo(expected));
        Assert.That(stream.Position, Is.Zero);
    }

    [TestCaseSource(nameof(Bad))]
    public void Refuses_what_is_not_what_its_name_says_or_not_on_the_list(string name, byte[] content, string code)
    {
        using var stream = new MemoryStream(content);

        var refusal = Assert.ThrowsAsync<RuleBroken>(() => FileCheck.Check(name, stream, default));

        Assert.That((refusal.Code, refusal.Field), Is.EqualTo((code, "File")));
        Assert.That(refusal.Text, Does.Not.Contain(name));
    }

    [Test]
    public async Task Reads_a_letter_that_lies_across_two_blocks()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(new string('a', (64 * 1024) - 1) + "ÁÁ"));

        Assert.That(await FileCheck.Check("lang.txt", stream, default), Is.EqualTo(FileTypes.Text));
    }

    [TestCase("verslag.pdf", "verslag.pdf")]
    [TestCase("/etc/passwd.txt", "passwd.txt")]
    [TestCase("C:\\Users\\x\\brief.docx", "brief.docx")]
    [TestCase("..\\..\\brief.docx", "brief.docx")]
    [TestCase("a\r\nb: c\0.pdf", "ab_ c.pdf")]
    [TestCase("factuur\u202Efdp.exe", "factuurfdp.exe")]
    [TestCase("vraag?<x>.pdf", "vraag__x_.pdf")]
    [TestCase(".pdf", "document.pdf")]
    [TestCase("", "document")]
    [TestCase("  brief . ", "brief")]
    [TestCase("Yıldız – brief.odt", "Yıldız – brief.odt")]
    public void Cleans_a_name(string name, string expected) => Assert.That(FileNames.Clean(name), Is.EqualTo(expected));

    // Not as a test case: an attribute can't hold half a character.
    [Test]
    public void Cleans_half_a_character() => Assert.That(FileNames.Clean("half\uD83D.pdf"), Is.EqualTo("half\uFFFD.pdf"));

    [Test]
    public void Keeps_the_extension_of_a_name_that_is_too_long()
    {
        var clean = FileNames.Clean(new string('a', 400) + ".docx");

        Assert.That(clean, Has.Length.EqualTo(150));
        Assert.That(clean, Does.EndWith("aaa.docx"));
    }

    private static TestCaseData Case(string name, byte[] content, FileType expected) => new TestCaseData(name, content, expected).SetArgDisplayNames(name, $"{content.Length} bytes", expected.MediaType);

    private static TestCaseData Case(string name, byte[] content, string code) => new TestCaseData(name, content, code).SetArgDisplayNames(name, $"{content.Length} bytes", code);
}
