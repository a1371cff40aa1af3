using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Pga.Application.Rapportage;

namespace Pga.Application.Tests.Rapportage;

/// <summary>The file to read or print, and the files for machines, of a report with everything in it.</summary>
internal sealed partial class ReportHtmlTests
{
    private const string Awkward = "a\0b\u0001c\uFFFEd\uD800e\uDC00f </style><script>alert(1)</script> \"' \U0001F600 ż";

    private static readonly Report Report = Documents.Report;

    [Test]
    public void Leads_from_the_contents_to_every_heading()
    {
        var html = Parsed(Report);

        var ids = html.Descendants().Attributes("id").Select(a => a.Value).ToList();
        Assert.That(ids, Is.Unique);
        var links = html.Descendants("nav").Single().Descendants("a").ToList();
        Assert.That(links.Select(a => a.Attribute("href")!.Value), Is.EqualTo(new[]
        {
            "#uitleg", "#cijfers", "#inflow-concerns", "#outflow", "#budget", "#verhalen", "#verhaal-1", "#evaluaties", "#evaluatie-1",
        }));
        foreach (var link in links)
            Assert.That(html.Descendants().Single(e => e.Attribute("id")?.Value == link.Attribute("href")!.Value[1..]).Value, Is.EqualTo(link.Value));
        Assert.That(html.Descendants().Where(e => Heading().IsMatch(e.Name.LocalName)).Select(e => e.Name.LocalName),
            Is.EqualTo(new[] { "h1", "h2", "h2", "h2", "h3", "h3", "h3", "h2", "h3", "h2", "h3" }));
    }

    [Test]
    public void Says_its_status_and_what_the_numbers_are()
    {
        var draft = Documents.Text(ReportHtml.Write, Report);
        var confirmed = Documents.Text(ReportHtml.Write, Report with { Status = Report.Confirmed, ConfirmedOn = new DateOnly(2025, 4, 15) });

        Assert.That(draft, Does.Contain("<p class=\"kenmerken\">Concept: nog niet vastgesteld</p>").And.Contain("<p class=\"kenmerken\">Gemaakt op 1 maart 2025</p>"));
        Assert.That(draft, Does.Contain("Deze cijfers zijn geen effectmeting."));
        Assert.That(confirmed, Does.Contain("<p class=\"kenmerken\">Vastgesteld op 15 april 2025</p>").And.Not.Contain("Concept"));
    }

    [Test]
    public void Has_texts_stories_and_evaluations_as_paragraphs()
    {
        var html = Documents.Text(ReportHtml.Write, Report);

        Assert.That(html, Does.Contain("<p>In 2024 zagen we meer zorgen.</p>\n<p>Vooral thuis.</p>"));
        Assert.That(html, Does.Contain("Een eigen &lt;plek&gt;</h3>\n<p class=\"uitleg\">Leefgebied Huisvesting</p>\n<p>Eerste alinea.</p>\n<p>Tweede &amp; laatste.</p>"));
        Assert.That(html, Does.Contain("Lokale PGA: evaluatie van het plan</h3>\n<p>Het plan werkt.</p>"));
        Assert.That(html, Does.Contain("<p>Hierover is niets ingevoerd.</p>\n<p class=\"uitleg\">Bedragen zoals ingevoerd.</p>"));
        Assert.That(html, Does.Contain("Percentages: van de rij ‘Trajecten met een startmeting’."));
    }

    [Test]
    public void Draws_the_shown_numbers_of_a_table_below_it()
    {
        var figures = Parsed(Report).Descendants("figure").ToList();

        Assert.That(figures.Select(f => f.Element("figcaption")!.Value), Is.EqualTo(new[]
        {
            "Figuur 1. Zorgen bij de start, aantal trajecten", "Figuur 2. Uitstroom naar oordeel en reden, aantal trajecten",
        }));
        foreach (var (figure, table) in figures.Zip([Documents.Concerns, Documents.Outflow]))
        {
            var svg = figure.Descendants("svg").Single();
            var drawing = ReportFigure.Of(table)!.Drawing;
            Assert.That(svg.Attribute("role")!.Value, Is.EqualTo("img"));
            Assert.That(svg.Attribute("aria-labelledby")!.Value, Is.EqualTo(string.Join(' ', svg.Element("title")!.Attribute("id")!.Value, svg.Element("desc")!.Attribute("id")!.Value)));
            Assert.That(svg.Elements("text").Select(t => t.Value), Is.EqualTo(drawing.Shapes.OfType<Label>().Select(l => l.Text)));
            Assert.That(svg.Elements("rect").Count(), Is.EqualTo(drawing.Shapes.OfType<Bar>().Count()));
        }
    }

