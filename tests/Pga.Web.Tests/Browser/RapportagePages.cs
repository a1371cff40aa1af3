using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Pga.Application.Access;
using Pga.Application.Import;
using Pga.Domain.Staff;
using Pga.Testing;
using Pga.Web.Pages.Rapportage;

namespace Pga.Web.Tests.Browser;

internal sealed class RapportagePages : BrowserTest
{
    private readonly FakeClock _clock = new();
    private readonly StaffMember _manager = A.Staff(StaffRoles.Manager, team: null, name: "Mirjam Proef");

    protected override TimeProvider Clock => _clock;

    private EditionMaker Maker => Pga.Services.GetRequiredService<EditionMaker>();

    [Test]
    public async Task From_nothing_to_a_frozen_rapportage_by_keyboard()
    {
        await OpenSample();
        await Page.GotoAsync("/rapportage");
        await Page.GetByLabel("Jaar", new() { Exact = true }).SelectOptionAsync("2024");
        await Press("Toon");
        await Assertions.Expect(Heading("Er is nog geen rapportage over 2024")).ToBeVisibleAsync();
        await Check("rapportage-geen");

        // Nothing is taken from the queue, so that the page can be looked at.
        await Maker.StopAsync(CancellationToken.None);
        await Press("Concept maken");
        await Assertions.Expect(Page.GetByText("Het maken begint zo.")).ToBeVisibleAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Progressbar, new() { Name = "Bezig" })).ToBeVisibleAsync();
        await Check("rapportage-maken");
        await Maker.StartAsync(CancellationToken.None);
        // The script follows it to the end.
        await Assertions.Expect(Page.GetByText("Het concept staat klaar.")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(Heading("Rapportage 2024")).ToBeVisibleAsync();
        await Check("rapportage");
        await Print("rapportage");

        await Page.GetByRole(AriaRole.Link, new() { Name = "Vaststellen…" }).FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Heading("Weet u het zeker?")).ToBeVisibleAsync();
        await Check("rapportage-vaststellen");
        await Press("Ja, stel vast");
        await Assertions.Expect(Page.GetByText("De rapportage over 2024 is vastgesteld.")).ToBeVisibleAsync();

        await Page.GetByRole(AriaRole.Link, new() { Name = "Erratum toevoegen" }).FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Press("Erratum toevoegen");
        await Assertions.Expect(Heading("Controleer 1 veld")).ToBeVisibleAsync();
        await Check("rapportage-erratum-fout");
        await Page.GetByLabel("Wat klopt er niet?").FillAsync("De instroom in de wijk Zuid was te laag geteld.");
        await Press("Erratum toevoegen");
        await Assertions.Expect(Page.GetByText("De instroom in de wijk Zuid was te laag geteld.")).ToBeVisibleAsync();
        await Check("rapportage-vastgesteld");

        var download = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Link, new() { Name = "Afdrukversie" }).ClickAsync());
        var file = Path.Combine(TestDatabase.Folder, "rapportage.html");
        await download.SaveAsAsync(file);
        await Page.GotoAsync($"file://{file}");
        await Check("rapportage-afdruk");
    }

    [Test]
    public async Task A_failure_and_a_restart_stay_readable()
    {
        await OpenSample();
        await Page.GotoAsync("/rapportage/2024/maken");
        await Assertions.Expect(Page.GetByText("Er wordt nu geen rapportage over 2024 gemaakt.")).ToBeVisibleAsync();
        await Check("rapportage-maken-gestopt");

        await Press("Opnieuw beginnen");
        await Assertions.Expect(Page.GetByText("Het concept staat klaar.")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        // A second one in the month isn't made; the address can still be typed.
        await StartAgain();
        await Page.GotoAsync("/rapportage/2024/maken");
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Deze maand is er al een concept over 2024 gemaakt.");
        await Check("rapportage-maken-mislukt");
    }

    [Test]
    public async Task Positive_outflow_passes_axe_with_and_without_figures()
    {
        await OpenSample();
        await Page.GotoAsync("/rapportage");
        await Page.GetByRole(AriaRole.Navigation, new() { Name = "Onderdelen van Rapportage" }).GetByRole(AriaRole.Link, new() { Name = "Positieve uitstroom" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("Er zijn nog geen cijfers om te tonen.")).ToBeVisibleAsync();
        await Check("uitstroom-leeg");

        foreach (var year in new[] { 2023, 2024 })
        {
            await Page.GotoAsync($"/rapportage/{year}/maken");
            await Press("Opnieuw beginnen");
            await Assertions.Expect(Page.GetByText("Het concept staat klaar.")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        }

        await Page.GotoAsync("/rapportage/positieve-uitstroom");
        await Assertions.Expect(Heading("Positieve uitstroom 2024")).ToBeVisibleAsync();
        await Check("uitstroom");
        await Print("uitstroom");
        foreach (var table in await Page.GetByText("Bekijk als tabel").AllAsync())
        {
            await table.FocusAsync();
            await Page.Keyboard.PressAsync("Enter");
        }

        await Check("uitstroom-tabellen");
    }

    private async Task OpenSample()
    {
        await Pga.Given(_manager);
        await ImportSample();
        await SignIn(_manager);
    }

    private async Task StartAgain()
    {
        await using var scope = Pga.Services.CreateAsyncScope();
        var actor = scope.ServiceProvider.GetRequiredService<Actor>();
        actor.BecomeStaff(_manager, "test");
        Maker.Start(2024, actor);
        while (Maker.Of(2024) is { IsOver: false })
            await Task.Delay(50);
    }

    private ILocator Heading(string name) => Page.GetByRole(AriaRole.Heading, new() { Name = name });

    private async Task Press(string button)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
    }

    private async Task ImportSample()
    {
        await using var scope = Pga.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BecomeSystem("tester");
        var folder = Path.Combine(TestContext.CurrentContext.TestDirectory, "data", "utrecht-2024");
        Assert.That((await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RunImport(folder, Update: false))).Faults, Is.Empty);
    }
}
