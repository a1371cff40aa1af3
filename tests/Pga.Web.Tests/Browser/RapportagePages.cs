using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Pga.Application.Access;
using Pga.Application.Import;
using Pga.Domain.Staff;
using Pga.Testing;

namespace Pga.Web.Tests.Browser;

internal sealed class RapportagePages : BrowserTest
{
    [Test]
    public async Task Rapportage_and_its_file_to_print_pass_axe()
    {
        var manager = A.Staff(StaffRoles.Manager);
        await Pga.Given(manager);
        await ImportSample();
        await SignIn(manager);

        await Page.GotoAsync("/rapportage");
        await Page.GetByLabel("Jaar", new() { Exact = true }).SelectOptionAsync("2024");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Toon" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Rapportage 2024" })).ToBeVisibleAsync();
        await Check("rapportage");

        var download = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Link, new() { Name = "Afdrukversie" }).ClickAsync());
        var file = Path.Combine(TestDatabase.Folder, "rapportage.html");
        await download.SaveAsAsync(file);
        await Page.GotoAsync($"file://{file}");
        await Check("rapportage-afdruk");
    }

    private async Task ImportSample()
    {
        await using var scope = Pga.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BecomeSystem("tester");
        var folder = Path.Combine(TestContext.CurrentContext.TestDirectory, "data", "utrecht-2024");
        Assert.That((await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RunImport(folder, Update: false))).Faults, Is.Empty);
    }
}
