using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Pga.Domain.Clients;
using Pga.Domain.Contacts;
using Pga.Domain.Spreekuren;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Web.Tests.Contacts;

internal sealed class AgendaPagesTests : WebTest
{
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert);
    private readonly Client _client = A.Client();
    private Traject _traject = null!;

    // The clock stands on Tuesday 3 March 2026, 10:00 in Amsterdam.
    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    [SetUp]
    public async Task GivenTraject()
    {
        _traject = A.Traject(_client, _expert);
        _client.AgreeOnSafety("Altijd met zijn tweeën.", null);
        await Pga.Given(_expert, _client, _traject);
    }

    [Test]
    public async Task Shows_the_week_of_today_and_leads_to_the_weeks_beside_it()
    {
        var planned = Planned(1, "Bij de flat");
        await Pga.Given(planned);
        using var visitor = await Pga.SignIn(_expert);

        var page = await visitor.Page("/agenda");

        Assert.That(page, Does.Contain("Week 10, 2 t/m 8 maart 2026").And.Contain("Woensdag 4 mrt").And.Not.Contain("Zaterdag"));
        Assert.That(page, Does.Contain("Noor Voorbeeld").And.Contain("Huisbezoek, Bij de flat").And.Contain("veiligheidsafspraak"));
        Assert.That(page, Does.Not.Contain("Altijd met zijn tweeën."), "a mark in the list, the words are above the form");
        Assert.That(page, Does.Contain($"/dossiers/{_traject.Id}/contact/{planned.Id}/verplaatsen"));
        Assert.That(page, Does.Contain("/agenda?datum=2026-02-24").And.Contain("/agenda?datum=2026-03-10").And.Contain("href=\"/agenda\" aria-current=\"page\""));
        Assert.That(await visitor.Page("/agenda?datum=2026-03-10"), Does.Contain("Week 11, 9 t/m 15 maart 2026").And.Not.Contain("Noor Voorbeeld").And.Contain("Er staat niets in uw agenda voor deze week."));
        Assert.That(await visitor.Page("/agenda?datum=2026-03-04&dag=true"), Does.Contain("Woensdag 4 maart 2026").And.Contain("Noor Voorbeeld").And.Contain("/agenda?datum=2026-03-05&dag=true"));
    }

    [TestCase("onzin")]
    [TestCase("0001-01-01")]
    [TestCase("9999-12-31")]
    public async Task Shows_today_when_the_date_makes_no_sense(string date)
    {
        using var visitor = await Pga.SignIn(_expert);

        Assert.That(await visitor.Page($"/agenda?datum={date}"), Does.Contain("Week 10, 2 t/m 8 maart 2026"));
    }

    [Test]
    public async Task Leads_to_recording_what_was_planned_for_today_or_before()
    {
        var past = Planned(-1);
        await Pga.Given(past);
        using var visitor = await Pga.SignIn(_expert);

        var page = await visitor.Page("/agenda");

        Assert.That(page, Does.Contain($"/dossiers/{_traject.Id}/contact/{past.Id}/wijzig").And.Not.Contain($"{past.Id}/verplaatsen"));
    }

    [Test]
    public async Task Plans_a_contact_of_a_chosen_client_below_the_safety_agreement()
    {
        using var visitor = await Pga.SignIn(_expert);

        Assert.That(await visitor.Page("/agenda/plannen?datum=2026-03-05"), Does.Contain("Noor Voorbeeld").And.Contain($"value=\"{_traject.Id}\"").And.Contain("name=\"Dossier\"").And.Contain("value=\"2026-03-05\""));
        Assert.That(await visitor.Page("/agenda/plannen?dossier="), Does.Contain("Kies een cliënt."));
        var chosen = await visitor.Get($"/agenda/plannen?dossier={_traject.Id}&datum=2026-03-05");
        var form = chosen.Headers.Location!.OriginalString;
        Assert.That(form, Is.EqualTo($"/dossiers/{_traject.Id}/contact/plannen?datum=2026-03-05"));
        Assert.That(await visitor.Page(form), Does.Contain("Altijd met zijn tweeën.").And.Contain("value=\"2026-03-05\""));

        var response = await visitor.Post(form, ("Input.CommandId", Guid.CreateVersion7().ToString()), ("Input.Kind", "office"), ("Input.Date", "2026-03-05"), ("Input.Time", "13:30"), ("Input.Place", "Stadskantoor"));

        Assert.That(response.Headers.Location?.OriginalString, Is.EqualTo("/agenda?datum=2026-03-05"));
        Assert.That(await visitor.Page("/agenda?datum=2026-03-05"), Does.Contain("Het contact is gepland.").And.Contain("13:30").And.Contain("Gesprek op kantoor, Stadskantoor"));
    }

    [Test]
    public async Task Says_at_planning_that_there_is_another_appointment_within_the_hour()
    {
        await Pga.Given(Planned(1));
        using var visitor = await Pga.SignIn(_expert);

        await visitor.Post($"/dossiers/{_traject.Id}/contact/plannen", ("Input.CommandId", Guid.CreateVersion7().ToString()), ("Input.Kind", "phone"), ("Input.Date", "2026-03-04"), ("Input.Time", "10:30"));

        Assert.That(await visitor.Page("/agenda"), Does.Contain("Let op: binnen een uur ervoor of erna hebt u nog een afspraak.").And.Contain("valt samen"));
    }

    [Test]
    public async Task Keeps_what_was_typed_when_planning_is_refused()
    {
        using var visitor = await Pga.SignIn(_expert);

        var response = await visitor.Post($"/dossiers/{_traject.Id}/contact/plannen", ("Input.CommandId", Guid.CreateVersion7().ToString()), ("Input.Date", "2026-03-02"), ("Input.Place", "Bij de flat"));
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(page, Does.Contain("Kies een soort contact.").And.Contain("Vul een tijd in.").And.Contain("value=\"2026-03-02\"").And.Contain("value=\"Bij de flat\"").And.Contain("Altijd met zijn tweeën."));
    }

    [Test]
    public async Task Moves_and_cancels_a_planned_contact()
    {
        var planned = Planned(1, "Bij de flat");
        await Pga.Given(planned);
        using var visitor = await Pga.SignIn(_expert);
        var page = $"/dossiers/{_traject.Id}/contact/{planned.Id}/verplaatsen";
        Assert.That(await visitor.Page(page), Does.Contain("Altijd met zijn tweeën.").And.Contain("value=\"2026-03-04\"").And.Contain("value=\"Bij de flat\""));

        var moved = await visitor.Post(page, [.. await Form(), ("Input.Date", "2026-03-06"), ("Input.Time", "09:00"), ("Input.Place", "Stadskantoor")]);
        Assert.That(moved.Headers.Location?.OriginalString, Is.EqualTo("/agenda?datum=2026-03-06"));
        Assert.That(await visitor.Page("/agenda"), Does.Contain("Het contact is verplaatst.").And.Contain("Huisbezoek, Stadskantoor").And.Not.Contain("Bij de flat"));

        var refused = await visitor.Post($"{page}?handler=Cancel", await Form());
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("Schrijf op waarom het contact niet doorgaat."));
        var cancelled = await visitor.Post($"{page}?handler=Cancel", [.. await Form(), ("Input.Reason", "Belde af")]);
        Assert.That(cancelled.Headers.Location?.OriginalString, Is.EqualTo($"/dossiers/{_traject.Id}"));
        Assert.That(await visitor.Page("/agenda"), Does.Not.Contain("Stadskantoor"));
        Assert.That((await visitor.Get(page)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound), "what was cancelled can't be moved");
    }

    [Test]
    public async Task Shows_both_moments_when_a_colleague_moved_it_first()
    {
        var planned = Planned(1);
        await Pga.Given(planned);
        using var visitor = await Pga.SignIn(_expert);
        var page = $"/dossiers/{_traject.Id}/contact/{planned.Id}/verplaatsen";
        var form = await Form();
        await visitor.Post(page, [.. form, ("Input.Date", "2026-03-06"), ("Input.Time", "09:00")]);

        var response = await visitor.Post(page, [form[1], ("Input.CommandId", Guid.CreateVersion7().ToString()), ("Input.Date", "2026-03-09"), ("Input.Time", "11:15")]);
        var text = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(text, Does.Contain("06-03-2026 09:00").And.Contain("09-03-2026 11:15").And.Contain("value=\"2026-03-09\""));
        Assert.That(text, Does.Contain((await Current()).Version.ToString()), "saving again goes on top of what is there now");
    }

    [Test]
    public async Task Leads_to_recording_when_the_time_has_come()
    {
        var planned = Planned(1);
        await Pga.Given(planned);
        Clock.Advance(TimeSpan.FromDays(2));
        using var visitor = await Pga.SignIn(_expert);

        Assert.That(await visitor.Page($"/dossiers/{_traject.Id}/contact/{planned.Id}/verplaatsen"),
            Does.Contain("De tijd van dit contact is al geweest.").And.Contain($"{planned.Id}/wijzig").And.Not.Contain("Contact afzeggen"));
    }

    [Test]
    public async Task Shows_a_rio_spreekuren_and_lets_nobody_in_who_works_on_no_cases()
    {
        var rio = A.Staff(StaffRoles.Rio);
        var manager = A.Staff(StaffRoles.Manager);
        var institution = await Pga.Read(db => db.Institutions.OrderBy(i => i.Order).ThenBy(i => i.Code).FirstAsync());
        var spreekuur = new Spreekuur(Guid.CreateVersion7(), institution.Id, Now.AddDays(1), rio.Id);
        await Pga.Given(rio, manager, spreekuur);
        using var ofRio = await Pga.SignIn(rio);
        using var ofManager = await Pga.SignIn(manager);

        Assert.That(await ofRio.Page("/agenda"), Does.Contain($"/spreekuren/{spreekuur.Id}").And.Contain(institution.Name));
        foreach (var path in new[] { "/agenda", "/agenda/plannen", "/agenda/koppelen" })
            Assert.That((await ofManager.Get(path)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), path);
        Assert.That(await ofManager.Page("/rapportage"), Does.Not.Contain("href=\"/agenda\""));
    }

    [Test]
    public async Task Offers_a_coordinator_no_planning_which_would_be_refused()
    {
        var coordinator = A.Staff(StaffRoles.Coordinator);
        await Pga.Given(coordinator);
        using var visitor = await Pga.SignIn(coordinator);

        Assert.That(await visitor.Page("/agenda"), Does.Not.Contain("Contact plannen"));
        Assert.That((await visitor.Get("/agenda/plannen")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await visitor.Get($"/dossiers/{_traject.Id}/contact/plannen")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Tells_on_the_dossier_since_when_there_is_no_contact_and_how_often_it_was_tried()
    {
        await Pga.Given(Recorded(-40, ContactCodes.Held), Recorded(-20, "nobody-home"), Recorded(-9, "nobody-home"), Recorded(-2, "refused"));
        using var visitor = await Pga.SignIn(_expert);

        Assert.That(await visitor.Page($"/dossiers/{_traject.Id}"), Does.Contain("Laatste contact: 22 jan 2026 (40 dagen geleden).").And.Contain("3 pogingen sinds het laatste contact, de laatste op 1 mrt 2026."));
        Assert.That(await visitor.Page("/caseload"), Does.Contain("Poging 1 mrt"));
    }

    [Test]
    public async Task Says_on_the_dossier_and_above_the_forms_that_the_safety_agreement_expired()
    {
        await Pga.Read(async db =>
        {
            (await db.Clients.SingleAsync()).AgreeOnSafety("Altijd met zijn tweeën.", new DateOnly(2026, 3, 1));
            return await db.SaveChangesAsync();
        });
        using var visitor = await Pga.SignIn(_expert);

        foreach (var path in new[] { "", "/contact/plannen", "/contact/nieuw" })
            Assert.That(await visitor.Page($"/dossiers/{_traject.Id}{path}"), Does.Contain("Veiligheidsafspraak verlopen").And.Contain("Altijd met zijn tweeën.").And.Contain("1 mrt 2026"), path);
        Assert.That(await visitor.Page($"/dossiers/{_traject.Id}/veiligheidsafspraak"), Does.Contain("Altijd met zijn tweeën."), "to extend it without typing it again");
    }

    [Test]
    public async Task Answers_the_same_by_the_api()
    {
        await Pga.Given(Planned(1, "Bij de flat"));
        using var visitor = await Pga.SignIn(_expert);

        var agenda = JsonDocument.Parse(await (await visitor.Get("/api/v1/agenda?from=2026-03-02")).Content.ReadAsStringAsync()).RootElement;
        var item = agenda.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("kind").GetString() == ContactCodes.HomeVisit);
        Assert.That((item.GetProperty("on").GetString(), item.GetProperty("at").GetString(), item.GetProperty("place").GetString(), item.GetProperty("about").GetProperty("name").GetString()),
            Is.EqualTo(("2026-03-04", "10:00:00", "Bij de flat", "Noor Voorbeeld")));

        var contact = await Current();
        var path = $"/api/v1/trajects/{_traject.Id}/contact-moments/{contact.Id}";
        var moved = await visitor.PostJson($"{path}/moves", new { baseVersion = contact.Version, date = "2026-03-06", time = "09:00" });
        Assert.That(moved.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        var stale = await visitor.PostJson($"{path}/cancellation", new { baseVersion = contact.Version, reason = "Belde af" });
        Assert.That(stale.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        var cancelled = await visitor.PostJson($"{path}/cancellation", new { baseVersion = (await Current()).Version, reason = "Belde af" });
        Assert.That(cancelled.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var planned = await visitor.PostJson($"/api/v1/trajects/{_traject.Id}/contact-moments/planned", new { kind = "phone", date = "2026-03-09", time = "09:00" });
        Assert.That(planned.StatusCode, Is.EqualTo(HttpStatusCode.Created));
    }

    private async Task<(string, string?)[]> Form()
    {
        var current = await Current();
        return [("Input.CommandId", Guid.CreateVersion7().ToString()), ("Input.BaseVersion", current.Version.ToString())];
    }

    private Task<ContactMoment> Current() => Pga.Read(db => db.ContactMoments.SingleAsync(c => c.SupersededById == null));

    private ContactMoment Planned(int days, string? place = null) =>
        new(Guid.CreateVersion7(), _traject.Id, _expert.Id, Now.AddDays(-10), new ContactDetails(ContactCodes.HomeVisit, Now.AddDays(days), null, Place: place));

    private ContactMoment Recorded(int days, string outcome) =>
        new(Guid.CreateVersion7(), _traject.Id, _expert.Id, Now, new ContactDetails(ContactCodes.HomeVisit, Now.AddDays(days), outcome, "Verslag"));
}
