using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Pga.Application.Rapportage;

/// <summary>The styles of the document: Word's own names, so that a house style can be laid over them.</summary>
internal static class ReportDocxStyles
{
    public const string Language = "nl-NL";
    public const string Ink = "1A1A1A";

    private const string Soft = "444444";
    private const string Rule = "BBBBBB";
    private const string Blue = "15487A";

    private const string SingleSpaced = "240";

    public static void AddTo(MainDocumentPart main)
    {
        main.AddNewPart<StyleDefinitionsPart>("rIdStijlen").Styles = new Styles(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(
                    new RunFonts { Ascii = "Arial", HighAnsi = "Arial", EastAsia = "Arial", ComplexScript = "Arial" },
                    new FontSize { Val = "20" },
                    new FontSizeComplexScript { Val = "20" },
                    new Languages { Val = Language, EastAsia = Language, Bidi = "ar-SA" })),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "276", LineRule = LineSpacingRuleValues.Auto }))),
            Of("Normal", "Normal", isDefault: true),
            Of("Title", "Title", before: 1200, after: 120, size: 52, bold: true, colour: Blue),
            Of("Subtitle", "Subtitle", after: 60, size: 24, colour: Soft),
            Of("Heading1", "heading 1", before: 480, after: 160, size: 34, bold: true, colour: Blue, keepNext: true, outline: 0),
            Of("Heading2", "heading 2", before: 400, after: 120, size: 25, bold: true, colour: Blue, keepNext: true, outline: 1),
            Of("TOCHeading", "TOC Heading", before: 720, after: 120, size: 28, bold: true, colour: Blue, keepNext: true),
            Of("TOC1", "toc 1", before: 120, after: 40, bold: true, tab: true),
            Of("TOC2", "toc 2", after: 20, indent: 284, tab: true),
            Of("Caption", "caption", after: 80, size: 19, bold: true, colour: Soft),
            Of("Header", "header", after: 0, size: 17, colour: Soft),
            Of("Footer", "footer", after: 0, size: 17, colour: Soft, right: true),
            Of("LetOp", "Let op", after: 120, bold: true, notice: true),
            Of("Toelichting", "Toelichting", before: 80, after: 80, size: 18, colour: Soft),
            Of("Figuur", "Figuur", before: 200, after: 40, keepNext: true),
            Of("TabelTekst", "Tabel tekst", before: 40, after: 40, size: 19, tight: true),
            Of("TabelDeel", "Tabel deel", before: 40, after: 40, size: 19, tight: true, indent: 284),
            Of("TabelGetal", "Tabel getal", before: 40, after: 40, size: 19, tight: true, right: true),
            Of("TabelTotaal", "Tabel totaal", before: 40, after: 40, size: 19, tight: true, bold: true),
            Of("TabelTotaalGetal", "Tabel totaal getal", before: 40, after: 40, size: 19, tight: true, bold: true, right: true),
            TableStyle());
        main.AddNewPart<DocumentSettingsPart>("rIdInstellingen").Settings = new Settings(
            // Of Word 2013 and later; without it Word opens the file as one of an old version.
            new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
            new ThemeFontLanguages { Val = Language },
            new DecimalSymbol { Val = "," },
            new ListSeparator { Val = ";" });
    }

    private static Style TableStyle() => new(
        new StyleName { Val = "Pga tabel" },
        new StyleTableProperties(
            new TableBorders(
                new BottomBorder { Val = BorderValues.Single, Size = 4, Color = Rule },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = Rule }),
            new TableCellMarginDefault(
                new TableCellLeftMargin { Width = 85, Type = TableWidthValues.Dxa },
                new TableCellRightMargin { Width = 85, Type = TableWidthValues.Dxa })),
        new TableStyleProperties(
            new RunPropertiesBaseStyle(new Bold()),
            new TableStyleConditionalFormattingTableCellProperties(
                new TableCellBorders(new BottomBorder { Val = BorderValues.Single, Size = 12, Color = Ink }),
                new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Bottom }))
        { Type = TableStyleOverrideValues.FirstRow })
    { Type = StyleValues.Table, StyleId = "PgaTabel", CustomStyle = true };

    private static Style Of(
        string id, string name, int before = 0, int after = 120, int? size = null, bool bold = false, string? colour = null, bool keepNext = false,
        int? outline = null, int? indent = null, bool right = false, bool tab = false, bool tight = false, bool notice = false, bool isDefault = false)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null };
        style.Append(new StyleName { Val = name });
        if (isDefault)
            return style;
        style.Append(new BasedOn { Val = "Normal" });
        if (outline is not null || id is "Title" or "Subtitle" or "Caption")
            style.Append(new NextParagraphStyle { Val = "Normal" });
        style.Append(new PrimaryStyle());
        // In the order of the schema.
        var paragraph = new StyleParagraphProperties();
        if (keepNext)
            paragraph.Append(new KeepNext(), new KeepLines());
        if (notice)
        {
            paragraph.Append(
                new ParagraphBorders(new LeftBorder { Val = BorderValues.Single, Size = 24, Space = 8, Color = Blue }));
        }

        // Where a table of contents that is brought up to date puts its page numbers.
        if (tab)
            paragraph.Append(new Tabs(new TabStop { Val = TabStopValues.Right, Position = 9072 }));
        var spacing = new SpacingBetweenLines { Before = Text(before), After = Text(after) };
        if (tight)
            spacing.Line = SingleSpaced;
        paragraph.Append(spacing);
        if (indent is { } left)
            paragraph.Append(new Indentation { Left = Text(left) });
        else if (notice)
            paragraph.Append(new Indentation { Left = "227" });
        if (right)
            paragraph.Append(new Justification { Val = JustificationValues.Right });
        if (outline is { } level)
            paragraph.Append(new OutlineLevel { Val = level });
        style.Append(paragraph);
        var run = new StyleRunProperties();
        if (bold)
            run.Append(new Bold());
        if (colour is not null)
            run.Append(new Color { Val = colour });
        if (size is { } halfPoints)
            run.Append(new FontSize { Val = Text(halfPoints) }, new FontSizeComplexScript { Val = Text(halfPoints) });
        style.Append(run);
        return style;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
