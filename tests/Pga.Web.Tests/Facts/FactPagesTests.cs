using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Pga.Domain.Clients;
using Pga.Domain.Facts;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Web.Tests.Facts;

internal sealed partial class FactPagesTests : WebTest
{
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert);
    private readonly StaffMember _reader = A.Staff(StaffRoles.PgaExpert);
    private readonly Client _client = A.Client();
    private Traject _traject = null!;
    private Fact _open = null!;
    private Fact _police = null!;

    private string Here => $"/dossiers/{_traject.Id}/signalen";

    private DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    [SetUp]
    public async Task GivenFacts()
    {
        _traject = A.Traject(_client, _expert);
        _open = Fact(new FactDetails(Today.AddDays(-5), "incident", FactCodes.Partner, "JoU", "Ruzie op het veld."));
        _police = Fact(new FactDetails(Today.AddDays(-7), "arrest", FactCodes.Police, "Politie", "Aangehouden voor vernieling.", "confirmed", Today.AddDays(90)));
        await Pga.Given(_expert, _reader, _client, _traject, _open, _police);
    }

    [Test]
    public async Task Records_a_fact_and_leads_back_to_the_list()
    {
        using var visitor = await Pga.SignIn(_expert);

        var response = await visitor.Post(Here + "/nieuw", Form(("Input.Provenance", FactCodes.Judicial), ("Input.Organisation", "OM"), ("Input.KeepUntil", "2026-09-01")));

        Assert.That((response.StatusCode, response.Headers.Location?.OriginalString), Is.EqualTo((HttpStatusCode.Redirect, Here)));
        var page = await visitor.Page(Here);
        Assert.That(page, Does.Contain("Het signaal is vastgelegd.").And.Contain("Taakstraf opgelegd.").And.Contain("Justitieel gegeven (1)").And.Contain("bewaren tot en met 1 sep"));
        Assert.That(Pga.Log.ToString(), Does.Not.Contain("Taakstraf"));
    }

    [Test]
    public async Task Keeps_what_was_typed_and_says_what_is_wrong()
    {
        using var visitor = await Pga.SignIn(_expert);

        var response = await visitor.Post(Here + "/nieuw", Form(("Input.Provenance", FactCodes.Police), ("Input.OccurredOn", "2026-03-04")));
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(page, Does.Contain("Controleer 3 velden").And.Contain("Deze datum ligt in de toekomst.").And.Contain("Vul in van welke organisatie dit komt.")
            .And.Contain("Kies tot wanneer u dit gegeven van politie of justitie mag bewaren."));
        Assert.That(page, Does.Contain("Taakstraf opgelegd.").And.Contain("value=\"2026-03-04\""));
        Assert.That(Regex.IsMatch(page, "value=\"police\"[^>]*checked|checked[^>]*value=\"police\""));
    }

    [Test]
    public async Task Says_at_the_provenance_that_an_arrest_is_of_justice()
    {
        using var visitor = await Pga.SignIn(_expert);

        var response = await visitor.Post(Here + "/nieuw", Form(("Input.Kind", "arrest"), ("Input.Provenance", FactCodes.Own)));

        Assert.That(WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()), Does.Contain("id=\"Input_Provenance-fout\"").And.Contain("Een aanhouding of veroordeling is een gegeven van politie of justitie."));
    }

    [Test]
    public async Task Shows_who_reads_along_that_there_is_something_and_nothing_else()
    {
        using var visitor = await Pga.SignIn(_reader);

        foreach (var path in new[] { Here, Here + "?herkomst=police", $"/dossiers/{_traject.Id}", $"/dossiers/{_traject.Id}?alles=1" })
        {
            var page = await visitor.Page(path);
            Assert.That(page, Does.Contain("Er zijn ook gegevens van politie of justitie."), path);
            Assert.That(page, Does.Not.Contain("vernieling").And.Not.Contain("Aanhouding").And.Not.Contain("Politiegegeven").And.Not.Contain(_police.Id.ToString()), path);
        }

        Assert.That(await visitor.Page(Here), Does.Contain("Alle (1)").And.Contain("Ruzie op het veld.").And.Not.Contain("Signaal vastleggen"));
        Assert.That((await visitor.Get($"{Here}/{_police.Id}/wijzig")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await visitor.Get($"/api/v1/trajects/{_traject.Id}/facts/{_police.Id}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        var api = await (await visitor.Get($"/api/v1/trajects/{_traject.Id}/facts")).Content.ReadAsStringAsync();
        Assert.That(api, Does.Contain("\"hidesJustice\":true").And.Not.Contain("police").And.Not.Contain("vernieling"));
        var dossier = await (await visitor.Get($"/api/v1/trajects/{_traject.Id}?all=true")).Content.ReadAsStringAsync();
        Assert.That(dossier, Does.Contain("Ruzie op het veld.").And.Not.Contain("vernieling").And.Not.Contain("Aanhouding"));
    }

    [Test]
    public async Task Shows_both_versions_when_somebody_was_first_and_saves_on_top_of_theirs()
    {
        using var visitor = await Pga.SignIn(_expert);
        var path = $"{Here}/{_open.Id}/wijzig";
        var stale = BaseVersion(await visitor.Page(path));
        await visitor.Post(path, Correction(stale, "Van de collega."));

        var response = await visitor.Post(path, Correction(stale, "Van mij."));
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(page, Does.Contain("Van de collega.").And.Contain("Van mij.").And.Contain("Eerdere versies"));
        Assert.That((await visitor.Post(path, Correction(BaseVersion(page), "Van mij."))).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await visitor.Page(Here), Does.Contain("Van mij.").And.Not.Contain("Ruzie op het veld."));
    }

    [Test]
    public async Task Withdraws_after_a_reason_and_keeps_it_below()
    {
        using var visitor = await Pga.SignIn(_expert);
        var path = $"{Here}/{_open.Id}/trek-in";
        var version = BaseVersion(await visitor.Page(path));

        var without = await visitor.Post(path, ("Input.CommandId", Guid.CreateVersion7().ToString()), ("Input.BaseVersion", version));
        var with = await visitor.Post(path, ("Input.CommandId", Guid.CreateVersion7().ToString()), ("Input.BaseVersion", version), ("Input.Reason", "Ging over een ander"));

        Assert.That((without.StatusCode, with.StatusCode), Is.EqualTo((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect)));
        Assert.That(await visitor.Page(Here), Does.Contain("Ingetrokken signalen (1)").And.Contain("Ging over een ander").And.Contain("Alle (1)"));
        Assert.That(await visitor.Page($"/dossiers/{_traject.Id}"), Does.Not.Contain("Ruzie op het veld."));
    }

    [Test]
    public async Task Has_the_same_in_the_api()
    {
        using var visitor = await Pga.SignIn(_expert);
        var api = $"/api/v1/trajects/{_traject.Id}/facts";

        var recorded = await visitor.PostJson(api, new { occurredOn = "2026-03-01", kind = "debts", provenance = "partner", organisation = "W&I", text = "Achterstand." });
        Assert.That(recorded.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That((await visitor.PostJson(api, new { occurredOn = "2026-03-01", kind = "arrest", provenance = "partner", organisation = "W&I", text = "x" })).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        using var list = JsonDocument.Parse(await (await visitor.Get(api + "?provenance=partner")).Content.ReadAsStringAsync());
        Assert.That((list.RootElement.GetProperty("total").GetInt32(), list.RootElement.GetProperty("all").GetInt32()), Is.EqualTo((2, 3)));
        var withdrawn = await visitor.PostJson($"{api}/{_police.Id}/withdrawals", new { baseVersion = await Pga.Read(db => db.Facts.Where(f => f.Id == _police.Id).Select(f => f.Version).SingleAsync()), reason = "Vergissing" });
        Assert.That(withdrawn.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    private Fact Fact(FactDetails details) => new(Guid.CreateVersion7(), _traject.Id, _expert.Id, Clock.GetUtcNow().UtcDateTime, details);

    private static (string, string?)[] Form(params (string Name, string? Value)[] changed)
    {
        (string Name, string? Value)[] all =
        [
            ("Input.CommandId", Guid.CreateVersion7().ToString()), ("Input.OccurredOn", "2026-03-01"), ("Input.Kind", "conviction"), ("Input.Text", "Taakstraf opgelegd."), ("Input.Reliability", ""),
        ];
        return [.. all.Where(a => changed.All(c => c.Name != a.Name)), .. changed];
    }

    private static (string, string?)[] Correction(string version, string text) => Form(
        ("Input.BaseVersion", version), ("Input.Kind", "incident"), ("Input.Provenance", FactCodes.Partner), ("Input.Organisation", "JoU"), ("Input.Text", text), ("Input.Reason", "Beter nagevraagd"));

    private static string BaseVersion(string page) => Versions().Match(page).Groups[1].Value;

    [GeneratedRegex("BaseVersion\" value=\"([^\"]+)\"")]
    private static partial Regex Versions();
}
