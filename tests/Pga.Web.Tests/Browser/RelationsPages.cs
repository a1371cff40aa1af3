using Microsoft.Playwright;
using Pga.Domain.Assessments;
using Pga.Domain.Clients;
using Pga.Domain.Relations;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Web.Tests.Browser;

/// <summary>Relatives and family in a browser.</summary>
internal sealed class RelationsPages : BrowserTest
{
    private readonly FakeClock _clock = new();
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert, "Overvecht", "Sanne de Wit");
    private readonly Client _samira = A.Client("Samira", "Yıldız", "2026-0401", new DateOnly(2006, 3, 14));
    private readonly Client _emre = A.Client("Emre", "Yıldız", "2026-0402", new DateOnly(2009, 8, 2));

    protected override TimeProvider Clock => _clock;

    [Test]
    public async Task Relatives_and_family_pass_axe_and_work_by_keyboard()
    {
        var traject = A.Traject(_samira, _expert, team: "Overvecht");
        var ofEmre = A.Traject(_emre, _expert, Programmes.TopX, "Overvecht");
        await Pga.Given(_expert, _samira, _emre, traject, ofEmre, A.Assessment(ofEmre, new DateOnly(2026, 1, 12), Moments.Start),
            new Relation(Guid.CreateVersion7(), _samira.Id, "parent", "Nilgün", 1981, "Steunt de afspraken en is goed bereikbaar."));
        await SignIn(_expert);
        await Page.GotoAsync($"/dossiers/{traject.Id}/gezin");
        await Check("gezin-leeg");
        await Page.GotoAsync($"/dossiers/{traject.Id}");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Relaties", Exact = true }).ClickAsync();
        await Check("relaties");

        await Page.GetByRole(AriaRole.Link, new() { Name = "Relatie toevoegen" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Opslaan" }).ClickAsync();
        await Check("relatie-fout");
        await Page.GetByLabel("Broer").CheckAsync();
        await Page.GetByLabel("Naam", new() { Exact = true }).FillAsync("Emre");
        await Page.GetByLabel("Geboortejaar").FillAsync("2009");
        await Page.GetByLabel("Waarom is deze persoon van belang?").FillAsync("Woont in hetzelfde huis.");
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.GetByText("De relatie is toegevoegd.")).ToBeVisibleAsync();

        await Page.GetByRole(AriaRole.Link, new() { Name = "Koppel Emre aan een cliënt" }).ClickAsync();
        await Page.GetByLabel("Naam of dossiernummer", new() { Exact = true }).FillAsync("yildiz");
        await Page.GetByRole(AriaRole.Search, new() { Name = "Zoek de cliënt" }).GetByRole(AriaRole.Button).ClickAsync();
        await Page.GetByLabel("Emre Yıldız").CheckAsync();
        await Check("relatie-koppelen");
        await Page.GetByLabel("Waarom moeten deze twee dossiers van elkaar weten?").FillAsync("Zitten in dezelfde groep; de ouders willen één aanspreekpunt.");
        await Page.GetByLabel("Afspraak over contact met het gezin").FillAsync("Sanne belt moeder, voor allebei.");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Koppelen" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("De relatie is gekoppeld.")).ToBeVisibleAsync();
        await Check("relaties-gekoppeld");

        await Page.GetByRole(AriaRole.Link, new() { Name = "Naar het gezin" }).ClickAsync();
        await Check("gezin");
        await Print("gezin");
        await Page.GotoAsync($"/dossiers/{ofEmre.Id}/relaties");
        await Check("relaties-andere-kant");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Wijzig of verwijder de koppeling" }).ClickAsync();
        await Check("koppeling");
        await Page.GotoAsync($"/dossiers/{traject.Id}/relaties");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Verwijder Nilgün" }).ClickAsync();
        await Check("relatie-verwijderen");
    }
}
