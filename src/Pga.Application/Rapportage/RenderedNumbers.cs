using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Pga.Application.Rapportage;

/// <summary>Reads the numbers back from a file that is about to leave, in its order: tables, rows, columns. Written apart from the writers.</summary>
internal static class RenderedNumbers
{
    public static IReadOnlyList<long?> OfJson(byte[] file)
    {
        using var json = JsonDocument.Parse(file);
        return
        [
            .. from table in json.RootElement.GetProperty("tables").EnumerateArray()
               from row in table.GetProperty("rows").EnumerateArray()
               from cell in row.GetProperty("cells").EnumerateArray()
               select cell.ValueKind == JsonValueKind.Null ? null : (long?)cell.GetInt64(),
        ];
    }

    /// <summary>The value is the last field of a line, and a label may hold line ends; so it is read from quote to quote.</summary>
    public static IReadOnlyList<long?> OfCsv(byte[] file)
    {
        var numbers = new List<long?>();
        foreach (var line in Lines(Encoding.UTF8.GetString(file)).Skip(1).Where(l => !l.StartsWith("notes,", StringComparison.Ordinal)))
        {
            var value = line[(line.LastIndexOf(',') + 1)..];
            numbers.Add(value == "." ? null : long.Parse(value, CultureInfo.InvariantCulture));
        }

        return numbers;
    }

    private static IEnumerable<string> Lines(string text)
    {
        var (start, isQuoted) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
                isQuoted = !isQuoted;
            if (text[i] != '\n' || isQuoted)
                continue;
            yield return text[start..i].TrimEnd('\r');
            start = i + 1;
        }
    }
}
