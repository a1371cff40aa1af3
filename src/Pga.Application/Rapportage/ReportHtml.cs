using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Pga.Application.Rapportage;

/// <summary>The rapportage as one file to read or print, without scripts or anything from elsewhere.</summary>
public static class ReportHtml
{
    public const string ContentType = "text/html";

    private const string Style = """
        body{font:1rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff;max-width:60rem;margin:0 auto;padding:1.5rem}
        h1{line-height:1.2;margin:0 0 1rem}
        h2{font-size:1.25rem;margin:0 0 .5rem}
        .let-op{border:.2rem solid #a30000;padding:.5rem 1rem;font-weight:700}
        section{margin:2.5rem 0;break-inside:avoid}
        .tabel{overflow-x:auto;position:relative}
        table{border-collapse:collapse;width:100%}
        caption{text-align:left;padding:0 0 .5rem;color:#444}
        th,td{padding:.3rem .6rem;border-bottom:1px solid #bbb;text-align:right;font-weight:400;vertical-align:top}
        thead th{border-bottom:2px solid #1a1a1a;font-weight:700}
        th:first-child{text-align:left}
        .n0 th,.n0 td{font-weight:700;border-top:1px solid #1a1a1a}
        .n2 th:first-child{padding-left:2rem}
        .uitleg{color:#444;margin:.5rem 0 0}
        .vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        @media print{body{max-width:none;padding:0;font-size:10pt}thead{display:table-header-group}tr{break-inside:avoid}}
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public static void Write(Report report, Stream stream)
    {
        using var html = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        html.WriteLine("<!doctype html>");
        html.WriteLine("<html lang=\"nl\">");
        html.WriteLine($"<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Rapportage PGA {report.Year} – {Report.Provisional}</title>");
        html.WriteLine($"<style>\n{Style}\n</style></head>");
        html.WriteLine("<body><main>");
        html.WriteLine($"<h1>Rapportage persoonsgerichte aanpak {report.Year}</h1>");
        foreach (var note in report.Notes)
            html.WriteLine($"<p class=\"let-op\">{Text(Sentence(note))}</p>");
        html.WriteLine($"<p>– betekent: {Text(Report.Withheld)}. Een aantal onder de {report.Threshold}, of met minder dan {report.Threshold} personen erachter, tonen we niet. "
            + "Soms tonen we ook een groter aantal niet, omdat een klein aantal er anders uit te berekenen is.</p>");
        html.WriteLine($"<p>Percentages staan er alleen bij als het totaal {ReportTable.MinBase} of meer is. Definities: versie {Text(report.Definition)}.</p>");
        foreach (var table in report.Tables)
            Write(table, html);
        html.WriteLine("</main></body>");
        html.WriteLine("</html>");
    }

    private static void Write(ReportTable table, StreamWriter html)
    {
        html.WriteLine($"<section aria-labelledby=\"{table.Id}\">");
        html.WriteLine($"<h2 id=\"{table.Id}\">{Text(table.Title)}</h2>");
        html.WriteLine($"<div class=\"tabel\" role=\"region\" tabindex=\"0\" aria-label=\"{Text(table.Title)}, tabel\">");
        html.WriteLine($"<table><caption>{Text(table.Title)}, {Text(Units.Label(table.Unit))}</caption>");
        html.Write("<thead><tr><th scope=\"col\"><span class=\"vh\">Rij</span></th>");
        foreach (var column in table.Columns)
            html.Write($"<th scope=\"col\">{Text(column.Label)}</th>");
        html.WriteLine("</tr></thead>");
        html.WriteLine("<tbody>");
        foreach (var row in table.RowsToRead())
        {
            html.Write($"<tr class=\"n{row.Level}\"><th scope=\"row\">{Text(row.Label)}</th>");
            for (var i = 0; i < row.Cells.Count; i++)
                html.Write($"<td>{Number(table, row, i)}</td>");
            html.WriteLine("</tr>");
        }

        html.WriteLine("</tbody></table></div>");
        html.WriteLine($"<p class=\"uitleg\">{Text(table.Explanation)}</p>");
        html.WriteLine("</section>");
    }

    private static string Number(ReportTable table, ReportRow row, int column)
    {
        if (row.Cells[column] is not { } number)
            return $"<span aria-hidden=\"true\">–</span><span class=\"vh\">{Text(Report.Withheld)}</span>";
        var percentage = table.PercentageOf(row, column) is { } points ? $" ({points}%)" : "";
        return number.ToString("N0", Dutch) + percentage;
    }

    private static string Sentence(string text) => string.Concat(text[..1].ToUpperInvariant(), text.AsSpan(1), ".");

    private static string Text(string text) => Encoder.Encode(text);
}