    [Test]
    public void Survives_any_text_and_has_no_script_or_anything_from_elsewhere()
    {
        var table = Documents.Outflow with
        {
            Title = Awkward,
            Text = Awkward,
            Columns = [new("2023", Awkward), new("2024", Awkward)],
            Rows = [.. Documents.Outflow.Rows.Select(r => r with { Label = Awkward })],
        };
        var report = Report with { Tables = [table], Stories = [new(Awkward, Awkward, Awkward)], Evaluations = [new(Awkward, Awkward)] };

        var html = Documents.Text(ReportHtml.Write, report);

        Assert.That(html, Does.Not.Contain("<script").And.Not.Contain("http:").And.Not.Contain("https:").And.Not.Contain("src="));
        Assert.That(Parsed(report).Descendants("h3").First().Value, Is.EqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf </style><script>alert(1)</script> \"' \U0001F600 ż"));
    }

    [Test]
    public void Of_nothing_says_so()
    {
        var empty = Documents.Outflow with { Rows = [.. Documents.Outflow.Rows.Select(r => r with { Cells = [0, 0] })] };

        var html = Documents.Text(ReportHtml.Write, Report with { Tables = [empty] });

        Assert.That(html, Does.Contain("<p>Over 2023 en 2024 is niets vastgelegd.</p>").And.Not.Contain("<table"));
    }

    [Test]
    public void Has_stories_as_objects_in_json_and_only_numbers_in_csv()
    {
        using var json = JsonDocument.Parse(Documents.Written(ReportJson.Write, Report));
        var rows = Csv.Parse(Documents.Text(ReportCsv.Write, Report));

        var story = json.RootElement.GetProperty("stories").EnumerateArray().Single();
        Assert.That(story.EnumerateObject().Select(p => (p.Name, p.Value.GetString())), Is.EqualTo(new[]
        {
            ("title", "Een eigen <plek>"), ("about", "Leefgebied Huisvesting"), ("text", "Eerste alinea.\n\nTweede & laatste."),
        }));
        Assert.That(rows, Has.Count.EqualTo(1 + (2 * 5) + (2 * 4) + 1), "the header, a line for each number, and the note");
        Assert.That(rows, Has.Member(new[] { "outflow", "goals-achieved", "positive", "2024", "." }).And.Member(new[] { "outflow", "total", "", "2024", "2047" }));
    }

    [Test]
    public void Survives_any_text_in_json_and_csv()
    {
        var table = Documents.Outflow with { Rows = [new(Awkward, Awkward, Awkward, 1, [1, null])] };
        var report = Report with { Tables = [table], Stories = [new(Awkward, Awkward, Awkward)], Notes = ["=1+1", "\n@x,\"y\""] };

        using var json = JsonDocument.Parse(Documents.Written(ReportJson.Write, report));
        var rows = Csv.Parse(Documents.Text(ReportCsv.Write, report));

        Assert.That(json.RootElement.GetProperty("stories")[0].GetProperty("text").GetString(), Does.EndWith("\U0001F600 ż"));
        Assert.That(rows, Has.All.Count.EqualTo(5));
        Assert.That(rows[^2][1], Is.EqualTo("'=1+1"));
        Assert.That(rows[^1][1], Is.EqualTo("\n@x,\"y\""));
    }

    // The file is written so that it is XML as well, but for its doctype and the elements that HTML doesn't close.
    private static XElement Parsed(Report report) =>
        XElement.Parse(Unclosed().Replace(Documents.Text(ReportHtml.Write, report), "")["<!doctype html>\n".Length..]);

    [GeneratedRegex("<meta [^>]*>")]
    private static partial Regex Unclosed();

    [GeneratedRegex("^h[1-6]$")]
    private static partial Regex Heading();
}
