using System.Net;
using System.Text.Json;
using Pga.Domain.Staff;

namespace Pga.Web.Tests.Rapportage;

internal sealed class RapportageTests : ReportPageTest
{
    [Test]
    public async Task Shows_a_manager_the_edition_with_small_counts_withheld()
    {
        using var manager = await SignIn(StaffRoles.Manager);
        await Start(4, "overvecht");
        await Start(6, "zuid");
        await MakeDraft(2025);

        var page = await manager.Page("/rapportage/2025");

        Assert.That(page, Does.Contain("Concept</span> gemaakt op 3 maart 2026").And.Contain("geen effectmeting").IgnoreCase);
        Assert.That(page, Does.Contain("Zo leest u deze cijfers").And.Contain("Eén ding sluiten we niet uit"));
        Assert.That(page, Does.Contain("Instroom naar wijk").And.Contain("Begroting per prioriteit"));
        Assert.That(page, Does.Contain("<span aria-hidden=\"true\">–</span><span class=\"vh\">niet getoond: te weinig personen of herleidbaar</span>"));
        Assert.That(page, Does.Contain("Trajecten die in het jaar zijn gestart, naar de wijk"));
        Assert.That(page, Does.Contain("href=\"/rapportage/2025/csv\"").And.Contain("href=\"/rapportage/2025/docx\""));
        Assert.That(page, Does.Contain("Vanaf 1 april 2026 kunt u een nieuw concept maken.").And.Not.Contain("Nieuw concept maken</button>"));
        Clock.Advance(TimeSpan.FromDays(31));
        using var later = await SignIn(StaffRoles.Manager);
        Assert.That(await later.Page("/rapportage/2025"), Does.Contain("Nieuw concept maken</button>"));
    }

    [Test]
    public async Task Explains_how_to_get_one_when_there_is_none()
    {
        using var manager = await SignIn(StaffRoles.Manager);
        await Start(6, "zuid");

        var page = await manager.Page("/rapportage/2025");

        Assert.That(page, Does.Contain("Er is nog geen rapportage over 2025").And.Contain("één keer per kalendermaand").And.Contain("Concept maken</button>"));
        Assert.That(page, Does.Contain("2025 (nog niet gemaakt)").And.Contain("2026 (nog niet gemaakt)").And.Not.Contain("2024 (nog"));
        Assert.That(page, Does.Not.Contain("<table").And.Not.Contain("/rapportage/2025/csv"));
        Assert.That((await manager.Get("/rapportage/2027")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Opens_with_the_last_edition_and_leads_to_the_chosen_year()
    {
        using var manager = await SignIn(StaffRoles.Manager);
        Assert.That(await manager.Page("/rapportage"), Does.Contain("Rapportage 2025"), "the last year that is over");
        await MakeDraft(2024);

        Assert.That(await manager.Page("/rapportage"), Does.Contain("Rapportage 2024").And.Contain("2024 (concept)"));
        var chosen = await manager.Get("/rapportage?jaar=2025");
        Assert.That(chosen.Headers.Location!.OriginalString, Is.EqualTo("/rapportage/2025"));
    }

    [Test]
    public async Task Says_so_when_there_is_nothing_in_a_year()
    {
        using var manager = await SignIn(StaffRoles.Manager);
        await MakeDraft(2019);

        var page = await manager.Page("/rapportage/2019");

        Assert.That(page, Does.Contain("Over 2018 en 2019 is niets vastgelegd."));
        Assert.That(page, Does.Not.Contain("<table"));
    }

    [TestCase("/rapportage")]
    [TestCase("/rapportage/2025")]
    [TestCase("/rapportage/2025/maken")]
    [TestCase("/rapportage/2025/vaststellen")]
    [TestCase("/rapportage/2025/erratum")]
    [TestCase("/rapportage/2025/csv")]
    [TestCase("/rapportage/2025/json")]
    [TestCase("/rapportage/2025/html")]
    [TestCase("/rapportage/2025/docx")]
    [TestCase("/api/v1/reports/2025")]
    public async Task Is_refused_to_an_expert(string path)
    {
        using var expert = await SignIn(StaffRoles.PgaExpert);

        Assert.That((await expert.Get(path)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Exports_the_same_counts_in_every_form()
    {
        using var manager = await SignIn(StaffRoles.Manager);
        await Start(4, "overvecht");
        await Start(6, "zuid");
        await MakeDraft(2025);

        var csv = await Download(manager, "csv");
        var json = await Download(manager, "json");
        var html = await Download(manager, "html");
        await Download(manager, "docx");

        Assert.That(csv, Does.Contain("inflow,total,,2025,10\r\n").And.Contain("inflow-wijk,overvecht,,2025,.\r\n"));
        Assert.That(Total(json), Is.EqualTo(10));
        Assert.That(html, Does.Contain("<td>10</td>").And.Contain("geen effectmeting").IgnoreCase);
    }

    [Test]
    public async Task Answers_the_api_with_the_stored_edition()
    {
        using var manager = await SignIn(StaffRoles.Manager);
        await Start(6, "zuid");
        Assert.That((await manager.Get("/api/v1/reports/2025")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        await MakeDraft(2025);

        var stored = await manager.Get("/api/v1/reports/2025");

        Assert.That(stored.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/json"));
        Assert.That(Total(await stored.Content.ReadAsStringAsync()), Is.EqualTo(6));
    }

    private static async Task<string> Download(Visitor visitor, string format)
    {
        var response = await visitor.Get($"/rapportage/2025/{format}");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), format);
        Assert.That(response.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"), format);
        Assert.That(response.Content.Headers.ContentDisposition.FileName, Is.EqualTo($"rapportage-2025-concept.{format}"));
        return await response.Content.ReadAsStringAsync();
    }

    private static long? Total(string json)
    {
        using var report = JsonDocument.Parse(json);
        var inflow = report.RootElement.GetProperty("tables").EnumerateArray().Single(t => t.GetProperty("id").GetString() == "inflow");
        var total = inflow.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("key").GetString() == "total").GetProperty("cells")[1];
        return total.ValueKind == JsonValueKind.Null ? null : total.GetInt64();
    }
}
