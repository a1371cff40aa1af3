using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Pga.Application.Rapportage;

namespace Pga.Application.Tests.Rapportage;

/// <summary>
/// What a reader has of one edition: the numbers in its files, by quantity and year, null where one is withheld. A quantity
/// is called <c>outflow/total@2024</c>, or <c>progress/gezin/improved@2024</c> in a table whose columns aren't years.
/// </summary>
internal sealed partial record AttackReading(int Year, int Threshold, IReadOnlyDictionary<string, long?> Cells)
{
    private static readonly string[] NotCounted = ["contacts", "activities", "budget", "notes"];

    /// <summary>Reads all files, which must say the same.</summary>
    public static AttackReading Of(Report report)
    {
        var csv = FromCsv(report.Year, Written(ReportCsv.Write, report));
        var json = JsonDocument.Parse(Written(ReportJson.Write, report)).RootElement;
        Assert.That(FromJson(json), Is.EquivalentTo(csv), "the JSON is the CSV");
        CheckHtml(Written(ReportHtml.Write, report), json);
        // The dashboard draws its quarters from the edition, which has no file for them.
        var quarters = report.Quarters.SelectMany(t => t.Rows.SelectMany(r => r.Cells.Select((value, i) => (Key: Key(t.Id, r.Key, t.Columns[i].Key, report.Year), Value: value))));
        return new AttackReading(report.Year, report.Threshold, csv.Concat(quarters.Select(q => new KeyValuePair<string, long?>(q.Key, q.Value))).ToDictionary());
    }

    public static string Key(string table, string row, string column, int year) =>
        int.TryParse(column, CultureInfo.InvariantCulture, out var other) ? $"{table}/{row}@{other}" : $"{table}/{row}/{column}@{year}";

    /// <summary>Events and euros are no persons.</summary>
    public static bool IsCounted(string table, string column) => !NotCounted.Contains(table) && column != "sessions";

    /// <summary>Rows of a table that have a cell in this column.</summary>
    public IEnumerable<string> Rows(string table, string suffix) =>
        Cells.Keys.Where(k => k.StartsWith(table + "/", StringComparison.Ordinal) && k.EndsWith(suffix, StringComparison.Ordinal)).Select(k => k[(table.Length + 1)..^suffix.Length]);

    internal static string Written(Action<Report, Stream> write, Report report)
    {
        using var stream = new MemoryStream();
        write(report, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

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

    // Row by row by their labels: the numbers of the JSON, percentages only of what is shown, and no order but by what is shown.
    private static void CheckHtml(string html, JsonElement json)
    {
        foreach (var table in json.GetProperty("tables").EnumerateArray())
        {
            var id = table.GetProperty("id").GetString()!;
            if (table.GetProperty("rows").GetArrayLength() == 0)
                continue;
            var from = html.IndexOf($"id=\"{id}\"", StringComparison.Ordinal);
            Assert.That(from, Is.Positive, $"no table {id} in the HTML");
            var body = html[html.IndexOf("<tbody", from, StringComparison.Ordinal)..html.IndexOf("</tbody>", from, StringComparison.Ordinal)];
            var rows = table.GetProperty("rows").EnumerateArray().ToList();
            var shown = Row().Matches(body).Select(m => (Label: Text(Header().Match(m.Value).Groups[1].Value), Cells: Data().Matches(m.Value).Select(c => Text(c.Groups[1].Value)).ToList())).ToList();
            Assert.That(shown.Select(r => r.Label), Is.EquivalentTo(rows.Select(r => r.GetProperty("label").GetString())), id);
            var lastWasWithheld = false;
            foreach (var (label, cells) in shown)
            {
                var numbers = rows.First(r => r.GetProperty("label").GetString() == label).GetProperty("cells").EnumerateArray().ToList();
                for (var i = 0; i < cells.Count; i++)
                {
                    if (numbers[i].ValueKind == JsonValueKind.Null)
                        Assert.That(cells[i], Is.EqualTo("–" + Report.Withheld), $"{id} {label}");
                    else
                        Assert.That(Number().Match(cells[i]).Value.Replace(".", "", StringComparison.Ordinal), Is.EqualTo(numbers[i].GetRawText()), $"{id} {label}");
                }

                if (id != "inflow-concerns" || label == rows[^1].GetProperty("label").GetString())
                    continue;
                var isWithheld = numbers[^1].ValueKind == JsonValueKind.Null;
                Assert.That(isWithheld || !lastWasWithheld, "what is withheld has a place by its count");
                lastWasWithheld = isWithheld;
            }

            var withheld = shown.Where(r => r.Cells.Any(c => c.StartsWith('–'))).Select(r => r.Label).ToList();
            if (id == "inflow-concerns")
                Assert.That(withheld.Where(l => IsLastWithheld(l, rows)), Is.EqualTo(rows.Select(r => r.GetProperty("label").GetString()!).Where(l => IsLastWithheld(l, rows))), "what is withheld stands in the order of the catalogue");
        }
    }

    private static bool IsLastWithheld(string label, List<JsonElement> rows) =>
        rows.First(r => r.GetProperty("label").GetString() == label).GetProperty("cells").EnumerateArray().Last().ValueKind == JsonValueKind.Null && label != rows[^1].GetProperty("label").GetString();

    private static string Text(string html) => WebUtility.HtmlDecode(Tag().Replace(html, "")).Trim();

    [GeneratedRegex("<tr.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<th[^>]*>(.*?)</th>", RegexOptions.Singleline)]
    private static partial Regex Header();

    [GeneratedRegex("<td[^>]*>(.*?)</td>", RegexOptions.Singleline)]
    private static partial Regex Data();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^-?[0-9.]+")]
    private static partial Regex Number();
}
