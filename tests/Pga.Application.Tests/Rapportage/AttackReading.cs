using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Pga.Application.Rapportage;

namespace Pga.Application.Tests.Rapportage;

/// <summary>
/// What a reader has of one edition: the numbers in its files, by quantity and year, null where one is withheld. A quantity
/// is called <c>outflow/total@2024</c>, or <c>progress/gezin/improved@2024</c> in a table whose columns aren't years.
/// </summary>
internal sealed partial record AttackReading(int Year, int Threshold, IReadOnlyDictionary<string, long?> Cells)
{
    // Those that have rows whatever was counted.
    private static readonly string[] Always =
    [
        "inflow", "inflow-persons", "inflow-concerns", "inflow-acute", "inflow-age", "inflow-wijk", "programme-starts",
        "outflow", "outflow-positive", "outflow-quarters", "progress", "basic-conditions", "duration", "running",
    ];

    private static readonly string[] NotCounted = ["contacts", "activities", "budget", "notes"];

    /// <summary>What a rapportage shows in its files, and on the dashboard that is drawn from it.</summary>
    public static AttackReading Of(Report report) => Of(report, format => ReportFormats.Write(report, format), ReportFormats.All.Except([ReportFormats.Docx]));

    /// <param name="report">As the screen has it, for the quarters: those are in no file.</param>
    /// <param name="file">The files, which must say the same.</param>
    public static AttackReading Of(Report report, Func<string, byte[]> file, IEnumerable<string> formats)
    {
        var csv = FromCsv(report.Year, Encoding.UTF8.GetString(file(ReportFormats.Csv)));
        var json = JsonDocument.Parse(file(ReportFormats.Json)).RootElement;
        Assert.That(FromJson(json), Is.EquivalentTo(csv), "the JSON is the CSV");
        foreach (var format in formats)
        {
            if (format == ReportFormats.Html)
                CheckHtml(Encoding.UTF8.GetString(file(format)), json);
            if (format == ReportFormats.Docx)
                CheckDocx(file(format), json);
        }

        var quarters = report.Quarters.SelectMany(t => t.Rows.SelectMany(r => r.Cells.Select((value, i) => KeyValuePair.Create(Key(t.Id, r.Key, t.Columns[i].Key, report.Year), value))));
        return new AttackReading(report.Year, report.Threshold, csv.Concat(quarters).ToDictionary());
    }

    public static string Key(string table, string row, string column, int year) =>
        int.TryParse(column, CultureInfo.InvariantCulture, out var other) ? $"{table}/{row}@{other}" : $"{table}/{row}/{column}@{year}";

    /// <summary>Whether a cell is of a table that the rapportage of its year had to do without, so that it may be zero.</summary>
    public static bool IsLeftOut(IReadOnlyList<AttackReading> readings, string key) =>
        readings.Where(r => key.EndsWith($"@{r.Year}", StringComparison.Ordinal)).ToList() is { Count: > 0 } its && its.TrueForAll(r => r.LeftOut.Contains(key.Split('/')[0]));

    /// <summary>Tables that it should have and has not.</summary>
    public IReadOnlyList<string> LeftOut { get; } = [.. Always.Where(t => !Cells.Keys.Any(k => k.StartsWith(t + "/", StringComparison.Ordinal)))];

    /// <summary>Events and euros are no persons.</summary>
    public static bool IsCounted(string table, string column) => !NotCounted.Contains(table) && column != "sessions";

    /// <summary>Rows of a table that have a cell in this column.</summary>
    public IEnumerable<string> Rows(string table, string suffix) =>
        Cells.Keys.Where(k => k.StartsWith(table + "/", StringComparison.Ordinal) && k.EndsWith(suffix, StringComparison.Ordinal)).Select(k => k[(table.Length + 1)..^suffix.Length]);

    private static Dictionary<string, long?> FromCsv(int year, string csv) => Csv.Parse(csv).Skip(1)
        .Where(r => IsCounted(r[0], r[3]))
        .ToDictionary(r => Key(r[0], r[1], r[3], year), r => r[4] == "." ? (long?)null : long.Parse(r[4], CultureInfo.InvariantCulture));

