using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Pga.Application.Access;
using Pga.Application.Demo;

namespace Pga.Web.Tests.Browser;

/// <summary>The administrator's pages on the invented caseload.</summary>
internal sealed class CataloguePages : BrowserTest
{
    [Test]
    public async Task Of_the_administrator_pass_axe()
    {
        await using (var scope = Pga.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<Actor>().BecomeSystem("tester");
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new MakeDemo(12, MakeDemo.DefaultSeed));
        }

        await SignIn(await Pga.Read(db => db.Staff.AsNoTracking().SingleAsync(s => s.Email == "beheerder@pga.example")));
        await Page.GetByRole(AriaRole.Link, new() { Name = "Beheer", Exact = true }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Beheer", Exact = true })).ToBeVisibleAsync();
        await Check("beheer");
        await Page.GotoAsync("/beheer/vaste-lijsten");
        await Check("vaste-lijsten");
        await Page.GotoAsync("/beheer/catalogi/interventies");
        await Check("catalogus");

        // By keyboard: the second goes up.
        await Page.GetByRole(AriaRole.Button, new() { Name = "FC Utrecht Inside omhoog" }).FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.Locator(".catalogus .acties__item").First).ToContainTextAsync("FC Utrecht Inside");

        await Page.GetByRole(AriaRole.Link, new() { Name = "Boksen in de wijk" }).ClickAsync();
        await Check("interventie-controleren");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Klopt zo" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("Kies eerst een soort.").First).ToBeVisibleAsync();
        await Page.GetByLabel("Soort").SelectOptionAsync("sport");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Opslaan", Exact = true }).ClickAsync();
        await Assertions.Expect(Page.GetByText("De wijziging is opgeslagen.")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Verwijderen…" }).ClickAsync();
        await Check("interventie-verwijderen");

        await Page.GotoAsync("/beheer/catalogi/brieven/nieuw");
        await Page.GetByLabel("Tekst").FillAsync("Uw {{schuld}}");
        await Page.GetByLabel("Naam").FillAsync("Proefbrief");
        await Page.GetByLabel("Onderwerp").FillAsync("Proef");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Toevoegen" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("Dit veld bestaat niet: {{schuld}}.").First).ToBeVisibleAsync();
        await Check("brief-fout");

        await Page.GotoAsync("/beheer/catalogi/partners");
        await Page.GetByRole(AriaRole.Link, new() { Name = "JoU", Exact = true }).ClickAsync();
        await Check("partner-beheer");
    }
}
