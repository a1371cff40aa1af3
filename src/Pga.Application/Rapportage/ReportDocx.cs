using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using DW = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using G = DocumentFormat.OpenXml.Drawing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;

namespace Pga.Application.Rapportage;

/// <summary>
/// The rapportage as a document for Word and LibreOffice, to read, print or copy from. The same report gives the same bytes:
/// no clock, no author, numbered ids.
/// </summary>
public static class ReportDocx
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Write(Report report, Stream stream)
    {
        using var package = new MemoryStream();
        using (var document = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document))
            new Writer(report, document).Write();
        ReportDocxPackage.Copy(package, stream);
    }

    private sealed class Writer(Report report, WordprocessingDocument document)
    {
        // Twentieths of a point, on an A4 with margins of 2.5 cm.
        private const int PageWidth = 11906;
        private const int PageHeight = 16838;
        private const int Margin = 1417;
        private const int TextWidth = PageWidth - (2 * Margin);

        private const double PerPoint = 20;
        private const double TableFontSize = 9.5;
        private const int CellPadding = 85;
        private const int NumberWidth = 1300;
        private const int FirstColumnWidth = 2600;

        private const long EmuPerTwip = 635;

        // A longer table breaks, with its header repeated; a shorter one goes to the next page as a whole.
        private const int RowsKeptTogether = 18;

        private readonly MainDocumentPart _main = document.AddNewPart<MainDocumentPart>($"{ContentType}.main+xml", "rId1");
        private readonly Body _body = new();
        private readonly List<(string Bookmark, string Text, int Level)> _headings = [];
        private int _tables;
        private int _figures;

        public void Write()
        {
            _main.Document = new Document(_body);
            ReportDocxStyles.AddTo(_main);
            AddProperties();
            WriteChapters();
            AddFirstPage();
            _body.Append(Section());
        }

        private void WriteChapters()
        {
            AddHeading(1, ReportTexts.HowToRead, pageBreak: true);
            foreach (var note in ReportTexts.Notes(report))
                Add("LetOp", note);
            foreach (var text in ReportTexts.Explanations(report))
                Add(null, text);
            AddHeading(1, ReportTexts.Numbers);
            if (report.IsEmpty)
                Add(null, ReportTexts.Empty(report));
            else
            {
                foreach (var table in report.Tables)
                    AddTable(table);
            }

            if (report.Stories.Count > 0)
                AddHeading(1, ReportTexts.Stories);
            foreach (var story in report.Stories)
            {
                AddHeading(2, story.Title);
                Add("Toelichting", story.About, keepNext: true);
                AddText(story.Text);
            }

            if (report.Evaluations.Count > 0)
                AddHeading(1, ReportTexts.Evaluations);
            foreach (var evaluation in report.Evaluations)
            {
                AddHeading(2, evaluation.Heading);
                AddText(evaluation.Text);
            }
        }

        private void AddTable(ReportTable table)
        {
            AddHeading(2, table.Title);
            if (table.Rows.Count > 0)
            {
                AddCaption("Tabel", ++_tables, ReportTexts.Caption(table), keepNext: true);
                _body.Append(Table(table));
                if (table.Rows.Any(r => r.Cells.Any(c => c is null)))
                    Add("Toelichting", ReportTexts.WithheldNote, keepNext: true);
            }
            else
            {
                Add(null, ReportTexts.NoRows);
            }

            Add("Toelichting", table.Explanation);
            if (ReportTexts.Base(table) is { } whole)
                Add("Toelichting", whole);
            AddText(table.Text ?? "");
            if (ReportFigure.Of(table) is { } figure)
                AddFigure(figure);
        }

        private static Table Table(ReportTable table)
        {
            var widths = Widths(table);
            var grid = new Table(
                new TableProperties(
                    new TableStyle { Val = "PgaTabel" },
                    new TableWidth { Width = Text(widths.Sum()), Type = TableWidthUnitValues.Dxa },
                    new TableLayout { Type = TableLayoutValues.Fixed },
                    new TableLook { Val = "0420", FirstRow = true, LastRow = false, FirstColumn = true, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
                    new TableCaption { Val = ReportTexts.Allowed(table.Title) },
                    new TableDescription { Val = ReportTexts.Allowed(table.Explanation) }),
                new TableGrid(widths.Select(w => new GridColumn { Width = Text(w) })));
            var isKept = table.Rows.Count <= RowsKeptTogether;
            var head = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
            head.Append(Cell(widths[0], "TabelTekst", ReportTexts.RowHeading, keepNext: true));
            for (var i = 0; i < table.Columns.Count; i++)
                head.Append(Cell(widths[i + 1], "TabelGetal", table.Columns[i].Label, keepNext: true));
            grid.Append(head);
            var rows = table.RowsToRead().ToList();
            foreach (var row in rows)
            {
                // The first row stays with the header, and the last ones with what is below the table.
                var keepNext = isKept || row == rows[0] || row == rows[^1] || row == rows[^2];
                var line = new TableRow(new TableRowProperties(new CantSplit()));
                line.Append(Cell(widths[0], row.Level switch { 0 => "TabelTotaal", 2 => "TabelDeel", _ => "TabelTekst" }, row.Label, keepNext, isTotal: row.Level == 0));
                for (var i = 0; i < row.Cells.Count; i++)
                    line.Append(Cell(widths[i + 1], row.Level == 0 ? "TabelTotaalGetal" : "TabelGetal", ReportTexts.Number(table, row, i) ?? ReportTexts.Dash, keepNext, isTotal: row.Level == 0));
                grid.Append(line);
            }

            return grid;
        }

        // The first column gets what the numbers leave.
        private static List<int> Widths(ReportTable table)
        {
            const double bold = 1.1;
            var numbers = table.Columns.Select((column, i) =>
            {
                var longest = column.Label.Split(' ').Concat(table.Rows.Select(r => ReportTexts.Number(table, r, i) ?? "")).Max(t => Arial.Width(t, TableFontSize));
                // A heading of many words takes two lines, or somewhat more.
                var half = Arial.Width(column.Label, TableFontSize) * 0.6;
                return Math.Max(NumberWidth, (int)(Math.Max(longest, half) * PerPoint * bold) + (2 * CellPadding));
            }).ToList();
            var room = TextWidth - FirstColumnWidth;
            if (numbers.Sum() > room)
                numbers = [.. numbers.Select(w => w * room / numbers.Sum())];
            return [TextWidth - numbers.Sum(), .. numbers];
        }

        private static TableCell Cell(int width, string style, string text, bool keepNext, bool isTotal = false)
        {
            var properties = new TableCellProperties(new TableCellWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa });
            if (isTotal)
                properties.Append(new TableCellBorders(new TopBorder { Val = BorderValues.Single, Size = 6, Color = ReportDocxStyles.Ink }));
            return new TableCell(properties, Paragraph(style, text, keepNext));
        }

        private void AddFigure(ReportFigure figure)
        {
            var number = ++_figures;
            var id = $"rIdFiguur{number}";
            var part = _main.AddImagePart(ImagePartType.Emf, id);
            using (var picture = new MemoryStream(DrawingEmf.Write(figure.Drawing)))
                part.FeedData(picture);
            const long width = TextWidth * EmuPerTwip;
            _body.Append(new Paragraph(
                new ParagraphProperties(new ParagraphStyleId { Val = "Figuur" }),
                new Run(Inline(number, id, figure, width, (long)(width * figure.Drawing.Height / figure.Drawing.Width)))));
            AddCaption("Figuur", number, figure.Title, keepNext: false);
        }

        private static DocumentFormat.OpenXml.Wordprocessing.Drawing Inline(int number, string id, ReportFigure figure, long width, long height)
        {
            const string pictures = "http://schemas.openxmlformats.org/drawingml/2006/picture";
            var name = $"Figuur {Text(number)}";
            var description = ReportTexts.Allowed(figure.Description);
            return new(
                new DW.Inline(
                    new DW.Extent { Cx = width, Cy = height },
                    new DW.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
                    new DW.DocProperties { Id = (uint)number, Name = name, Description = description },
                    new DW.NonVisualGraphicFrameDrawingProperties(new G.GraphicFrameLocks { NoChangeAspect = true }),
                    new G.Graphic(new G.GraphicData(
                        new Pic.Picture(
                            new Pic.NonVisualPictureProperties(
                                new Pic.NonVisualDrawingProperties { Id = (uint)number, Name = name, Description = description },
                                new Pic.NonVisualPictureDrawingProperties()),
                            new Pic.BlipFill(new G.Blip { Embed = id }, new G.Stretch(new G.FillRectangle())),
                            new Pic.ShapeProperties(
                                new G.Transform2D(new G.Offset { X = 0, Y = 0 }, new G.Extents { Cx = width, Cy = height }),
                                new G.PresetGeometry(new G.AdjustValueList()) { Preset = G.ShapeTypeValues.Rectangle })))
                    { Uri = pictures }))
                { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 });
        }

        private void AddHeading(int level, string text, bool pageBreak = false)
        {
            var id = Text(_headings.Count + 1);
            var bookmark = $"_Toc{_headings.Count + 1:000}";
            _headings.Add((bookmark, text, level));
            var heading = Paragraph($"Heading{level}", text);
            if (pageBreak)
                heading.ParagraphProperties!.Append(new PageBreakBefore());
            heading.InsertAfter(new BookmarkStart { Id = id, Name = bookmark }, heading.ParagraphProperties!);
            heading.Append(new BookmarkEnd { Id = id });
            _body.Append(heading);
        }

        private void AddCaption(string kind, int number, string text, bool keepNext)
        {
            var caption = Paragraph("Caption", $"{kind} ", keepNext);
            caption.Append(Field($"SEQ {kind} \\* ARABIC", Text(number)));
            caption.Append(Run($". {text}"));
            _body.Append(caption);
        }

        private void AddText(string text)
        {
            foreach (var paragraph in ReportTexts.Paragraphs(text))
                Add(null, paragraph);
        }

        private void Add(string? style, string text, bool keepNext = false) => _body.Append(Paragraph(style, text, keepNext));

        /// <summary>Title and contents. The contents are filled in, but for the page numbers, which only Word or LibreOffice knows.</summary>
        private void AddFirstPage()
        {
            var contents = _headings.Select(h => Paragraph($"TOC{h.Level}", "", link: (h.Bookmark, h.Text))).ToList();
            var begin = contents[0].GetFirstChild<ParagraphProperties>()!;
            foreach (var run in FieldStart("TOC \\o \"1-2\" \\h \\z \\u").Reverse())
                contents[0].InsertAfter(run, begin);
            var end = new Paragraph(new Run(new FieldChar { FieldCharType = FieldCharValues.End }));
            List<OpenXmlElement> first = [Paragraph("Title", ReportTexts.Title(report)), Paragraph("Subtitle", ReportTexts.Status(report))];
            if (ReportTexts.Made(report) is { } made)
                first.Add(Paragraph("Subtitle", made));
            first.Add(new SdtBlock(
                new SdtProperties(new SdtContentDocPartObject(new DocPartGallery { Val = "Table of Contents" }, new DocPartUnique())),
                new SdtContentBlock([Paragraph("TOCHeading", ReportTexts.Contents), .. contents, end])));
            var place = 0;
            foreach (var element in first)
                _body.InsertAt(element, place++);
        }

        private SectionProperties Section()
        {
            var header = _main.AddNewPart<HeaderPart>("rIdKop");
            header.Header = new Header(Paragraph("Header", $"{ReportTexts.Title(report)} · {ReportTexts.Status(report)}"));
            return new SectionProperties(
                new HeaderReference { Type = HeaderFooterValues.Default, Id = "rIdKop" },
                new FooterReference { Type = HeaderFooterValues.Default, Id = AddFooter("rIdVoet") },
                new FooterReference { Type = HeaderFooterValues.First, Id = AddFooter("rIdVoet1") },
                new PageSize { Width = PageWidth, Height = PageHeight },
                new PageMargin { Top = Margin, Right = Margin, Bottom = Margin, Left = Margin, Header = Margin / 2, Footer = Margin / 2, Gutter = 0 },
                new TitlePage());
        }

        private string AddFooter(string id)
        {
            var footer = Paragraph("Footer", "Pagina ");
            footer.Append(Field("PAGE", "1"));
            footer.Append(Run(" van "));
            footer.Append(Field("NUMPAGES", "1"));
            _main.AddNewPart<FooterPart>(id).Footer = new Footer(footer);
            return id;
        }

        // The package's own properties would get a clock and a random name, so this part is written as it should be.
        private void AddProperties()
        {
            using var xml = System.Xml.XmlWriter.Create(document.AddNewPart<CoreFilePropertiesPart>("rId2").GetStream(FileMode.Create));
            xml.WriteStartElement("cp", "coreProperties", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
            xml.WriteElementString("dc", "title", "http://purl.org/dc/elements/1.1/", ReportTexts.Title(report));
            xml.WriteElementString("dc", "language", "http://purl.org/dc/elements/1.1/", ReportDocxStyles.Language);
            xml.WriteEndElement();
        }

        private static Paragraph Paragraph(string? style, string text, bool keepNext = false, (string Bookmark, string Text)? link = null)
        {
            var properties = new ParagraphProperties();
            if (style is not null)
                properties.Append(new ParagraphStyleId { Val = style });
            if (keepNext)
                properties.Append(new KeepNext());
            var paragraph = new Paragraph(properties);
            if (link is { } to)
                paragraph.Append(new Hyperlink(Run(to.Text)) { Anchor = to.Bookmark, History = true });
            else
                paragraph.Append(Run(text));
            return paragraph;
        }

        private static Run Run(string text) => new(new Text(ReportTexts.Allowed(text)) { Space = SpaceProcessingModeValues.Preserve });

        private static IEnumerable<Run> Field(string instruction, string result) =>
            [.. FieldStart(instruction), Run(result), new Run(new FieldChar { FieldCharType = FieldCharValues.End })];

        private static IEnumerable<Run> FieldStart(string instruction) =>
        [
            new(new FieldChar { FieldCharType = FieldCharValues.Begin }),
            new(new FieldCode($" {instruction} ") { Space = SpaceProcessingModeValues.Preserve }),
            new(new FieldChar { FieldCharType = FieldCharValues.Separate }),
        ];

        private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