    private static Dictionary<string, long?> FromJson(JsonElement json)
    {
        var cells = new Dictionary<string, long?>();
        foreach (var table in json.GetProperty("tables").EnumerateArray())
        {
            var columns = table.GetProperty("columns").EnumerateArray().Select(c => c.GetString()!).ToList();
            foreach (var row in table.GetProperty("rows").EnumerateArray())
            {
                foreach (var (cell, i) in row.GetProperty("cells").EnumerateArray().Select((cell, i) => (cell, i)))
                {
                    if (IsCounted(table.GetProperty("id").GetString()!, columns[i]))
                        cells[Key(table.GetProperty("id").GetString()!, row.GetProperty("key").GetString()!, columns[i], json.GetProperty("year").GetInt32())] = cell.ValueKind == JsonValueKind.Null ? null : cell.GetInt64();
                }
            }
        }

        return cells;
    }

    private static void CheckHtml(string html, JsonElement json)
    {
        foreach (var table in TablesWithRows(json))
        {
            var from = html.IndexOf($"id=\"{table.GetProperty("id").GetString()}\"", StringComparison.Ordinal);
            Assert.That(from, Is.Positive, $"no {table.GetProperty("id")} in the HTML");
            var body = html[html.IndexOf("<tbody", from, StringComparison.Ordinal)..html.IndexOf("</tbody>", from, StringComparison.Ordinal)];
            Check(table, [.. HtmlRow().Matches(body).Select(m => (Text(HtmlHeader().Match(m.Value).Groups[1].Value), HtmlData().Matches(m.Value).Select(c => Text(c.Groups[1].Value)).ToList()))]);
        }
    }

    private static void CheckDocx(byte[] docx, JsonElement json)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        var shown = document.MainDocumentPart!.Document.Body!.Descendants<Table>().ToList();
        var tables = TablesWithRows(json).ToList();
        Assert.That(shown, Has.Count.EqualTo(tables.Count), "tables in the DOCX");
        foreach (var (table, its) in tables.Zip(shown))
        {
            Check(table, [.. its.Elements<TableRow>().Skip(1).Select(r => r.Elements<TableCell>().Select(c => c.InnerText.Trim()).ToList()).Select(r => (r[0], r[1..]))]);
        }
    }

    private static IEnumerable<JsonElement> TablesWithRows(JsonElement json) => json.GetProperty("tables").EnumerateArray().Where(t => t.GetProperty("rows").GetArrayLength() > 0);

    // Row by row by their labels: the numbers of the JSON, percentages only of what is shown, and no order but by what is shown.
    private static void Check(JsonElement table, List<(string Label, List<string> Cells)> shown)
    {
        var id = table.GetProperty("id").GetString()!;
        var rows = table.GetProperty("rows").EnumerateArray().ToDictionary(r => r.GetProperty("label").GetString()!.Trim(), r => r.GetProperty("cells").EnumerateArray().ToList());
        Assert.That(shown.Select(r => r.Label), Is.EquivalentTo(rows.Keys), id);
        foreach (var (label, cells) in shown)
        {
            foreach (var (cell, number) in cells.Zip(rows[label]))
            {
                if (number.ValueKind == JsonValueKind.Null)
                    Assert.That(cell, Is.EqualTo("–").Or.EqualTo("–" + Report.Withheld), $"{id} {label}");
                else
                    Assert.That(Number().Match(cell).Value.Replace(".", "", StringComparison.Ordinal), Is.EqualTo(number.GetRawText()), $"{id} {label}");
            }
        }

        // What is withheld comes last, before the base, in the order of the catalogue; the rest by what is shown.
        var order = shown.Select(r => r.Label).ToList();
        var expected = id == "inflow-concerns"
            ? [.. rows.Keys.SkipLast(1).OrderByDescending(l => rows[l][^1].ValueKind == JsonValueKind.Null ? -1 : rows[l][^1].GetInt64()), rows.Keys.Last()]
            : rows.Keys.ToList();
        Assert.That(order, Is.EqualTo(expected), id);
    }

    private static string Text(string html) => WebUtility.HtmlDecode(Tag().Replace(html, "")).Trim();

    [GeneratedRegex("<tr.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex HtmlRow();

    [GeneratedRegex("<th[^>]*>(.*?)</th>", RegexOptions.Singleline)]
    private static partial Regex HtmlHeader();

    [GeneratedRegex("<td[^>]*>(.*?)</td>", RegexOptions.Singleline)]
    private static partial Regex HtmlData();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^-?[0-9.]+")]
    private static partial Regex Number();
}
