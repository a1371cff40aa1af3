using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Pga.Application.Import;
using Pga.Application.Rapportage;
using Pga.Testing;
using DW = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Pga.Application.Tests.Rapportage;

/// <summary>The document as Word and LibreOffice will read it.</summary>
internal sealed class ReportDocxTests : SliceTest
{
    // Every one of these is forbidden in XML, or breaks what is written carelessly.
    private const string Awkward = "a\0b\u0001c\u000Bd\uFFFEe\uD800f\uDC00g <&>\"' ]]> \U0001F600 ż";

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    private static readonly Report Report = Documents.Report;

    [Test]
    public void Is_valid_for_word()
    {
        Open(Report, document => Assert.That(
            new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"), Is.Empty));
    }

    [Test]
    public void Is_the_same_bytes_each_time_without_author_or_time()
    {
        var first = Documents.Written(ReportDocx.Write, Report);

        Assert.That(Documents.Written(ReportDocx.Write, Report), Is.EqualTo(first));
        using var zip = new ZipArchive(new MemoryStream(first));
        Assert.That(zip.Entries.Select(e => e.LastWriteTime.DateTime), Has.All.EqualTo(new DateTime(1980, 1, 1, 0, 0, 0, DateTimeKind.Unspecified)));
        Assert.That(zip.Entries.Select(e => e.CompressedLength), Is.EqualTo(zip.Entries.Select(e => e.Length)), "no compression, which differs by version of .NET");
        using var core = new StreamReader(zip.GetEntry("docProps/core.xml")!.Open());
        Assert.That(core.ReadToEnd(), Does.Contain("Rapportage persoonsgerichte aanpak 2024").And.Contain("nl-NL").And.Not.Contain("creator").And.Not.Contain("created").And.Not.Contain("modified"));
    }

    [Test]
    public void Has_title_status_headings_and_contents()
    {
        Open(Report, document =>
        {
            Assert.That(Texts(document, "Title"), Is.EqualTo(new[] { "Rapportage persoonsgerichte aanpak 2024" }));
            Assert.That(Texts(document, "Subtitle"), Is.EqualTo(new[] { "Concept: nog niet vastgesteld", "Gemaakt op 1 maart 2025" }));
            Assert.That(Texts(document, "Heading1"), Is.EqualTo(new[] { "Zo leest u deze cijfers", "Cijfers", "Verhalen", "Evaluaties" }));
            Assert.That(Texts(document, "Heading2"), Is.EqualTo(new[]
            {
                "Zorgen bij de start", "Uitstroom naar oordeel en reden", "Begroting per prioriteit", "Een eigen <plek>", "Lokale PGA: evaluatie van het plan",
            }));
            var links = document.MainDocumentPart!.Document.Descendants<Hyperlink>().ToList();
            var bookmarks = document.MainDocumentPart.Document.Descendants<BookmarkStart>().Select(b => b.Name!.Value).ToList();
            Assert.That(links.Select(l => l.Anchor!.Value), Is.EqualTo(bookmarks).And.Unique, "a line of contents for each heading");
            Assert.That(document.MainDocumentPart.Document.Descendants<FieldCode>().Select(c => c.Text.Trim()), Has.Exactly(1).StartWith("TOC"));
            Assert.That(document.MainDocumentPart.FooterParts.Select(f => f.Footer.InnerText), Has.All.EqualTo("Pagina  PAGE 1 van  NUMPAGES 1"));
            Assert.That(document.MainDocumentPart.StyleDefinitionsPart!.Styles!.DocDefaults!.Descendants<Languages>().Single().Val!.Value, Is.EqualTo("nl-NL"));
        });
    }

    [Test]
    public void Says_when_it_was_confirmed()
    {
        Open(Report with { Status = Report.Confirmed, ConfirmedOn = new DateOnly(2025, 4, 15) }, document =>
        {
            Assert.That(Texts(document, "Subtitle"), Is.EqualTo(new[] { "Vastgesteld op 15 april 2025", "Gemaakt op 1 maart 2025" }));
            Assert.That(document.MainDocumentPart!.HeaderParts.Single().Header.InnerText, Does.EndWith("Vastgesteld op 15 april 2025"));
        });
    }

    [Test]
    public void Says_what_the_numbers_are_and_what_was_written_about_them()
    {
        Open(Report, document =>
        {
            var text = string.Join('\n', document.MainDocumentPart!.Document.Body!.Descendants<Paragraph>().Select(p => p.InnerText));

            Assert.That(text, Does.Contain("Deze cijfers zijn geen effectmeting."));
            Assert.That(text, Does.Contain("– niet getoond: te weinig personen of herleidbaar."));
            Assert.That(text, Does.Contain("Een aantal onder de 5, of met minder dan 5 personen erachter"));
            Assert.That(text, Does.Contain(Documents.Concerns.Explanation).And.Contain("Percentages: van de rij ‘Trajecten met een startmeting’."));
            Assert.That(text, Does.Contain("\nIn 2024 zagen we meer zorgen.\nVooral thuis.\n"));
            Assert.That(text, Does.Contain("\nEen eigen <plek>\nLeefgebied Huisvesting\nEerste alinea.\nTweede & laatste.\n"));
            Assert.That(text, Does.Contain("\nLokale PGA: evaluatie van het plan\nHet plan werkt."));
            Assert.That(text, Does.Contain("\nBegroting per prioriteit\nHierover is niets ingevoerd.\nBedragen zoals ingevoerd."));
        });
    }

    [Test]
    public void Has_tables_with_captions_header_rows_and_row_headers()
    {
        Open(Report, document =>
        {
            var body = document.MainDocumentPart!.Document.Body!;
            var tables = body.Elements<Table>().ToList();
            Assert.That(tables, Has.Count.EqualTo(2));
            Assert.That(tables.Select(t => t.PreviousSibling<Paragraph>()!).Select(p => (p.ParagraphProperties!.ParagraphStyleId!.Val!.Value, p.Descendants<FieldCode>().Single().Text.Trim(), Result(p))), Is.EqualTo(new[]
            {
                ("Caption", "SEQ Tabel \\* ARABIC", "Tabel 1. Zorgen bij de start, aantal trajecten"),
                ("Caption", "SEQ Tabel \\* ARABIC", "Tabel 2. Uitstroom naar oordeel en reden, aantal trajecten"),
            }));
            foreach (var table in tables)
            {
                var rows = table.Elements<TableRow>().ToList();
                Assert.That(rows.Select(r => r.TableRowProperties!.Elements<TableHeader>().Any()), Is.EqualTo(rows.Select((_, i) => i == 0)), "the first row is the header");
                Assert.That(rows.Select(r => r.TableRowProperties!.Elements<CantSplit>().Any()), Has.All.True);
                var look = table.GetFirstChild<TableProperties>()!.TableLook!;
                Assert.That((look.FirstRow!.Value, look.FirstColumn!.Value), Is.EqualTo((true, true)));
                Assert.That(rows.SelectMany(r => r.Elements<TableCell>().Skip(1)).Select(c => c.Descendants<ParagraphStyleId>().Single().Val!.Value), Has.All.EndsWith("etal"), "numbers to the right");
            }

            foreach (var style in document.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<Style>().Where(s => s.StyleId!.Value is "TabelGetal" or "TabelTotaalGetal"))
                Assert.That(style.StyleParagraphProperties!.Justification!.Val!.Value, Is.EqualTo(JustificationValues.Right));
            var used = body.Descendants<ParagraphStyleId>().Select(s => s.Val!.Value).Distinct();
            Assert.That(used, Is.SubsetOf(document.MainDocumentPart.StyleDefinitionsPart.Styles.Elements<Style>().Select(s => s.StyleId!.Value)));
        });
    }

    [Test]
    public void Has_the_numbers_of_the_report_and_no_other()
    {
        Open(Report, document => Assert.That(document.MainDocumentPart!.Document.Descendants<Table>().Select(Cells), Is.EqualTo(new[]
        {
            new[]
            {
                new[] { "Onderdeel", "2023", "2024" },
                ["Psychische gezondheid", "–", "40 (70%)"],
                ["Werk of opleiding", "0 (0%)", "33 (58%)"],
                ["Gezin en huiselijke relaties", "15 (32%)", "28 (49%)"],
                ["Huisvesting", "22 (47%)", "–"],
                ["Trajecten met een startmeting", "47", "57"],
            },
            [
                ["Onderdeel", "2023", "2024"],
                ["Positief", "1.022", "2.030"],
                ["Doelen behaald", "12", "–"],
                ["Negatief", "–", "17"],
                ["Totaal", "–", "2.047"],
            ],
        })));
    }

    [Test]
    public void Has_charts_as_pictures_with_an_alternative_and_a_caption()
    {
        Open(Report, document =>
        {
            var pictures = document.MainDocumentPart!.Document.Descendants<DW.Inline>().ToList();
            Assert.That(pictures.Select(p => p.DocProperties!.Description!.Value), Is.EqualTo(new[]
            {
                "Staafgrafiek: Zorgen bij de start, aantal trajecten, 2023 en 2024. De tabel erboven heeft dezelfde aantallen.",
                "Kolomgrafiek: Uitstroom naar oordeel en reden, aantal trajecten, 2023 en 2024. De tabel erboven heeft dezelfde aantallen.",
            }));
            Assert.That(pictures.Select(p => p.DocProperties!.Id!.Value), Is.Unique);
            Assert.That(pictures.Select(p => Result(p.Ancestors<Paragraph>().Single().NextSibling<Paragraph>()!)), Is.EqualTo(new[]
            {
                "Figuur 1. Zorgen bij de start, aantal trajecten", "Figuur 2. Uitstroom naar oordeel en reden, aantal trajecten",
            }));
            foreach (var picture in pictures)
            {
                var part = (ImagePart)document.MainDocumentPart.GetPartById(picture.Descendants<DocumentFormat.OpenXml.Drawing.Blip>().Single().Embed!.Value!);
                Assert.That(part.ContentType, Is.EqualTo("image/x-emf"));
                using var file = new MemoryStream();
                part.GetStream().CopyTo(file);
                Assert.That((double)picture.Extent!.Cy!.Value / picture.Extent.Cx!.Value, Is.EqualTo(Metafile.Read(file.ToArray()).Ratio).Within(0.001), "not stretched");
            }
        });
    }

    [Test]
    public void Survives_any_text()
    {
        var table = Documents.Outflow with
        {
            Title = Awkward,
            Explanation = Awkward,
            Text = Awkward,
            Columns = [new("2023", Awkward), new("2024", Awkward)],
            Rows = [.. Documents.Outflow.Rows.Select(r => r with { Label = Awkward })],
        };
        var report = Report with { Tables = [table], Stories = [new(Awkward, Awkward, Awkward)], Notes = [Awkward], Evaluations = [new(Awkward, Awkward)] };

        Open(report, document =>
        {
            Assert.That(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document), Is.Empty);
            Assert.That(document.MainDocumentPart!.Document.Body!.InnerText, Does.Contain("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf\uFFFDg <&>\"' ]]> \U0001F600 ż"));
        });
    }

    [Test]
    public void Of_nothing_says_so()
    {
        var empty = Documents.Outflow with { Rows = [.. Documents.Outflow.Rows.Select(r => r with { Cells = [0, 0] })] };

        Open(Report with { Tables = [empty] }, document =>
        {
            Assert.That(document.MainDocumentPart!.Document.Body!.InnerText, Does.Contain("Over 2023 en 2024 is niets vastgelegd."));
            Assert.That(document.MainDocumentPart.Document.Descendants<Table>(), Is.Empty);
        });
    }

    [Test]
    public async Task Of_the_sample_caseload_shows_every_number_once_and_opens_in_libreoffice()
    {
        await Pga.SendAsSystem(new RunImport(Path.Combine(TestContext.CurrentContext.TestDirectory, "data", "utrecht-2024"), Update: false));
        var report = await Pga.SendAsSystem(new GetReport(2024));
        var docx = Documents.Written(ReportDocx.Write, report);

        Open(docx, document =>
        {
            Assert.That(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document), Is.Empty);
            var shown = document.MainDocumentPart!.Document.Descendants<Table>().Select(t => Cells(t).Skip(1).ToList()).ToList();
            Assert.That(shown, Has.Count.EqualTo(19));
            foreach (var (table, cells) in report.Tables.Zip(shown))
                Assert.That(cells.Select(row => row.Skip(1).Select(c => Regex.Replace(c, @" \(\d+%\)$", ""))), Is.EqualTo(table.RowsToRead().Select(r => r.Cells.Select(Shown))), table.Id);
            Assert.That(document.MainDocumentPart.ImageParts.Count(), Is.EqualTo(8));
        });
        var pages = await Documents.Pages(docx);

        Assert.That(pages, Has.Count.InRange(10, 16));
        Assert.That(pages[0], Does.Contain("Concept: nog niet vastgesteld").And.Contain("Inhoud").And.Contain($"Pagina 1 van {pages.Count}"));
        Assert.That(pages[1], Does.Contain("Deze cijfers zijn geen effectmeting."));
        Assert.That(string.Concat(pages), Does.Contain("Tabel 19. Begroting per prioriteit, bedragen in euro’s"));
        foreach (var table in report.Tables)
        {
            var below = new Regex($@"Tabel \d+\. {Regex.Escape(ReportTexts.Caption(table))}[\s\S]*Onderdeel");
            Assert.That(pages.Count(p => below.IsMatch(p)), Is.EqualTo(1), $"{table.Id}: caption and header on the same page");
        }
    }

    private static string Shown(long? value) => value?.ToString("N0", Dutch) ?? "–";

    private static void Open(Report report, Action<WordprocessingDocument> check) => Open(Documents.Written(ReportDocx.Write, report), check);

    private static void Open(byte[] docx, Action<WordprocessingDocument> check)
    {
        using var stream = new MemoryStream(docx);
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        check(document);
    }

    private static string[][] Cells(Table table) => [.. table.Elements<TableRow>().Select(r => r.Elements<TableCell>().Select(c => c.InnerText).ToArray())];

    private static IEnumerable<string> Texts(WordprocessingDocument document, string style) =>
        document.MainDocumentPart!.Document.Body!.Elements<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == style).Select(p => p.InnerText);

    // What is shown: without the instructions of fields.
    private static string Result(Paragraph paragraph) => string.Concat(paragraph.Descendants<Text>().Select(t => t.Text));
}
