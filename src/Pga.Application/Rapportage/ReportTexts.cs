using System.Globalization;
using System.Text;
using System.Xml;

namespace Pga.Application.Rapportage;

/// <summary>What the documents say around the numbers, the same in each.</summary>
internal static class ReportTexts
{
    public const string HowToRead = "Zo leest u deze cijfers";
    public const string Numbers = "Cijfers";
    public const string Stories = "Verhalen";
    public const string Evaluations = "Evaluaties";
    public const string Contents = "Inhoud";

    /// <summary>Heading of the first column of every table.</summary>
    public const string RowHeading = "Onderdeel";

    /// <summary>Stands for a withheld number.</summary>
    public const string Dash = "–";

    public static readonly string WithheldNote = $"{Dash} {Report.Withheld}.";

    /// <summary>Of a table whose rows are typed, and weren't.</summary>
    public const string NoRows = "Hierover is niets ingevoerd.";

    private const char Unknown = '\uFFFD';

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public static string Title(Report report) => $"Rapportage persoonsgerichte aanpak {report.Year}";

    public static string Status(Report report) => (report.Status, report.ConfirmedOn) switch
    {
        (Report.Confirmed, { } day) => $"Vastgesteld op {Day(day)}",
        (Report.Confirmed, null) => "Vastgesteld",
        _ => "Concept: nog niet vastgesteld",
    };

    /// <summary>Null when it isn't known.</summary>
    public static string? Made(Report report) => report.MadeOn == default ? null : $"Gemaakt op {Day(report.MadeOn)}";

    public static IEnumerable<string> Notes(Report report) =>
        // That it is a draft is said beside it, as its status.
        report.Notes.Where(note => note != Report.NotConfirmed).Select(note => note == Report.NoEffects ? $"{Sentence(note)} Ze laten zien wat er gebeurde, niet waardoor." : Sentence(note));

    public static IEnumerable<string> Explanations(Report report) =>
    [
        $"Staat er {Dash}, dan is het aantal {Report.Withheld}. Een aantal onder de {report.Threshold}, of met minder dan {report.Threshold} personen erachter, tonen we niet. "
            + $"Soms tonen we ook een groter aantal niet, omdat een klein aantal er anders uit te berekenen is. {Report.OutOfScope}",
        $"Percentages staan er alleen bij als het totaal {ReportTable.MinBase} of meer is. Onder elke tabel staat wat er precies is geteld. Definities: versie {report.Definition}.",
    ];

    public static string Empty(Report report) => $"Over {report.Year - 1} en {report.Year} is niets vastgelegd.";

    public static string Caption(ReportTable table) => $"{table.Title}, {Units.Label(table.Unit)}";

    /// <summary>A number with its percentage; null when it is withheld.</summary>
    public static string? Number(ReportTable table, ReportRow row, int column)
    {
        if (row.Cells[column] is not { } number)
            return null;
        var percentage = table.PercentageOf(row, column) is { } points ? $" ({points}%)" : "";
        return number.ToString("N0", Dutch) + percentage;
    }

    /// <summary>What the percentages of a table are of; null when it shows none.</summary>
    public static string? Base(ReportTable table)
    {
        if (!table.Rows.Any(r => Enumerable.Range(0, r.Cells.Count).Any(i => table.PercentageOf(r, i) is not null)))
            return null;
        var whole = table.BaseRow is null ? table.Columns.Single(c => c.Key == table.BaseColumn).Label : table.Rows.Single(r => r.Key == table.BaseRow).Label;
        return $"Percentages: van {(table.BaseRow is null ? "de kolom" : "de rij")} ‘{whole}’.";
    }

    /// <summary>A typed text as its paragraphs.</summary>
    public static IEnumerable<string> Paragraphs(string text) => text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Typed texts may hold what XML and HTML don't allow; that would break the file.</summary>
    public static string Allowed(string text)
    {
        var allowed = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                allowed.Append(text[i]).Append(text[++i]);
            else
                allowed.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : Unknown);
        }

        return allowed.ToString();
    }

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Dutch);

    private static string Sentence(string text) => text.Length == 0 ? text : string.Concat(text[..1].ToUpperInvariant(), text.AsSpan(1), ".");
}
