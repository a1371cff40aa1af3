using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Pga.Application.Rapportage;

/// <summary>The rapportage for machines. A withheld number is null.</summary>
public static class ReportJson
{
    public const string ContentType = "application/json";

    // Letters with accents stay as they are; what means something in HTML is escaped.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void Write(Report report, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteNumber("year", report.Year);
        json.WriteString("definition", report.Definition);
        json.WriteNumber("threshold", report.Threshold);
        json.WriteString("status", report.Status);
        json.WriteStartArray("tables");
        foreach (var table in report.Tables)
            Write(table, json);
        json.WriteEndArray();
        json.WriteStartArray("stories");
        foreach (var story in report.Stories)
        {
            json.WriteStartObject();
            json.WriteString("title", story.Title);
            json.WriteString("about", story.About);
            json.WriteString("text", story.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write("notes", report.Notes, json);
        json.WriteEndObject();
    }

    private static void Write(ReportTable table, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", table.Id);
        json.WriteString("unit", table.Unit);
        json.WriteString("title", table.Title);
        Write("columns", table.Columns.Select(c => c.Key), json);
        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            json.WriteString("key", row.Key);
            if (row.Parent is not null)
                json.WriteString("parent", row.Parent);
            json.WriteString("label", row.Label);
            json.WriteNumber("level", row.Level);
            json.WriteStartArray("cells");
            foreach (var cell in row.Cells)
            {
                if (cell is { } number)
                    json.WriteNumberValue(number);
                else
                    json.WriteNullValue();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(string name, IEnumerable<string> texts, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
