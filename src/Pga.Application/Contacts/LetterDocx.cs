using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Pga.Application.Rapportage;

namespace Pga.Application.Contacts;

/// <summary>A letter as a document for Word and LibreOffice: real paragraphs in Dutch, under the organisation's name. No author, no clock.</summary>
public static class LetterDocx
{
    // Twentieths of a point: an A4 with margins of 2.5 cm, and the addressee where the window of an envelope is.
    private const int PageWidth = 11906;
    private const int PageHeight = 16838;
    private const int Margin = 1417;
    private const int BeforeAddress = 1100;
    private const int BeforeDate = 900;
    private const int BeforeSubject = 240;

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public static byte[] Write(LetterSheet letter)
    {
        using var package = new MemoryStream();
        using (var document = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document))
            Fill(document, letter);
        using var written = new MemoryStream();
        ReportDocxPackage.Copy(package, written);
        return written.ToArray();
    }

    private static void Fill(WordprocessingDocument document, LetterSheet letter)
    {
        var main = document.AddNewPart<MainDocumentPart>($"{ReportDocx.ContentType}.main+xml", "rId1");
        ReportDocxStyles.AddTo(main);
        AddProperties(document, letter.Subject);
        var body = new Body(
            Paragraph(letter.From, style: "Header"),
            Paragraph(letter.To, before: BeforeAddress),
            Paragraph([letter.On.ToString("d MMMM yyyy", Dutch)], before: BeforeDate),
            Paragraph([$"Onderwerp: {letter.Subject}"], before: BeforeSubject, bold: true));
        foreach (var paragraph in letter.Paragraphs)
            body.Append(Paragraph(paragraph.Split('\n')));
        body.Append(new SectionProperties(
            new PageSize { Width = PageWidth, Height = PageHeight },
            new PageMargin { Top = Margin, Right = Margin, Bottom = Margin, Left = Margin, Header = Margin / 2, Footer = Margin / 2, Gutter = 0 }));
        main.Document = new Document(body);
    }

    /// <summary>One paragraph; its lines are broken, not spread over paragraphs, so that an address stays together.</summary>
    private static Paragraph Paragraph(IReadOnlyList<string> lines, string? style = null, int? before = null, bool bold = false)
    {
        var properties = new ParagraphProperties();
        if (style is not null)
            properties.Append(new ParagraphStyleId { Val = style });
        if (before is { } space)
            properties.Append(new SpacingBetweenLines { Before = space.ToString(CultureInfo.InvariantCulture) });
        var run = new Run();
        if (bold)
            run.Append(new RunProperties(new Bold()));
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0)
                run.Append(new Break());
            run.Append(new Text(ReportTexts.Allowed(lines[i])) { Space = SpaceProcessingModeValues.Preserve });
        }

        return new Paragraph(properties, run);
    }

    // The package's own properties would get a clock, so this part is written as it should be.
    private static void AddProperties(WordprocessingDocument document, string title)
    {
        using var xml = XmlWriter.Create(document.AddNewPart<CoreFilePropertiesPart>("rId2").GetStream(FileMode.Create));
        xml.WriteStartElement("cp", "coreProperties", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
        xml.WriteElementString("dc", "title", "http://purl.org/dc/elements/1.1/", ReportTexts.Allowed(title));
        xml.WriteElementString("dc", "language", "http://purl.org/dc/elements/1.1/", ReportDocxStyles.Language);
        xml.WriteEndElement();
    }
}
