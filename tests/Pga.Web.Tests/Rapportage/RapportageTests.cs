using System.Net;
using System.Text.Json;
using Pga.Domain.Clients;
using Pga.Domain.Staff;
using Pga.Testing;

namespace Pga.Web.Tests.Rapportage;

internal sealed class RapportageTests : WebTest
{
    private const string Warning = "voorlopig beschermd, niet publiceren";

    [Test]
    public async Task Shows_a_manager_the_tables_with_small_counts_withheld()
    {
        using var manager = await SignIn(StaffRoles.Manager);
        await Start(4, "overvecht");
        await Start(6, "zuid");

        var page = await manager.Page("/rapportage/2025");

        Assert.That(page, Does.Contain(Warning).IgnoreCase.And.Contain("geen effectmeting").IgnoreCase);
        Assert.That(page, Does.Contain("Zo leest u deze cijfers"));
        Assert.That(page, Does.Contain("Instroom naar wijk").And.Contain("Begroting per prioriteit"));
        Assert.That(page, Does.Contain("<span aria-hidden=\"true\">–</span><span class=\"vh\">niet getoond: te weinig personen of herleidbaar</span>"));
        Assert.That(page, Does.Contain("Trajecten die in het jaar zijn gestart, naar de wijk"));
        Assert.That(page, Does.Contain("href=\"/rapportage/2025/csv\""));
    }

    [Test]
    public async Task Opens_with_the_last_year_that_is_over_and_leads_to_the_chosen_one()
    {
        using var manager = await SignIn(StaffRoles.Manager);

        Assert.That(await manager.Page("/rapportage"), Does.Contain("Rapportage 2025"));
        var chosen = await manager.Get("/rapportage?jaar=2024");
        Assert.That(chosen.Headers.Location!.OriginalString, Is.EqualTo("/rapportage/2024"));
    }

    [Test]
    public async Task Says_so_when_there_is_nothing_in_a_year()
    {
        using var manager = await SignIn(StaffRoles.Manager);

        var page = await manager.Page("/rapportage/2019");

        Assert.That(page, Does.Contain("Over 2018 en 2019 is niets vastgelegd."));
        Assert.That(page, Does.Not.Contain("<table"));
    }

    [TestCase("/rapportage/2025")]
    [TestCase("/rapportage/2025/csv")]
    [TestCase("/rapportage/2025/json")]
    [TestCase("/rapportage/2025/html")]
    [TestCase("/api/v1/reports/2025")]
    public async Task Is_refused_to_an_expert(string path)
    {
        using var expert = await SignIn(StaffRoles.PgaExpert);

        Assert.That((await expert.Get(path)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Exports_the_same_counts_in_three_forms_with_the_warning()
    {
        using var manager = await SignIn(StaffRoles.Manager);
        await Start(4, "overvecht");
        await Start(6, "zuid");

        var csv = await Download(manager, "csv");
        var json = await Download(manager, "json");
        var html = await Download(manager, "html");

        Assert.That(csv, Does.Contain("inflow,total,,2025,10\r\n").And.Contain("inflow-wijk,overvecht,,2025,.\r\n").And.Contain(Warning));
        Assert.That(Total(json), Is.EqualTo(10));
        Assert.That(json, Does.Contain(Warning));
        Assert.That(html, Does.Contain("<td>10</td>").And.Contain(Warning).IgnoreCase);
    }

    [Test]
    public async Task Answers_the_api_at_the_threshold_that_is_asked()
    {
        using var manager = await SignIn(StaffRoles.Manager);
        await Start(6, "zuid");

        var at5 = await manager.Get("/api/v1/reports/2025");
        var at10 = await manager.Get("/api/v1/reports/2025?threshold=10");
        var at2 = await manager.Get("/api/v1/reports/2025?threshold=2");

        Assert.That(at5.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/json"));
        Assert.That(Total(await at5.Content.ReadAsStringAsync()), Is.EqualTo(6));
        Assert.That(Total(await at10.Content.ReadAsStringAsync()), Is.Null);
        Assert.That(at2.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await at2.Content.ReadAsStringAsync(), Does.Contain("\"threshold\""));
    }

    private static async Task<string> Download(Visitor visitor, string format)
    {
        var response = await visitor.Get($"/rapportage/2025/{format}");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), format);
        Assert.That(response.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"), format);
        Assert.That(response.Content.Headers.ContentDisposition.FileName, Is.EqualTo($"rapportage-2025-niet-publiceren.{format}"));
        return await response.Content.ReadAsStringAsync();
    }

    private static long? Total(string json)
    {
        using var report = JsonDocument.Parse(json);
        var inflow = report.RootElement.GetProperty("tables").EnumerateArray().Single(t => t.GetProperty("id").GetString() == "inflow");
        var total = inflow.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("key").GetString() == "total").GetProperty("cells")[1];
        return total.ValueKind == JsonValueKind.Null ? null : total.GetInt64();
    }

    private async Task<Visitor> SignIn(string role)
    {
        var staff = A.Staff(role);
        await Pga.Given(staff);
        return await Pga.SignIn(staff);
    }

    private Task Start(int count, string wijk)
    {
        Client[] clients = [.. Enumerable.Range(0, count).Select(_ => A.Client(wijk: wijk))];
        return Pga.Given([.. clients, .. clients.Select(c => A.Traject(c, startedOn: new DateOnly(2025, 2, 3)))]);
    }
}
