using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Pga.Domain.Clients;
using Pga.Domain.Staff;
using Pga.Domain.Stories;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Web.Tests.Stories;

internal sealed class StoryPagesTests : WebTest
{
    private const string Clean = "Een jongere had schulden. Nu werkt hij.";

    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert, name: "Sanne Proef");
    private readonly StaffMember _officer = A.Staff(StaffRoles.PrivacyOfficer, null, "Otto Proef");
    private readonly StaffMember _manager = A.Staff(StaffRoles.Manager, null, "Mirjam Proef");
    private readonly Client _client = A.Client("Samira", "Yıldız");
    private Traject _traject = null!;

    [SetUp]
    public Task GivenTraject()
    {
        _traject = A.Traject(_client, _expert);
        return Pga.Given(_expert, _officer, _manager, _client, _traject);
    }

    [Test]
    public async Task Go_from_dossier_to_released_story_through_forms()
    {
        using var expert = await Pga.SignIn(_expert);
        using var officer = await Pga.SignIn(_officer);
        using var manager = await Pga.SignIn(_manager);
        Assert.That(await expert.Page($"/dossiers/{_traject.Id}"), Does.Contain("Verhaal schrijven"));

        var story = await Write(expert, Clean);
        Assert.That(await expert.Page(story), Does.Contain("Anonimiseren afronden…").And.Not.Contain("Herkenbare gegevens in dit verhaal"));
        Assert.That((await officer.Get(story)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        await Done(await Step(expert, story, "Anonymise", "anonimiseren"));
        await Done(await Step(expert, story, "Consent", "toestemming", ("Consent.How", "spoken"), ("Consent.On", "2026-03-03")));
        Assert.That(await officer.Page("/verhalen"), Does.Contain("Om vrij te geven"));
        Assert.That(await officer.Page(story), Does.Contain("Vrijgeven…").And.Contain("Mondeling gegeven op 3 maart 2026"));
        Assert.That((await manager.Get(story)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        await Done(await Step(officer, story, "Release", "vrijgeven"));

        var page = await manager.Page(story);
        Assert.That(page, Does.Contain(Clean).And.Contain("Otto Proef").And.Not.Contain(_traject.Id.ToString()).And.Not.Contain("Samira").And.Not.Contain(_client.Number).And.Not.Contain("Terugtrekken"));
    }

    [Test]
    public async Task Warn_of_what_the_check_finds_and_refuse_the_release_for_it()
    {
        using var expert = await Pga.SignIn(_expert);
        using var officer = await Pga.SignIn(_officer);
        var story = await Write(expert, "Samira had schulden.");

        Assert.That(await expert.Page(story + "?stap=anonimiseren"), Does.Contain("‘Samira’ (naam)").And.Contain("U kunt doorgaan"));
        await Done(await Step(expert, story, "Anonymise", "anonimiseren"));
        await Done(await Step(expert, story, "Consent", "toestemming", ("Consent.How", "written"), ("Consent.On", "2026-03-03")));
        var refused = await Step(officer, story, "Release", "vrijgeven");

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await Text(refused), Does.Contain("Er staat nog in: ‘Samira’ (naam)."));
        Assert.That(Pga.Log.Lines.Where(l => l.Contains("Samira", StringComparison.Ordinal)), Is.Empty, "No words of a story in logs.");
    }

    [Test]
    public async Task Keep_what_was_typed_when_it_is_refused_and_when_somebody_else_was_first()
    {
        using var expert = await Pga.SignIn(_expert);
        var refused = await Text(await Post(expert, $"/dossiers/{_traject.Id}/verhaal/nieuw", Guid.Empty, "Mijn tekst.", title: ""));
        Assert.That(refused, Does.Contain("href=\"#Input_Title\">Geef het verhaal een titel.").And.Contain("Mijn tekst.").And.Match("value=\"leefgebied:huisvesting\"[^>]*selected|selected[^>]*value=\"leefgebied:huisvesting\""));

        var story = await Write(expert, Clean);
        var stale = await Version();
        Assert.That((await Post(expert, story + "/wijzig", stale, "Van een ander.")).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        var conflict = await Post(expert, story + "/wijzig", stale, "Van mij.");
        var page = await Text(conflict);

        Assert.That(conflict.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(page, Does.Contain("<td class=\"utrecht-table__cell\">Van een ander.</td>").And.Match(">\\s*Van mij.</textarea>").And.Contain((await Version()).ToString()));
        Assert.That((await Post(expert, story + "/wijzig", await Version(), "Van mij.")).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task Take_a_goal_in_words()
    {
        using var expert = await Pga.SignIn(_expert);
        var form = Fields(Guid.Empty, Clean, "Titel").Where(f => f.Item1 != "Input.LinkKind").Append(("Input.LinkKind", "goal"));
        Assert.That(await Text(await expert.Post($"/dossiers/{_traject.Id}/verhaal/nieuw", [.. form])), Does.Contain("href=\"#Input_LinkTo\">Kies of schrijf waar het verhaal bij hoort."));

        var made = await expert.Post($"/dossiers/{_traject.Id}/verhaal/nieuw", [.. form.Append(("Input.LinkTo", "Een eigen woning"))]);

        Assert.That(await expert.Page(made.Headers.Location!.OriginalString), Does.Contain("Doel: Een eigen woning"));
        Assert.That(await expert.Page(made.Headers.Location!.OriginalString + "/wijzig"), Does.Contain("value=\"Een eigen woning\""));
    }

    [Test]
    public async Task Ask_before_they_take_something_back()
    {
        using var expert = await Pga.SignIn(_expert);
        var story = await Write(expert, Clean);

        Assert.That(await expert.Page(story + "?stap=terugtrekken"), Does.Contain("Ja, trek het verhaal terug"));
        await Done(await Step(expert, story, "Withdraw", "terugtrekken"));

        Assert.That(await expert.Page(story), Does.Contain("Teruggetrokken").And.Not.Contain("Wijzigen</a>"));
        Assert.That(await expert.Page(story + "?stap=vrijgeven"), Does.Not.Contain("Ja, geef vrij"));
    }

    [Test]
    public async Task Show_text_as_text()
    {
        using var expert = await Pga.SignIn(_expert);
        var story = await Write(expert, "<script>alert(1)</script>");

        Assert.That(await (await expert.Get(story)).Content.ReadAsStringAsync(), Does.Contain("&lt;script&gt;alert(1)").And.Not.Contain("<script>alert"));
    }

    [Test]
    public async Task Are_in_the_menu_of_whom_has_something_to_do_there()
    {
        foreach (var (role, shown) in new[] { (StaffRoles.PgaExpert, true), (StaffRoles.PrivacyOfficer, true), (StaffRoles.Manager, true), (StaffRoles.Partner, false), (StaffRoles.Administrator, false) })
        {
            var staff = A.Staff(role);
            await Pga.Given(staff);
            using var visitor = await Pga.SignIn(staff);
            var start = await visitor.Get("/");
            var page = await visitor.Page(start.Headers.Location?.OriginalString ?? "/");
            Assert.That(page.Contains("href=\"/verhalen\"", StringComparison.Ordinal), Is.EqualTo(shown), role);
            Assert.That((await visitor.Get("/verhalen")).StatusCode, Is.EqualTo(shown ? HttpStatusCode.OK : HttpStatusCode.Forbidden), role);
        }
    }

    [Test]
    public async Task Have_the_same_road_in_the_api()
    {
        using var expert = await Pga.SignIn(_expert);
        using var officer = await Pga.SignIn(_officer);
        var made = await expert.PostJson($"/api/v1/trajects/{_traject.Id}/stories", new { year = 2025, title = "Titel", text = "Samira.", linkKind = StoryLinks.Goal, linkTo = "Werk" });
        Assert.That(made.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        var story = made.Headers.Location!.OriginalString;
        async Task<HttpResponseMessage> Take(Visitor by, string step, string? how = null) =>
            await by.PostJson($"{story}/{step}", new { baseVersion = await Version(), how, on = "2026-03-03" });

        Assert.That((await Take(expert, "anonymisation")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await Take(expert, "consent", "spoken")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var refused = await Take(officer, "release");

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await Text(refused), Does.Contain("story.traces").And.Contain("Samira"));
        using var seen = JsonDocument.Parse(await officer.Page(story));
        Assert.That(seen.RootElement.GetProperty("traces")[0].GetProperty("kind").GetString(), Is.EqualTo("name"));
        Assert.That(seen.RootElement.EnumerateObject().Select(p => p.Name), Has.None.Match("(?i)client|traject|source|subject|revealed"));
    }

    private async Task<string> Write(Visitor visitor, string text)
    {
        var made = await Post(visitor, $"/dossiers/{_traject.Id}/verhaal/nieuw", Guid.Empty, text);
        Assert.That(made.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await made.Content.ReadAsStringAsync());
        return made.Headers.Location!.OriginalString;
    }

    private static Task<HttpResponseMessage> Post(Visitor visitor, string path, Guid version, string text, string title = "Weer aan het werk") =>
        visitor.Post(path, Fields(version, text, title));

    private static (string, string?)[] Fields(Guid version, string text, string title) =>
    [
        ("Input.CommandId", Guid.CreateVersion7().ToString()), ("Input.BaseVersion", version.ToString()), ("Input.Year", "2025"),
        ("Input.LinkKind", "leefgebied:huisvesting"), ("Input.Title", title), ("Input.Text", text),
    ];

    private async Task<HttpResponseMessage> Step(Visitor visitor, string story, string handler, string step, params (string, string?)[] fields) =>
        await visitor.Post($"{story}?handler={handler}&stap={step}", [("CommandId", Guid.CreateVersion7().ToString()), ("BaseVersion", (await Version()).ToString()), .. fields]);

    private static async Task Done(HttpResponseMessage response) =>
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await response.Content.ReadAsStringAsync());

    private static async Task<string> Text(HttpResponseMessage response) => WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

    private Task<Guid> Version() => Pga.Read(db => db.Stories.Select(s => s.Version).SingleAsync());
}
