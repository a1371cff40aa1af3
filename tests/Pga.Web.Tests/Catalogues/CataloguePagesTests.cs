using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Pga.Domain.Catalogues;
using Pga.Domain.Staff;
using Pga.Testing;

namespace Pga.Web.Tests.Catalogues;

internal sealed class CataloguePagesTests : WebTest
{
    private readonly StaffMember _administrator = A.Staff(StaffRoles.Administrator, null, "Bea Beheer");

    [SetUp]
    public Task GivenAdministrator() => Pga.Given(_administrator);

    [Test]
    public async Task The_administrator_starts_there_and_nobody_else_gets_in()
    {
        var expert = A.Staff(StaffRoles.PgaExpert);
        await Pga.Given(expert);
        using var visitor = await Pga.SignIn(_administrator);
        using var other = await Pga.SignIn(expert);

        Assert.That(await visitor.Page("/"), Does.Contain("href=\"/beheer\""));
        Assert.That(await visitor.Page("/beheer"), Does.Contain("href=\"/beheer/catalogi/interventies\"").And.Contain("Er is niets te controleren."));
        Assert.That(await visitor.Page("/beheer/vaste-lijsten"), Does.Contain("Gezin en huiselijke relaties").And.Contain("Leidsche Rijn").And.Contain("kunt u niet wijzigen"));
        var jou = await IdOf("jou");
        foreach (var path in new[] { "/beheer", "/beheer/vaste-lijsten", "/beheer/catalogi/partners", "/beheer/catalogi/partners/nieuw", $"/beheer/catalogi/partners/{jou}", "/api/v1/catalogues", "/api/v1/catalogues/partners" })
            Assert.That((await other.Get(path)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), path);
        Assert.That((await other.Post($"/beheer/catalogi/partners/{jou}?handler=End", ("CommandId", New()), ("Ending.LastDay", "2026-01-01"))).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await other.Page("/caseload"), Does.Not.Contain("/beheer"));
        foreach (var path in new[] { "/beheer/catalogi/wijken", $"/beheer/catalogi/inrichtingen/{jou}", "/api/v1/catalogues/wijken" })
            Assert.That((await visitor.Get(path)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound), path);
    }

