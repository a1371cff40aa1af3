using System.Net;
using Microsoft.EntityFrameworkCore;
using Pga.Domain.Clients;
using Pga.Domain.Relations;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Web.Tests.Plans;

internal sealed class PlanPagesTests : WebTest
{
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert, name: "Sanne de Wit");
    private readonly StaffMember _coordinator = A.Staff(StaffRoles.Coordinator);
    private readonly Client _client = A.Client(number: "2026-0412");
    private Traject _traject = null!;

    private string Path => $"/dossiers/{_traject.Id}/plan";

    [SetUp]
    public async Task GivenTraject()
    {
        _traject = A.Traject(_client, _expert);
        await Pga.Given(_expert, _coordinator, _client, _traject, new Relation(Guid.CreateVersion7(), _client.Id, "sister", "Leyla", 2008, "Steunt de afspraken"));
    }

    [Test]
    public async Task Says_that_there_is_none_yet_since_when_and_where_to_begin()
    {
        using var expert = await Pga.SignIn(_expert);
        using var coordinator = await Pga.SignIn(_coordinator);

        Assert.That(await expert.Page(Path), Does.Contain("Er is nog geen plan van aanpak").And.Contain("2 april 2025").And.Contain("Eerste doel toevoegen"));
        Assert.That(await coordinator.Page(Path), Does.Contain("Er is nog geen plan van aanpak").And.Not.Contain("Eerste doel toevoegen"));
        Assert.That(await expert.Page("/caseload"), Does.Contain("Nog geen plan van aanpak"));
        Assert.That(await expert.Page($"/dossiers/{_traject.Id}"), Does.Contain("Er is nog geen plan.").And.Contain($"href=\"{Path}\""));
    }

    [Test]
    public async Task From_goal_to_action_to_evaluation_and_back_in_the_history()
    {
        using var expert = await Pga.SignIn(_expert);

        var added = await expert.Post(Path + "/doel/nieuw", Goal());
        var goal = await Pga.Read(db => db.Goals.SingleAsync());
        Assert.That(added.Headers.Location!.OriginalString, Is.EqualTo($"{Path}#h-{goal.Id}"));
        await expert.Post($"{Path}/doel/{goal.Id}/actie/nieuw", Action($"staff:{_expert.Id}"));
        var item = await Pga.Read(db => db.WorkItems.SingleAsync());
        Assert.That((item.Text, item.StaffId), Is.EqualTo(("Inschrijven bij WoningNet", (Guid?)_expert.Id)));
        Assert.That(await expert.Page(Path), Does.Contain("Ik wil een eigen plek").And.Contain("Nog niet in de woorden van de professional.").And.Contain("Sanne de Wit").And.Contain("uiterlijk 17 mrt 2026"));

        var done = await expert.Post(Path + "?handler=Done", ("CommandId", Guid.CreateVersion7().ToString()), ("WorkItemId", item.Id.ToString()), ("BaseVersion", item.Version.ToString()));
        Assert.That(done.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await expert.Page(Path), Does.Contain("gedaan op 3 mrt 2026").And.Contain("Weer openen"));
        var evaluated = await expert.Post(Path + "/evaluatie/nieuw", Evaluation(goal.Id, "achieved"));
        Assert.That(evaluated.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await expert.Page(Path), Does.Contain("uiterlijk 3 juni 2026").And.Contain("Behaald op 3 mrt 2026").And.Contain("Met Noor Voorbeeld, wijkagent."));

        Assert.That(await expert.Page(Path + "/geschiedenis"), Does.Contain("heeft <b>Sanne de Wit</b> een doel opgesteld")
            .And.Contain("de actie ‘Inschrijven bij WoningNet’ afgerond").And.Contain("was <del>Open</del>").And.Contain("werd <ins>Gedaan op 03-03-2026</ins>"));
        Assert.That(await expert.Page($"/dossiers/{_traject.Id}"), Does.Contain("0 open, 1 behaald"));
    }

    [Test]
    public async Task Keeps_what_was_typed_and_says_what_is_wrong()
    {
        using var expert = await Pga.SignIn(_expert);

        var refused = await expert.Post(Path + "/doel/nieuw", [.. Goal().Where(f => f.Name != "Input.TargetOn"), ("Input.TargetOn", "2026-03-02")]);
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(page, Does.Contain("href=\"#Input_TargetOn\">De streefdatum is al geweest. Kies vandaag of later.").And.Contain("id=\"Input_TargetOn\"").And.Contain("Ik wil een eigen plek").And.Contain("2026-03-02"));

        await expert.Post(Path + "/doel/nieuw", Goal());
        var goal = await Pga.Read(db => db.Goals.SingleAsync());
        refused = await expert.Post($"{Path}/doel/{goal.Id}/actie/nieuw", [.. Action("organisation"), ("Input.ContactName", "Kim Proef")]);
        page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.That(page, Does.Contain("href=\"#Input_Owner\">Kies de organisatie, of vul de naam ervan in.").And.Contain("id=\"Input_Owner\"").And.Contain("Kim Proef").And.Contain("Inschrijven bij WoningNet"));

        refused = await expert.Post(Path + "/evaluatie/nieuw", [.. Evaluation(goal.Id, ""), ("Input.Judgements[0].Remark", "Zoekt nog")]);
        page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.That(page, Does.Contain("href=\"#Input_Judgements_0__Status\">Kies hoe het met dit doel staat: Huisvesting (‘Ik wil een eigen plek’).").And.Contain("id=\"Input_Judgements_0__Status\"").And.Contain("Zoekt nog").And.Contain("wijkagent"));
    }

    [Test]
    public async Task Shows_both_versions_of_a_goal_and_loses_nothing()
    {
        using var expert = await Pga.SignIn(_expert);
        await expert.Post(Path + "/doel/nieuw", Goal());
        var goal = await Pga.Read(db => db.Goals.SingleAsync());
        var path = $"{Path}/doel/{goal.Id}/wijzig";
        (string, string?)[] Change(string words, Guid version) =>
            [.. Goal().Where(f => f.Name is not "Input.ClientWords"), ("Input.ClientWords", words), ("Input.BaseVersion", version.ToString())];
        Assert.That(await expert.Page(path), Does.Contain(goal.Version.ToString()));
        await expert.Post(path, Change("Ik wil bij mijn zus wonen", goal.Version));

        var conflict = await expert.Post(path, Change("Ik wil begeleid wonen", goal.Version));
        var page = WebUtility.HtmlDecode(await conflict.Content.ReadAsStringAsync());
        var now = await Pga.Read(db => db.Goals.SingleAsync());

        Assert.That(conflict.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(page, Does.Contain("<td class=\"utrecht-table__cell\">Ik wil bij mijn zus wonen</td><td class=\"utrecht-table__cell\">Ik wil begeleid wonen</td>"));
        Assert.That(page, Does.Contain($"name=\"Input.BaseVersion\" value=\"{now.Version}\""), "Saving again goes on top.");
        Assert.That((await expert.Post(path, Change("Ik wil begeleid wonen", now.Version))).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await expert.Page(Path + "/geschiedenis"), Does.Contain("Ik wil bij mijn zus wonen"));
    }

    [Test]
    public async Task Keeps_each_goal_of_an_evaluation_in_its_place_when_one_came_in_between()
    {
        using var expert = await Pga.SignIn(_expert);
        await expert.Post(Path + "/doel/nieuw", Goal());
        var first = await Pga.Read(db => db.Goals.SingleAsync());
        await expert.Post(Path + "/doel/nieuw", Goal("Ik wil werk", "werk-opleiding"));

        var refused = await expert.Post(Path + "/evaluatie/nieuw", Evaluation(first.Id, "partly"));
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());

        Assert.That(page, Does.Contain("Zeg ook hoe het met dit doel staat: Werk of opleiding (‘Ik wil werk’).").And.Contain($"name=\"Input.Judgements[0].GoalId\" value=\"{first.Id}\"").And.Contain("name=\"Input.Judgements[1].GoalId\""));
        Assert.That(page, Does.Match("checked=\"checked\"[^>]*name=\"Input.Judgements\\[0\\].Status\"[^>]*value=\"partly\""));
    }

    [Test]
    public async Task On_paper_the_clients_words_come_first_and_nothing_internal_is_there()
    {
        using var expert = await Pga.SignIn(_expert);
        await expert.Post(Path + "/doel/nieuw", [.. Goal(), ("Input.ProfessionalWords", "Stabiele woonplek")]);
        var goal = await Pga.Read(db => db.Goals.SingleAsync());
        await expert.Post($"{Path}/doel/{goal.Id}/actie/nieuw", Action("client"));
        await expert.Post($"{Path}/doel/{goal.Id}/actie/nieuw", Action("client", "Dit vervalt"));
        var dropped = await Pga.Read(db => db.WorkItems.SingleAsync(w => w.Text == "Dit vervalt"));
        await expert.Post($"{Path}/actie/{dropped.Id}/afsluiten",
            ("Input.CommandId", Guid.CreateVersion7().ToString()), ("Input.BaseVersion", dropped.Version.ToString()), ("Input.Outcome", "dropped"), ("Input.On", "2026-03-03"), ("Input.Reason", "Interne reden"));
        await expert.Post(Path + "/evaluatie/nieuw", [.. Evaluation(goal.Id, "partly"), ("Input.Judgements[0].Remark", "Interne opmerking")]);

        var page = await expert.Page(Path + "/print");
        var paper = page[page.IndexOf("<article", StringComparison.Ordinal)..page.IndexOf("</article>", StringComparison.Ordinal)];

        Assert.Multiple(() =>
        {
            Assert.That(paper.IndexOf("Ik wil een eigen plek", StringComparison.Ordinal), Is.InRange(1, paper.IndexOf("Stabiele woonplek", StringComparison.Ordinal)));
            Assert.That(paper, Does.Contain("Inschrijven bij WoningNet</td><td>Noor Voorbeeld</td><td>17 maart 2026"));
            Assert.That(paper, Does.Contain("Datum en handtekening").And.Contain("Sanne de Wit"));
            foreach (var absent in new[] { "2026-0412", "Interne reden", "Interne opmerking", "Dit vervalt", "Leyla", "wijkagent", "05-2005", _traject.Number })
                Assert.That(paper, Does.Not.Contain(absent));
            Assert.That(page, Does.Contain("<title>Plan van aanpak voor thuis – PGA-dossier</title>"), "The browser prints it above each sheet.");
        });
    }

    [Test]
    public async Task Who_reads_along_sees_no_buttons_and_is_refused_all_the_same()
    {
        using var expert = await Pga.SignIn(_expert);
        await expert.Post(Path + "/doel/nieuw", Goal());
        var goal = await Pga.Read(db => db.Goals.SingleAsync());
        using var coordinator = await Pga.SignIn(_coordinator);

        var page = await coordinator.Page(Path);

        Assert.That(page, Does.Contain("Ik wil een eigen plek").And.Not.Contain("Doel toevoegen").And.Not.Contain("Actie toevoegen").And.Not.Contain("/wijzig"));
        foreach (var path in new[] { $"/doel/{goal.Id}/actie/nieuw", "/evaluatie/nieuw" })
            Assert.That((await coordinator.Get(Path + path)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), path);
        Assert.That((await coordinator.Post(Path + "/doel/nieuw", Goal())).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await coordinator.Get(Path + "/print")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task The_outflow_page_lists_the_goals_to_evaluate()
    {
        using var expert = await Pga.SignIn(_expert);
        Assert.That(await expert.Page($"/dossiers/{_traject.Id}/uitstroom"), Does.Contain("Er is geen plan van aanpak."));
        await expert.Post(Path + "/doel/nieuw", Goal());

        var page = await expert.Page($"/dossiers/{_traject.Id}/uitstroom");

        Assert.That(page, Does.Contain("Doel evalueren: Huisvesting (‘Ik wil een eigen plek’)").And.Contain("Nog niet geëvalueerd.").And.Contain(Path + "/evaluatie/nieuw"));
    }

    [Test]
    public async Task The_api_takes_the_same_messages()
    {
        using var expert = await Pga.SignIn(_expert);
        var api = $"/api/v1/trajects/{_traject.Id}/plan";

        var created = await expert.PostJson(api + "/goals", new { leefgebied = "huisvesting", clientWords = "Ik wil een eigen plek", targetOn = "2026-09-01" });
        var goal = await Pga.Read(db => db.Goals.SingleAsync());
        Assert.That((created.StatusCode, created.Headers.Location!.OriginalString), Is.EqualTo((HttpStatusCode.Created, api)));
        await expert.PostJson($"{api}/goals/{goal.Id}/actions", new { text = "Bellen", owner = new { kind = "organisation", organisation = "Voetbalclub" }, dueOn = "2026-03-20" });
        var refused = await expert.PostJson(api + "/evaluations", new { heldOn = "2026-03-03", present = "Noor", judgements = new[] { new { goalId = goal.Id, status = "lapsed" } } });

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("judgements[0].Remark").And.Contain("evaluation.remark"));
        var plan = await expert.Page(api);
        Assert.That(plan, Does.Contain("\"owner\":\"Voetbalclub\"").And.Contain("\"nextEvaluationOn\":\"2026-06-03\""));
        Assert.That(await expert.Page(api + "/history"), Does.Contain("een actie afgesproken"));
    }

    private static (string Name, string? Value)[] Goal(string words = "Ik wil een eigen plek", string leefgebied = "huisvesting") =>
    [
        ("Input.CommandId", Guid.CreateVersion7().ToString()), ("Input.Leefgebied", leefgebied), ("Input.ClientWords", words), ("Input.TargetOn", "2026-09-01"),
    ];

    private static (string Name, string? Value)[] Action(string owner, string text = "Inschrijven bij WoningNet") =>
        [("Input.CommandId", Guid.CreateVersion7().ToString()), ("Input.Text", text), ("Input.Owner", owner), ("Input.DueOn", "2026-03-17")];

    private static (string Name, string? Value)[] Evaluation(Guid goalId, string status) =>
    [
        ("Input.CommandId", Guid.CreateVersion7().ToString()), ("Input.HeldOn", "2026-03-03"), ("Input.Present", "Noor Voorbeeld"), ("Input.AlsoPresent", "wijkagent"),
        ("Input.Judgements[0].GoalId", goalId.ToString()), ("Input.Judgements[0].Status", status),
    ];
}
