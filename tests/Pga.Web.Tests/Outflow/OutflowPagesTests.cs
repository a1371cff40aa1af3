using System.Net;
using Microsoft.EntityFrameworkCore;
using Pga.Domain.Assessments;
using Pga.Domain.Clients;
using Pga.Domain.Interventions;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Web.Tests.Outflow;

internal sealed class OutflowPagesTests : WebTest
{
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert);
    private readonly StaffMember _coordinator = A.Staff(StaffRoles.Coordinator);
    private readonly Client _client = A.Client();
    private Traject _traject = null!;

    private string Path => $"/dossiers/{_traject.Id}/uitstroom";

    [SetUp]
    public async Task GivenTraject()
    {
        _traject = A.Traject(_client, _expert);
        await Pga.Given(_expert, _coordinator, _client, _traject);
    }

    [Test]
    public async Task Lists_what_is_needed_with_the_way_to_it_and_keeps_what_was_typed()
    {
        var gym = await Pga.Read(db => db.Interventions.SingleAsync(i => i.Code == "colosseum-gym"));
        var participation = new Participation(Guid.CreateVersion7(), _traject.Id, gym.Id, new DateOnly(2026, 2, 1));
        await Pga.Given(participation);
        using var expert = await Pga.SignIn(_expert);

        Assert.That(await expert.Page(Path), Does.Contain("Colosseum Gym afsluiten").And.Contain("/meting/nieuw?soort=end").And.Contain($"/deelnames/{participation.Id}/eindverslag"));
        var refused = await Propose(expert, "goals-achieved");
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(page, Does.Contain("Doe eerst een eindmeting.").And.Contain("Het gaat goed.").And.Match("value=\"goals-achieved\"[^>]*selected|selected[^>]*value=\"goals-achieved\""));
    }

    [Test]
    public async Task Takes_a_second_person_and_a_second_step()
    {
        await Pga.Given(A.Assessment(_traject, new DateOnly(2026, 3, 1), Moments.End));
        using var expert = await Pga.SignIn(_expert);
        using var coordinator = await Pga.SignIn(_coordinator);
        Assert.That((await Propose(expert, "goals-achieved")).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));

        Assert.That(await expert.Page(Path), Does.Contain("zelf voorgesteld").And.Not.Contain("Bevestigen…"));
        Assert.That(await coordinator.Page(Path), Does.Contain("Bevestigen…").And.Contain("Doelen behaald, stabiel").And.Contain("Positief").And.Contain(_expert.Name).And.Not.Contain("Weet u het zeker?"));
        Assert.That(await coordinator.Page(Path + "?stap=bevestigen"), Does.Contain("Weet u het zeker?"));
        var confirmed = await coordinator.Post(Path + "?handler=Confirm&stap=bevestigen", ("CommandId", Guid.CreateVersion7().ToString()), ("BaseVersion", await Version()));

        Assert.That(confirmed.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await coordinator.Page(Path), Does.Contain("Dit traject is uitgestroomd").And.Contain(_coordinator.Name));
    }

    [Test]
    public async Task Refuses_a_coordinators_own_proposal_also_when_sent_all_the_same()
    {
        using var coordinator = await Pga.SignIn(_coordinator);
        await Propose(coordinator, "out-of-sight");

        var refused = await coordinator.Post(Path + "?handler=Confirm", ("CommandId", Guid.CreateVersion7().ToString()), ("BaseVersion", await Version()));

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), Does.Contain("U hebt deze uitstroom zelf voorgesteld. Een ander moet bevestigen."));
        Assert.That(await Pga.Read(db => db.Trajects.Select(t => t.OutflowConfirmedAt).SingleAsync()), Is.Null);
    }

    [Test]
    public async Task Withdraws_only_with_a_reason()
    {
        using var expert = await Pga.SignIn(_expert);
        await Propose(expert, "out-of-sight");
        async Task<HttpResponseMessage> Withdraw(string reason) => await expert.Post(
            Path + "?handler=Withdraw&stap=intrekken", ("CommandId", Guid.CreateVersion7().ToString()), ("BaseVersion", await Version()), ("Withdrawal.Reason", reason));

        var refused = await Withdraw("");
        var done = await Withdraw("Weer in beeld");

        Assert.That(WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), Does.Contain("href=\"#Withdrawal_Reason\">Schrijf op waarom het voorstel niet doorgaat.").And.Contain("id=\"Withdrawal_Reason\""));
        Assert.That(done.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await Pga.Read(db => db.Trajects.Select(t => t.OutflowProposedAt).SingleAsync()), Is.Null);
    }

    private async Task<HttpResponseMessage> Propose(Visitor visitor, string reason) => await visitor.Post(
        Path, ("CommandId", Guid.CreateVersion7().ToString()), ("BaseVersion", await Version()), ("Input.EndedOn", "2026-03-03"), ("Input.Reason", reason), ("Input.Note", "Het gaat goed."));

    private async Task<string> Version() => (await Pga.Read(db => db.Trajects.Select(t => t.Version).SingleAsync())).ToString();
}
