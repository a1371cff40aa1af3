using Microsoft.Playwright;
using Pga.Domain.Assessments;
using Pga.Domain.Clients;
using Pga.Domain.Detention;
using Pga.Domain.Outflow;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Web.Tests.Browser;

/// <summary>The main job from end to end: a home visit, a spreekuur, an outflow, and the manager's figures after it.</summary>
internal sealed class MainJobTests : BrowserTest
{
    private readonly FakeClock _clock = new();
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert, name: "Sanne Proef");
    private readonly StaffMember _rio = A.Staff(StaffRoles.Rio, name: "Marleen Proef");
    private readonly StaffMember _coordinator = A.Staff(StaffRoles.Coordinator, name: "Karim Proef");
    private readonly StaffMember _manager = A.Staff(StaffRoles.Manager, team: null, name: "Mirjam Proef");

    protected override TimeProvider Clock => _clock;

    private DateOnly Today => DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);

    [Test]
    public async Task From_home_visit_to_the_figures_of_the_year()
    {
        var client = A.Client("Samira", "Yıldız");
        client.AgreeOnSafety("Altijd met z’n tweeën, hond in de woning.", null);
        var traject = A.Traject(client, _expert);
        var start = A.Assessment(traject, new DateOnly(2025, 3, 10), Moments.Start, 2);
        var inmate = A.Client("Omar", "Bakker");
        var rioTraject = A.Traject(inmate, _rio, Programmes.Rio);
        await Pga.Given(_expert, _rio, _coordinator, _manager, client, traject, start, inmate, rioTraject);
        await Pga.Given([.. Enumerable.Range(0, 11).SelectMany(EndedThisYear)]);
        await Detain(inmate);

        await LogHomeVisit(client);
        await HoldSpreekuur(inmate);
        await ProposeOutflow(traject);
        await ConfirmOutflow(traject);
        await PullTheFigures();

        Assert.That(Pga.Log.Lines.Where(l => l.Contains("Yıldız", StringComparison.Ordinal) || l.Contains("Bakker", StringComparison.Ordinal)), Is.Empty, "No names in logs.");
    }

    private async Task LogHomeVisit(Client client)
    {
        await SignIn(_expert);
        await Assertions.Expect(Heading("Vandaag")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Mijn caseload" }).First.ClickAsync();
        await Assertions.Expect(Heading("Mijn caseload")).ToBeVisibleAsync();
        await Check("caseload");
        await Page.GetByRole(AriaRole.Link, new() { Name = client.FullName, Exact = true }).ClickAsync();
        await Assertions.Expect(Heading(client.FullName)).ToBeVisibleAsync();
        await Check("dossier");

        await Page.GetByRole(AriaRole.Link, new() { Name = "Contact vastleggen" }).First.ClickAsync();
        await Assertions.Expect(Page.GetByText("Altijd met z’n tweeën, hond in de woning.")).ToBeVisibleAsync();
        await Check("contact");
        await Page.GetByLabel("Huisbezoek").CheckAsync();
        await Page.GetByLabel("Gesproken").CheckAsync();
        await Page.GetByLabel("Volgende actie").FillAsync("Samen naar de gemeente");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Vastleggen" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { NameRegex = new("^Controleer [0-9]+ veld") })).ToBeVisibleAsync();
        await Assertions.Expect(Page.GetByLabel("Volgende actie")).ToHaveValueAsync("Samen naar de gemeente");
        await Check("contact-fout");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Schrijf in het verslag wat u hebt gezien of afgesproken." }).ClickAsync();
        await Assertions.Expect(Page.GetByLabel("Verslag")).ToBeFocusedAsync();
        await Page.GetByLabel("Verslag").FillAsync("Thuis gesproken, sleutel van de woning gezien.");
        await Page.GetByRole(AriaRole.Radiogroup, new() { Name = "Is er een zorg over veiligheid?" }).GetByLabel("Nee").CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Vastleggen" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("Thuis gesproken, sleutel van de woning gezien.")).ToBeVisibleAsync();
    }

    private async Task HoldSpreekuur(Client inmate)
    {
        await NewPage();
        await SignIn(_rio);
        await Page.GotoAsync("/spreekuren");
        await Page.GetByLabel("Inrichting").SelectOptionAsync(new SelectOptionValue { Label = "PI Nieuwegein" });
        await Page.GetByLabel("Datum").FillAsync(Today.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        await Page.GetByLabel("Begintijd").FillAsync("09:00");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Spreekuur openen" }).ClickAsync();
        await Assertions.Expect(Heading("Spreekuur PI Nieuwegein")).ToBeVisibleAsync();
        await Check("spreekuur");
        const string shown = "Bakker, O.";
        await Page.GetByLabel($"Was {shown} er?").SelectOptionAsync(new SelectOptionValue { Label = "Aanwezig" });
        await Page.GetByRole(AriaRole.Radiogroup, new() { Name = $"ID-bewijs, {shown}" }).GetByLabel("Ja").CheckAsync();
        await Page.GetByLabel("Bezoekers zonder dossier").FillAsync("2");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Spreekuur opslaan" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Status).First).ToBeVisibleAsync();
        await Page.GotoAsync("/spreekuren");
        await Assertions.Expect(Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "PI Nieuwegein" }).GetByRole(AriaRole.Cell).Nth(1)).ToHaveTextAsync("3");
        await Check("spreekuren");
    }

    private async Task ProposeOutflow(Traject traject)
    {
        await NewPage();
        await SignIn(_expert);
        await Page.GotoAsync($"/dossiers/{traject.Id}/uitstroom");
        await Check("uitstroom");
        await Page.GetByLabel("Reden").SelectOptionAsync(new SelectOptionValue { Label = "Doelen behaald, stabiel" });
        await Page.GetByRole(AriaRole.Button, new() { Name = "Uitstroom voorstellen" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("Doe eerst een eindmeting.").First).ToBeVisibleAsync();

        await Page.GotoAsync($"/dossiers/{traject.Id}/meting/nieuw");
        await Page.GetByLabel("Eindmeting").CheckAsync();
        foreach (var row in await Page.Locator("fieldset.scoreregel").AllAsync())
            await row.Locator("input[value='4']").CheckAsync();
        await Check("meting");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Vastleggen" }).ClickAsync();
        await Assertions.Expect(Heading("Tijdlijn")).ToBeVisibleAsync();

        await Page.GotoAsync($"/dossiers/{traject.Id}/uitstroom");
        await Page.GetByLabel("Reden").SelectOptionAsync(new SelectOptionValue { Label = "Doelen behaald, stabiel" });
        await Page.GetByRole(AriaRole.Button, new() { Name = "Uitstroom voorstellen" }).ClickAsync();
        await Assertions.Expect(Heading("Voorstel: wacht op bevestiging")).ToBeVisibleAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Bevestigen…" })).ToHaveCountAsync(0);
    }

    private async Task ConfirmOutflow(Traject traject)
    {
        await NewPage();
        await SignIn(_coordinator);
        await Page.GotoAsync($"/dossiers/{traject.Id}/uitstroom");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Bevestigen…" }).ClickAsync();
        await Check("uitstroom-bevestigen");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Ja, bevestig de uitstroom" }).ClickAsync();
        await Page.GotoAsync($"/dossiers/{traject.Id}/uitstroom");
        await Assertions.Expect(Heading("Dit traject is uitgestroomd")).ToBeVisibleAsync();
    }

    private async Task PullTheFigures()
    {
        await NewPage();
        await SignIn(_manager);
        await Page.GotoAsync($"/rapportage/{Today.Year}");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Concept maken" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("Het concept staat klaar.")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        // Eleven that were there, and the one of today; too few to show which reason but not how many in all.
        Assert.That(await Cell("h-outflow", "Totaal", 2), Is.EqualTo("12"));
        Assert.That(await Cell("h-contacts", "Huisbezoek", 1), Is.EqualTo("1"));
        Assert.That(await Cell("h-spreekuren", "PI Nieuwegein", 1), Is.EqualTo("1"));
        Assert.That(await Cell("h-spreekuren", "PI Nieuwegein", 2), Does.StartWith("–"), "Three conversations are a small count.");
        await Check("rapportage");
    }

    private async Task<string> Cell(string table, string row, int column)
    {
        var cells = Page.Locator($"section[aria-labelledby={table}] tbody tr").Filter(new() { Has = Page.GetByRole(AriaRole.Rowheader, new() { Name = row, Exact = true }) }).Locator("td");
        return (await cells.Nth(column - 1).InnerTextAsync()).Trim();
    }

    private ILocator Heading(string name) => Page.GetByRole(AriaRole.Heading, new() { Name = name });

    private async Task Detain(Client inmate)
    {
        var institution = await Pga.Read(db => Task.FromResult(db.Institutions.Single(i => i.Code == "pi-nieuwegein").Id));
        await Pga.Given(new DetentionPeriod(Guid.CreateVersion7(), inmate.Id, institution, new DateOnly(2026, 1, 5), Today.AddDays(54), null));
    }

    private IEnumerable<object> EndedThisYear(int n)
    {
        var client = A.Client("Noor", $"Voorbeeld{n}");
        var traject = A.Traject(client);
        var at = new DateTime(2026, 2, 1 + n, 12, 0, 0, DateTimeKind.Utc);
        traject.ProposeOutflow(DateOnly.FromDateTime(at), "goals-achieved", null, _expert.Id, at, new OutflowFacts(DateOnly.FromDateTime(at), []));
        traject.ConfirmOutflow(_coordinator.Id, at);
        return [client, traject];
    }
}
