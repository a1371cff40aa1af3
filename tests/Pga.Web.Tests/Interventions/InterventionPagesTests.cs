using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Pga.Domain.Catalogues;
using Pga.Domain.Clients;
using Pga.Domain.Interventions;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Web.Tests.Interventions;

/// <summary>The road of a referral over the pages: the worker refers, the partner answers, records and reports.</summary>
internal sealed class InterventionPagesTests : WebTest
{
    private static readonly DateOnly Today = new(2026, 3, 3);

    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert);
    private readonly StaffMember _teamMate = A.Staff(StaffRoles.PgaExpert);
    private readonly StaffMember _partner = A.Staff(StaffRoles.Partner, null);
    private readonly StaffMember _other = A.Staff(StaffRoles.Partner, null);
    private readonly Client _noor = A.Client("Noor", "Yıldız", "N-0001");
    private readonly Client _sami = A.Client("Sami", "Bruin", "N-0002");
    private readonly Intervention _boxing = new(Guid.CreateVersion7(), "boksles", "Boksles", "sport", 900);
    private readonly Intervention _course = new(Guid.CreateVersion7(), "cursus", "Cursus", "prevention", 901);
    private Traject _traject = null!;
    private Traject _second = null!;

    private string Part => $"/dossiers/{_traject.Id}/interventies";

    [SetUp]
    public async Task GivenATrajectAndAPartner()
    {
        var partners = await Pga.Read(db => db.Partners.AsNoTracking().ToListAsync());
        _partner.WorkFor(partners.Single(p => p.Code == "jou").Id);
        _other.WorkFor(partners.Single(p => p.Code == "svg").Id);
        _boxing.Offer(_partner.PartnerId, 1, false, costs: 250);
        _course.Offer(_partner.PartnerId, 8, true);
        _noor.AgreeOnSafety("Altijd met twee personen", null);
        _traject = A.Traject(_noor, _expert);
        _second = A.Traject(_sami, _expert);
        await Pga.Given(_expert, _teamMate, _partner, _other, _noor, _sami, _traject, _second, _boxing, _course);
    }

    [Test]
    public async Task Goes_from_referral_to_end_report()
    {
        using var expert = await Pga.SignIn(_expert);
        using var partner = await Pga.SignIn(_partner);
        Assert.That(await expert.Page(Part), Does.Contain("nog geen interventies").And.Contain($"{Part}/verwijs"));
        Assert.That(await expert.Page($"{Part}/verwijs"), Does.Contain("Boksles (JoU, 1 plek vrij, € 250)").And.Contain("De veiligheidsafspraak gaat altijd mee"));
        var made = await Refer(expert, Part);
        Assert.That(made.Headers.Location!.OriginalString, Is.EqualTo(Part));
        Assert.That(await expert.Page(Part), Does.Contain("Wacht op antwoord").And.Contain("Naam, Wijk").And.Contain("Intrekken…"));

        var referral = await Pga.Read(db => db.Referrals.SingleAsync());
        Assert.That(await partner.Page("/partner"), Does.Contain("Noor Yıldız").And.Contain("Geef antwoord").And.Not.Contain(_traject.Id.ToString()));
        var view = await partner.Page($"/partner/verwijzingen/{referral.Id}");
        Assert.That(view, Does.Contain("Noor Yıldız").And.Contain("Overvecht").And.Contain("Altijd met twee personen").And.Contain(_expert.Email).And.Not.Contain("17-05-2005").And.Not.Contain("N-0001"));
        var accepted = await partner.Post($"/partner/verwijzingen/{referral.Id}?handler=Accept", ("CommandId", New()), ("BaseVersion", referral.Version.ToString()));
        Assert.That(accepted.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));

        Assert.That((await partner.Get("/bijeenkomsten/nieuw")).Headers.Location!.OriginalString, Is.EqualTo($"/bijeenkomsten/nieuw?interventie={_boxing.Id}"), "one to choose from");
        var planned = await partner.Post($"/bijeenkomsten/nieuw?interventie={_boxing.Id}", ("Input.CommandId", New()), ("Input.Date", "2026-03-03"), ("Input.Time", "09:00"),
            ("Input.Participants", referral.ParticipationId.ToString()));
        var session = planned.Headers.Location!.OriginalString;
        Assert.That(await partner.Page(session), Does.Contain("Veiligheidsafspraak bij Noor Yıldız").And.Contain("Nog niet ingevuld"));
        Assert.That(await partner.Page("/partner"), Does.Contain("Aanwezigheid invullen").And.Contain("Nog 1 invullen"));
        var recorded = await partner.Post(session, ("Input.CommandId", New()), ("Input.BaseVersion", await Version(db => db.InterventionSessions.Select(s => s.Version))),
            ("Input.Rows[0].ParticipationId", referral.ParticipationId.ToString()), ("Input.Rows[0].Attendance", "late"), ("Input.Rows[0].Note", "Bus gemist"));
        Assert.That(recorded.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await expert.Page(Part), Does.Contain("Te laat").And.Contain("Bus gemist").And.Contain("Loopt"));

        var report = $"/deelnames/{referral.ParticipationId}/eindverslag";
        Assert.That(await partner.Page(report), Does.Contain("Aanwezig bij 1 van 1 bijeenkomsten").And.Not.Contain("Input.HeldElsewhere"));
        var written = await partner.Post(report, ("Input.CommandId", New()), ("Input.BaseVersion", await Version(db => db.Participations.Select(p => p.Version))), ("Input.LastDay", "2026-03-03"),
            ("Input.Reached", "reached"), ("Input.Text", "Sport nu zelf."), ("Input.Advice", "Zo doorgaan"));
        Assert.That(written.Headers.Location!.OriginalString, Is.EqualTo("/partner"));
        Assert.That(await expert.Page(Part), Does.Contain("Afgerond").And.Contain("Sport nu zelf.").And.Contain("Zo doorgaan").And.Contain("Eindverslag verbeteren").And.Contain("1 van 1 bijeenkomsten aanwezig"));
        Assert.That((await partner.Get($"/partner/verwijzingen/{referral.Id}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await partner.Get(report)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await partner.Page("/partner"), Does.Not.Contain("Noor"));
    }

    [Test]
    public async Task Keeps_what_was_typed_when_a_referral_is_refused()
    {
        using var expert = await Pga.SignIn(_expert);

        var refused = await expert.Post($"{Part}/verwijs", ("Input.CommandId", New()), ("Input.InterventionId", _boxing.Id.ToString()), ("Input.Goal", "Weer ritme"), ("Input.GrantUntil", "2026-03-02"));

        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(page, Does.Contain("Weer ritme").And.Contain("href=\"#Input_Fields\">Kies minstens één gegeven").And.Match($"value=\"{_boxing.Id}\"[^>]*selected|selected[^>]*value=\"{_boxing.Id}\""));
        Assert.That(await Pga.Read(db => db.Referrals.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Waits_for_a_full_one_and_tells_both_the_place_in_line()
    {
        using var expert = await Pga.SignIn(_expert);
        using var partner = await Pga.SignIn(_partner);
        await Refer(expert, Part);
        Clock.Advance(TimeSpan.FromSeconds(1));
        var waiting = $"/dossiers/{_second.Id}/interventies";
        Assert.That(await expert.Page($"{waiting}/verwijs"), Does.Contain("Boksles (JoU, vol, € 250)"));

        await Refer(expert, waiting);

        var id = await Pga.Read(db => db.Referrals.Where(r => r.TrajectId == _second.Id).Select(r => r.Id).SingleAsync());
        Assert.That(await expert.Page(waiting), Does.Contain("Op de wachtlijst, plaats 1").And.Not.Contain("Noor"));
        Assert.That(await partner.Page("/partner"), Does.Contain("Wachtlijst").And.Contain("Plaats 1").And.Contain("Noor").And.Not.Contain("Sami"));
        Assert.That(await partner.Page($"/partner/verwijzingen/{id}"), Does.Contain("plaats 1 van de wachtlijst").And.Not.Contain("Sami").And.Not.Contain("Aannemen"));
    }

    [Test]
    public async Task Takes_a_second_step_and_a_reason_to_decline_or_withdraw()
    {
        using var expert = await Pga.SignIn(_expert);
        using var partner = await Pga.SignIn(_partner);
        await Refer(expert, Part);
        var referral = await Pga.Read(db => db.Referrals.SingleAsync());
        var path = $"/partner/verwijzingen/{referral.Id}";
        Assert.That(await partner.Page(path), Does.Not.Contain("Verwijzing afwijzen?"));
        Assert.That(await partner.Page(path + "?stap=afwijzen"), Does.Contain("Verwijzing afwijzen?"));

        var refused = await partner.Post(path + "?handler=Decline&stap=afwijzen", ("CommandId", New()), ("BaseVersion", referral.Version.ToString()), ("Input.Reason", ""));
        Assert.That(WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), Does.Contain("href=\"#Input_Reason\">Schrijf op waarom u de verwijzing afwijst."));
        var declined = await partner.Post(path + "?handler=Decline&stap=afwijzen", ("CommandId", New()), ("BaseVersion", referral.Version.ToString()), ("Input.Reason", "Te jong voor ons"));
        Assert.That(declined.Headers.Location!.OriginalString, Is.EqualTo("/partner"));
        Assert.That((await partner.Get(path)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await expert.Page("/caseload"), Does.Contain("Verwijzingen die een partner heeft afgewezen").And.Contain("Te jong voor ons"));

        await Refer(expert, Part);
        var again = await Pga.Read(db => db.Referrals.SingleAsync(r => r.ClosedAt == null));
        Assert.That(await expert.Page($"{Part}?stap=intrekken&verwijzing={again.Id}"), Does.Contain("Verwijzing intrekken?"));
        var withdrawn = await expert.Post($"{Part}?handler=Withdraw&stap=intrekken&verwijzing={again.Id}", ("CommandId", New()), ("BaseVersion", again.Version.ToString()), ("Input.Reason", "Verhuisd"));
        Assert.That(withdrawn.Headers.Location!.OriginalString, Is.EqualTo(Part));
        Assert.That(await expert.Page(Part), Does.Contain("Niet gestart").And.Contain("Verhuisd"));
    }

    [Test]
    public async Task Ends_and_extends_a_grant()
    {
        using var expert = await Pga.SignIn(_expert);
        await Refer(expert, Part);
        var referral = await Pga.Read(db => db.Referrals.SingleAsync());
        var ended = await expert.Post($"{Part}?handler=EndGrant&stap=inzage-beeindigen&verwijzing={referral.Id}", ("CommandId", New()), ("BaseVersion", referral.Version.ToString()));
        Assert.That(ended.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await expert.Page(Part), Does.Contain("Inzage beëindigd op 3 mrt 2026").And.Not.Contain("Inzage beëindigen…"));

        var extended = await expert.Post($"{Part}?handler=ExtendGrant&stap=verlengen&verwijzing={referral.Id}", ("CommandId", New()),
            ("BaseVersion", await Version(db => db.Referrals.Select(r => r.Version))), ("Input.GrantUntil", "2026-11-01"));

        Assert.That(extended.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await expert.Page(Part), Does.Contain("Inzage tot en met 1 nov 2026"));
    }

    [Test]
    public async Task Shows_no_action_to_who_only_reads_along_and_refuses_it()
    {
        using var expert = await Pga.SignIn(_expert);
        using var mate = await Pga.SignIn(_teamMate);
        await Refer(expert, Part);
        var referral = await Pga.Read(db => db.Referrals.SingleAsync());

        Assert.That(await mate.Page(Part), Does.Contain("Boksles").And.Not.Contain("Intrekken…").And.Not.Contain("Verwijzen</a>"));
        Assert.That((await mate.Get($"{Part}/verwijs")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await mate.Post($"{Part}?handler=Withdraw&verwijzing={referral.Id}", ("CommandId", New()), ("BaseVersion", referral.Version.ToString()), ("Input.Reason", "Nee"))).StatusCode,
            Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Sends_a_partner_to_their_own_page_and_nowhere_else()
    {
        using var expert = await Pga.SignIn(_expert);
        using var other = await Pga.SignIn(_other);
        await Refer(expert, Part);
        var referral = await Pga.Read(db => db.Referrals.SingleAsync());

        Assert.That((await other.Get("/")).Headers.Location!.OriginalString, Is.EqualTo("/partner"));
        Assert.That(await other.Page("/partner"), Does.Contain("SVG").And.Contain("geen verwijzingen om te beantwoorden").And.Not.Contain("Zoek op naam").And.Not.Contain("/caseload"));
        Assert.That((await other.Get($"/partner/verwijzingen/{referral.Id}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        foreach (var path in new[] { "/caseload", Part, $"/dossiers/{_traject.Id}", "/rapportage" })
            Assert.That((await other.Get(path)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), path);
    }

    [Test]
    public async Task Keeps_a_session_that_is_refused_and_calls_one_off()
    {
        using var expert = await Pga.SignIn(_expert);
        using var partner = await Pga.SignIn(_partner);
        await Refer(expert, Part);
        var referral = await Pga.Read(db => db.Referrals.SingleAsync());
        await partner.Post($"/partner/verwijzingen/{referral.Id}?handler=Accept", ("CommandId", New()), ("BaseVersion", referral.Version.ToString()));
        var form = $"/bijeenkomsten/nieuw?interventie={_boxing.Id}";

        var refused = await partner.Post(form, ("Input.CommandId", New()), ("Input.Date", "2026-03-10"), ("Input.Time", "14:30"));
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.That(page, Does.Contain("Kies minstens één deelnemer.").And.Contain("value=\"14:30\""));
        Assert.That(WebUtility.HtmlDecode(await (await partner.Post(form, ("Input.CommandId", New()), ("Input.Date", "2026-03-10"), ("Input.Participants", referral.ParticipationId.ToString()))).Content.ReadAsStringAsync()),
            Does.Contain("Vul een tijd in."));
        var planned = await partner.Post(form, ("Input.CommandId", New()), ("Input.Date", "2026-03-10"), ("Input.Time", "14:30"), ("Input.Participants", referral.ParticipationId.ToString()));
        var session = planned.Headers.Location!.OriginalString;
        Assert.That(await partner.Page(session), Does.Contain("nog niet geweest"));
        var moved = await partner.Post($"{session}/wijzig", ("Input.CommandId", New()), ("Input.BaseVersion", await Version(db => db.InterventionSessions.Select(s => s.Version))),
            ("Input.Date", "2026-03-11"), ("Input.Time", "15:00"), ("Input.Participants", referral.ParticipationId.ToString()));
        Assert.That(moved.Headers.Location!.OriginalString, Is.EqualTo(session));

        Assert.That(await partner.Page(session + "?stap=afzeggen"), Does.Contain("Bijeenkomst afzeggen?"));
        var cancelled = await partner.Post(session + "?handler=Cancel&stap=afzeggen", ("Input.CommandId", New()), ("Input.BaseVersion", await Version(db => db.InterventionSessions.Select(s => s.Version))));
        Assert.That(cancelled.Headers.Location!.OriginalString, Is.EqualTo("/bijeenkomsten"));
        Assert.That(await partner.Page("/bijeenkomsten"), Does.Contain("Afgezegd").And.Contain("wo 11 mrt 2026, 15:00"));
    }

    [Test]
    public async Task Makes_groups_that_can_be_referred_to_until_their_last_day()
    {
        using var partner = await Pga.SignIn(_partner);
        using var expert = await Pga.SignIn(_expert);
        Assert.That(await partner.Page("/groepen"), Does.Contain("Zonder groep kan niemand verwijzen."));
        var made = await partner.Post("/groepen", ("CommandId", New()), ("Input.InterventionId", _course.Id.ToString()), ("Input.Name", "Maandagavond"));
        Assert.That(made.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await partner.Page("/groepen"), Does.Contain("Cursus, Maandagavond").And.Contain("8 van 8 vrij"));
        Assert.That(await expert.Page($"{Part}/verwijs"), Does.Contain("Cursus, Maandagavond (JoU, 8 plekken vrij)"));

        var group = await Pga.Read(db => db.InterventionGroups.SingleAsync());
        Assert.That(await partner.Page($"/groepen?groep={group.Id}"), Does.Contain("Laat leeg als de groep doorgaat."));
        await partner.Post($"/groepen?handler=End&groep={group.Id}", ("CommandId", New()), ("BaseVersion", group.Version.ToString()), ("Input.Until", "2026-03-01"));

        Assert.That(await partner.Page("/groepen"), Does.Contain("Gestopt"));
        Assert.That(await expert.Page($"{Part}/verwijs"), Does.Not.Contain("Maandagavond"));
    }

    [Test]
    public async Task Writes_the_end_report_of_an_imported_participation_from_the_outflow_page()
    {
        var gym = await Pga.Read(db => db.Interventions.SingleAsync(i => i.Code == "colosseum-gym"));
        var participation = new Participation(Guid.CreateVersion7(), _traject.Id, gym.Id, Today.AddDays(-40), "P-1");
        participation.Start(Today.AddDays(-30));
        await Pga.Given(participation);
        using var expert = await Pga.SignIn(_expert);
        var path = $"/deelnames/{participation.Id}/eindverslag";
        Assert.That(await expert.Page($"/dossiers/{_traject.Id}/uitstroom"), Does.Contain(path));
        Assert.That(await expert.Page(path), Does.Contain("Bijeenkomsten die hier niet in staan").And.Contain("Noor Yıldız"));

        var written = await expert.Post(path, ("Input.CommandId", New()), ("Input.BaseVersion", participation.Version.ToString()), ("Input.LastDay", "2026-03-01"),
            ("Input.HeldElsewhere", "6"), ("Input.AttendedElsewhere", "2"), ("Input.Reached", "partly"), ("Input.Text", "Kwam weinig."));

        Assert.That(written.Headers.Location!.OriginalString, Is.EqualTo(Part));
        Assert.That(await expert.Page(Part), Does.Contain("Voortijdig gestopt").And.Contain("2 van 6 bijeenkomsten"));
    }

    [Test]
    public async Task Goes_the_same_road_over_the_api()
    {
        using var expert = await Pga.SignIn(_expert);
        using var partner = await Pga.SignIn(_partner);
        var referral = await Id(await expert.PostJson($"/api/v1/trajects/{_traject.Id}/intervention-referrals",
            new { interventionId = _boxing.Id, fields = new[] { "wijk" }, purpose = "Om te sporten", grantUntil = "2026-06-01" }));
        var view = await Json(await partner.Get($"/api/v1/intervention-referrals/{referral}"));
        Assert.That(view.GetRawText(), Does.Contain("overvecht").And.Not.Contain("Noor").And.Not.Contain(_noor.Id.ToString()).And.Not.Contain(_traject.Id.ToString()));
        await Id(await partner.PostJson($"/api/v1/intervention-referrals/{referral}/acceptance", new { baseVersion = view.GetProperty("version").GetGuid() }));
        var participation = view.GetProperty("participationId").GetGuid();

        var session = await Id(await partner.PostJson("/api/v1/intervention-sessions", new { interventionId = _boxing.Id, date = "2026-03-03", time = "09:00", participants = new[] { participation } }));
        var sheet = await Json(await partner.Get($"/api/v1/intervention-sessions/{session}"));
        await Id(await partner.PostJson($"/api/v1/intervention-sessions/{session}/attendance",
            new { baseVersion = sheet.GetProperty("version").GetGuid(), rows = new[] { new { participationId = participation, attendance = "attended" } } }));

        var cards = await Json(await expert.Get($"/api/v1/trajects/{_traject.Id}/interventions"));
        Assert.That(cards.GetProperty("participations")[0].GetProperty("state").GetString(), Is.EqualTo("running"));
        Assert.That((await partner.Get($"/api/v1/trajects/{_traject.Id}/interventions")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        using var other = await Pga.SignIn(_other);
        Assert.That((await other.Get($"/api/v1/intervention-referrals/{referral}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        var refused = await partner.PostJson("/api/v1/intervention-sessions", new { interventionId = _boxing.Id, date = "2026-03-03", time = "09:00", participants = Array.Empty<Guid>() });
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await Json(await partner.Get("/api/v1/partner-desk"))).GetProperty("allParticipants").GetInt32(), Is.EqualTo(1));
    }

    private Task<HttpResponseMessage> Refer(Visitor expert, string part) => expert.Post($"{part}/verwijs",
        ("Input.CommandId", New()), ("Input.InterventionId", _boxing.Id.ToString()), ("Input.Goal", "Weer ritme"), ("Input.Fields", "name"), ("Input.Fields", "wijk"),
        ("Input.Purpose", "Om te begeleiden bij het sporten"), ("Input.GrantUntil", "2026-08-01"));

    private static string New() => Guid.CreateVersion7().ToString();

    private async Task<string> Version(Func<Application.Data.PgaDbContext, IQueryable<Guid>> of) => (await Pga.Read(db => of(db).FirstAsync())).ToString();

    private static async Task<JsonElement> Json(HttpResponseMessage response)
    {
        Assert.That(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<Guid> Id(HttpResponseMessage response) => (await Json(response)).GetProperty("id").GetGuid();
}
