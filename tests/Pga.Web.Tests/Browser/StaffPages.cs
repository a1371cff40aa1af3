using Microsoft.Playwright;
using Pga.Domain.Staff;
using Pga.Testing;

namespace Pga.Web.Tests.Browser;

internal sealed class StaffPages : BrowserTest
{
    [Test]
    public async Task Sign_in_works_by_keyboard_and_passes_axe()
    {
        var staff = A.Staff(StaffRoles.Partner);
        await Pga.Given(staff);
        var password = await Pga.GiveAccount(staff);
        await Page.GotoAsync("/");
        await Check("inloggen");
        await Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Direct naar de inhoud" })).ToBeFocusedAsync();

        await Page.GetByLabel("E-mailadres").FocusAsync();
        await Page.Keyboard.TypeAsync(staff.Email);
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.TypeAsync("niet het goede");
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Controleer 1 veld" })).ToBeVisibleAsync();
        await Check("inloggen-fout");

        await Page.GetByLabel("Wachtwoord").FillAsync(password);
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Verwijzingen en bijeenkomsten" })).ToBeVisibleAsync();
        await Check("start");
    }

    [Test]
    public async Task Error_pages_pass_axe()
    {
        var staff = A.Staff(StaffRoles.Partner);
        await Pga.Given(staff);
        await SignIn(staff);

        await Page.GotoAsync("/bestaat-niet");

        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Niet gevonden" })).ToBeVisibleAsync();
        await Check("niet-gevonden");
    }
}
