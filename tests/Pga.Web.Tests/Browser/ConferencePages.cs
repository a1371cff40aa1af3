using Microsoft.Playwright;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Web.Tests.Browser;

/// <summary>A casusoverleg in a browser: put forward, planned, discussed one case at a time, read in the dossier.</summary>
internal sealed class ConferencePages : BrowserTest
{
    private readonly FakeClock _clock = new();
    private readonly StaffMember _coordinator = A.Staff(StaffRoles.Coordinator, "Overvecht", "Hans Hoek");
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert, "Overvecht", "Sanne de Wit");

    protected override TimeProvider Clock => _clock;

    [Test]
    public async Task Is_put_forward_planned_discussed_and_read_back()
    {
        var dennis = A.Client("Dennis", "Verhoeven");
        var samira = A.Client("Samira", "Yıldız");
        var (ofDennis, ofSamira) = (A.Traject(dennis, _expert, team: "Overvecht"), A.Traject(samira, _expert, team: "Overvecht"));
        await Pga.Given(_coordinator, _expert, dennis, samira, ofDennis, ofSamira);
        var part = $"/dossiers/{ofDennis.Id}/overleg";

        await SignIn(_expert);
        await Page.GotoAsync(part);
        await Check("overleg-dossier-leeg");
        await Follow("Inbrengen");
        await Press("Inbrengen");
        await Expect("Controleer 1 veld");
        await Check("overleg-inbrengen");
        await Page.GetByLabel("Wat wilt u bespreken?").FillAsync("Wie gaat mee naar de intake bij begeleid wonen?");
        await Press("Inbrengen");
        await Assertions.Expect(Page.GetByText("Het traject is ingebracht.")).ToBeVisibleAsync();
        await Check("overleg-ingebracht");

        await NewPage();
        await SignIn(_coordinator);
        await Page.GotoAsync("/overleggen");
        await Check("overleggen-leeg");
        await Follow("Overleg plannen");
        await Press("Plannen");
        await Expect("Controleer 3 velden");
        await Check("overleg-plannen");
        await Page.GetByLabel("Dag").FillAsync("2026-03-03");
        await Page.GetByLabel("Begint om").FillAsync("13:00");
        await Page.GetByLabel("Waar").FillAsync("Stadskantoor, kamer 5");
        await Press("Plannen");
        await Page.GetByLabel("Dennis Verhoeven").CheckAsync();
        await Page.GetByLabel("Samira Yıldız").CheckAsync();
        await Press("Op de agenda");
        await Assertions.Expect(Page.GetByText("De agenda is bijgewerkt.")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Omhoog" }).ClickAsync();
        await Check("overleg-agenda");

        await Follow("Dennis Verhoeven");
        await Press("Bespreken");
        await Page.GetByText("Iemand uitnodigen").ClickAsync();
        await Page.GetByLabel("Naam van een andere organisatie").First.FillAsync("Politie Midden-Nederland");
        await Page.GetByLabel("Functie van die persoon").FillAsync("wijkagent");
        await Page.GetByLabel("Waarom mag deze persoon dit horen?").FillAsync("Convenant: om afspraken te maken die de wijkagent uitvoert.");
        await Page.GetByLabel("Verslag").FillAsync("Dennis wil een eigen plek. Hij is er nog niet aan toe om alleen te wonen.");
        await Page.GetByLabel("Nieuw besluit").FillAsync("Aanvragen van begeleid wonen.");
        await Page.GetByText("Nieuwe actie").ClickAsync();
        await Page.GetByLabel("Wat moet er gebeuren?").FillAsync("Aanvraag invullen");
        await Press("Opslaan");
        await Assertions.Expect(Page.GetByLabel("Wat moet er gebeuren?")).ToHaveValueAsync("Aanvraag invullen");
        await Check("overleg-bespreken-fout");
        await Page.GetByLabel("Wie doet dit?").SelectOptionAsync(new SelectOptionValue { Label = "Sanne de Wit" });
        await Page.GetByLabel("Wanneer moet het klaar zijn?").FillAsync("2026-03-20");
        await Page.GetByLabel("Leefgebied van een nieuw doel").SelectOptionAsync(new SelectOptionValue { Label = "Huisvesting" });
        await Page.GetByLabel("Het nieuwe doel in een paar woorden").FillAsync("Een plek met begeleiding");
        await Page.GetByLabel("Is Sanne de Wit erbij?").SelectOptionAsync("ja");
        await Page.GetByLabel("Is wijkagent van Politie Midden-Nederland erbij?").SelectOptionAsync("ja");
        await Press("Opslaan");
        await Assertions.Expect(Page.GetByText("Opgeslagen.")).ToBeVisibleAsync();
        await Check("overleg-bespreken");
        await Press("Opslaan en casus afronden");
        await Assertions.Expect(Page.GetByText("De casus is afgerond.")).ToBeVisibleAsync();
        await Check("overleg-besproken");
        await Press("Volgende casus bespreken");
        await Expect("Samira Yıldız");

        await Page.GotoAsync(part);
        await Check("overleg-dossier");
        await Follow("Verslag verbeteren van 3 maart 2026");
        await Press("Opslaan");
        await Expect("Controleer 1 veld");
        await Check("overleg-verslag-verbeteren");
        await Page.GotoAsync(part);
        await Follow("Print het overleg van 3 maart 2026");
        await Check("overleg-print");
        await Print("overleg-print");
    }

    private Task Follow(string link) => Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    private Task Press(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private Task Expect(string heading) => Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true })).ToBeVisibleAsync();
}
