using System.Text;
using System.Text.Json;
using Pga.Application.Pipeline;
using Pga.Application.Rapportage;
using Pga.Domain.Clients;
using Pga.Domain.Staff;
using Pga.Domain.Statistics;
using Pga.Testing;

namespace Pga.Application.Tests.Rapportage;

internal sealed class GetReportTests : ReportTest
{
    [Test]
    public async Task Is_refused_without_the_permission()
    {
        foreach (var role in StaffRoles.List.All)
        {
            var staff = A.Staff(role.Key);
            await Pga.Given(staff);
            Assert.That(() => Pga.Send(staff, new GetReport(Year)), Throws.TypeOf<Forbidden>(), role.Key);
        }
    }

    [TestCase(1999, 5, "Year")]
    [TestCase(2027, 5, "Year")]
    [TestCase(2024, 2, "Threshold")]
    [TestCase(2024, 21, "Threshold")]
    public void Is_refused_for_an_impossible_year_or_threshold(int year, int threshold, string field)
    {
        var invalid = Assert.ThrowsAsync<Invalid>(() => Pga.SendAsSystem(new GetReport(year, threshold)));

        Assert.That(invalid.Errors.Select(e => e.Field), Is.EqualTo(new[] { field }));
    }

    [Test]
    public async Task Shows_the_same_quantity_in_every_table_or_in_none()
    {
        await Start(Day(2, 1), 4);
        await Start(Day(2, 1), 6, wijk: "zuid");
        await Start(Day(2, 1, 2023), 3);

        var report = await Pga.SendAsSystem(new GetReport(Year));

        foreach (var table in new[] { "inflow", "inflow-age", "inflow-wijk" })
        {
            Assert.That(Cell(report, table, "total", "2023"), Is.Null, table);
            Assert.That(Cell(report, table, "total", "2024"), Is.EqualTo(10), table);
        }

        Assert.That(Cell(report, "inflow-wijk", "overvecht", "2024"), Is.Null, "small");
        Assert.That(Cell(report, "inflow-wijk", "zuid", "2024"), Is.Null, "its complement");
        Assert.That(Cell(report, "inflow-wijk", "west", "2024"), Is.Zero);
    }

    [Test]
    public async Task Gives_an_empty_report_for_a_year_without_anything()
    {
        var report = await Pga.SendAsSystem(new GetReport(2010));

        Assert.That(report.IsEmpty);
        Assert.That(report.Tables, Has.Count.EqualTo(19));
    }