    [Test]
    public async Task An_intervention_is_added_changed_moved_ended_reopened_and_removed()
    {
        using var visitor = await Pga.SignIn(_administrator);
        const string List = "/beheer/catalogi/interventies";
        var refused = await visitor.Post($"{List}/nieuw", ("CommandId", New()), ("Input.Name", "Boksen <b>"), ("Input.Purpose", "Ritme"), ("Input.Places", "veel"), ("Input.Costs", "90"));
        var text = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(text, Does.Contain("value=\"Boksen <b>\"").And.Contain("Ritme</textarea>").And.Contain("value=\"90\""), "what was typed is kept");

        var command = New();
        var jou = await IdOf("jou");
        (string, string?)[] form = [("CommandId", command), ("Input.Name", "Boksen"), ("Input.Kind", "sport"), ("Input.ProviderId", jou.ToString()), ("Input.Places", "8"), ("Input.PlacesPerGroup", "true"), ("Input.Costs", "250")];
        Assert.That((await visitor.Post($"{List}/nieuw", form)).Headers.Location!.OriginalString, Is.EqualTo(List));
        await visitor.Post($"{List}/nieuw", form);
        var boxing = await Pga.Read(db => db.Interventions.SingleAsync(i => i.Code == "boksen"));
        Assert.That((boxing.Id.ToString(), boxing.ProviderId, boxing.Places, boxing.PlacesPerGroup, boxing.Costs), Is.EqualTo((command, jou, (int?)8, true, (int?)250)));

        var page = await visitor.Page($"{List}/{boxing.Id}");
        var version = Regex.Match(page, "name=\"BaseVersion\" value=\"([^\"]+)\"").Groups[1].Value;
        Assert.That(page, Does.Contain("Niet in gebruik").And.Contain("code boksen").And.Contain("Niemand verliest een plek").And.Not.Contain("Geen aanbieder gekozen"));
        (string, string?)[] change = [("CommandId", New()), ("BaseVersion", version), ("Input.Name", "Boksen en meer"), ("Input.Kind", "sport"), ("Input.ProviderId", jou.ToString()), ("Input.Places", "6")];
        Assert.That((await visitor.Post($"{List}/{boxing.Id}", change)).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        var stale = await visitor.Post($"{List}/{boxing.Id}", ("CommandId", New()), ("BaseVersion", version), ("Input.Name", "Boksen"), ("Input.Kind", "work"), ("Input.ProviderId", jou.ToString()), ("Input.Places", "6"));
        Assert.That(stale.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(WebUtility.HtmlDecode(await stale.Content.ReadAsStringAsync()), Does.Contain("Boksen en meer").And.Contain("Dit staat er nu, en dit hebt u ingevuld"));

        await visitor.Post($"{List}?handler=Move&p=1", ("CommandId", New()), ("EntryId", boxing.Id.ToString()), ("Up", "true"));
        Assert.That(await Pga.Read(db => db.Interventions.OrderByDescending(i => i.Order).ThenBy(i => i.Code).Select(i => i.Code).FirstAsync()), Is.EqualTo("vog-traject"));

        var empty = await visitor.Post($"{List}/{boxing.Id}?handler=End", ("CommandId", New()));
        Assert.That(WebUtility.HtmlDecode(await empty.Content.ReadAsStringAsync()), Does.Contain("Vul de laatste dag in.").And.Contain("value=\"Boksen en meer\""));
        await visitor.Post($"{List}/{boxing.Id}?handler=End", ("CommandId", New()), ("Ending.LastDay", "2026-03-01"));
        Assert.That(await visitor.Page($"{List}?toon=others"), Does.Contain("Boksen en meer").And.Contain("Gestopt op 1 mrt").And.Not.Contain("Colosseum"));
        await visitor.Post($"{List}/{boxing.Id}?handler=Reopen", ("CommandId", New()));
        Assert.That(await visitor.Page($"{List}/{boxing.Id}"), Does.Contain("naam (was: Boksen)").And.Not.Contain("Heropenen"));

        Assert.That(await visitor.Page($"{List}/{boxing.Id}?stap=verwijderen"), Does.Contain("Ja, verwijder"));
        Assert.That((await visitor.Post($"{List}/{boxing.Id}?handler=Remove&stap=verwijderen", ("CommandId", New()))).Headers.Location!.OriginalString, Is.EqualTo(List));
        Assert.That((await visitor.Get($"{List}/{boxing.Id}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_partner_in_use_shows_its_accounts_and_offers_no_removal()
    {
        var jou = await IdOf("jou");
        var jan = A.Staff(StaffRoles.Partner, null, "Jan van JoU");
        jan.WorkFor(jou);
        await Pga.Given(jan, new Partner(Guid.CreateVersion7(), "school", "School", 50, needsReview: true));
        using var visitor = await Pga.SignIn(_administrator);
        var path = $"/beheer/catalogi/partners/{jou}";

        Assert.That(await visitor.Page(path), Does.Contain("Jan van JoU").And.Contain("U ziet niet hoe vaak of bij wie").And.Not.Contain("Verwijderen…"));
        Assert.That(await visitor.Page($"{path}?stap=verwijderen"), Does.Not.Contain("Ja, verwijder"));
        var refused = await visitor.Post($"{path}?handler=Remove&stap=verwijderen", ("CommandId", New()));
        Assert.That(WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), Does.Contain("JoU is in gebruik en kan niet weg."));
        Assert.That(await visitor.Page("/beheer"), Does.Contain("1 te controleren"));
        var school = await IdOf("school");
        await visitor.Post($"/beheer/catalogi/partners/{school}?handler=Check", ("CommandId", New()));
        Assert.That(await visitor.Page("/beheer"), Does.Contain("Er is niets te controleren."));
        Assert.That(await visitor.Page("/beheer/catalogi/interventies"), Does.Contain("geen aanbieder gekozen (eigen team)"));
    }

    [Test]
    public async Task A_search_is_posted_and_stays_out_of_the_address_and_the_log()
    {
        using var visitor = await Pga.SignIn(_administrator);

        var found = await visitor.Post("/beheer/catalogi/inrichtingen", ("Search", "Koln"));
        var none = await visitor.Post("/beheer/catalogi/inrichtingen", ("Search", "bestaatniet"));
        var tooLong = await visitor.Post("/beheer/catalogi/inrichtingen", ("Search", new string('q', 101)));

        Assert.That(WebUtility.HtmlDecode(await found.Content.ReadAsStringAsync()), Does.Contain("JVA Köln").And.Contain("1 gevonden").And.Not.Contain("PI Vught"));
        Assert.That(await none.Content.ReadAsStringAsync(), Does.Contain("Niets gevonden."));
        Assert.That(tooLong.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await tooLong.Content.ReadAsStringAsync(), Does.Contain("Zoek met hoogstens 100 tekens.").And.Contain("qqqqq"));
        Assert.That(Pga.Log.Lines, Has.None.Contain("bestaatniet"));
        Assert.That(await visitor.Page("/beheer/catalogi/inrichtingen?toon=zomaar&p=77"), Does.Contain("PI Vught").And.Not.Contain("zomaar"));
    }

    [Test]
    public async Task The_api_sends_the_same_messages()
    {
        using var visitor = await Pga.SignIn(_administrator);
        var made = await visitor.PostJson("/api/v1/catalogues/letter-templates/entries", new { name = "Nieuwe brief", subject = "Over {{aanpak}}", body = "Beste {{naam}}," });
        Assert.That(made.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        var address = made.Headers.Location!.OriginalString;
        var entry = await Json(await visitor.Get(address));
        Assert.That(entry.GetProperty("entry").GetProperty("code").GetString(), Is.EqualTo("nieuwe-brief"));
        var wrong = await visitor.PostJson("/api/v1/catalogues/letter-templates/entries", new { name = "Nog een", subject = "x", body = "{{bsn}}" });
        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await wrong.Content.ReadAsStringAsync(), Does.Contain("letter.unknown-field"));

        Assert.That((await visitor.PostJson($"{address}/ending", new { lastDay = "2026-02-01" })).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await visitor.PostJson($"{address}/reopening", new { })).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await visitor.PostJson($"{address}/reopening", new { })).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await visitor.PostJson($"{address}/move", new { up = true })).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await visitor.PostJson($"{address}/check", new { })).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var found = await Json(await visitor.PostJson("/api/v1/catalogues/letter-templates/search", new { search = "nieuwe" }));
        Assert.That(found.GetProperty("total").GetInt32(), Is.EqualTo(1));
        Assert.That((await Json(await visitor.Get("/api/v1/catalogues/letter-templates?show=others"))).GetProperty("total").GetInt32(), Is.Zero);
        Assert.That((await Json(await visitor.Get("/api/v1/catalogues"))).GetProperty("toCheck").GetInt32(), Is.Zero);
    }

    private static async Task<JsonElement> Json(HttpResponseMessage response) => JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

    private Task<Guid> IdOf(string partner) => Pga.Read(db => db.Partners.Where(p => p.Code == partner).Select(p => p.Id).SingleAsync());

    private static string New() => Guid.CreateVersion7().ToString();
}
