using System.Buffers;

namespace Pga.Application.Data;

/// <summary>A text as one field of a CSV file that people open in a spreadsheet.</summary>
internal static class CsvField
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",;\"\r\n");

    public static string Of(string text)
    {
        // A spreadsheet takes a text that starts like a formula for one, and names can be typed by anybody.
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r')
            text = "'" + text;
        return text.AsSpan().ContainsAny(Special) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
