using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Pga.Domain.Clients;
using Pga.Domain.Conferences;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Web.Tests.Conferences;

internal sealed class ConferencePagesTests : WebTest
{
    private static readonly DateOnly Today = new(2026, 3, 3);

    private readonly StaffMember _coordinator = A.Staff(StaffRoles.Coordinator, name: "Karin Proef");
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert, name: "Sanne Proef");
    private readonly StaffMember _rio = A.Staff(StaffRoles.Rio, name: "Marleen Proef");
    private readonly Client _noor = A.Client("Noor", "Voorbeeld");
    private readonly Client _sami = A.Client("Sami", "Proefman");
    private Traject _ofNoor = null!;
    private Traject _ofSami = null!;

    [SetUp]
    public async Task GivenTrajects()
    {
        _ofNoor = A.Traject(_noor, _expert);
        _ofSami = A.Traject(_sami, _rio, Programmes.Rio);
        await Pga.Given(_coordinator, _expert, _rio, _noor, _sami, _ofNoor, _ofSami);
    }

    [Test]
    public async Task A_coordinator_plans_discusses_and_closes_and_nothing_typed_is_lost()
    {
        using var coordinator = await Pga.SignIn(_coordinator);
        Assert.That(await coordinator.Page("/overleggen"), Does.Contain("Er is geen overleg gepland. Kies ‘Overleg plannen’ voor het eerste."));
        var wrong = await coordinator.Post("/overleggen/nieuw", ("Input.CommandId", New()), ("Input.HeldOn", "2026-03-02"), ("Input.StartsAt", "09:30"), ("Input.Place", "Stadskantoor"));
        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await Text(wrong), Does.Contain("Deze dag is al geweest. Kies vandaag of later.").And.Contain("value=\"Stadskantoor\""));
        var agenda = await Plan(coordinator);
        Assert.That(await coordinator.Page(agenda), Does.Contain("Noor Voorbeeld").And.Contain("Nog geen plan van aanpak"));
        var none = await coordinator.Post(agenda, ("CommandId", New()));
        Assert.That(await Text(none), Does.Contain("Kies minstens één traject."));
        await PutOn(coordinator, agenda, _ofNoor, _ofSami);
        var its = await CaseOf(_ofNoor);
        var page = $"{agenda}/{its.Id}";

        Assert.That(await coordinator.Page(page), Does.Contain("Bespreken").And.Contain("Sanne Proef").And.Not.Contain("Sami"));
        await coordinator.Post($"{page}?handler=Open", ("CommandId", New()), ("TrajectId", Id(_ofNoor)));
        var second = await coordinator.Post($"{agenda}/{(await CaseOf(_ofSami)).Id}?handler=Open", ("CommandId", New()), ("TrajectId", Id(_ofSami)));
        Assert.That(await Text(second), Does.Contain("Er staat al een casus open. Rond die eerst af: u bespreekt één casus tegelijk."));

        // The action isn't complete: the rest is saved, and what was typed of it stays.
        var half = await coordinator.Post(page, [.. await Form(its), ("Minutes.Text", "Het gaat beter."), ("Decision.Text", "Naar de gym"), ("Action.Text", "School bellen")]);
        Assert.That(half.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        var shown = await Text(half);
        Assert.That(shown, Does.Contain("Kies wie dit doet.").And.Contain("School bellen").And.Contain("Het gaat beter.").And.Contain("Naar de gym</p>").And.Not.Contain("Naar de gym</textarea>"));
        Assert.That(await Pga.Read(db => db.Decisions.CountAsync()), Is.EqualTo(1));

        var unknown = await coordinator.Post(page, [.. await Form(its), ("Minutes.Text", "Het gaat beter."), ("afronden", "ja")]);
        Assert.That(await Text(unknown), Does.Contain("Vul eerst in wie erbij was."));
        var invitation = await Pga.Read(db => db.ConferenceInvitations.SingleAsync(i => i.ConferenceCaseId == its.Id));
        var outsider = await coordinator.Post(page,
            [.. await Form(its), ("Minutes.Text", "Het gaat beter."), ("Invite.Organisation", "Politie"), ("Invite.Function", "wijkagent"), ("Invite.Ground", "Convenant"), ("Presence.Rows[0].InvitationId", invitation.Id.ToString()), ("Presence.Rows[0].Present", "ja")]);
        Assert.That(outsider.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        var agent = await Pga.Read(db => db.ConferenceInvitations.SingleAsync(i => i.StaffId == null));
        var done = await coordinator.Post(page, [
            .. await Form(its), ("Minutes.Text", "Het gaat beter."), ("Action.Text", "School bellen"), ("Action.Owner", $"staff:{_expert.Id}"), ("Action.DueOn", "2026-03-20"), ("Action.Leefgebied", "gezin"),
            ("Action.Goal", "Rust thuis"), ("Presence.Rows[0].InvitationId", agent.Id.ToString()), ("Presence.Rows[0].Present", "ja"), ("afronden", "ja")]);
        Assert.That(done.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await coordinator.Page(page), Does.Contain("De casus is afgerond.").And.Contain("Volgende casus bespreken").And.Contain("Vastgelegd als verstrekking aan Politie.").And.Not.Contain("Sami"));
        Assert.That(await coordinator.Page($"/dossiers/{_ofNoor.Id}/plan"), Does.Contain("School bellen"));
        Assert.That(await coordinator.Page($"/dossiers/{_ofNoor.Id}/overleg/{its.Id}/print"), Does.Contain("Sanne Proef; wijkagent, Politie").And.Contain("Naar de gym"));
        Assert.That(Pga.Log.Lines, Has.None.Contain("Noor").And.None.Contain("beter").And.None.Contain("gym").And.None.Contain("Convenant"));
    }

    [Test]
    public async Task A_worker_sees_their_own_case_and_leads_nothing()
    {
        using var coordinator = await Pga.SignIn(_coordinator);
        using var rio = await Pga.SignIn(_rio);
        Assert.That(await rio.Page("/overleggen"), Does.Not.Contain("Overleg plannen").And.Contain("Er is geen overleg gepland met een casus van u."));
        var agenda = await Plan(coordinator);
        Assert.That((await rio.Get(agenda)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        await PutOn(coordinator, agenda, _ofNoor, _ofSami);

        Assert.That(await rio.Page("/overleggen"), Does.Contain("1 casus").And.Not.Contain("2 casussen"));
        Assert.That(await rio.Page(agenda), Does.Contain("Sami Proefman").And.Not.Contain("Noor").And.Not.Contain("Omhoog").And.Not.Contain("Op de agenda zetten"));
        Assert.That(await rio.Page($"{agenda}/{(await CaseOf(_ofSami)).Id}"), Does.Not.Contain("Bespreken").And.Not.Contain("Verslag</label>"));
        Assert.That((await rio.Get($"{agenda}/{(await CaseOf(_ofNoor)).Id}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await rio.Get($"{agenda}/wijzig")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await rio.Get("/overleggen/nieuw")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await rio.Get($"/dossiers/{_ofNoor.Id}/overleg")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_worker_puts_a_case_forward_and_takes_it_back()
    {
        using var expert = await Pga.SignIn(_expert);
        var part = $"/dossiers/{_ofNoor.Id}/overleg";
        Assert.That(await expert.Page(part), Does.Contain("Dit traject is nog niet besproken in een casusoverleg.").And.Contain("Inbrengen"));
        Assert.That(await Text(await expert.Post($"{part}/inbrengen", ("Input.CommandId", New()), ("Input.Question", ""))), Does.Contain("Schrijf op wat u wilt bespreken."));
        var put = await expert.Post($"{part}/inbrengen", ("Input.CommandId", New()), ("Input.Question", "Wie neemt het over?"));
        Assert.That(put.Headers.Location!.OriginalString, Is.EqualTo(part));
        Assert.That(await expert.Page(part), Does.Contain("Ingebracht voor het eerstvolgende overleg.").And.Contain("“Wie neemt het over?”").And.Not.Contain("overleg/inbrengen"));

        var its = await CaseOf(_ofNoor);
        await expert.Post($"{part}?handler=TakeBack", ("CommandId", New()), ("CaseId", its.Id.ToString()));

        Assert.That(await expert.Page(part), Does.Contain("De inbreng is teruggenomen.").And.Contain("overleg/inbrengen"));
    }

    [Test]
    public async Task Correcting_shows_both_versions_when_somebody_was_first()
    {
        using var coordinator = await Pga.SignIn(_coordinator);
        var agenda = await Plan(coordinator);
        await PutOn(coordinator, agenda, _ofNoor);
        var its = await CaseOf(_ofNoor);
        var page = $"{agenda}/{its.Id}";
        await coordinator.Post($"{page}?handler=Open", ("CommandId", New()), ("TrajectId", Id(_ofNoor)));
        var invitation = await Pga.Read(db => db.ConferenceInvitations.SingleAsync());
        await coordinator.Post(page, [.. await Form(its), ("Minutes.Text", "Woont bij tante."), ("Decision.Text", "Naar de gym"), ("Presence.Rows[0].InvitationId", invitation.Id.ToString()), ("Presence.Rows[0].Present", "ja"), ("afronden", "ja")]);
        var part = $"/dossiers/{_ofNoor.Id}/overleg";
        var stale = (await CaseOf(_ofNoor)).MinutesVersion.ToString();
        (string, string?)[] Correction(string text) => [("Input.CommandId", New()), ("Input.BaseVersion", stale), ("Input.Text", text), ("Input.Reason", "Verkeerd verstaan")];
        await coordinator.Post($"{part}/{its.Id}/verslag", Correction("Woont bij oma."));

        var conflict = await coordinator.Post($"{part}/{its.Id}/verslag", Correction("Woont bij opa."));

        Assert.That(conflict.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await Text(conflict), Does.Contain("Woont bij oma.").And.Contain("Woont bij opa.</textarea>"));
        var decision = await Pga.Read(db => db.Decisions.SingleAsync());
        var corrected = await coordinator.Post($"{part}/besluiten/{decision.Id}?casus={its.Id}", ("Input.CommandId", New()), ("Input.BaseVersion", decision.Version.ToString()), ("Input.Text", "Naar de coach"), ("Input.Reason", "Vergissing"));
        Assert.That(corrected.Headers.Location!.OriginalString, Is.EqualTo(part));
        Assert.That(await coordinator.Page(part), Does.Contain("Naar de coach").And.Contain("Eerder stond hier: “Naar de gym” Verbeterd omdat: Vergissing").And.Contain("Woont bij tante."));
    }

    [Test]
    public async Task The_api_says_the_same()
    {
        using var coordinator = await Pga.SignIn(_coordinator);
        using var rio = await Pga.SignIn(_rio);
        var made = await coordinator.PostJson("/api/v1/case-conferences", new { heldOn = Today, startsAt = new TimeOnly(9, 30), place = "Stadskantoor" });
        Assert.That(made.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        var conference = made.Headers.Location!.OriginalString;
        Assert.That((await coordinator.PostJson($"{conference}/cases", new { trajectIds = new[] { _ofNoor.Id, _ofSami.Id } })).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await rio.PostJson("/api/v1/case-conferences", new { heldOn = Today, startsAt = new TimeOnly(9, 30), place = "Stadskantoor" })).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        using var agenda = JsonDocument.Parse(await (await rio.Get(conference)).Content.ReadAsStringAsync());
        Assert.That(agenda.RootElement.GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("trajectId").GetGuid()), Is.EqualTo(new[] { _ofSami.Id }));

        var its = await CaseOf(_ofNoor);
        var path = $"/api/v1/trajects/{_ofNoor.Id}/conference-cases/{its.Id}";
        Assert.That((await coordinator.PostJson($"{path}/decisions", new { text = "Te vroeg" })).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await coordinator.PostJson($"{path}/opening", new { })).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await coordinator.PostJson($"{path}/decisions", new { text = "Naar de gym" })).StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That((await coordinator.PostJson($"{path}/invitations", new { organisation = "Politie", function = "wijkagent" })).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity), "no ground");
        Assert.That((await rio.PostJson($"{path}/decisions", new { text = "Mag niet" })).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await rio.Get($"/api/v1/trajects/{_ofNoor.Id}/conference-cases")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await (await coordinator.Get(path)).Content.ReadAsStringAsync(), Does.Contain("Naar de gym"));
    }

    private static string New() => Guid.CreateVersion7().ToString();

    private static string Id(Traject traject) => traject.Id.ToString();

    private static async Task<string> Text(HttpResponseMessage response) => WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

    private static async Task<string> Plan(Visitor coordinator)
    {
        var made = await coordinator.Post("/overleggen/nieuw", ("Input.CommandId", New()), ("Input.HeldOn", "2026-03-03"), ("Input.StartsAt", "09:30"), ("Input.Place", "Stadskantoor"));
        Assert.That(made.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        return made.Headers.Location!.OriginalString;
    }

    private static async Task PutOn(Visitor coordinator, string agenda, params Traject[] trajects)
    {
        var put = await coordinator.Post(agenda, [("CommandId", New()), .. trajects.Select(t => ("Input.TrajectIds", (string?)Id(t)))]);
        Assert.That(put.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    private Task<ConferenceCase> CaseOf(Traject traject) => Pga.Read(db => db.ConferenceCases.AsNoTracking().SingleAsync(c => c.TrajectId == traject.Id));

    private async Task<(string, string?)[]> Form(ConferenceCase its) =>
    [
        ("TrajectId", its.TrajectId.ToString()), ("Presence.CommandId", New()), ("Invite.CommandId", New()), ("Minutes.CommandId", New()),
        ("Minutes.BaseVersion", (await Pga.Read(db => db.ConferenceCases.AsNoTracking().SingleAsync(c => c.Id == its.Id))).MinutesVersion.ToString()),
        ("Decision.CommandId", New()), ("Action.CommandId", New()),
    ];
}
