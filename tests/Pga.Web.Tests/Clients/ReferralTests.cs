using System.Net;
using Microsoft.EntityFrameworkCore;
using Pga.Domain.Staff;
using Pga.Testing;

namespace Pga.Web.Tests.Clients;

internal sealed class ReferralTests : WebTest
{
    private const string Path = "/clienten/nieuw";
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert);
    private readonly StaffMember _stranger = A.Staff(StaffRoles.PgaExpert, "team-2", "Kees Vreemd");

    [SetUp]
    public Task GivenStaff() => Pga.Given(_expert, _stranger);

    [Test]
    public async Task Makes_a_client_and_leads_to_the_dossier()
    {
        using var visitor = await Pga.SignIn(_expert);
        Assert.That(await visitor.Page(Path), Does.Contain("Controleer op dubbelen").And.Contain("__RequestVerificationToken"));

        var saved = await visitor.Post(Path, Filled());

        Assert.That(saved.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await saved.Content.ReadAsStringAsync());
        var traject = await Pga.Read(db => db.Trajects.SingleAsync());
        Assert.That(saved.Headers.Location!.OriginalString, Is.EqualTo($"/dossiers/{traject.Id}"));
    }

    [Test]
    public async Task Keeps_what_was_typed_and_links_each_message_to_its_field()
    {
        using var visitor = await Pga.SignIn(_expert);

        var refused = await visitor.Post(Path, Filled(("Input.FamilyName", ""), ("Input.Bsn", "123456789")));

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.That(page, Does.Contain("<a href=\"#Input_FamilyName\">Vul de achternaam in.</a>").And.Contain("id=\"Input_FamilyName-fout\""));
        Assert.That(page, Does.Contain("<a href=\"#Input_Bsn\">"));
        Assert.That(page, Does.Contain("value=\"Sem\"").And.Contain("Overlast op het plein").And.Contain("value=\"2007-01-02\""));
        Assert.That(page, Does.Match("<option value=\"zuid\" selected|<option selected=\"selected\" value=\"zuid\""));
    }

    [Test]
    public async Task Shows_possible_duplicates_and_saves_when_it_is_somebody_else()
    {
        var own = A.Client("Sam", "Nieuw", birthDate: new DateOnly(2007, 1, 2));
        var foreign = A.Client("Sjors", "Nieuw", birthDate: new DateOnly(2007, 1, 2));
        await Pga.Given(own, foreign, A.Traject(own, _expert), A.Traject(foreign, _stranger, team: "team-2"));
        using var visitor = await Pga.SignIn(_expert);

        var shown = await visitor.Post(Path, Filled());

        var page = WebUtility.HtmlDecode(await shown.Content.ReadAsStringAsync());
        Assert.That(page, Does.Contain("Sam Nieuw · " + own.Number).And.Contain($"/clienten/{own.Id}/traject/nieuw").And.Contain("neem contact op met Kees Vreemd"));
        Assert.That(page, Does.Not.Contain("Sjors").And.Not.Contain(foreign.Id.ToString()).And.Not.Contain(foreign.Number));
        Assert.That(page, Does.Contain("Dit is iemand anders: toch aanmaken").And.Contain("value=\"Sem\"").And.Contain("value=\"Nieuw|2007-01-02\""));

        var other = await visitor.Post(Path, Filled(
            ("Input.BirthDate", "2007-01-02"), ("Input.FamilyName", "Nieuw"), ("Input.DuplicatesSeen", "true"), ("Input.SeenFor", "Iemand|2001-01-01")));
        Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity), "Looked at for somebody else.");
        var saved = await visitor.Post(Path, Filled(("Input.DuplicatesSeen", "true"), ("Input.SeenFor", "Nieuw|2007-01-02")));
        Assert.That(saved.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task Starts_a_new_traject_of_a_client_of_ones_own_and_of_nobody_else()
    {
        var own = A.Client("Sam", "Bekend");
        var foreign = A.Client("Sjors", "Geheim");
        await Pga.Given(own, foreign, A.Traject(own, _expert), A.Traject(foreign, _stranger, team: "team-2"));
        using var visitor = await Pga.SignIn(_expert);
        var path = $"/clienten/{own.Id}/traject/nieuw";

        Assert.That(await visitor.Page(path), Does.Contain("Sam Bekend"));
        var saved = await visitor.Post(path, Filled(("Input.Wijk", ""), ("Input.Programme", "top-x")));

        Assert.That(saved.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await Pga.Read(db => db.Trajects.CountAsync(t => t.ClientId == own.Id)), Is.EqualTo(2));
        Assert.That((await visitor.Get($"/clienten/{foreign.Id}/traject/nieuw")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Is_forbidden_for_a_manager()
    {
        var manager = A.Staff(StaffRoles.Manager);
        await Pga.Given(manager);
        using var visitor = await Pga.SignIn(manager);

        Assert.That((await visitor.Get(Path)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await visitor.Post(Path, Filled())).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Logs_no_name_and_no_bsn()
    {
        using var visitor = await Pga.SignIn(_expert);

        await visitor.Post(Path, Filled(("Input.Bsn", "111222333"), ("Input.FamilyName", "Zeldzaamheid")));

        Assert.That(await Pga.Read(db => db.Clients.CountAsync(c => c.BsnIndex != null)), Is.EqualTo(1));
        Assert.That(Pga.Log.Lines, Has.None.Contains("111222333").And.None.Contains("Zeldzaamheid"));
    }

    [Test]
    public async Task Works_over_the_api_too()
    {
        var foreign = A.Client("Sjors", "Geheim", birthDate: new DateOnly(2007, 1, 2));
        await Pga.Given(foreign, A.Traject(foreign, _stranger, team: "team-2"));
        using var visitor = await Pga.SignIn(_expert);

        var found = await (await visitor.PostJson("/api/v1/clients/duplicates", new { givenName = "S", familyName = "Geheim", birthDate = "2007-01-02" })).Content.ReadAsStringAsync();
        var made = await visitor.PostJson("/api/v1/referrals", new
        {
            givenName = "Sem",
            familyName = "Nieuw",
            gender = "male",
            wijk = "zuid",
            programme = "local-pga",
            referredOn = "2026-03-02",
            referredBy = "politie",
            ground = "overlast",
            purpose = "rust",
            informed = "yes",
        });

        Assert.That(found, Is.EqualTo("""{"own":[],"elsewhere":[{"contact":"Kees Vreemd"}],"any":true}"""));
        Assert.That(made.StatusCode, Is.EqualTo(HttpStatusCode.Created), await made.Content.ReadAsStringAsync());
    }

    private static (string, string?)[] Filled(params (string Name, string? Value)[] other)
    {
        var fields = new Dictionary<string, string?>
        {
            ["Input.CommandId"] = Guid.CreateVersion7().ToString(),
            ["Input.GivenName"] = "Sem",
            ["Input.FamilyName"] = "Nieuw",
            ["Input.BirthDate"] = "2007-01-02",
            ["Input.Gender"] = "male",
            ["Input.Wijk"] = "zuid",
            ["Input.ReferredOn"] = "2026-03-02",
            ["Input.ReferredBy"] = "politie",
            ["Input.Ground"] = "Overlast op het plein",
            ["Input.Purpose"] = "Rust",
            ["Input.Informed"] = "yes",
            ["Input.Programme"] = "local-pga",
        };
        foreach (var (name, value) in other)
            fields[name] = value;
        return [.. fields.Select(f => (f.Key, f.Value))];
    }
}
