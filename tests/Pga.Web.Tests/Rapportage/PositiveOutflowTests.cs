using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Pga.Application.Rapportage;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;

namespace Pga.Web.Tests.Rapportage;

internal sealed partial class PositiveOutflowTests : ReportPageTest
{
    private const string Page = "/rapportage/positieve-uitstroom";

    [Test]
    public async Task Says_so_when_no_edition_was_made()
    {
        using var manager = await SignIn(StaffRoles.Manager);
        await End(30, "goals-achieved", new DateOnly(2025, 2, 10));

        var page = await manager.Page(Page);

        Assert.That(page, Does.Contain("Er zijn nog geen cijfers om te tonen.").And.Not.Contain("<svg class=\"grafiek").And.Not.Contain("<table"));
    }

    [Test]
    public async Task Shows_the_last_edition_by_year_and_quarter_beside_the_year_before()
    {
        using var manager = await SignIn(StaffRoles.Manager);
        await End(24, "goals-achieved", new DateOnly(2025, 2, 10));
        await End(16, "withdrew", new DateOnly(2025, 2, 11));
        await End(12, "scaled-down", new DateOnly(2025, 8, 10), Programmes.TopX);
        await End(10, "goals-achieved", new DateOnly(2024, 5, 10));
        await End(15, "moved", new DateOnly(2024, 5, 11));
        await MakeDraft(2025);

        var page = await manager.Page(Page);

        Assert.That(page, Does.Contain("Positieve uitstroom 2025").And.Contain("concept, gemaakt op 3 maart 2026").And.Contain("geen effectmeting"));
        Assert.That(Figure(page, "Aandeel positief"), Is.EqualTo("69% 29 punten meer dan in 2024 (40%)"));
        Assert.That(Figure(page, "Positief geëindigd"), Is.EqualTo("36 26 meer dan in 2024 (10)"));
        Assert.That(Figure(page, "Alle uitstroom"), Is.EqualTo("52 27 meer dan in 2024 (25)"));
        // Twelve is too small a base for a percentage; an empty quarter has none either.
        Assert.That(Row(page, "Uitstroom per kwartaal", "Q1 ’25"), Is.EqualTo(new[] { "24", "16" }));
        Assert.That(Row(page, "Uitstroom per kwartaal", "Q2 ’25"), Is.EqualTo(new[] { "0", "0" }));
        Assert.That(Row(page, "Aandeel positief per kwartaal", "Q1 ’25"), Is.EqualTo(new[] { "60%" }));
        Assert.That(Row(page, "Aandeel positief per kwartaal", "Q3 ’25"), Is.EqualTo(new[] { "–niet getoond" }));
        Assert.That(Row(page, "Uitstroom per jaar", "2024"), Is.EqualTo(new[] { "10", "25" }));
        Assert.That(Row(page, "Positief per aanpak, 2024 en 2025", "Top X doorgroeiers"), Is.EqualTo(new[] { "0", "12", "+12" }));
        Assert.That(Row(page, "Naar oordeel en reden, 2024 en 2025", "Verhuisd"), Is.EqualTo(new[] { "15", "0", "−15" }));
    }

    [Test]
    public async Task Never_counts_by_itself()
    {
        using var manager = await SignIn(StaffRoles.Manager);
        await End(24, "goals-achieved", new DateOnly(2025, 2, 10));
        await MakeDraft(2025);
        var before = Text(await manager.Page(Page));

        await End(7, "goals-achieved", new DateOnly(2025, 2, 12));

        Assert.That(Text(await manager.Page(Page)), Is.EqualTo(before));
    }

