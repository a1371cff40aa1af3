using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Pga.Application.Access;
using Pga.Application.Demo;
using Pga.Domain.Staff;
using Pga.Testing;

namespace Pga.Web.Tests.Browser;

/// <summary>What is due today, the bell and the notifications on the invented caseload.</summary>
internal sealed class TaskPages : BrowserTest
{
    [Test]
    public async Task Of_today_and_notifications_pass_axe_and_work()
    {
        await using (var scope = Pga.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<Actor>().BecomeSystem("tester");
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new MakeDemo(MakeDemo.DefaultClients, MakeDemo.DefaultSeed));
        }

        await SignIn(await Account("expert@pga.example"));
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Vandaag", Exact = true })).ToBeVisibleAsync();
        await Check("vandaag");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Meldingen: 3 nieuwe meldingen" }).ClickAsync();
        await Check("meldingen");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Een collega vraagt u om dossiers over te nemen", Exact = true }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Overdracht van 2 trajecten" })).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Meldingen: 2 nieuwe meldingen" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Alles is gelezen" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("Alle meldingen zijn gelezen.")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Instellingen" }).ClickAsync();
        await Page.GetByLabel("Nee, geen e-mail").CheckAsync();
        await Check("meldingen-instellingen");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Opslaan" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("U krijgt geen e-mail meer.")).ToBeVisibleAsync();

        await NewPage();
        await SignIn(await Account("coordinator@pga.example"));
        await Check("vandaag-coordinator");
        await NewPage();
        await SignIn(await Account("manager@pga.example"));
        await Check("vandaag-manager");
    }

    [Test]
    public async Task Of_nothing_to_do_pass_axe()
    {
        var staff = A.Staff(StaffRoles.PgaExpert, name: "Sanne de Wit");
        await Pga.Given(staff);
        await SignIn(staff);
        await Assertions.Expect(Page.GetByText("Niets voor vandaag.")).ToBeVisibleAsync();
        await Check("vandaag-leeg");
        await Page.GotoAsync("/meldingen");
        await Check("meldingen-leeg");
    }

    private Task<StaffMember> Account(string email) => Pga.Read(db => db.Staff.SingleAsync(s => s.Email == email));
}
