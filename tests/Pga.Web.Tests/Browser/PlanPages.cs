using Microsoft.Playwright;
using Pga.Domain.Clients;
using Pga.Domain.Plans;
using Pga.Domain.Relations;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Web.Tests.Browser;

/// <summary>A plan van aanpak from its first goal to paper, in a browser.</summary>
internal sealed class PlanPages : BrowserTest
{
    private readonly FakeClock _clock = new();
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert, name: "Sanne Proef");
    private readonly Client _client = A.Client("Samira", "Yıldız", "2026-0400");
    private Traject _traject = null!;

    protected override TimeProvider Clock => _clock;

    private DateTime Now => _clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => DateOnly.FromDateTime(Now);

    private string Path => $"/dossiers/{_traject.Id}/plan";

    [SetUp]
    public async Task GivenTraject()
    {
        _traject = A.Traject(_client, _expert);
        await Pga.Given(_expert, _client, _traject, new Relation(Guid.CreateVersion7(), _client.Id, "sister", "Leyla", 2008, "Steunt de afspraken"));
        await SignIn(_expert);
    }

    [Test]
    public async Task A_first_goal_an_action_and_an_evaluation()
    {
        await Page.GotoAsync($"/dossiers/{_traject.Id}");
        await Follow("Plan van aanpak");
        await Expect("Er is nog geen plan van aanpak");
        await Check("plan-leeg");
        await Follow("Eerste doel toevoegen");
        await Check("plan-doel");
        await Press("Opslaan");
        await Expect("Controleer 2 velden");
        await Check("plan-doel-fout");
        await Page.GetByLabel("Leefgebied").SelectOptionAsync(new SelectOptionValue { Label = "Huisvesting" });
        await Page.GetByLabel("In de woorden van de cliënt").FillAsync("Ik wil een eigen plek, met mijn eigen sleutel.");
        await Page.GetByLabel("Streefdatum").FillAsync("2026-09-01");
        await Press("Opslaan");
        await Assertions.Expect(Page.GetByText("Het doel staat in het plan.")).ToBeVisibleAsync();

        await Page.GetByRole(AriaRole.Link, new() { Name = "Actie toevoegen" }).ClickAsync();
        await Assertions.Expect(Page.GetByLabel("Naam van een andere organisatie")).ToBeHiddenAsync();
        await Page.GetByLabel("Wat moet er gebeuren?").FillAsync("Inschrijven als woningzoekende");
        await Page.GetByLabel("Iemand van een organisatie").CheckAsync();
        await Page.GetByLabel("Wie van die organisatie?").FillAsync("Kim");
        await Page.GetByLabel("Wanneer moet het klaar zijn?").FillAsync("2026-03-20");
        await Press("Opslaan");
        await Expect("Controleer 1 veld");
        await Check("plan-actie-fout");
        await Page.GetByLabel("Leyla (zus)").CheckAsync();
        await Press("Opslaan");
        await Assertions.Expect(Page.GetByText("De actie staat in het plan.")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Vervalt… de actie" }).ClickAsync();
        await Check("plan-actie-afsluiten");
        await Follow("Terug");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Gedaan" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("De actie is gedaan.")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Weer openen" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("De actie staat weer open.")).ToBeVisibleAsync();

        await Follow("Evalueren");
        await Check("plan-evaluatie");
        await Press("Vastleggen");
        await Expect("Controleer 1 veld");
        await Check("plan-evaluatie-fout");
        await Page.GetByLabel("Deels behaald: we gaan ermee door").CheckAsync();
        await Page.GetByLabel("Toelichting bij dit doel").FillAsync("Heeft een kamer gezien.");
        await Press("Vastleggen");
        await Assertions.Expect(Page.GetByText("uiterlijk 3 juni 2026")).ToBeVisibleAsync();
        await Page.GetByText("3 maart 2026", new() { Exact = true }).First.ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Verbeter de evaluatie" }).ClickAsync();
        await Check("plan-evaluatie-verbeteren");
    }

    [Test]
    public async Task A_full_plan_its_history_and_its_print()
    {
        await Pga.Given([.. FullPlan()]);
        await Page.GotoAsync(Path);
        await Page.GetByText("20 februari 2026", new() { Exact = true }).ClickAsync();
        await Check("plan");
        await Follow("Geschiedenis");
        await Expect("Wijzigingen");
        await Check("plan-geschiedenis");
        await Page.GotoAsync(Path);
        await Follow("Print voor thuis");
        await Check("plan-print");
        await Print("plan-print");
        await Page.GotoAsync($"/dossiers/{_traject.Id}");
        await Assertions.Expect(Page.GetByText("2 open, 1 behaald")).ToBeVisibleAsync();
        await Check("plan-op-dossier");
        await Page.GotoAsync($"/dossiers/{_traject.Id}/uitstroom");
        await Check("plan-bij-uitstroom");
        await Page.GotoAsync("/caseload");
        await Check("plan-in-caseload");
    }

    [Test]
    public async Task Works_by_keyboard()
    {
        await Page.GotoAsync(Path + "/doel/nieuw");
        await Page.GetByLabel("Leefgebied").FocusAsync();
        await Page.Keyboard.TypeAsync("Werk");
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.TypeAsync("Ik wil een baan.");
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.PressAsync("Tab");
        await Page.GetByLabel("Streefdatum").FillAsync("2026-09-01");
        await Page.Keyboard.PressAsync("Enter");
        await Expect("Werk of opleiding");
    }

    private List<object> FullPlan()
    {
        var then = Now.AddDays(-120);
        var all = new List<object> { new Plan(Guid.CreateVersion7(), _traject.Id, _expert.Id, then, 3) };
        var home = Goal("huisvesting", "Ik wil een eigen plek, met mijn eigen sleutel. Niet meer bij vrienden op de bank slapen.", "Stabiele woonplek, eerst met begeleiding.", 150);
        var debts = Goal("inkomen-schulden", "Ik wil geen brieven meer die ik niet durf open te maken.", null, 20);
        var sport = Goal("tijdsbesteding", "Ik wil overdag iets te doen hebben.", "Dagbesteding van minstens drie dagdelen.", 60);
        home.Change(Programmes.LocalPga, new GoalDetails("huisvesting", home.ClientWords, "Stabiele woonplek: begeleid wonen, daarna zelfstandig.", home.TargetOn), _expert.Id, then.AddDays(20));
        all.AddRange([home, debts, sport]);
        Action(home, "Inschrijven als woningzoekende", new WorkOwner(OwnerKinds.Client), 14, done: true);
        Action(home, "Intake begeleid wonen plannen", new WorkOwner(OwnerKinds.Staff, StaffId: _expert.Id), 118);
        Action(home, "Meegaan naar de intake", new WorkOwner(OwnerKinds.Organisation, Organisation: "Woonstichting De Sleutel", ContactName: "Kim Proef"), 140);
        Action(debts, "Alle post verzamelen", new WorkOwner(OwnerKinds.Client), 125);
        Action(debts, "Schuldenoverzicht maken", new WorkOwner(OwnerKinds.Staff, StaffId: _expert.Id), 150);
        Action(sport, "Proefles sport volgen", new WorkOwner(OwnerKinds.Client), 9, done: true);
        all.Add(new Evaluation(Guid.CreateVersion7(), _traject.Id, new DateOnly(2026, 2, 20), "Samira Yıldız, Leyla (zus)",
        [
            new(home.Id, GoalStatuses.Partly, "Staat op de wachtlijst voor begeleid wonen."), new(debts.Id, GoalStatuses.Open), new(sport.Id, GoalStatuses.Achieved, "Sport twee keer per week."),
        ], _expert.Id, Now.AddDays(-11)));
        ((Plan)all[0]).EvaluatedOn(new DateOnly(2026, 2, 20), 3);
        return all;

        Goal Goal(string leefgebied, string clientWords, string? professionalWords, int target) =>
            new(Guid.CreateVersion7(), _traject.Id, Programmes.LocalPga, new GoalDetails(leefgebied, clientWords, professionalWords, Today.AddDays(target)), _expert.Id, then);

        void Action(Goal goal, string text, WorkOwner owner, int due, bool done = false)
        {
            var item = new WorkItem(Guid.CreateVersion7(), _traject.Id, goal.Id, text, owner, Today.AddDays(-120 + due), _expert.Id, then);
            if (done)
                item.Close(WorkOutcomes.Done, item.DueOn.AddDays(-2), null, _expert.Id, then.AddDays(due));
            all.Add(item);
        }
    }

    private Task Follow(string link) => Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    private Task Press(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private Task Expect(string heading) => Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true })).ToBeVisibleAsync();
}
