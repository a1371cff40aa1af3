using System.Globalization;
using System.Text;
using Pga.Application.Data;

namespace Pga.Application.Rapportage;

/// <summary>
/// The rapportage as one long list: a line for each number. A withheld number is a point. The notes are lines too, of the
/// "table" <c>notes</c> with value 1, so that they travel with the numbers.
/// </summary>
public static class ReportCsv
{
    public const string ContentType = "text/csv";

    private const string Withheld = ".";

    public static void Write(Report report, Stream stream)
    {
        using var csv = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\r\n" };
        csv.WriteLine("table,row,parent,column,value");
        foreach (var table in report.Tables)
        {
            foreach (var row in table.Rows)
            {
                for (var i = 0; i < table.Columns.Count; i++)
                    WriteLine(csv, table.Id, row.Key, row.Parent, table.Columns[i].Key, row.Cells[i]);
            }
        }

        foreach (var note in report.Notes)
            WriteLine(csv, "notes", note, null, report.Year.ToString(CultureInfo.InvariantCulture), 1);
    }

    private static void WriteLine(StreamWriter csv, string table, string row, string? parent, string column, long? value) =>
        csv.WriteLine($"{table},{CsvField.Of(row)},{CsvField.Of(parent ?? "")},{CsvField.Of(column)},{value?.ToString(CultureInfo.InvariantCulture) ?? Withheld}");
}
