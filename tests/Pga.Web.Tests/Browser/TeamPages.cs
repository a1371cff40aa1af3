using Microsoft.Playwright;
using Pga.Domain.Clients;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Web.Tests.Browser;

/// <summary>Who works on what: a team, a transfer and a holiday in a browser.</summary>
internal sealed class TeamPages : BrowserTest
{
    private readonly FakeClock _clock = new();
    private readonly StaffMember _coordinator = A.Staff(StaffRoles.Coordinator, "Overvecht", "Hans Hoek");
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert, "Overvecht", "Sanne de Wit");
    private readonly StaffMember _colleague = A.Staff(StaffRoles.PgaExpert, "Overvecht", "Tarik Bouzid");
    private readonly StaffMember _rio = A.Staff(StaffRoles.Rio, "Overvecht", "Marit Bos");
    private readonly StaffMember _elsewhere = A.Staff(StaffRoles.Coordinator, "Zuid", "Ineke Hofstra");

    protected override TimeProvider Clock => _clock;

    [Test]
    public async Task A_coordinator_divides_work_and_a_colleague_takes_it_over()
    {
        var traject = await GivenACaseload();
        await SignIn(_coordinator);
        await Page.GotoAsync("/team");
        await Expect("Caseload per medewerker");
        await Check("team");

        await Page.GetByRole(AriaRole.Link, new() { Name = "zonder procesregie" }).ClickAsync();
        await Expect("Trajecten zonder procesregie");
        await Check("team-verdelen");
        await Press("Verdelen");
        await Expect("Controleer 2 velden");
        await Check("team-verdelen-fout");
        await Page.GetByLabel("Dennis Verhoeven").CheckAsync();
        await Page.GetByLabel("Hans Hoek").CheckAsync();
        await Page.GetByLabel("Tarik Bouzid").CheckAsync();
        await Press("Verdelen");
        await Assertions.Expect(Page.GetByText("De trajecten zijn verdeeld.")).ToBeVisibleAsync();

        await Follow("Overdragen van de trajecten van Sanne de Wit");
        await Expect("Trajecten van Sanne de Wit overdragen");
        await Page.GetByLabel("Dennis Verhoeven").CheckAsync();
        await Page.GetByLabel("Samira Yıldız").CheckAsync();
        await Page.GetByLabel("Tarik Bouzid").CheckAsync();
        await Page.GetByLabel("Wat moet de ontvanger weten?").FillAsync("Dennis belt liever dan dat hij appt. Samira heeft een nieuwe kamer.");
        await Press("Verdelen");
        await Assertions.Expect(Page.GetByText("Wacht op antwoord")).ToBeVisibleAsync();
        await Check("team-overdracht-loopt");

        await Page.GotoAsync($"/dossiers/{traject.Id}/team");
        await Expect("Team");
        await Check("dossier-team");
        await Follow("Collega toewijzen");
        await Check("dossier-team-toewijzen");
        await Page.GetByLabel("Teamlid").CheckAsync();
        await Page.GetByLabel("Collega", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Tarik Bouzid" });
        await Press("Toewijzen");
        await Follow("Beëindigen van teamlid van Tarik Bouzid");
        await Check("dossier-team-beeindigen");
        await Press("Beëindigen");
        await Assertions.Expect(Page.GetByText("De toewijzing is beëindigd.")).ToBeVisibleAsync();
        await Follow("Overdragen…");
        await Check("dossier-team-overdragen");

        await NewPage();
        await SignIn(_colleague);
        await Page.GotoAsync("/team");
        await Expect("Wacht op uw antwoord");
        await Check("team-expert");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Overdracht van 2 trajecten van Sanne de Wit" }).ClickAsync();
        await Expect("Overdracht van 2 trajecten");
        await Check("overdracht");
        await Follow("Niet aannemen…");
        await Press("Niet aannemen");
        await Expect("Controleer 1 veld");
        await Check("overdracht-weigeren");
        await Follow("Terug");
        await Press("Aannemen");
        await Assertions.Expect(Page.GetByText("De overdracht is aangenomen.")).ToBeVisibleAsync();
        await Check("overdracht-aangenomen");
    }

    [Test]
    public async Task A_worker_goes_on_leave_and_a_colleague_takes_their_place()
    {
        var traject = await GivenACaseload();
        var hidden = A.Client("Wendy", "de Graaf");
        var restricted = A.Traject(hidden, _expert, team: "Overvecht");
        restricted.Restrict(true, "Familie van een medewerker");
        await Pga.Given(hidden, restricted);
        await SignIn(_expert);
        await Page.GotoAsync("/team");
        await Follow("Afwezigheid vastleggen");
        await Press("Vastleggen");
        await Expect("Controleer 1 veld");
        await Check("afwezigheid-nieuw-fout");
        await Page.GetByLabel("Laatste dag").FillAsync("2026-03-20");
        await Page.GetByLabel("Vervanger (niet verplicht)").SelectOptionAsync(new SelectOptionValue { Label = "Tarik Bouzid" });
        await Press("Vastleggen");
        await Expect("Afwezigheid van Sanne de Wit");
        await Assertions.Expect(Page.GetByText("1 afgeschermd traject krijgt niet vanzelf een vervanger.")).ToBeVisibleAsync();
        await Check("afwezigheid");
        await Follow("Kies een vervanger voor Wendy de Graaf");
        await Check("afwezigheid-vervanger");

        await NewPage();
        await SignIn(_colleague);
        await Page.GotoAsync("/caseload");
        await Assertions.Expect(Page.GetByText("vervanging t/m 20 mrt").First).ToBeVisibleAsync();
        await Check("caseload-vervanging");
        await Page.GotoAsync($"/dossiers/{traject.Id}/team");
        await Assertions.Expect(Page.GetByText("Tarik Bouzid voor Sanne de Wit")).ToBeVisibleAsync();
        await Check("dossier-team-vervanging");

        await NewPage();
        await SignIn(_expert);
        await Page.GotoAsync("/team");
        await Follow("Sanne de Wit");
        await Follow("Eerder terug…");
        await Check("afwezigheid-terug");
        await Press("Ja, stop de vervanging");
        await Assertions.Expect(Page.GetByText("De vervanging is gestopt.")).ToBeVisibleAsync();
    }

    [Test]
    public async Task A_case_goes_to_another_team()
    {
        var traject = await GivenACaseload();
        await SignIn(_coordinator);
        await Page.GotoAsync($"/dossiers/{traject.Id}/team/overdragen");
        await Page.GetByLabel("Casusregie van Sanne de Wit").CheckAsync();
        await Page.GetByLabel("Aan wie?").SelectOptionAsync(new SelectOptionValue { Label = "Zuid" });
        await Page.GetByLabel("Wat moet de ontvanger weten?").FillAsync("Is verhuisd naar uw wijk.");
        await Press("Overdracht voorstellen");
        await Assertions.Expect(Page.GetByText("De overdracht is voorgesteld.")).ToBeVisibleAsync();
        await Check("overdracht-team");

        await NewPage();
        await SignIn(_elsewhere);
        await Page.GotoAsync("/team");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Overdracht van 1 traject" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("1 traject dat u niet kunt openen.")).ToBeVisibleAsync();
        await Check("overdracht-team-ontvanger");
        await Press("Aannemen");
        await Expect("Controleer 1 veld");
    }

    private async Task<Traject> GivenACaseload()
    {
        (string, string)[] names = [("Dennis", "Verhoeven"), ("Samira", "Yıldız"), ("Marek", "Kowalczyk"), ("Joey", "van Rijn")];
        await Pga.Given(_coordinator, _expert, _colleague, _rio, _elsewhere);
        var trajects = new List<Traject>();
        foreach (var (given, family) in names)
        {
            var client = A.Client(given, family);
            var traject = A.Traject(client, _expert, team: "Overvecht");
            if (trajects.Count > 1)
                traject.Assign(Guid.CreateVersion7(), _coordinator.Id, AssignmentRoles.Process, new DateOnly(2025, 3, 3));
            await Pga.Given(client, traject);
            trajects.Add(traject);
        }

        var rioClient = A.Client("Rashid", "Bouzid");
        await Pga.Given(rioClient, A.Traject(rioClient, _rio, Programmes.Rio, "Overvecht"));
        return trajects[0];
    }

    private Task Follow(string link) => Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    private Task Press(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private Task Expect(string heading) => Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true })).ToBeVisibleAsync();
}
