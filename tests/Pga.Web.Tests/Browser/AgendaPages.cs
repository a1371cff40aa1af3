using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Pga.Domain.Clients;
using Pga.Domain.Contacts;
using Pga.Domain.Spreekuren;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Web.Tests.Browser;

/// <summary>Agenda, calendar address and letters in a browser.</summary>
internal sealed class AgendaPages : BrowserTest
{
    private readonly FakeClock _clock = new();
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert, "Overvecht", "Sanne Proef", StaffRoles.Rio);
    private readonly Client _client = A.Client("Samira", "Yıldız");
    private Traject _traject = null!;

    protected override TimeProvider Clock => _clock;

    private DateTime Now => _clock.GetUtcNow().UtcDateTime;

    [Test]
    public async Task Agenda_plans_moves_and_cancels_and_passes_axe()
    {
        await GivenAWeek();
        await SignIn(_expert);
        await Page.GotoAsync("/agenda");
        await Check("agenda");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Dag", Exact = true }).ClickAsync();
        await Check("agenda-dag");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Week", Exact = true }).ClickAsync();

        await Page.GetByRole(AriaRole.Link, new() { Name = "Contact plannen" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Verder" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("Kies een cliënt.").First).ToBeVisibleAsync();
        await Check("plannen-wie");
        await Page.GetByLabel("Voor wie?").SelectOptionAsync(_traject.Id.ToString());
        await Page.GetByRole(AriaRole.Button, new() { Name = "Verder" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("Altijd met z’n tweeën, hond in de woning.")).ToBeVisibleAsync();
        await Check("plannen");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Plannen" }).ClickAsync();
        await Check("plannen-fout");
        await Page.GetByLabel("Gesprek op kantoor").CheckAsync();
        await Page.GetByLabel("Datum").FillAsync("2026-03-06");
        await Page.GetByLabel("Begintijd").FillAsync("14:30");
        await Page.GetByLabel("Plaats").FillAsync("Stadskantoor, balie 2");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Plannen" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Het contact is gepland.");

        await Page.GetByRole(AriaRole.Link, new() { Name = "Verplaats of zeg af Gesprek op kantoor met Samira Yıldız" }).ClickAsync();
        await Check("verplaatsen");
        await Page.GetByLabel("Waarom gaat het niet door?").FillAsync("Samira is ziek.");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Contact afzeggen" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Het contact is afgezegd.");
        await Check("dossier-pogingen");
        await Page.GotoAsync("/agenda?datum=2026-05-04");
        await Check("agenda-leeg");
    }

    [Test]
    public async Task Calendar_address_is_made_and_shown_once_and_passes_axe()
    {
        await GivenAWeek();
        await SignIn(_expert);
        await Page.GotoAsync("/agenda/koppelen");
        await Check("koppelen");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Maak een geheim adres" }).ClickAsync();
        await Assertions.Expect(Page.GetByLabel("Adres voor uw agenda")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("/agenda/feed/.{43}[.]ics$"));
        await Check("koppelen-adres");
        await Page.GotoAsync("/agenda/koppelen");
        await Assertions.Expect(Page.GetByLabel("Adres voor uw agenda")).ToHaveCountAsync(0);
        await Check("koppelen-gemaakt");
    }

    [Test]
    public async Task Letter_is_finished_recorded_and_printed_alone_and_passes_axe()
    {
        await GivenAWeek();
        await SignIn(_expert);
        await Page.GotoAsync($"/dossiers/{_traject.Id}/brief");
        await Check("brieven");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Uitnodiging voor een gesprek" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Verder naar afdrukken" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("Er moet nog iets worden ingevuld.").First).ToBeVisibleAsync();
        await Check("brief-fout");
        var text = await Page.GetByLabel("Tekst van de brief").InputValueAsync();
        await Page.GetByLabel("Tekst van de brief").FillAsync(text.Replace("[vul in: plaats van de afspraak]", "bij u thuis", StringComparison.Ordinal));
        await Check("brief");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Verder naar afdrukken" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Status)).ToContainTextAsync("De brief is vastgelegd");
        await Page.GetByLabel("Adres van de cliënt").FillAsync("Voorbeeldstraat 1\n1234 AB Utrecht");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Zet het adres op de brief" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Article)).ToContainTextAsync("Voorbeeldstraat 1");
        await Check("brief-afdrukken");
        var download = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Button, new() { Name = "Downloaden (Word)" }).ClickAsync());
        Assert.That(download.SuggestedFilename, Is.EqualTo("brief-2026-03-03.docx"));

        await Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(Page.GetByRole(AriaRole.Article)).ToBeVisibleAsync();
        foreach (var other in new[] { "header.kop", "footer.voet", ".kruimel", ".form", "h1" })
            await Assertions.Expect(Page.Locator(other).First).ToBeHiddenAsync();
        await Print("brief");
    }

    private async Task GivenAWeek()
    {
        _client.AgreeOnSafety("Altijd met z’n tweeën, hond in de woning.", null);
        var other = A.Client("Marek", "Kowalczyk");
        var others = A.Traject(other, _expert);
        _traject = A.Traject(_client, _expert);
        var institution = await Pga.Read(db => db.Institutions.OrderBy(i => i.Order).ThenBy(i => i.Code).Select(i => i.Id).FirstAsync());
        await Pga.Given(
            _expert, _client, _traject, other, others,
            Contact(_traject, -50, 0, ContactCodes.Held), Contact(_traject, -30, 0, "nobody-home"), Contact(_traject, -20, 0, "nobody-home"), Contact(_traject, -1, 0, "refused", next: "Brief sturen"),
            Contact(_traject, 0, 3, null), Contact(others, 0, 3.5, null, "office", "Wijkbureau De Gaard"), Contact(others, 2, 1, null, "phone"), Contact(others, -1, 3, null),
            new Spreekuur(Guid.CreateVersion7(), institution, Now.AddDays(1).AddHours(4), _expert.Id));
    }

    private ContactMoment Contact(Traject traject, int days, double hours, string? outcome, string kind = ContactCodes.HomeVisit, string? place = null, string? next = null) =>
        new(Guid.CreateVersion7(), traject.Id, _expert.Id, Now.AddDays(-60 + (outcome is null ? 0 : 60)), new ContactDetails(
            kind, Now.AddDays(days).AddHours(hours), outcome, "Verslag van het contact.", null, null, null, next, next is null ? null : DateOnly.FromDateTime(Now.AddDays(2)), place));
}
