using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Pga.Domain.Clients;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Web.Tests.Trajects;

internal sealed class TeamPagesTests : WebTest
{
    private readonly StaffMember _coordinator = A.Staff(StaffRoles.Coordinator, name: "Karin Proef");
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert, name: "Sanne Proef");
    private readonly StaffMember _colleague = A.Staff(StaffRoles.PgaExpert, name: "Tarik Proef");
    private readonly StaffMember _rio = A.Staff(StaffRoles.Rio, name: "Marleen Proef");
    private readonly StaffMember _otherRio = A.Staff(StaffRoles.Rio, name: "Bas Proef");
    private readonly StaffMember _manager = A.Staff(StaffRoles.Manager, null, "Mirjam Proef");
    private readonly Client _client = A.Client("Noor", "Voorbeeld");
    private Traject _traject = null!;
    private Traject _rioTraject = null!;

    [SetUp]
    public async Task GivenTrajects()
    {
        _traject = A.Traject(_client, _expert);
        _rioTraject = A.Traject(_client, _rio, Programmes.Rio);
        await Pga.Given(_coordinator, _expert, _colleague, _rio, _otherRio, _manager, _client, _traject, _rioTraject);
    }

    [Test]
    public async Task A_replaced_worker_loses_access_at_the_next_request_with_the_cookie_still_valid()
    {
        using var rio = await Pga.SignIn(_rio);
        using var replacement = await Pga.SignIn(_otherRio);
        var dossier = $"/dossiers/{_rioTraject.Id}";
        Assert.That((await replacement.Get(dossier)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        var made = await rio.Post("/afwezigheid/nieuw",
            ("Input.CommandId", New()), ("Input.From", "2026-03-03"), ("Input.Until", "2026-03-20"), ("Input.ReplacementId", _otherRio.Id.ToString()));
        var absence = made.Headers.Location!.OriginalString;
        Assert.That(await replacement.Page(dossier), Does.Contain("Vervanging door <b>Bas Proef</b> tot en met 20 mrt 2026"));
        Assert.That(await replacement.Page("/caseload"), Does.Contain("vervanging t/m 20 mrt").And.Contain("Noor Voorbeeld"));
        Assert.That(await replacement.Page("/team"), Does.Contain("U vervangt Marleen Proef"));

        var ended = await rio.Post($"{absence}?handler=End&stap=beeindigen", ("CommandId", New()));

        Assert.That(ended.Headers.Location!.OriginalString, Is.EqualTo("/team"));
        Assert.That((await replacement.Get(dossier)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await replacement.Get($"{dossier}/contact/nieuw")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await replacement.Get($"/api/v1/trajects/{_rioTraject.Id}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await replacement.Page("/caseload"), Does.Not.Contain("Noor Voorbeeld"), "still signed in");
        Assert.That((await rio.Get(dossier)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task The_giver_of_a_transfer_loses_access_at_the_next_request()
    {
        using var rio = await Pga.SignIn(_rio);
        using var receiver = await Pga.SignIn(_otherRio);
        var proposed = await rio.Post($"/dossiers/{_rioTraject.Id}/team/overdragen",
            ("Input.CommandId", New()), ("Input.Role", AssignmentRoles.Rio), ("Input.To", _otherRio.Id.ToString()), ("Input.StartsOn", "2026-03-03"), ("Input.Note", "Noor belt liever."));
        var path = proposed.Headers.Location!.OriginalString;
        Assert.That(path, Does.StartWith("/overdrachten/"));
        Assert.That(await receiver.Page("/team"), Does.Contain("Overdracht van 1 traject van Marleen Proef").And.Not.Contain("Noor"));
        Assert.That(await receiver.Page(path), Does.Contain("Noor belt liever.").And.Contain("1 traject dat u niet kunt openen").And.Not.Contain("Voorbeeld"));

        await receiver.Post($"{path}?handler=Accept", ("CommandId", New()));

        Assert.That(await receiver.Page(path), Does.Contain("Noor Voorbeeld").And.Contain("Aangenomen"));
        Assert.That((await rio.Get($"/dossiers/{_rioTraject.Id}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await rio.Get(path)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(Pga.Log.Lines, Has.None.Contain("Noor").And.None.Contain("belt liever"));
    }

    [Test]
    public async Task The_team_of_a_dossier_shows_who_and_offers_only_what_one_may_do()
    {
        var path = $"/dossiers/{_traject.Id}/team";
        using var coordinator = await Pga.SignIn(_coordinator);
        using var expert = await Pga.SignIn(_expert);
        using var colleague = await Pga.SignIn(_colleague);
        Assert.That(await coordinator.Page(path), Does.Contain("Collega toewijzen").And.Contain("Overdragen…").And.Contain("Sanne Proef").And.Contain("Nog niemand heeft: procesregie"));
        Assert.That(await expert.Page(path), Does.Not.Contain("Collega toewijzen").And.Contain("Overdragen…"));
        Assert.That(await colleague.Page(path), Does.Not.Contain("Collega toewijzen").And.Not.Contain("Overdragen…"));
        Assert.That((await colleague.Get($"{path}/toewijzen")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await colleague.Get($"{path}/overdragen")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));

        var assigned = await coordinator.Post($"{path}/toewijzen", await Assign(AssignmentRoles.Process, _coordinator));
        Assert.That(assigned.Headers.Location!.OriginalString, Is.EqualTo(path));
        Assert.That(await coordinator.Page(path), Does.Contain("De collega is toegewezen.").And.Not.Contain("Nog niemand heeft"));
        var last = await Pga.Read(db => db.Assignments.SingleAsync(a => a.TrajectId == _traject.Id && a.Role == AssignmentRoles.Case));
        var refused = await coordinator.Post($"{path}/{last.Id}/beeindigen", ("Input.CommandId", New()), ("Input.BaseVersion", await Version()), ("Input.When", "nu"));
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await Text(refused), Does.Contain("Dit is de laatste casusregie van een lopend traject."));
    }

    [Test]
    public async Task Shows_both_versions_when_somebody_else_assigned_first()
    {
        var path = $"/dossiers/{_traject.Id}/team/toewijzen";
        using var coordinator = await Pga.SignIn(_coordinator);
        var stale = await Assign(AssignmentRoles.Case, _colleague);
        await coordinator.Post(path, await Assign(AssignmentRoles.Process, _expert));

        var conflict = await coordinator.Post(path, stale);

        Assert.That(conflict.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        var page = await Text(conflict);
        Assert.That(page, Does.Contain("Dit staat er nu, en dit hebt u ingevuld").And.Contain("Sanne Proef vanaf 03-03-2025").And.Contain("Tarik Proef"));
        Assert.That(page, Does.Contain($"name=\"Input.BaseVersion\" value=\"{await Version()}\""), "sending again goes on top of it");
    }

    [Test]
    public async Task Divides_cases_and_keeps_what_was_chosen_when_something_is_missing()
    {
        using var coordinator = await Pga.SignIn(_coordinator);
        Assert.That(await coordinator.Page("/team"), Does.Contain("zonder procesregie").And.Contain("Sanne Proef").And.Contain("Caseload per medewerker"));
        var path = $"/team/verdelen?rol={AssignmentRoles.Process}";
        Assert.That(await coordinator.Page(path), Does.Contain("Noor Voorbeeld"));

        var refused = await coordinator.Post(path, ("Input.CommandId", New()), ("Input.TrajectIds", _traject.Id.ToString()), ("Input.How", "toewijzen"), ("Input.StartsOn", "2026-03-03"));
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await Text(refused), Does.Contain("Kies minstens één collega.").And.Match($"value=\"{_traject.Id}\" checked"));
        var none = await coordinator.Post(path, ("Input.CommandId", New()), ("Input.To", _colleague.Id.ToString()), ("Input.How", "toewijzen"), ("Input.StartsOn", "2026-03-03"));
        Assert.That(await Text(none), Does.Contain("Kies minstens één traject."));

        var done = await coordinator.Post(path,
            ("Input.CommandId", New()), ("Input.TrajectIds", _traject.Id.ToString()), ("Input.To", _colleague.Id.ToString()), ("Input.How", "toewijzen"), ("Input.StartsOn", "2026-03-03"));
        Assert.That(done.Headers.Location!.OriginalString, Is.EqualTo("/team"));
        Assert.That(await coordinator.Page(path), Does.Contain("Alle trajecten zijn verdeeld."));
        Assert.That(await coordinator.Page($"/caseload?medewerker={_colleague.Id}"), Does.Contain("Caseload van Tarik Proef").And.Contain("Noor Voorbeeld"));
    }

    [Test]
    public async Task Is_not_for_who_has_no_dossiers_and_a_colleagues_cases_are_not_ones_own()
    {
        using var manager = await Pga.SignIn(_manager);
        foreach (var path in new[] { "/team", "/team/verdelen", "/afwezigheid/nieuw", $"/overdrachten/{Guid.CreateVersion7()}", $"/afwezigheid/{Guid.CreateVersion7()}" })
            Assert.That((await manager.Get(path)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), path);
        using var expert = await Pga.SignIn(_expert);
        Assert.That((await expert.Get($"/team/verdelen?medewerker={_colleague.Id}")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await expert.Get($"/caseload?medewerker={_colleague.Id}")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await expert.Get($"/overdrachten/{Guid.CreateVersion7()}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task The_api_does_the_same()
    {
        using var coordinator = await Pga.SignIn(_coordinator);
        using var colleague = await Pga.SignIn(_colleague);
        var made = await coordinator.PostJson("/api/v1/transfers", new
        {
            role = AssignmentRoles.Case,
            fromStaffId = _expert.Id,
            trajectIds = new[] { _traject.Id },
            toStaffIds = new[] { _colleague.Id },
            startsOn = "2026-03-03",
            note = "Notitie",
        });
        Assert.That(made.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        var path = made.Headers.Location!.OriginalString;
        Assert.That(await Json(coordinator, path), Does.Contain("\"mayAnswer\":false"));
        Assert.That((await coordinator.PostJson($"{path}/acceptance", new { })).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await colleague.PostJson($"{path}/acceptance", new { })).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var again = await colleague.PostJson($"{path}/acceptance", new { });
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await again.Content.ReadAsStringAsync(), Does.Contain("transfer.closed"));

        var absence = await coordinator.PostJson("/api/v1/absences", new { staffId = _colleague.Id, from = "2026-03-03", until = "2026-03-10", replacementId = _expert.Id });
        Assert.That(absence.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(await Json(coordinator, $"/api/v1/trajects/{_traject.Id}/team"), Does.Contain("\"role\":\"vervanging\""));
        Assert.That(await Json(coordinator, "/api/v1/team"), Does.Contain("\"replacing\":1"));
        Assert.That((await coordinator.PostJson($"{absence.Headers.Location!.OriginalString}/ending", new { })).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await Json(coordinator, "/api/v1/absences"), Does.Contain("\"own\":[]"));
        var divided = await coordinator.PostJson("/api/v1/team/assignments", new { role = AssignmentRoles.Process, trajectIds = new[] { _traject.Id }, toStaffIds = new[] { _expert.Id }, from = "2026-03-03" });
        Assert.That(divided.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await Json(coordinator, $"/api/v1/team/cases?role={AssignmentRoles.Process}"), Does.Contain("\"total\":0"));
    }

    private static string New() => Guid.CreateVersion7().ToString();

    private async Task<(string, string?)[]> Assign(string role, StaffMember who) =>
    [
        ("Input.CommandId", New()), ("Input.BaseVersion", await Version()), ("Input.Role", role), ("Input.StaffId", who.Id.ToString()), ("Input.From", "2026-03-03"),
    ];

    private async Task<string> Version() => (await Pga.Read(db => db.Trajects.Where(t => t.Id == _traject.Id).Select(t => t.Version).SingleAsync())).ToString();

    private static async Task<string> Text(HttpResponseMessage response) => WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

    private static async Task<string> Json(Visitor visitor, string path)
    {
        var response = await visitor.Get(path);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
        using var parsed = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return parsed.RootElement.GetRawText();
    }
}
