using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Pga.Application.Contacts;
using Pga.Application.Tests.Rapportage;

namespace Pga.Application.Tests.Contacts;

/// <summary>The letter as Word and LibreOffice will read it.</summary>
internal sealed class LetterDocxTests
{
    private static readonly LetterSheet Letter = new(
        ["Gemeente Voorbeeld", "Stadsplateau 1"], ["Noor Yıldız <&> \u0001x", "Dorpsstraat 1", "1234 AB Utrecht"], new DateOnly(2026, 3, 3),
        "Uitnodiging", ["Beste Noor,", "Wij zien u graag.\nTot dan.", "Met vriendelijke groet,"]);

    [Test]
    public void Is_valid_for_word_and_has_real_paragraphs_in_dutch()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(LetterDocx.Write(Letter)), isEditable: false);

        Assert.That(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"), Is.Empty);
        var paragraphs = document.MainDocumentPart!.Document.Body!.Elements<Paragraph>().ToList();
        Assert.That(paragraphs.Select(p => string.Join('/', p.Descendants<Text>().Select(t => t.Text))), Is.EqualTo(new[]
        {
            "Gemeente Voorbeeld/Stadsplateau 1", "Noor Yıldız <&> \uFFFDx/Dorpsstraat 1/1234 AB Utrecht", "3 maart 2026", "Onderwerp: Uitnodiging",
            "Beste Noor,", "Wij zien u graag./Tot dan.", "Met vriendelijke groet,",
        }));
        Assert.That(document.MainDocumentPart.StyleDefinitionsPart!.Styles!.DocDefaults!.Descendants<Languages>().Single().Val!.Value, Is.EqualTo("nl-NL"));
    }

    [Test]
    public void Is_the_same_bytes_each_time_and_names_no_author()
    {
        var first = LetterDocx.Write(Letter);

        Assert.That(LetterDocx.Write(Letter), Is.EqualTo(first));
        using var zip = new ZipArchive(new MemoryStream(first));
        using var core = new StreamReader(zip.GetEntry("docProps/core.xml")!.Open());
        Assert.That(core.ReadToEnd(), Does.Contain("Uitnodiging").And.Not.Contain("creator").And.Not.Contain("created"));
    }

    [Test]
    public async Task Opens_in_libreoffice_on_one_page()
    {
        var pages = await Rapportage.Documents.Pages(LetterDocx.Write(Letter));

        Assert.That(pages, Has.Count.EqualTo(1));
        foreach (var line in new[] { "Gemeente Voorbeeld", "Noor Yıldız", "1234 AB Utrecht", "3 maart 2026", "Onderwerp: Uitnodiging", "Beste Noor,", "Tot dan.", "Met vriendelijke groet," })
            Assert.That(pages[0], Does.Contain(line));
    }
}
