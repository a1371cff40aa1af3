using System.Net;
using Microsoft.EntityFrameworkCore;
using Pga.Domain.Clients;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Web.Tests.Triage;

internal sealed class TriagePagesTests : WebTest
{
    private readonly StaffMember _partner = new(Guid.CreateVersion7(), "partner@pga.example", "Roel Proef", [StaffRoles.Partner], null, "Buurtteams", active: true);
    private readonly StaffMember _coordinator = A.Staff(StaffRoles.Coordinator);
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert);
    private readonly Client _client = A.Client("Samira", "Proef");
    private Traject _traject = null!;

    [SetUp]
    public async Task GivenAnAanmelding()
    {
        _traject = new Traject(Guid.CreateVersion7(), "T-1", _client.Id, Programmes.LocalPga, new DateOnly(2026, 2, 20), "school", "team-1");
        _traject.GroundIn("Overlast op het plein", "Rust", "postponed", "Nog niet bereikt", new DateOnly(2026, 3, 1));
        _traject.ForTriage(new DateOnly(2026, 2, 25));
        await Pga.Given(_partner, _coordinator, _expert, _client, _traject);
    }

    [Test]
    public async Task Takes_an_aanmelding_from_a_partner_to_an_answer_on_their_page()
    {
        using var partner = await Pga.SignIn(_partner);
        var sent = await partner.Post("/aanmelden", Sent());
        Assert.That(sent.Headers.Location!.OriginalString, Is.EqualTo("/aanmeldingen"), await sent.Content.ReadAsStringAsync());
        var (id, number) = await Pga.Read(db => db.Aanmeldingen.Select(a => ValueTuple.Create(a.Id, a.Number)).SingleAsync());
        Assert.That(await partner.Page("/aanmeldingen"), Does.Contain(number).And.Contain("Ontvangen").And.Contain("Dank u wel").And.Not.Contain("Zeldzaam"));

        using var coordinator = await Pga.SignIn(_coordinator);
        Assert.That(await coordinator.Page("/triage?lijst=partners"), Does.Contain($"Buurtteams · {number}").And.Not.Contain("Zeldzaam"));
        Assert.That(await coordinator.Page($"/triage/aanmeldingen/{id}"), Does.Contain("Joris Zeldzaam").And.Contain("Woont bij oma").And.Contain("niemand bekend"));
        var form = await coordinator.Page($"/clienten/nieuw?aanmelding={id}");
        Assert.That(form, Does.Contain("value=\"Zeldzaam\"").And.Contain("value=\"Buurtteams, R. Brinkman\"").And.Contain("Bekend bij Buurtteams: Woont bij oma"));
        var taken = await coordinator.Post($"/clienten/nieuw?aanmelding={id}", TakenIn());
        Assert.That(taken.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await taken.Content.ReadAsStringAsync());
        var dossier = taken.Headers.Location!.OriginalString;
        Assert.That(await coordinator.Page(dossier), Does.Contain("Dit is een aanmelding."));

        var again = await coordinator.Post($"/clienten/nieuw?aanmelding={id}", TakenIn());
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await again.Content.ReadAsStringAsync(), Does.Contain("al in behandeling genomen"));

        var page = await coordinator.Page($"{dossier}/triage");
        Assert.That(page, Does.Contain("Wat leest de partner?").And.Not.Contain("Hoe hoort de aanmelder"));
        var version = System.Text.RegularExpressions.Regex.Match(page, "name=\"Input.BaseVersion\" value=\"([^\"]+)\"").Groups[1].Value;
        var decided = await coordinator.Post($"{dossier}/triage", Decided(version, "rejected", ("Input.Feedback", "Het buurtteam kan dit zelf.")));
        Assert.That(decided.Headers.Location?.OriginalString, Is.EqualTo($"{dossier}/aanmelding"), await decided.Content.ReadAsStringAsync());
        Assert.That(await coordinator.Page($"{dossier}/aanmelding"), Does.Contain("Afgewezen").And.Contain("Terugkoppeling").And.Contain("Buurtteams"));

        Assert.That(await partner.Page("/aanmeldingen"), Does.Contain("Afgewezen").And.Contain("Het buurtteam kan dit zelf.").And.Not.Contain("Voldoet niet."));
        Assert.That(Pga.Log.Lines, Has.None.Contains("Zeldzaam").And.None.Contains("bij oma"));
    }

    [Test]
    public async Task Keeps_what_a_partner_typed_when_something_is_missing()
    {
        using var partner = await Pga.SignIn(_partner);

        var refused = await partner.Post("/aanmelden", Sent(("Input.FamilyName", ""), ("Input.Informed", "postponed")));

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.That(page, Does.Contain("<a href=\"#Input_FamilyName\">Vul de achternaam in.</a>").And.Contain("value=\"Joris\"").And.Contain("Woont bij oma"));
    }

    [Test]
    public async Task Shows_the_lists_of_the_triage_and_each_leads_to_its_form()
    {
        using var coordinator = await Pga.SignIn(_coordinator);

        Assert.That(await coordinator.Page("/triage"), Does.Contain("woensdag 4 maart 2026").And.Contain("Samira Proef").And.Contain($"/dossiers/{_traject.Id}/triage").And.Contain("In triage"));
        Assert.That(await coordinator.Page("/triage?lijst=next"), Does.Contain("niets binnengekomen"));
        Assert.That(await coordinator.Page("/triage?lijst=review"), Does.Contain($"/dossiers/{_traject.Id}/informeren"));
        Assert.That(await coordinator.Page("/triage?lijst=iets"), Does.Contain("Nu te bespreken"));
        Assert.That(await coordinator.Page($"/dossiers/{_traject.Id}"), Does.Contain("Bekijk opnieuw of u de persoon kunt informeren"));
    }

    [Test]
    public async Task Keeps_a_decision_that_came_second_beside_the_first()
    {
        using var coordinator = await Pga.SignIn(_coordinator);
        var path = $"/dossiers/{_traject.Id}/triage";
        var version = System.Text.RegularExpressions.Regex.Match(await coordinator.Page(path), "name=\"Input.BaseVersion\" value=\"([^\"]+)\"").Groups[1].Value;
        Assert.That((await coordinator.Post(path, Decided(version, "redirected", ("Input.Organisation", "JoU"), ("Input.What", "Naam"), ("Input.SharingGround", "Convenant")))).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));

        var second = await coordinator.Post(path, Decided(version, "accepted", ("Input.Criteria", "areas")));

        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        var page = WebUtility.HtmlDecode(await second.Content.ReadAsStringAsync());
        Assert.That(page, Does.Contain("Dit staat er nu").And.Contain("Doorverwezen").And.Contain("Geaccepteerd").And.Not.Contain(version));
    }

    [Test]
    public async Task Is_not_for_who_may_not()
    {
        using var expert = await Pga.SignIn(_expert);
        foreach (var path in new[] { "/triage", "/aanmelden", "/aanmeldingen", $"/dossiers/{_traject.Id}/triage", $"/dossiers/{_traject.Id}/opschaling", $"/dossiers/{_traject.Id}/informeren" })
            Assert.That((await expert.Get(path)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), path);
        var part = await expert.Page($"/dossiers/{_traject.Id}/aanmelding");
        Assert.That(part, Does.Contain("Verstrekkingen").And.Not.Contain("Besluit vastleggen").And.Not.Contain("Opschalen").And.Not.Contain("/informeren"));

        using var partner = await Pga.SignIn(_partner);
        Assert.That((await partner.Get($"/dossiers/{_traject.Id}/aanmelding")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await partner.Get("/triage")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Works_over_the_api_too()
    {
        using var partner = await Pga.SignIn(_partner);
        var sent = await partner.PostJson("/api/v1/aanmeldingen", new { givenName = "Joris", familyName = "Zeldzaam", reason = "Overlast", contact = "R. Brinkman", informed = "yes" });
        Assert.That(sent.StatusCode, Is.EqualTo(HttpStatusCode.Created), await sent.Content.ReadAsStringAsync());
        var number = await Pga.Read(db => db.Aanmeldingen.Select(a => a.Number).SingleAsync());
        Assert.That(await (await partner.Get("/api/v1/aanmeldingen")).Content.ReadAsStringAsync(), Does.Contain(number).And.Not.Contain("Zeldzaam"));
        using var coordinator = await Pga.SignIn(_coordinator);
        Assert.That(await (await coordinator.Get("/api/v1/aanmeldingen/waiting")).Content.ReadAsStringAsync(), Does.Contain(number));
        Assert.That(await (await coordinator.Get("/api/v1/triage?list=now")).Content.ReadAsStringAsync(), Does.Contain("\"state\":\"triage\""));
        var trajects = $"/api/v1/trajects/{_traject.Id}";

        var decided = await coordinator.PostJson($"{trajects}/triage-decisions", new
        {
            baseVersion = await Version(coordinator),
            outcome = "accepted",
            criteria = new[] { "areas" },
            motivation = "Past.",
            deciders = "Het team",
            decidedOn = "2026-03-03",
            feedbackVia = "phone",
        });
        Assert.That(decided.StatusCode, Is.EqualTo(HttpStatusCode.Created), await decided.Content.ReadAsStringAsync());
        Assert.That((await coordinator.PostJson($"{trajects}/start", new { baseVersion = await Version(coordinator), startedOn = "2026-03-03", caseWorkerId = _expert.Id })).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await coordinator.PostJson($"{trajects}/informed", new { baseVersion = await Version(coordinator), informed = "yes" })).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var scaledUp = await coordinator.PostJson($"{trajects}/scale-ups", new { baseVersion = await Version(coordinator), from = "2026-03-03", what = "Naam", sharingGround = "Convenant" });
        Assert.That(scaledUp.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        var sharing = await Pga.Read(db => db.DataSharings.Select(s => s.Id).SingleAsync());
        Assert.That((await coordinator.PostJson($"{trajects}/scale-ups/{sharing}/ending", new { until = "2026-03-03" })).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await (await coordinator.Get($"{trajects}/data-sharings")).Content.ReadAsStringAsync(), Does.Contain("\"until\":\"2026-03-03\""));
    }

    private async Task<string> Version(Visitor visitor)
    {
        using var json = System.Text.Json.JsonDocument.Parse(await (await visitor.Get($"/api/v1/trajects/{_traject.Id}/intake")).Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("version").GetString()!;
    }

    private static (string, string?)[] Decided(string version, string outcome, params (string, string?)[] more) =>
    [
        ("Input.CommandId", Guid.CreateVersion7().ToString()), ("Input.BaseVersion", version), ("Input.Outcome", outcome), ("Input.Motivation", "Voldoet niet."),
        ("Input.DecidedOn", "2026-03-03"), ("Input.Deciders", "Het team"), ("Input.FeedbackVia", "phone"), .. more,
    ];

    private static (string, string?)[] TakenIn() =>
    [
        ("Input.CommandId", Guid.CreateVersion7().ToString()), ("Input.GivenName", "Joris"), ("Input.FamilyName", "Zeldzaam"), ("Input.Gender", "male"), ("Input.Wijk", "zuid"),
        ("Input.ReferredOn", "2026-03-03"), ("Input.ReferredBy", "Buurtteams, R. Brinkman"), ("Input.Ground", "Overlast"), ("Input.Purpose", "Rust"), ("Input.Informed", "yes"),
        ("Input.Programme", "local-pga"),
    ];

    private static (string, string?)[] Sent(params (string Name, string? Value)[] other)
    {
        var fields = new Dictionary<string, string?>
        {
            ["Input.CommandId"] = Guid.CreateVersion7().ToString(),
            ["Input.GivenName"] = "Joris",
            ["Input.FamilyName"] = "Zeldzaam",
            ["Input.BirthDate"] = "2007-01-02",
            ["Input.Reason"] = "Overlast op het plein",
            ["Input.Known"] = "Woont bij oma",
            ["Input.Contact"] = "R. Brinkman",
            ["Input.Informed"] = "yes",
        };
        foreach (var (name, value) in other)
            fields[name] = value;
        return [.. fields.Select(f => (f.Key, f.Value))];
    }
}
