using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Pga.Domain.Clients;
using Pga.Domain.Contacts;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;
using Pga.Web.Identity;

namespace Pga.Web.Tests.Contacts;

/// <summary>The secret address, as a calendar program comes to it: without cookies.</summary>
internal sealed partial class AgendaFeedTests : WebTest
{
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert);
    private readonly Client _client = A.Client();
    private Traject _traject = null!;
    private ContactMoment _planned = null!;

    [SetUp]
    public async Task GivenPlannedContact()
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        _traject = A.Traject(_client, _expert);
        _planned = new ContactMoment(Guid.CreateVersion7(), _traject.Id, _expert.Id, now, new ContactDetails(ContactCodes.HomeVisit, now.AddDays(1), null, Place: "Bij de flat"));
        await Pga.Given(_expert, _client, _traject, _planned);
    }

    [Test]
    public async Task Is_shown_once_and_gives_whoever_has_it_neutral_appointments()
    {
        using var visitor = await Pga.SignIn(_expert);
        Assert.That(await visitor.Page("/agenda/koppelen"), Does.Contain("Maak een geheim adres").And.Not.Contain("Trek het adres in"));
        var address = await Make(visitor);
        Assert.That(await visitor.Page("/agenda/koppelen"), Does.Not.Contain(address).And.Contain("Gemaakt op 3 maart 2026. Het werkt tot en met 3 maart 2027."));

        using var program = Pga.Visit();
        var response = await program.Get(address);
        var calendar = await response.Content.ReadAsStringAsync();

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/calendar; charset=utf-8"));
        Assert.That(response.Headers.CacheControl!.ToString(), Is.EqualTo("no-store"));
        Assert.That(response.Headers.GetValues("Referrer-Policy"), Is.EqualTo(new[] { "no-referrer" }));
        Assert.That(calendar, Does.StartWith("BEGIN:VCALENDAR\r\n").And.Contain("\r\nDTSTART:20260304T090000Z\r\n").And.Contain("\r\nSUMMARY:Afspraak PGA\r\n").And.Contain($"\r\nURL:{Pga.Address}agenda\r\n"));
        Assert.That(calendar, Does.Not.Contain("Noor").And.Not.Contain("flat").And.Not.Contain("Huisbezoek").And.Not.Contain(_traject.Id.ToString()).And.Not.Contain(_planned.Id.ToString()));
    }

    [Test]
    public async Task Never_stands_in_a_log_line_and_neither_does_a_wrong_one()
    {
        using var visitor = await Pga.SignIn(_expert);
        var address = await Make(visitor);
        var secret = SecretOf(address);
        var wrong = "x" + secret[1..];
        using var program = Pga.Visit();

        await program.Get(address);
        await program.Get(address.Replace("/agenda/feed", "/Agenda/FEED", StringComparison.Ordinal));
        await program.Get(address.Replace(secret, wrong, StringComparison.Ordinal) + "?x=1");
        await program.Get($"/agenda/feed/{secret}/{wrong}");

        Assert.That(Pga.Log.Lines.Where(l => l.Contains("/agenda/feed", StringComparison.Ordinal)), Is.Not.Empty, "requests are logged at this level, or this test says nothing");
        Assert.That(Pga.Log.Lines.Where(l => l.Contains(secret, StringComparison.OrdinalIgnoreCase) || l.Contains(wrong, StringComparison.OrdinalIgnoreCase)), Is.Empty);
    }

    [Test]
    public async Task Opens_nothing_when_it_is_wrong_revoked_replaced_or_a_year_old()
    {
        using var visitor = await Pga.SignIn(_expert);
        var first = await Make(visitor);
        var second = await Make(visitor);
        using var program = Pga.Visit();

        Assert.That((await program.Get(second)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await program.Get(first)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound), "replaced");
        foreach (var wrong in new[] { second.Replace(".ics", "", StringComparison.Ordinal), second[..^5] + "x.ics", "/agenda/feed/x.ics", "/agenda/feed/", "/agenda/feed" })
            Assert.That((await program.Get(wrong)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound), "wrong");

        Clock.Advance(TimeSpan.FromDays(365));
        Assert.That((await program.Get(second)).StatusCode, Is.EqualTo(HttpStatusCode.OK), "its last day");
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.That((await program.Get(second)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound), "expired");
    }

    [Test]
    public async Task Opens_nothing_any_more_once_it_is_revoked()
    {
        using var visitor = await Pga.SignIn(_expert);
        var address = await Make(visitor);

        var response = await visitor.Post("/agenda/koppelen?handler=Revoke", ("CommandId", Guid.CreateVersion7().ToString()));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await visitor.Page("/agenda/koppelen"), Does.Contain("Het adres is ingetrokken.").And.Contain("Maak een geheim adres"));
        Assert.That((await visitor.Get(address)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Opens_nothing_for_who_lost_the_role_or_the_account()
    {
        using var visitor = await Pga.SignIn(_expert);
        var address = await Make(visitor);
        using var program = Pga.Visit();
        await Change(staff => staff.Change(staff.Name, [StaffRoles.Manager], staff.Team, staff.Organisation));
        Assert.That((await program.Get(address)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound), "role lost");

        await Change(staff => staff.Change(staff.Name, [StaffRoles.PgaExpert], staff.Team, staff.Organisation));
        Assert.That((await program.Get(address)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await Pga.Read(db => db.Staff.Where(s => s.Id == _expert.Id).ExecuteUpdateAsync(u => u.SetProperty(s => s.Active, false)));
        Assert.That((await program.Get(address)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound), "deactivated");
    }

    [Test]
    public async Task Shows_nothing_of_a_dossier_that_the_owner_may_no_longer_see()
    {
        using var visitor = await Pga.SignIn(_expert);
        var address = await Make(visitor);
        await Pga.Read(async db =>
        {
            var traject = await db.Trajects.Include(t => t.Assignments).SingleAsync();
            traject.Assignments[0].EndBy(new DateOnly(2026, 3, 2));
            traject.Restrict(true, "Familie van een medewerker");
            return await db.SaveChangesAsync();
        });

        Assert.That(await (await visitor.Get(address)).Content.ReadAsStringAsync(), Does.Not.Contain("VEVENT"));
    }

    [Test]
    public async Task Shows_its_owners_appointments_whoever_is_signed_in_in_the_same_browser()
    {
        using var visitor = await Pga.SignIn(_expert);
        var address = await Make(visitor);
        var manager = A.Staff(StaffRoles.Manager);
        await Pga.Given(manager);
        using var other = await Pga.SignIn(manager);

        Assert.That(await (await other.Get(address)).Content.ReadAsStringAsync(), Does.Contain("SUMMARY:Afspraak PGA"));
        Assert.That((await other.Get("/agenda")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), "the address makes them nobody else");
    }

    [Test]
    public async Task Is_read_at_most_sixty_times_an_hour()
    {
        using var visitor = await Pga.SignIn(_expert);
        var address = await Make(visitor);
        using var program = Pga.Visit();
        for (var i = 0; i < FeedPace.PerHour; i++)
            Assert.That((await program.Get(address)).StatusCode, Is.EqualTo(HttpStatusCode.OK));

        Assert.That((await program.Get(address)).StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.That((await program.Get(address)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Is_not_shown_again_when_the_form_is_sent_twice()
    {
        using var visitor = await Pga.SignIn(_expert);
        var commandId = Guid.CreateVersion7().ToString();
        await visitor.Post("/agenda/koppelen", ("CommandId", commandId));

        var page = await (await visitor.Post("/agenda/koppelen", ("CommandId", commandId))).Content.ReadAsStringAsync();

        Assert.That(page, Does.Not.Contain("/agenda/feed/").And.Contain("Dit adres is al gemaakt en toen één keer getoond."));
    }

    [Test]
    public async Task Is_made_and_revoked_by_the_api_too()
    {
        using var visitor = await Pga.SignIn(_expert);

        var made = await visitor.PostJson("/api/v1/agenda-feeds", new { });
        var address = JsonDocument.Parse(await made.Content.ReadAsStringAsync()).RootElement.GetProperty("address").GetString()!;

        Assert.That(made.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That((await visitor.Get(new Uri(address).PathAndQuery)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await (await visitor.Get("/api/v1/agenda-feeds/current")).Content.ReadAsStringAsync(), Does.Contain("2027-03-03").And.Not.Contain(SecretOf(address)));
    }

    private async Task<string> Make(Visitor visitor)
    {
        var page = WebUtility.HtmlDecode(await (await visitor.Post("/agenda/koppelen", ("CommandId", Guid.CreateVersion7().ToString()))).Content.ReadAsStringAsync());
        var address = Address().Match(page).Value;
        Assert.That(address, Does.StartWith(Pga.Address.ToString()));
        return new Uri(address).PathAndQuery;
    }

    private static string SecretOf(string address) => Regex.Match(address, "feed/(.+)[.]ics$").Groups[1].Value;

    private Task Change(Action<StaffMember> change) => Pga.Read(async db =>
    {
        change(await db.Staff.SingleAsync(s => s.Id == _expert.Id));
        return await db.SaveChangesAsync();
    });

    [GeneratedRegex("http[^\"]+/agenda/feed/[A-Za-z0-9_-]{43}[.]ics")]
    private static partial Regex Address();
}