    [Test]
    public async Task Shows_no_number_that_the_edition_does_not_have()
    {
        using var manager = await SignIn(StaffRoles.Manager);
        await GivenMixedYears();
        await MakeDraft(2025);
        var report = (await Ask(new GetEdition(2025, Audiences.Management))).Report;
        var shown = report.Tables.Concat(report.Quarters).SelectMany(t => t.Rows).SelectMany(r => r.Cells).OfType<long>().ToHashSet();
        var differences = report.Tables.Where(t => t.Columns.Count == 2).SelectMany(t => t.Rows).Where(r => r.Cells is [not null, not null]).Select(r => r.Cells[1]!.Value - r.Cells[0]!.Value).ToHashSet();

        var page = await manager.Page(Page);

        var cells = Cell().Matches(page).Select(m => WebUtility.HtmlDecode(Tag().Replace(m.Groups[1].Value, "")).Trim()).ToList();
        Assert.That(cells, Has.Count.GreaterThan(30));
        foreach (var cell in cells.Where(c => !c.StartsWith('–') && !c.EndsWith('%')))
        {
            var number = long.Parse(cell.Replace("−", "-", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            Assert.That(shown.Contains(number) || differences.Contains(number), cell);
        }
    }

    [Test]
    public async Task Has_a_withheld_number_nowhere_not_in_a_drawing_either()
    {
        using var manager = await SignIn(StaffRoles.Manager);
        // Three went out positively in the second quarter: a bar of that height, a difference or a rest would tell.
        await GivenMixedYears();
        await MakeDraft(2025);

        var page = await manager.Page(Page);

        Assert.That(Row(page, "Uitstroom per kwartaal", "Q2 ’25"), Has.Some.StartsWith("–"));
        Assert.That(Row(page, "Naar oordeel en reden, 2024 en 2025", "Reguliere hulp volstaat"), Is.EqualTo(new[] { "0", $"–{Report.Withheld}", "–niet getoond" }));
        Assert.That(page, Does.Not.Match(@">\s*3\s*<").And.Not.Match(@">\+3<"));
        // In each drawing as many bars as there are numbers above zero in its table.
        foreach (var (chart, title) in new[] { ("g-kwartaal", "Uitstroom per kwartaal"), ("g-jaar", "Uitstroom per jaar") })
        {
            var positive = Table(page, title).SelectMany(r => r.Cells).Count(c => !c.StartsWith('–') && c != "0");
            foreach (var width in new[] { "breed", "smal" })
                Assert.That(Regex.Count(Drawing(page, $"{chart}-{width}"), "<rect "), Is.EqualTo(positive), $"{chart}, {width}");
        }
    }

    [Test]
    public async Task Follows_the_trend_over_the_editions_that_there_are()
    {
        using var manager = await SignIn(StaffRoles.Manager);
        await End(30, "goals-achieved", new DateOnly(2023, 3, 1));
        await End(20, "goals-achieved", new DateOnly(2024, 3, 1));
        await End(40, "goals-achieved", new DateOnly(2025, 3, 1));
        await MakeDraft(2024);
        await Confirm(2024);
        await MakeDraft(2025);

        var page = await manager.Page($"{Page}/2025");

        Assert.That(Table(page, "Uitstroom per jaar").Select(r => r.Heading), Is.EqualTo(new[] { "2023", "2024", "2025" }));
        Assert.That(Table(page, "Uitstroom per kwartaal").Select(r => r.Heading), Has.Exactly(8).Items.And.Some.EqualTo("Q1 ’24"));
        Assert.That(await manager.Page($"{Page}/2024"), Does.Contain("vastgesteld op 3 maart 2026"));
        Assert.That((await manager.Get($"{Page}/2022")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await manager.Get($"{Page}?jaar=2024")).Headers.Location!.OriginalString, Is.EqualTo($"{Page}/2024"));
    }

    [Test]
    public async Task Is_refused_to_an_expert()
    {
        using var expert = await SignIn(StaffRoles.PgaExpert);

        Assert.That((await expert.Get(Page)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    private async Task GivenMixedYears()
    {
        await End(24, "goals-achieved", new DateOnly(2025, 2, 10));
        await End(16, "withdrew", new DateOnly(2025, 2, 11));
        await End(3, "regular-support", new DateOnly(2025, 5, 10));
        await End(21, "goals-achieved", new DateOnly(2025, 8, 10));
        await End(9, "moved", new DateOnly(2025, 8, 10));
        await End(14, "scaled-down", new DateOnly(2025, 11, 10), Programmes.TopX);
        await End(8, "out-of-sight", new DateOnly(2025, 11, 10));
        await End(17, "goals-achieved", new DateOnly(2024, 5, 10));
        await End(15, "moved", new DateOnly(2024, 5, 11));
    }

    /// <summary>What a key figure says, without its label.</summary>
    private static string Figure(string page, string label) =>
        Words(Regex.Match(page, $"<span class=\"kpi__t\">{label}</span>(.*?)</div>", RegexOptions.Singleline).Groups[1].Value);

    private static string[] Row(string page, string table, string heading) => Table(page, table).Single(r => r.Heading == heading).Cells;

    private static List<(string Heading, string[] Cells)> Table(string page, string caption)
    {
        var table = Regex.Match(page, $"<caption class=\"vh\">{Regex.Escape(caption)}</caption>(.*?)</table>", RegexOptions.Singleline).Groups[1].Value;
        return [.. Regex.Matches(table, "<tr[^>]*>\\s*<th scope=\"row\"[^>]*>(.*?)</th>(.*?)</tr>", RegexOptions.Singleline)
            .Select(r => (Words(r.Groups[1].Value), Cell().Matches(r.Groups[2].Value).Select(c => Words(c.Groups[1].Value)).ToArray()))];
    }

    private static string Drawing(string page, string id) =>
        Regex.Match(page, $"<svg[^>]*aria-labelledby=\"{id}-t .*?</svg>", RegexOptions.Singleline).Value;

    private static string Text(string page) => Words(Regex.Match(page, "<main.*</main>", RegexOptions.Singleline).Value);

    private static string Words(string html) => Regex.Replace(Tag().Replace(html, ""), @"\s+", " ").Trim();

    [GeneratedRegex("<td[^>]*>(.*?)</td>", RegexOptions.Singleline)]
    private static partial Regex Cell();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
