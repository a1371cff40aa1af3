using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Pga.Application.Access;
using Pga.Application.Demo;
using Pga.Domain.Interventions;
using Pga.Domain.Staff;

namespace Pga.Web.Tests.Browser;

/// <summary>The pages about interventions on the invented caseload, for the partner and for who refers.</summary>
internal sealed class InterventionPages : BrowserTest
{
    [SetUp]
    public async Task GivenTheDemo()
    {
        await using var scope = Pga.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BecomeSystem("tester");
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new MakeDemo(MakeDemo.DefaultClients, MakeDemo.DefaultSeed));
    }

    [Test]
    public async Task Of_a_partner_pass_axe()
    {
        await SignIn(await Account("partner@pga.example"));
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Verwijzingen en bijeenkomsten" })).ToBeVisibleAsync();
        await Check("partner");

        await Page.GetByRole(AriaRole.Region, new() { Name = "Nieuwe verwijzingen" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Check("partner-verwijzing");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Afwijzen…" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Ja, wijs af" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("Schrijf op waarom u de verwijzing afwijst.").First).ToBeVisibleAsync();
        await Check("partner-afwijzen");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Terug", Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Aannemen" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("U hebt de verwijzing aangenomen.")).ToBeVisibleAsync();

        await Page.GotoAsync("/partner");
        await Page.GetByRole(AriaRole.Region, new() { Name = "Deelnemers" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Check("partner-deelnemer");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Eindverslag schrijven" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Opslaan" }).ClickAsync();
        await Check("partner-eindverslag-fout");

        await Page.GotoAsync("/partner");
        await Page.GetByRole(AriaRole.Region, new() { Name = "Aanwezigheid invullen" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Check("bijeenkomst");
        // By keyboard: the first participant, then save.
        var first = Page.Locator(".presentie select").First;
        await first.FocusAsync();
        await Page.Keyboard.PressAsync("ArrowDown");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Opslaan" }).FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.GetByText("De aanwezigheid is opgeslagen.")).ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator(".presentie select").First).ToHaveValueAsync(AttendanceCodes.Attended);

        await Page.GotoAsync("/bijeenkomsten");
        await Check("bijeenkomsten");
        await Page.GotoAsync("/bijeenkomsten/nieuw");
        await Check("bijeenkomst-kies");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Colosseum Gym" }).ClickAsync();
        await Check("bijeenkomst-nieuw");
        await Page.GotoAsync("/groepen");
        await Check("groepen");
    }

    [Test]
    public async Task Of_who_refers_pass_axe()
    {
        var expert = await Account("expert@pga.example");
        var gym = await Pga.Read(db => db.Interventions.SingleAsync(i => i.Code == "colosseum-gym"));
        var running = await Pga.Read(db => db.Referrals.Where(r => r.AcceptedAt != null && r.ClosedAt == null && r.InterventionId == gym.Id)
            .Join(db.Participations.Where(p => p.StartedOn != null), r => r.ParticipationId, p => p.Id, (r, p) => r.TrajectId).FirstAsync());
        var reported = await Pga.Read(db => db.EndReports.Select(r => r.TrajectId).FirstAsync());
        await SignIn(expert);
        await Page.GotoAsync("/caseload");
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Verwijzingen die een partner heeft afgewezen" })).ToBeVisibleAsync();
        await Check("caseload-afgewezen");

        await Page.GotoAsync($"/dossiers/{running}/interventies");
        await Check("interventies");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Intrekken…" }).First.ClickAsync();
        await Check("interventies-intrekken");
        await Page.GotoAsync($"/dossiers/{reported}/interventies");
        await Check("interventies-eindverslag");
        await Page.GotoAsync($"/dossiers/{running}/interventies/verwijs");
        await Check("verwijzen");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Verwijzen" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("Kies een interventie uit de lijst.").First).ToBeVisibleAsync();
        await Check("verwijzen-fout");
    }

    private Task<StaffMember> Account(string email) => Pga.Read(db => db.Staff.AsNoTracking().SingleAsync(s => s.Email == email));
}
