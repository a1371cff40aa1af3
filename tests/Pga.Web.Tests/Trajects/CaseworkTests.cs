using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Pga.Domain.Clients;
using Pga.Domain.Contacts;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Web.Tests.Trajects;

/// <summary>Caseload, search and dossier as a browser meets them.</summary>
internal sealed class CaseworkTests : WebTest
{
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert);
    private readonly Client _client = A.Client("Samira", "Yıldız", "2026-0388");

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    [Test]
    public async Task Shows_the_caseload_with_links_to_the_dossiers()
    {
        var traject = await Given();
        using var visitor = await Pga.SignIn(_expert);

        var page = await visitor.Page("/caseload");

        Assert.That(page, Does.Contain("Samira Yıldız").And.Contain($"/dossiers/{traject.Id}").And.Contain($"/dossiers/{traject.Id}/contact/nieuw").And.Contain("1 lopend traject"));
        Assert.That(await visitor.Page("/caseload?wijk=zuid"), Does.Contain("Geen traject past bij deze filters").And.Not.Contain("Samira"));
        Assert.That(await visitor.Page("/caseload?wijk=overvecht&status=running&sorteer=name&p=7"), Does.Contain("Samira").And.Contain("<option selected=\"selected\" value=\"overvecht\">"));
    }

    [Test]
    public async Task Says_that_there_are_no_trajects_yet()
    {
        await Pga.Given(_expert);
        using var visitor = await Pga.SignIn(_expert);

        Assert.That(await visitor.Page("/caseload"), Does.Contain("U hebt nog geen lopende trajecten."));
    }

    [Test]
    public async Task Answers_404_for_somebody_elses_dossier_and_reveals_nothing_of_it()
    {
        var stranger = A.Staff(StaffRoles.PgaExpert, "team-2");
        var traject = await Given();
        await Pga.Given(stranger);
        using var visitor = await Pga.SignIn(stranger);

        foreach (var path in new[] { $"/dossiers/{traject.Id}", $"/dossiers/{traject.Id}/veiligheidsafspraak", $"/api/v1/trajects/{traject.Id}" })
        {
            var response = await visitor.Get(path);
            var nowhere = await visitor.Get(path.Replace(traject.Id.ToString(), Guid.NewGuid().ToString(), StringComparison.Ordinal));

            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), path);
            var text = await response.Content.ReadAsStringAsync();
            Assert.That(WebUtility.HtmlDecode(text), Does.Not.Contain("Samira").And.Not.Contain("0388"));
            Assert.That(Ids(text), Is.EqualTo(Ids(await nowhere.Content.ReadAsStringAsync())), "The same as for one that doesn't exist.");
        }
    }

    [TestCase("/caseload")]
    [TestCase("/zoeken")]
    [TestCase("/dossiers/{id}")]
    [TestCase("/dossiers/{id}/veiligheidsafspraak")]
    [TestCase("/api/v1/trajects")]
    [TestCase("/api/v1/trajects/{id}")]
    public async Task Answers_403_to_a_manager(string path)
    {
        var manager = A.Staff(StaffRoles.Manager);
        var traject = await Given();
        await Pga.Given(manager);
        using var visitor = await Pga.SignIn(manager);

        var response = await visitor.Get(path.Replace("{id}", traject.Id.ToString(), StringComparison.Ordinal));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Not.Contain("Samira"));
    }

    [Test]
    public async Task Searches_by_post_and_leaves_the_text_in_no_address_and_no_log()
    {
        var traject = await Given();
        using var visitor = await Pga.SignIn(_expert);

        var found = await visitor.Post("/zoeken", ("q", "yildiz"));
        var nobody = await visitor.Post("/zoeken", ("q", "Onvindbaarheid"));
        var tooShort = await visitor.Post("/zoeken", ("q", "y"));

        var page = WebUtility.HtmlDecode(await found.Content.ReadAsStringAsync());
        Assert.That((found.StatusCode, found.Headers.Location), Is.EqualTo((HttpStatusCode.OK, (Uri?)null)));
        Assert.That(page, Does.Contain("Samira Yıldız").And.Contain($"/dossiers/{traject.Id}").And.Contain("1 cliënt gevonden"));
        Assert.That(page, Does.Not.Contain("?q=").And.Not.Contain("method=\"get\""));
        Assert.That(await nobody.Content.ReadAsStringAsync(), Does.Contain("Niemand gevonden"));
        Assert.That(tooShort.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(Pga.Log.Lines, Is.Not.Empty);
        Assert.That(Pga.Log.Lines.Where(l => l.Contains("yildiz", StringComparison.OrdinalIgnoreCase) || l.Contains("Onvindbaar", StringComparison.OrdinalIgnoreCase) || l.Contains("Samira", StringComparison.Ordinal)), Is.Empty);
        Assert.That(await visitor.Page("/zoeken"), Does.Not.Contain("gevonden"), "An empty form.");
    }

    [Test]
    public async Task Refuses_a_search_without_the_antiforgery_token()
    {
        await Given();
        using var visitor = await Pga.SignIn(_expert);
        using var form = new FormUrlEncodedContent([new("q", "yildiz")]);

        var response = await visitor.PostWithoutToken("/zoeken", form);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Shows_the_dossier_with_what_may_be_done()
    {
        var reader = A.Staff(StaffRoles.PgaExpert);
        var traject = await Given();
        var contact = new ContactMoment(Guid.CreateVersion7(), traject.Id, _expert.Id, Now, new ContactDetails(ContactCodes.HomeVisit, Now.AddDays(-2), ContactCodes.Held, "Koffie gedronken."));
        await Pga.Given(reader, contact);
        using var worker = await Pga.SignIn(_expert);
        using var along = await Pga.SignIn(reader);

        var page = await worker.Page($"/dossiers/{traject.Id}");
        var read = await along.Page($"/dossiers/{traject.Id}");

        string[] actions = [$"/dossiers/{traject.Id}/contact/nieuw", $"/dossiers/{traject.Id}/meting/nieuw", $"/dossiers/{traject.Id}/uitstroom",
            $"/dossiers/{traject.Id}/contact/{contact.Id}/wijzig", $"/dossiers/{traject.Id}/veiligheidsafspraak"];
        foreach (var action in actions)
        {
            Assert.That(page, Does.Contain($"href=\"{action}\""));
            Assert.That(read, Does.Not.Contain(action));
        }

        Assert.That(page, Does.Contain("Koffie gedronken.").And.Contain("5 jaar na het einde van het traject"));
        Assert.That(read, Does.Contain("U leest mee"));
    }

    [Test]
    public async Task Shows_all_of_a_long_timeline_when_asked()
    {
        var traject = await Given();
        await Pga.Given([.. Enumerable.Range(1, 16).Select(i => new ContactMoment(Guid.CreateVersion7(), traject.Id, null, Now,
            new ContactDetails("phone", Now.AddDays(-i), ContactCodes.Held, $"Verslag nummer {i}.")))]);
        using var visitor = await Pga.SignIn(_expert);

        Assert.That(await visitor.Page($"/dossiers/{traject.Id}"), Does.Contain("Toon alles").And.Not.Contain("Verslag nummer 16."));
        Assert.That(await visitor.Page($"/dossiers/{traject.Id}?alles=1"), Does.Contain("Verslag nummer 16.").And.Not.Contain("Toon alles"));
    }

    [Test]
    public async Task Changes_the_safety_agreement_and_shows_both_versions_when_somebody_was_first()
    {
        var traject = await Given();
        using var visitor = await Pga.SignIn(_expert);
        var path = $"/dossiers/{traject.Id}/veiligheidsafspraak";
        (string, string?)[] Form(string text) =>
            [("Input.CommandId", Guid.NewGuid().ToString()), ("Input.BaseVersion", _client.Version.ToString()), ("Input.Agreement", text), ("Input.Until", "2026-12-31")];

        var saved = await visitor.Post(path, Form("Hond in de woning."));
        var stale = await visitor.Post(path, Form("Altijd met z’n tweeën."));

        Assert.That((saved.StatusCode, saved.Headers.Location!.ToString()), Is.EqualTo((HttpStatusCode.Redirect, $"/dossiers/{traject.Id}")));
        Assert.That(await visitor.Page($"/dossiers/{traject.Id}"), Does.Contain("Hond in de woning. Geldig tot en met 31 december 2026."));
        Assert.That(stale.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        var page = WebUtility.HtmlDecode(await stale.Content.ReadAsStringAsync());
        Assert.That(page, Does.Contain("Hond in de woning.").And.Contain("Altijd met z’n tweeën."));
        var current = await Pga.Read(db => db.Clients.Select(c => c.Version).SingleAsync());
        Assert.That(page, Does.Contain($"name=\"Input.BaseVersion\" value=\"{current}\""), "Saving again puts theirs on top.");
    }

    [Test]
    public async Task Answers_the_same_over_the_api()
    {
        var traject = await Given();
        using var visitor = await Pga.SignIn(_expert);

        var list = await Json(await visitor.Get("/api/v1/trajects?wijk=overvecht"));
        var dossier = await Json(await visitor.Get($"/api/v1/trajects/{traject.Id}"));
        var found = await Json(await visitor.PostJson("/api/v1/clients/search", new { text = "yildiz" }));
        var agreed = await visitor.PostJson($"/api/v1/clients/{_client.Id}/safety-agreement", new { baseVersion = _client.Version, agreement = "Hond in de woning." });
        var stale = await visitor.PostJson($"/api/v1/clients/{_client.Id}/safety-agreement", new { baseVersion = _client.Version, agreement = "Iets anders." });

        Assert.That(list.GetProperty("rows")[0].GetProperty("trajectId").GetGuid(), Is.EqualTo(traject.Id));
        Assert.That(dossier.GetProperty("identity").GetProperty("name").GetString(), Is.EqualTo("Samira Yıldız"));
        Assert.That(found.GetProperty("hits")[0].GetProperty("clientId").GetGuid(), Is.EqualTo(_client.Id));
        Assert.That((await Json(agreed)).GetProperty("id").GetGuid(), Is.EqualTo(_client.Id));
        Assert.That(stale.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
    }

    private async Task<Traject> Given()
    {
        var traject = A.Traject(_client, _expert);
        await Pga.Given(_expert, _client, traject);
        return traject;
    }

    // What differs by itself from one answer to the next.
    private static string Ids(string text) => System.Text.RegularExpressions.Regex.Replace(text, "traceId\":\"[^\"]+|value=\"[^\"]{40,}\"", "");

    private static async Task<JsonElement> Json(HttpResponseMessage response)
    {
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
