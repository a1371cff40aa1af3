using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Pga.Domain.Clients;
using Pga.Domain.Relations;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Web.Tests.Relations;

internal sealed partial class RelationPagesTests : WebTest
{
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert);
    private readonly StaffMember _reader = A.Staff(StaffRoles.PgaExpert);
    private readonly Client _noor = A.Client();
    private readonly Client _milan = A.Client("Milan", "Andersson", "2026-0007", new DateOnly(2010, 4, 1));
    private readonly Client _hidden = A.Client("Milan", "Verborgen", "2026-0008");
    private Traject _traject = null!;
    private Relation _brother = null!;

    private string Here => $"/dossiers/{_traject.Id}/relaties";

    [SetUp]
    public async Task GivenRelative()
    {
        _traject = A.Traject(_noor, _expert);
        _brother = new Relation(Guid.CreateVersion7(), _noor.Id, "brother", "Milan", 2010, "Woont in.");
        var foreign = A.Traject(_hidden, team: "team-2");
        await Pga.Given(_expert, _reader, _noor, _milan, _hidden, _traject, A.Traject(_milan, _expert, Programmes.TopX), foreign, _brother);
    }

    [Test]
    public async Task Notes_a_relative_and_leads_back_to_the_list()
    {
        using var visitor = await Pga.SignIn(_expert);

        var response = await visitor.Post(Here + "/nieuw", ("Input.CommandId", Guid.CreateVersion7().ToString()), ("Input.Kind", "parent"), ("Input.Name", "Samira"),
            ("Input.BirthYear", "1979"), ("Input.Ground", "Steunt de afspraken."));

        Assert.That((response.StatusCode, response.Headers.Location?.OriginalString), Is.EqualTo((HttpStatusCode.Redirect, Here)));
        var page = await visitor.Page(Here);
        Assert.That(page, Does.Contain("De relatie is toegevoegd.").And.Contain("Samira").And.Contain("Steunt de afspraken.").And.Contain("aria-current=\"page\">Relaties"));
        Assert.That(page, Does.Not.Contain("/clienten/nieuw"), "A relative becomes no client from here.");
    }

    [Test]
    public async Task Keeps_what_was_typed_and_says_what_is_wrong()
    {
        using var visitor = await Pga.SignIn(_expert);

        var response = await visitor.Post(Here + "/nieuw", ("Input.CommandId", Guid.CreateVersion7().ToString()), ("Input.Name", "Samira <b>"), ("Input.BirthYear", "1879"));
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(page, Does.Contain("Kies wat deze persoon van de cliënt is.").And.Contain("Vul een geboortejaar in dat kan kloppen").And.Contain("Schrijf op waarom deze persoon van belang is."));
        Assert.That(page, Does.Contain("value=\"Samira <b>\"").And.Contain("value=\"1879\""));
    }

    [Test]
    public async Task Shows_both_versions_when_somebody_was_first_and_saves_on_top_of_theirs()
    {
        using var visitor = await Pga.SignIn(_expert);
        var path = $"{Here}/{_brother.Id}/wijzig";
        var stale = BaseVersion(await visitor.Page(path));
        await visitor.Post(path, Correction(stale, "2011"));

        var response = await visitor.Post(path, Correction(stale, "2012"));
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(page, Does.Contain("<td class=\"utrecht-table__cell\">2011</td><td class=\"utrecht-table__cell\">2012</td>").And.Contain("value=\"2012\""));
        Assert.That((await visitor.Post(path, Correction(BaseVersion(page), "2012"))).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await Pga.Read(db => db.Relations.Select(r => r.BirthYear).SingleAsync()), Is.EqualTo(2012));
    }

    [Test]
    public async Task Removes_a_relative_after_a_reason_and_keeps_it_below()
    {
        using var visitor = await Pga.SignIn(_expert);
        var path = $"{Here}/{_brother.Id}/verwijder";
        var version = BaseVersion(await visitor.Page(path));

        var without = await visitor.Post(path, ("Input.CommandId", Guid.CreateVersion7().ToString()), ("Input.BaseVersion", version));
        var with = await visitor.Post(path, ("Input.CommandId", Guid.CreateVersion7().ToString()), ("Input.BaseVersion", version), ("Input.Reason", "Is een buurjongen"));

        Assert.That((without.StatusCode, with.StatusCode), Is.EqualTo((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect)));
        Assert.That(await visitor.Page(Here), Does.Contain("Verwijderde relaties (1)").And.Contain("Is een buurjongen").And.Not.Contain($"{_brother.Id}/wijzig"));
    }

    [Test]
    public async Task Searches_by_post_among_whom_one_may_see_and_links()
    {
        using var visitor = await Pga.SignIn(_expert);
        var path = $"{Here}/{_brother.Id}/koppel";

        var found = WebUtility.HtmlDecode(await (await visitor.Post(path + "?handler=zoek", ("Q", "Milan"))).Content.ReadAsStringAsync());
        var incomplete = await visitor.Post(path, ("Input.CommandId", Guid.CreateVersion7().ToString()), ("Q", "Milan"), ("Input.RelativeId", _milan.Id.ToString()));
        var again = WebUtility.HtmlDecode(await incomplete.Content.ReadAsStringAsync());
        var linked = await visitor.Post(path, ("Input.CommandId", Guid.CreateVersion7().ToString()), ("Q", "Milan"), ("Input.RelativeId", _milan.Id.ToString()),
            ("Input.Ground", "Plegen samen overlast."), ("Input.ContactAgreement", "Samen op huisbezoek."));

        Assert.That(found, Does.Contain("Milan Andersson, geboren in 2010, dossier 2026-0007").And.Not.Contain("Verborgen").And.Not.Contain("2026-0008"));
        Assert.That((incomplete.StatusCode, linked.StatusCode), Is.EqualTo((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect)));
        Assert.That(again, Does.Match($"value=\"{_milan.Id}\"[^>]*checked").Or.Match($"checked[^>]*value=\"{_milan.Id}\""), "The choice is kept.");
        Assert.That(await visitor.Page(Here), Does.Contain("Ook cliënt:").And.Contain("Milan Andersson").And.Contain("Samen op huisbezoek."));
        Assert.That(await visitor.Page($"/dossiers/{_traject.Id}/gezin"), Does.Contain("Milan Andersson").And.Contain("Top X doorgroeiers").And.Contain("Samen op huisbezoek."));
        Assert.That(Pga.Log.ToString(), Does.Not.Contain("Plegen samen").And.Not.Contain("Andersson"));
    }

    [Test]
    public async Task Says_the_same_of_somebody_unknown_and_of_somebody_hidden()
    {
        using var visitor = await Pga.SignIn(_expert);
        var path = $"{Here}/{_brother.Id}/koppel?handler=zoek";

        var unknown = await (await visitor.Post(path, ("Q", "Bestaatniet"))).Content.ReadAsStringAsync();
        var hidden = await (await visitor.Post(path, ("Q", "Verborgen"))).Content.ReadAsStringAsync();

        Assert.That(unknown, Does.Contain("Niemand gevonden"));
        Assert.That(Comparable(hidden, "Verborgen"), Is.EqualTo(Comparable(unknown, "Bestaatniet")));
        var guess = await visitor.Post($"{Here}/{_brother.Id}/koppel", ("Input.CommandId", Guid.CreateVersion7().ToString()), ("Input.RelativeId", _hidden.Id.ToString()), ("Input.Ground", "x"));
        Assert.That(guess.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Changes_and_removes_a_link()
    {
        var link = new FamilyLink(Guid.CreateVersion7(), _brother.Id, _noor.Id, _milan.Id, "Gezin", null, new DateOnly(2026, 3, 1));
        await Pga.Given(link);
        using var visitor = await Pga.SignIn(_expert);
        var path = $"{Here}/koppeling/{link.Id}";
        var version = BaseVersion(await visitor.Page(path));

        var changed = await visitor.Post(path, ("Input.CommandId", Guid.CreateVersion7().ToString()), ("Input.BaseVersion", version), ("Input.Ground", "Gezin"), ("Input.ContactAgreement", "Bellen op maandag."));
        Assert.That(changed.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await visitor.Page(Here), Does.Contain("Bellen op maandag."));

        var without = await visitor.Post(path + "?handler=verwijder", ("Removal.CommandId", Guid.CreateVersion7().ToString()), ("Removal.BaseVersion", BaseVersion(await visitor.Page(path))));
        var page = WebUtility.HtmlDecode(await without.Content.ReadAsStringAsync());
        Assert.That(without.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(page, Does.Contain("Schrijf op waarom u deze koppeling verwijdert.").And.Contain("Bellen op maandag."));
        var gone = await visitor.Post(path + "?handler=verwijder", ("Removal.CommandId", Guid.CreateVersion7().ToString()), ("Removal.BaseVersion", BaseVersion(page)), ("Removal.Reason", "Vergissing"));
        Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await visitor.Page(Here), Does.Contain("De koppeling is verwijderd.").And.Not.Contain("Ook cliënt:"));
        Assert.That((await visitor.Get(path)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Offers_no_changes_to_who_reads_along()
    {
        using var visitor = await Pga.SignIn(_reader);

        var page = await visitor.Page(Here);

        Assert.That(page, Does.Contain("Woont in.").And.Not.Contain("Relatie toevoegen").And.Not.Contain("/wijzig").And.Not.Contain("/koppel"));
        foreach (var path in new[] { "/nieuw", $"/{_brother.Id}/wijzig", $"/{_brother.Id}/verwijder", $"/{_brother.Id}/koppel" })
            Assert.That((await visitor.Get(Here + path)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), path);
    }

    [Test]
    public async Task Has_the_same_in_the_api()
    {
        using var visitor = await Pga.SignIn(_expert);
        var api = $"/api/v1/trajects/{_traject.Id}";

        var noted = await visitor.PostJson(api + "/relations", new { kind = "parent", name = "Samira", birthYear = 1979, ground = "Steunt." });
        Assert.That(noted.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That((await visitor.PostJson(api + "/relations", new { kind = "parent", name = "", ground = "" })).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        var linked = await visitor.PostJson($"{api}/relations/{_brother.Id}/family-links", new { relativeId = _milan.Id, ground = "Gezin" });
        Assert.That(linked.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That((await visitor.PostJson($"{api}/relations/{_brother.Id}/family-links", new { relativeId = _hidden.Id, ground = "Gezin" })).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        using var family = JsonDocument.Parse(await (await visitor.Get(api + "/family")).Content.ReadAsStringAsync());
        var member = family.RootElement.GetProperty("members")[0];
        Assert.That(member.GetProperty("number").GetString(), Is.EqualTo("2026-0007"));
        using var relations = JsonDocument.Parse(await (await visitor.Get(api + "/relations")).Content.ReadAsStringAsync());
        var link = relations.RootElement.GetProperty("current").EnumerateArray().Single(r => r.GetProperty("name").GetString() == "Milan").GetProperty("clients")[0];
        var end = new { baseVersion = link.GetProperty("version").GetGuid(), reason = "Vergissing" };
        Assert.That((await visitor.PostJson($"{api}/family-links/{link.GetProperty("linkId").GetGuid()}/removals", end)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    private static (string, string?)[] Correction(string version, string year) =>
    [
        ("Input.CommandId", Guid.CreateVersion7().ToString()), ("Input.BaseVersion", version), ("Input.Kind", "brother"), ("Input.Name", "Milan"), ("Input.BirthYear", year),
        ("Input.Ground", "Woont in."), ("Input.Reason", "Verkeerd jaar"),
    ];

    private static string BaseVersion(string page) => Versions().Match(page).Groups[1].Value;

    // But for the words typed, and tokens that are new on each page.
    private static string Comparable(string page, string typed) => Tokens().Replace(page.Replace(typed, "", StringComparison.Ordinal), "");

    [GeneratedRegex("BaseVersion\" value=\"([^\"]+)\"")]
    private static partial Regex Versions();

    [GeneratedRegex("(__RequestVerificationToken\" type=\"hidden\"|CommandId\") value=\"[^\"]+\"")]
    private static partial Regex Tokens();
}
