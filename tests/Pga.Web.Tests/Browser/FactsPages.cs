using Microsoft.Playwright;
using Pga.Domain.Clients;
using Pga.Domain.Facts;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Web.Tests.Browser;

/// <summary>Signals in a browser, for who may see all of them and for who reads along.</summary>
internal sealed class FactsPages : BrowserTest
{
    private readonly FakeClock _clock = new();
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert, "Overvecht", "Sanne de Wit");
    private readonly StaffMember _reader = A.Staff(StaffRoles.PgaExpert, "Overvecht", "Joris Smit");
    private readonly Client _client = A.Client("Samira", "Yıldız", "2026-0401", new DateOnly(2006, 3, 14));

    protected override TimeProvider Clock => _clock;

    private DateOnly Today => DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);

    [Test]
    public async Task Signals_pass_axe_for_who_works_on_the_case_and_for_who_reads_along()
    {
        var traject = A.Traject(_client, _expert, team: "Overvecht");
        await Pga.Given(_expert, _reader, _client, traject);
        await SignIn(_expert);
        await Page.GotoAsync($"/dossiers/{traject.Id}");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Signalen", Exact = true }).ClickAsync();
        await Check("signalen-leeg");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Signaal vastleggen" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Opslaan" }).ClickAsync();
        await Check("signaal-fout");
        await Page.GetByLabel("Soort signaal").SelectOptionAsync("Positief signaal");
        await Page.GetByLabel("Eigen waarneming").CheckAsync();
        await Page.GetByLabel("Wat is er gebeurd of gemeld?").FillAsync("Kwam uit zichzelf vertellen dat de stage goed gaat.");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Opslaan" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("Het signaal is vastgelegd.")).ToBeVisibleAsync();

        var now = _clock.GetUtcNow().UtcDateTime;
        var wrong = new Fact(Guid.CreateVersion7(), traject.Id, _expert.Id, now, new FactDetails(Today.AddDays(-20), "truancy", FactCodes.Partner, "Leerplicht", "Was drie weken niet op school."));
        var right = wrong.Correct(Guid.CreateVersion7(), _expert.Id, now.AddMinutes(1), new FactDetails(Today.AddDays(-20), "truancy", FactCodes.Partner, "Leerplicht", "Was twee weken niet op school."), "Nagevraagd bij de school");
        var withdrawn = new Fact(Guid.CreateVersion7(), traject.Id, _expert.Id, now, new FactDetails(Today.AddDays(-30), "debts", FactCodes.Partner, "W&I", "Achterstand bij de huur."));
        withdrawn.Withdraw("Ging over een ander", Today);
        await Pga.Given(wrong, right, withdrawn,
            new Fact(Guid.CreateVersion7(), traject.Id, _expert.Id, now, new FactDetails(Today.AddDays(-9), "arrest", FactCodes.Police, "Politie Midden-Nederland", "Aangehouden voor vernieling van een bushokje.", "confirmed", Today.AddYears(1))));
        await Page.GotoAsync($"/dossiers/{traject.Id}/signalen");
        await Page.GetByText("Ingetrokken signalen").ClickAsync();
        await Check("signalen");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Politiegegeven (1)" }).ClickAsync();
        await Check("signalen-politie");
        await Page.GotoAsync($"/dossiers/{traject.Id}/signalen/{right.Id}/wijzig");
        await Check("signaal-wijzigen");
        await Page.GotoAsync($"/dossiers/{traject.Id}/signalen/{right.Id}/trek-in");
        await Check("signaal-intrekken");
        await Page.GotoAsync($"/dossiers/{traject.Id}");
        await Check("dossier-signalen");

        await NewPage();
        await SignIn(_reader);
        await Page.GotoAsync($"/dossiers/{traject.Id}/signalen");
        await Assertions.Expect(Page.GetByText("Er zijn ook gegevens van politie of justitie.")).ToBeVisibleAsync();
        await Check("signalen-meelezer");
        await Page.GotoAsync($"/dossiers/{traject.Id}");
        await Check("dossier-meelezer");
    }
}
