using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Pga.Application.Rapportage;

/// <summary>The rapportage as one file to read or print, without scripts or anything from elsewhere.</summary>
public static class ReportHtml
{
    public const string ContentType = "text/html";

    private const string Style = """
        body{font:1rem/1.5 system-ui,'Noto Sans',Arial,sans-serif;color:#1a1a1a;background:#fff;max-width:60rem;margin:0 auto;padding:1.5rem}
        h1,h2,h3{line-height:1.2;color:#15487a;break-after:avoid}
        h1{margin:0 0 1rem}
        h2{font-size:1.5rem;margin:3rem 0 1rem}
        h3{font-size:1.2rem;margin:0 0 .5rem}
        a{color:#15487a}
        a:focus-visible,[tabindex]:focus-visible{outline:3px solid #15487a;outline-offset:2px}
        .kenmerken{color:#444;margin:0}
        .let-op{border-left:.3rem solid #15487a;padding:.25rem 1rem;font-weight:700}
        nav h2{font-size:1.2rem;margin:2rem 0 .5rem}
        nav ol{list-style:none;margin:0;padding:0}
        nav ol ol{padding-left:1.5rem}
        section section{margin:2.5rem 0}
        .breed{overflow-x:auto;position:relative}
        table{border-collapse:collapse;width:100%}
        caption{text-align:left;padding:0 0 .5rem;color:#444;font-weight:700}
        th,td{padding:.3rem .6rem;border-bottom:1px solid #bbb;text-align:right;font-weight:400;vertical-align:top}
        td{white-space:nowrap;font-variant-numeric:tabular-nums}
        thead th{border-bottom:2px solid #1a1a1a;font-weight:700;vertical-align:bottom}
        th:first-child{text-align:left;width:50%}
        .n0 th,.n0 td{font-weight:700;border-top:1px solid #1a1a1a}
        .n2 th:first-child{padding-left:2rem}
        .uitleg{color:#444;margin:.5rem 0 0}
        figure{margin:1.5rem 0 0;break-inside:avoid}
        figure svg{display:block;width:100%;min-width:32rem;max-width:45rem;height:auto}
        figcaption{color:#444;font-weight:700;margin:.5rem 0 0}
        .vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        @page{size:A4;margin:2.2cm 2cm}
        @media print{
        body{max-width:none;padding:0;font-size:9.5pt;line-height:1.35}
        h1{font-size:24pt;margin-top:3cm}
        h2{margin:1.5rem 0 .75rem}
        main>section:first-child h2{margin-top:0}
        section section{margin:1.5rem 0}
        th,td{padding:.12rem .4rem}
        .begin{break-after:page}
        a{color:inherit;text-decoration:none}
        .breed{overflow:visible}
        thead{display:table-header-group}
        tr,.let-op{break-inside:avoid}
        caption{break-after:avoid}
        .kort{break-inside:avoid}
        .uitleg{break-before:avoid;break-inside:avoid}
        p{orphans:3;widows:3}
        figure svg{min-width:0;max-width:16cm}
        rect{print-color-adjust:exact}
        }
        """;

    // A table with more rows may break when printed; a shorter one goes to the next page as a whole.
    private const int RowsKeptTogether = 18;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static void Write(Report report, Stream stream)
    {
        using var html = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        new Writer(report, html).Write();
    }

    private static string Text(string text) => Encoder.Encode(ReportTexts.Allowed(text));

    private sealed class Writer(Report report, StreamWriter html)
    {
        private int _tables;
        private int _figures;

        private bool HasTables => !report.IsEmpty;

        public void Write()
        {
            var (title, status) = (ReportTexts.Title(report), ReportTexts.Status(report));
            html.WriteLine("<!doctype html>");
            html.WriteLine("<html lang=\"nl\">");
            html.WriteLine($"<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{Text(title)} – {Text(status)}</title>");
            html.WriteLine($"<style>\n{Style}\n{DrawingSvg.Style}\n{PageMargins(title, status)}\n</style></head>");
            html.WriteLine("<body>");
            html.WriteLine("<header class=\"begin\">");
            html.WriteLine($"<h1>{Text(title)}</h1>");
            html.WriteLine($"<p class=\"kenmerken\">{Text(status)}</p>");
            if (ReportTexts.Made(report) is { } made)
                html.WriteLine($"<p class=\"kenmerken\">{Text(made)}</p>");
            WriteContents();
            html.WriteLine("</header>");
            html.WriteLine("<main>");
            WriteChapters();
            html.WriteLine("</main></body>");
            html.WriteLine("</html>");
        }

        // Only texts of our own and the year: nothing typed gets in a style.
        private static string PageMargins(string title, string status) =>
            $"@page{{@top-left{{content:\"{title} · {status}\";font:8pt Arial,sans-serif;color:#444}}@bottom-right{{content:\"Pagina \" counter(page) \" van \" counter(pages);font:8pt Arial,sans-serif;color:#444}}}}\n"
            + "@page :first{@top-left{content:none}}";

