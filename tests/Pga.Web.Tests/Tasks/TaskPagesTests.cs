using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Pga.Domain.Clients;
using Pga.Domain.Contacts;
using Pga.Domain.Staff;
using Pga.Domain.Tasks;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Web.Tests.Tasks;

/// <summary>The start page, the bell and the notifications over HTTP.</summary>
internal sealed partial class TaskPagesTests : WebTest
{
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert, name: "Sanne de Wit");
    private readonly StaffMember _stranger = A.Staff(StaffRoles.PgaExpert, "team-9");
    private readonly Client _client = A.Client("Samira", "Yıldız");
    private Traject _traject = null!;

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    [SetUp]
    public Task GivenTraject()
    {
        _traject = A.Traject(_client, _expert);
        return Pga.Given(_expert, _stranger, _client, _traject);
    }

    [Test]
    public async Task Of_today_are_where_one_lands_and_lead_to_where_the_work_is_done()
    {
        var planned = new ContactMoment(Guid.CreateVersion7(), _traject.Id, _expert.Id, Now.AddDays(-9), new ContactDetails("office", Now.AddDays(-1), null));
        await Pga.Given(planned);
        using var visitor = await Pga.SignIn(_expert);

        var page = await visitor.Page("/");

        Assert.That(page, Does.Contain("<h1 class=\"utrecht-heading-1\">Vandaag</h1>").And.Contain("Dinsdag 3 maart 2026"));
        Assert.That(page, Does.Contain($"href=\"/dossiers/{_traject.Id}/contact/{planned.Id}/wijzig\"").And.Contain("Gepland contact vastleggen: gesprek op kantoor").And.Contain("te laat").And.Contain("Gisteren"));
        Assert.That(page, Does.Contain($"href=\"/dossiers/{_traject.Id}/meting/nieuw\"").And.Contain("Vandaag (4)").And.Contain("Te laat (4)"));
        Assert.That((await visitor.Get($"/dossiers/{_traject.Id}/contact/{planned.Id}/wijzig")).StatusCode, Is.EqualTo(HttpStatusCode.OK), "the link leads somewhere");
        Assert.That(await visitor.Page("/?lijst=onzin&blad=7"), Does.Contain("Dit staat voor u klaar").And.Not.Contain("onzin"));
    }

    [Test]
    public async Task Are_a_start_page_for_every_role()
    {
        foreach (var (role, text) in new[]
        {
            (StaffRoles.PgaExpert, "Niets voor vandaag."), (StaffRoles.Rio, "Niets voor vandaag."), (StaffRoles.Coordinator, "Niets voor vandaag."),
            (StaffRoles.Manager, "Er is nog geen rapportage gemaakt."), (StaffRoles.PrivacyOfficer, "Niets voor vandaag."), (StaffRoles.Administrator, "Niets voor vandaag."),
        })
        {
            var staff = A.Staff(role, "team-5");
            await Pga.Given(staff);
            using var visitor = await Pga.SignIn(staff);
            Assert.That(await visitor.Page("/"), Does.Contain(text).And.Contain("Meldingen: geen nieuwe meldingen"), role);
        }

        var partner = A.Staff(StaffRoles.Partner, null);
        await Pga.Given(partner);
        using var theirs = await Pga.SignIn(partner);
        Assert.That((await theirs.Get("/")).Headers.Location!.OriginalString, Is.EqualTo("/partner"));
        Assert.That(await theirs.Page("/partner"), Does.Contain("href=\"/meldingen\""));
    }

    [Test]
    public async Task Of_notifications_are_opened_read_and_counted()
    {
        await Pga.Given(About(_expert, _traject.Id), About(_expert, null), About(_stranger, _traject.Id));
        using var visitor = await Pga.SignIn(_expert);

        var page = await visitor.Page("/meldingen");
        Assert.That(page, Does.Contain("Meldingen: 2 nieuwe meldingen").And.Contain("Er is een dossier aan u toegewezen: Samira Yıldız"));
        var ids = Ids().Matches(page).Select(m => m.Groups[1].Value).ToList();
        Assert.That(ids, Has.Count.EqualTo(2));

        var locations = new List<string>();
        foreach (var id in ids)
            locations.Add((await visitor.Post($"/meldingen?handler=Read&id={id}", ("commandId", $"{Guid.CreateVersion7()}"), ("open", "true"))).Headers.Location!.OriginalString);
        Assert.That(locations, Is.EquivalentTo(new[] { $"/dossiers/{_traject.Id}", "/caseload" }));
        Assert.That(await visitor.Page("/"), Does.Contain("geen nieuwe meldingen"));

        await Pga.Given(About(_expert, null));
        var all = await visitor.Post("/meldingen?handler=ReadAll", ("commandId", $"{Guid.CreateVersion7()}"), ("until", ""));
        Assert.That(all.Headers.Location!.OriginalString, Is.EqualTo("/meldingen"));
        Assert.That(await visitor.Page("/meldingen"), Does.Contain("Alle meldingen zijn gelezen.").And.Not.Contain("Alles is gelezen"));
    }

    [Test]
    public async Task Of_another_s_notification_is_not_found_and_shows_nothing()
    {
        var theirs = About(_stranger, _traject.Id);
        await Pga.Given(theirs);
        using var expert = await Pga.SignIn(_expert);
        using var stranger = await Pga.SignIn(_stranger);

        var refused = await expert.Post($"/meldingen?handler=Read&id={theirs.Id}", ("commandId", $"{Guid.CreateVersion7()}"), ("open", "true"));
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await expert.PostJson($"/api/v1/notifications/{theirs.Id}/reading", new { })).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await stranger.PostJson($"/api/v1/notifications/{theirs.Id}/reading", new { })).StatusCode, Is.EqualTo(HttpStatusCode.NotFound), "they don't see that dossier");
        Assert.That(await stranger.Page("/meldingen"), Does.Contain("Er zijn geen meldingen.").And.Contain("geen nieuwe meldingen").And.Not.Contain("Samira"));
    }

    [Test]
    public async Task Of_settings_keep_the_choice_and_say_when_there_is_no_mail()
    {
        using var visitor = await Pga.SignIn(_expert);

        Assert.That(await visitor.Page("/meldingen/instellingen"), Does.Contain("In deze installatie is geen e-mail ingesteld."));
        var wrong = await visitor.Post("/meldingen/instellingen", ("Input.CommandId", $"{Guid.CreateVersion7()}"), ("Input.Digest", "ieder uur"));
        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync()), Does.Contain("Kies of u een e-mail wilt."));
    }

    [Test]
    public async Task Have_the_same_road_in_the_api()
    {
        await Pga.Given(About(_expert, _traject.Id));
        using var visitor = await Pga.SignIn(_expert);

        var tasks = await Json(visitor, "/api/v1/tasks?span=overdue");
        Assert.That(tasks.GetProperty("total").GetInt32(), Is.EqualTo(3));
        Assert.That(tasks.GetProperty("rows").EnumerateArray().Select(t => t.GetProperty("kind").GetString()), Is.EquivalentTo(new[] { "start-assessment", "plan", "evaluation" }));
        Assert.That((await visitor.Get("/api/v1/tasks?span=gisteren")).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));

        var notifications = await Json(visitor, "/api/v1/notifications");
        Assert.That(notifications.GetProperty("unread").GetInt32(), Is.EqualTo(1));
        var id = notifications.GetProperty("rows")[0].GetProperty("id").GetGuid();
        Assert.That((await visitor.PostJson($"/api/v1/notifications/{id}/reading", new { })).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await visitor.PostJson("/api/v1/notifications/reading", new { })).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await Json(visitor, "/api/v1/notifications")).GetProperty("unread").GetInt32(), Is.Zero);
        Assert.That((await Json(visitor, "/api/v1/notification-settings")).GetProperty("daily").GetBoolean(), Is.True);
        using var nobody = Pga.Visit();
        Assert.That((await nobody.Get("/api/v1/tasks")).StatusCode, Is.Not.EqualTo(HttpStatusCode.OK));
    }

    private Notification About(StaffMember who, Guid? trajectId) => new(Guid.CreateVersion7(), who.Id, NotificationKinds.Assigned, trajectId, null, Now.AddMinutes(-1));

    private static async Task<JsonElement> Json(Visitor visitor, string path) => await (await visitor.Get(path)).Content.ReadFromJsonAsync<JsonElement>();

    [GeneratedRegex("action=\"/meldingen\\?id=([0-9a-f-]{36})&handler=Read\"")]
    private static partial Regex Ids();
}
