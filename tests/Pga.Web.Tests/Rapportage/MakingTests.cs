using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pga.Domain.Staff;
using Pga.Web.Pages.Rapportage;

namespace Pga.Web.Tests.Rapportage;

/// <summary>A draft is made in the background, and a page says how far it is.</summary>
internal sealed class MakingTests : ReportPageTest
{
    private const string Page = "/rapportage/2025/maken";

    private EditionMaker Maker => Pga.Services.GetRequiredService<EditionMaker>();

    [Test]
    public async Task Ends_in_the_rapportage_with_a_notice()
    {
        using var manager = await SignIn(StaffRoles.Manager);
        await Start(6, "zuid");

        var started = await manager.Post(Page);
        var ended = await Follow(manager);

        Assert.That(started.Headers.Location!.OriginalString, Is.EqualTo(Page));
        Assert.That(ended, Is.EqualTo("/rapportage/2025"));
        Assert.That(await manager.Page(ended), Does.Contain("Het concept staat klaar.").And.Contain("Concept</span> gemaakt op 3 maart 2026"));
    }

    [Test]
    public async Task Shows_progress_that_refreshes_itself_without_script()
    {
        using var manager = await SignIn(StaffRoles.Manager);
        // Nothing is taken from the queue, so that the page can be looked at.
        await Maker.StopAsync(CancellationToken.None);

        await manager.Post(Page);
        var page = await manager.Page(Page);

        Assert.That(page, Does.Contain("begonnen om 10:00").And.Contain("Het maken begint zo."));
        Assert.That(page, Does.Contain("<progress").And.Contain("value=\"0\"").And.Contain("<noscript><meta http-equiv=\"refresh\""));
        Assert.That(await manager.Page("/rapportage/2025"), Does.Contain("href=\"/rapportage/2025/maken\"").And.Not.Contain("Concept maken"));
    }

    [Test]
    public async Task Makes_a_year_once_however_often_it_is_asked()
    {
        using var manager = await SignIn(StaffRoles.Manager);
        await Maker.StopAsync(CancellationToken.None);

        await manager.Post(Page);
        var first = Maker.Of(2025);
        await manager.Post(Page);

        Assert.That(Maker.Of(2025), Is.SameAs(first).And.Not.Null);
    }

    [Test]
    public async Task Says_clearly_why_it_failed_and_goes_on_saying_so()
    {
        using var manager = await SignIn(StaffRoles.Manager);
        await Start(6, "zuid");
        await MakeDraft(2025);

        await manager.Post(Page);
        Assert.That(await Follow(manager), Is.EqualTo(Page));

        for (var time = 1; time <= 2; time++)
        {
            var page = await manager.Page(Page);
            Assert.That(page, Does.Contain("Er is geen nieuw concept gemaakt.").And.Contain("Deze maand is er al een concept over 2025 gemaakt."));
            Assert.That(page, Does.Contain("De rapportage die er al stond, is niet veranderd.").And.Not.Contain("data-maken"));
        }
    }

    [Test]
    public async Task Shows_why_an_edition_cannot_be_made_safely()
    {
        using var manager = await SignIn(StaffRoles.Manager);
        await MakeDraft(2024);
        await Confirm(2024);
        await Pga.Read(db => db.EditionParts.ExecuteUpdateAsync(p => p.SetProperty(x => x.Content, new byte[] { 1 })));

        await manager.Post(Page);
        await Follow(manager);

        Assert.That(await manager.Page(Page), Does.Contain("buiten het programma om gewijzigd"));
    }

    [Test]
    public async Task Offers_to_start_again_when_the_server_knows_nothing_of_it()
    {
        using var manager = await SignIn(StaffRoles.Manager);

        var page = await manager.Page(Page);

        Assert.That(page, Does.Contain("Er wordt nu geen rapportage over 2025 gemaakt.").And.Contain("Er is niets opgeslagen.").And.Contain("Opnieuw beginnen"));
    }

    [Test]
    public async Task Is_refused_to_an_expert_and_nothing_is_made()
    {
        using var expert = await SignIn(StaffRoles.PgaExpert);

        Assert.That((await expert.Post(Page)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(Maker.Of(2025), Is.Null);
    }

    /// <summary>Goes back to the page as a browser does, until making is over; answers where that is.</summary>
    private static async Task<string> Follow(Visitor visitor)
    {
        for (var time = 0; time < 600; time++)
        {
            var response = await visitor.Get(Page);
            if (response.StatusCode == HttpStatusCode.Redirect)
                return response.Headers.Location!.OriginalString;
            if (!(await response.Content.ReadAsStringAsync()).Contains("data-maken", StringComparison.Ordinal))
                return Page;
            await Task.Delay(100);
        }

        throw new TimeoutException("The edition was never made.");
    }
}