        private void WriteContents()
        {
            html.WriteLine($"<nav aria-labelledby=\"inhoud\"><h2 id=\"inhoud\">{ReportTexts.Contents}</h2>");
            html.WriteLine("<ol>");
            html.WriteLine($"<li><a href=\"#uitleg\">{ReportTexts.HowToRead}</a></li>");
            WriteContents("cijfers", ReportTexts.Numbers, HasTables ? report.Tables.Select(t => (t.Id, t.Title)) : []);
            if (report.Stories.Count > 0)
                WriteContents("verhalen", ReportTexts.Stories, report.Stories.Select((story, i) => ($"verhaal-{i + 1}", story.Title)));
            if (report.Evaluations.Count > 0)
                WriteContents("evaluaties", ReportTexts.Evaluations, report.Evaluations.Select((evaluation, i) => ($"evaluatie-{i + 1}", evaluation.Heading)));
            html.WriteLine("</ol></nav>");
        }

        private void WriteContents(string id, string heading, IEnumerable<(string Id, string Title)> parts)
        {
            html.Write($"<li><a href=\"#{id}\">{heading}</a>");
            var items = parts.ToList();
            if (items.Count > 0)
            {
                html.WriteLine("<ol>");
                foreach (var part in items)
                    html.WriteLine($"<li><a href=\"#{part.Id}\">{Text(part.Title)}</a></li>");
                html.Write("</ol>");
            }

            html.WriteLine("</li>");
        }

        private void WriteChapters()
        {
            html.WriteLine($"<section aria-labelledby=\"uitleg\"><h2 id=\"uitleg\">{ReportTexts.HowToRead}</h2>");
            foreach (var note in ReportTexts.Notes(report))
                html.WriteLine($"<p class=\"let-op\">{Text(note)}</p>");
            foreach (var text in ReportTexts.Explanations(report))
                html.WriteLine($"<p>{Text(text)}</p>");
            html.WriteLine("</section>");
            html.WriteLine($"<section aria-labelledby=\"cijfers\"><h2 id=\"cijfers\">{ReportTexts.Numbers}</h2>");
            if (HasTables)
            {
                foreach (var table in report.Tables)
                    Write(table);
            }
            else
            {
                html.WriteLine($"<p>{Text(ReportTexts.Empty(report))}</p>");
            }

            html.WriteLine("</section>");
            WriteTexts("verhalen", ReportTexts.Stories, "verhaal", [.. report.Stories.Select(s => (s.Title, (string?)s.About, s.Text))]);
            WriteTexts("evaluaties", ReportTexts.Evaluations, "evaluatie", [.. report.Evaluations.Select(e => (e.Heading, (string?)null, e.Text))]);
        }

        private void WriteTexts(string id, string heading, string prefix, List<(string Heading, string? About, string Text)> texts)
        {
            if (texts.Count == 0)
                return;
            html.WriteLine($"<section aria-labelledby=\"{id}\"><h2 id=\"{id}\">{heading}</h2>");
            for (var i = 0; i < texts.Count; i++)
            {
                html.WriteLine($"<section aria-labelledby=\"{prefix}-{i + 1}\"><h3 id=\"{prefix}-{i + 1}\">{Text(texts[i].Heading)}</h3>");
                if (texts[i].About is { } about)
                    html.WriteLine($"<p class=\"uitleg\">{Text(about)}</p>");
                WriteParagraphs(texts[i].Text);
                html.WriteLine("</section>");
            }

            html.WriteLine("</section>");
        }

        private void Write(ReportTable table)
        {
            html.WriteLine($"<section aria-labelledby=\"{table.Id}\">");
            html.WriteLine($"<h3 id=\"{table.Id}\">{Text(table.Title)}</h3>");
            if (table.Rows.Count > 0)
                WriteRows(table);
            else
                html.WriteLine($"<p>{ReportTexts.NoRows}</p>");
            if (table.Rows.Any(r => r.Cells.Any(c => c is null)))
                html.WriteLine($"<p class=\"uitleg\">{Text(ReportTexts.WithheldNote)}</p>");
            html.WriteLine($"<p class=\"uitleg\">{Text(table.Explanation)}</p>");
            if (ReportTexts.Base(table) is { } whole)
                html.WriteLine($"<p class=\"uitleg\">{Text(whole)}</p>");
            WriteParagraphs(table.Text ?? "");
            if (ReportFigure.Of(table) is { } figure)
            {
                html.WriteLine($"<figure><div class=\"breed\" role=\"region\" tabindex=\"0\" aria-label=\"{Text(table.Title)}, grafiek\">");
                DrawingSvg.Write(figure.Drawing, $"g-{table.Id}", figure.Title, figure.Description, html, Text);
                html.WriteLine($"</div><figcaption>Figuur {++_figures}. {Text(figure.Title)}</figcaption></figure>");
            }

            html.WriteLine("</section>");
        }

        private void WriteRows(ReportTable table)
        {
            html.WriteLine($"<div class=\"breed{(table.Rows.Count <= RowsKeptTogether ? " kort" : "")}\" role=\"region\" tabindex=\"0\" aria-label=\"{Text(table.Title)}, tabel\">");
            html.WriteLine($"<table><caption>Tabel {++_tables}. {Text(ReportTexts.Caption(table))}</caption>");
            html.Write($"<thead><tr><th scope=\"col\">{ReportTexts.RowHeading}</th>");
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
        }

        private void WriteParagraphs(string text)
        {
            foreach (var paragraph in ReportTexts.Paragraphs(text))
                html.WriteLine($"<p>{Text(paragraph)}</p>");
        }

        private static string Number(ReportTable table, ReportRow row, int column) => ReportTexts.Number(table, row, column)
            ?? $"<span aria-hidden=\"true\">{ReportTexts.Dash}</span><span class=\"vh\">{Text(Report.Withheld)}</span>";
    }
}