    [Test]
    public async Task Writes_json_in_the_agreed_form()
    {
        await Start(Day(2, 1), 4);
        await Start(Day(2, 1), 6, wijk: "zuid");
        var report = await Pga.SendAsSystem(new GetReport(Year));

        using var json = JsonDocument.Parse(Written(ReportJson.Write, report));

        var root = json.RootElement;
        Assert.That(root.EnumerateObject().Select(p => p.Name), Is.EqualTo(new[] { "year", "definition", "threshold", "status", "tables", "stories", "notes" }));
        Assert.That(root.GetProperty("definition").GetString(), Is.EqualTo("2024-1"));
        Assert.That(root.GetProperty("status").GetString(), Is.EqualTo("draft"));
        Assert.That(root.GetProperty("notes").EnumerateArray().Select(n => n.GetString()), Is.EqualTo(new[] { "concept: nog niet vastgesteld", "deze cijfers zijn geen effectmeting" }));
        var wijken = root.GetProperty("tables").EnumerateArray().Single(t => t.GetProperty("id").GetString() == "inflow-wijk");
        Assert.That(wijken.EnumerateObject().Select(p => p.Name), Is.EqualTo(new[] { "id", "unit", "title", "columns", "rows" }));
        var overvecht = wijken.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("key").GetString() == "overvecht");
        Assert.That(overvecht.GetRawText(), Does.Not.Contain("parent"));
        Assert.That(overvecht.GetProperty("cells")[0].GetInt64(), Is.Zero);
        Assert.That(overvecht.GetProperty("cells")[1].ValueKind, Is.EqualTo(JsonValueKind.Null));
        var reason = root.GetProperty("tables").EnumerateArray().Single(t => t.GetProperty("id").GetString() == "outflow").GetProperty("rows")[1];
        Assert.That(reason.GetProperty("parent").GetString(), Is.EqualTo("positive"));
        Assert.That(reason.GetProperty("level").GetInt32(), Is.EqualTo(2));
    }

    [Test]
    public async Task Writes_csv_that_reads_back_and_starts_no_formula()
    {
        await Pga.Given(
            new Budget(Guid.CreateVersion7(), Year, "=HYPERLINK(\"x\";\"y\"), of niet", 1_000_000, -5),
            new Budget(Guid.CreateVersion7(), Year, "@som", 1, 2));
        await Start(Day(2, 1), 4);
        var report = await Pga.SendAsSystem(new GetReport(Year));

        var csv = Written(ReportCsv.Write, report);

        Assert.That(csv, Does.StartWith("table,row,parent,column,value\r\n"));
        var rows = Csv.Parse(csv);
        Assert.That(rows, Has.All.Count.EqualTo(5));
        Assert.That(rows, Has.Member(new[] { "inflow", "local-pga", "", "2024", "." }));
        Assert.That(rows, Has.Member(new[] { "inflow", "rio", "", "2024", "0" }));
        Assert.That(rows, Has.Member(new[] { "outflow", "goals-achieved", "positive", "2024", "0" }));
        Assert.That(rows, Has.Member(new[] { "budget", "'=HYPERLINK(\"x\";\"y\"), of niet", "", "realised", "-5" }));
        Assert.That(rows, Has.Member(new[] { "budget", "'@som", "", "budgeted", "1" }));
        Assert.That(rows, Has.Member(new[] { "notes", "concept: nog niet vastgesteld", "", "2024", "1" }));
    }

    [Test]
    public async Task Writes_html_with_a_header_for_every_row_and_column()
    {
        await Pga.Given(new Budget(Guid.CreateVersion7(), Year, "<script>alert(1)</script>", 1_234_567, 0));
        await Start(Day(2, 1), 4);
        var report = await Pga.SendAsSystem(new GetReport(Year));

        var html = Written(ReportHtml.Write, report);

        Assert.That(html, Does.StartWith("<!doctype html>\n<html lang=\"nl\">"));
        Assert.That(html, Does.Contain("Concept: nog niet vastgesteld").And.Contain("Deze cijfers zijn geen effectmeting."));
        Assert.That(html, Does.Contain("<caption>Tabel 1. Instroom per aanpak, aantal trajecten</caption>"));
        Assert.That(html, Does.Contain("<th scope=\"row\">Lokale PGA</th><td>0</td><td><span aria-hidden=\"true\">–</span><span class=\"vh\">niet getoond: te weinig personen of herleidbaar</span></td>"));
        Assert.That(html, Does.Contain("<td>1.234.567</td>"));
        Assert.That(html, Does.Not.Contain("<script"));
        foreach (var table in report.Tables)
            Assert.That(html, Does.Contain(System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All).Encode(table.Explanation)), table.Id);
    }

    [Test]
    public void Gives_a_percentage_only_of_what_is_shown_and_of_a_base_of_twenty_or_more()
    {
        ReportColumn[] columns = [new("2023", "2023"), new("2024", "2024")];
        ReportRow[] rows = [new("gezin", null, "Gezin", 1, [19, 10]), new("zorg", null, "Zorg", 1, [null, null]), new("huis", null, "Huis", 1, [5, 15]), new("assessed", null, "Gemeten", 0, [19, 20])];
        var table = new ReportTable("inflow-concerns", Units.Trajects, "", "", columns, rows, BaseRow: "assessed");

        Assert.That(table.PercentageOf(rows[0], 0), Is.Null, "the base is 19");
        Assert.That(table.PercentageOf(rows[0], 1), Is.EqualTo(50));
        Assert.That(table.PercentageOf(rows[1], 1), Is.Null, "withheld");
        Assert.That(table.PercentageOf(rows[3], 1), Is.Null, "the base itself");
        Assert.That(table.RowsToRead().Select(r => r.Key), Is.EqualTo(new[] { "huis", "gezin", "zorg", "assessed" }), "largest first, withheld after that, the base last");
    }

    private static string Written(Action<Report, Stream> write, Report report)
    {
        using var stream = new MemoryStream();
        write(report, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static long? Cell(Report report, string table, string row, string column)
    {
        var its = report.Tables.Single(t => t.Id == table);
        return its.Rows.Single(r => r.Key == row).Cells[its.Columns.ToList().FindIndex(c => c.Key == column)];
    }

    private Task Start(DateOnly on, int count, string wijk = "overvecht")
    {
        Client[] clients = [.. Enumerable.Range(0, count).Select(_ => A.Client(wijk: wijk))];
        return Pga.Given([.. clients, .. clients.Select(c => Started(c, on))]);
    }
}
