using System.Net;
using System.Text.RegularExpressions;
using Pga.Domain.Staff;
using Pga.Domain.Stories;
using Pga.Testing;

namespace Pga.Web.Tests.Rapportage;

internal sealed partial class ConfirmingTests : ReportPageTest
{
    [Test]
    public async Task Freezes_what_was_read_after_saying_what_that_means()
    {
        using var manager = await SignIn(StaffRoles.Manager);
        await MakeDraft(2025);

        var rapportage = await manager.Page("/rapportage/2025");
        var link = ConfirmLink().Match(rapportage).Groups[1].Value;
        var page = await manager.Page(link);
        var done = await manager.Post("/rapportage/2025/vaststellen", Fields(page));

        Assert.That(page, Does.Contain("U kunt dit niet terugdraaien.").And.Contain("De rapportage over 2026 neemt de cijfers van 2025 hieruit over."));
        Assert.That(done.Headers.Location!.OriginalString, Is.EqualTo("/rapportage/2025"));
        var frozen = await manager.Page("/rapportage/2025");
        Assert.That(frozen, Does.Contain("De rapportage over 2025 is vastgesteld.").And.Contain("Vastgesteld</span> op 3 maart 2026 door Medewerker"));
        Assert.That(frozen, Does.Not.Contain("Nieuw concept maken").And.Not.Contain("Vaststellen…").And.Contain("Erratum toevoegen"));
    }

    [Test]
    public async Task Says_that_the_years_before_it_can_no_longer_be_made_and_then_does_not_offer_them()
    {
        using var manager = await SignIn(StaffRoles.Manager);
        await MakeDraft(2025);

        var before = await manager.Page("/rapportage/2024");
        var page = await manager.Page("/rapportage/2025/vaststellen");
        await manager.Post("/rapportage/2025/vaststellen", Fields(page));
        var after = await manager.Page("/rapportage/2024");

        Assert.That(before, Does.Contain("Concept maken"));
        Assert.That(page, Does.Contain("De rapportage over 2024 is niet vastgesteld."));
        Assert.That(after, Does.Contain("De rapportage over 2025 is al vastgesteld.").And.Not.Contain("Concept maken"));
    }

    [Test]
    public async Task Has_to_wait_until_the_year_is_over()
    {
        using var manager = await SignIn(StaffRoles.Manager);
        await MakeDraft(2026);

        var rapportage = await manager.Page("/rapportage/2026");
        var page = await manager.Page("/rapportage/2026/vaststellen");

        Assert.That(rapportage, Does.Contain("Vaststellen kan nog niet.").And.Not.Contain("Vaststellen…"));
        Assert.That(page, Does.Contain("Dit moet eerst gebeuren").And.Contain("2026 is nog niet voorbij").And.Not.Contain("Ja, stel vast"));
    }

    [Test]
    public async Task Lists_all_that_stands_in_the_way()
    {
        using var manager = await SignIn(StaffRoles.Manager);
        var author = A.Staff(StaffRoles.PgaExpert);
        await Pga.Given(author, new Story(Guid.CreateVersion7(), new StoryDraft(2026, "Een eigen plek", "Het gaat goed.", StoryLinks.Goal, "Wonen"), author.Id, DateTime.UnixEpoch));
        await MakeDraft(2026);

        var page = await manager.Page("/rapportage/2026/vaststellen");

        Assert.That(page, Does.Contain("<li>Het jaar 2026 is nog niet voorbij.").And.Contain("<li>Er is nog 1 verhaal over 2026 dat niet is vrijgegeven."));
    }

    [Test]
    public async Task Is_not_offered_for_another_version_than_was_read()
    {
        using var manager = await SignIn(StaffRoles.Manager);
        await MakeDraft(2025);

        var page = await manager.Page($"/rapportage/2025/vaststellen?versie={Guid.NewGuid()}");

        Assert.That(page, Does.Contain("veranderd nadat u haar las").And.Not.Contain("Ja, stel vast"));
    }

    [Test]
    public async Task Of_a_draft_that_was_made_anew_meanwhile_is_a_conflict()
    {
        using var manager = await SignIn(StaffRoles.Manager);
        await MakeDraft(2025);

        var answer = await manager.Post("/rapportage/2025/vaststellen", ("CommandId", $"{Guid.NewGuid()}"), ("BaseVersion", $"{Guid.NewGuid()}"));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("veranderd nadat u haar las").And.Not.Contain("Ja, stel vast"));
    }

    [Test]
    public async Task Twice_says_that_it_was_done()
    {
        using var manager = await SignIn(StaffRoles.Manager);
        await MakeDraft(2025);
        var page = await manager.Page("/rapportage/2025/vaststellen");
        await Confirm(2025);

        var answer = await manager.Post("/rapportage/2025/vaststellen", Fields(page));

        Assert.That((int)answer.StatusCode, Is.InRange(400, 499));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("al vastgesteld"));
    }

    [Test]
    public async Task Leaves_room_for_an_erratum_beside_it()
    {
        using var manager = await SignIn(StaffRoles.Manager);
        await MakeDraft(2025);
        Assert.That(await manager.Page("/rapportage/2025/erratum"), Does.Contain("nog niet vastgesteld"));
        await Confirm(2025);

        var empty = await manager.Post("/rapportage/2025/erratum", ("Input.CommandId", $"{Guid.NewGuid()}"), ("Input.Text", ""));
        var added = await manager.Post("/rapportage/2025/erratum", ("Input.CommandId", $"{Guid.NewGuid()}"), ("Input.Text", "De wijk Zuid was te laag geteld."));

        Assert.That(empty.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(added.Headers.Location!.OriginalString, Is.EqualTo("/rapportage/2025"));
        Assert.That(await manager.Page("/rapportage/2025"), Does.Contain("De wijk Zuid was te laag geteld.").And.Contain("Het erratum staat bij de rapportage."));
    }

    private static (string Name, string? Value)[] Fields(string page) =>
        [.. HiddenField().Matches(page).Select(m => (m.Groups[1].Value, (string?)m.Groups[2].Value))];

    [GeneratedRegex("""href="(/rapportage/2025/vaststellen\?versie=[^"]+)"?""")]
    private static partial Regex ConfirmLink();

    [GeneratedRegex("""<input type="hidden" name="(CommandId|BaseVersion)" value="([^"]+)">""")]
    private static partial Regex HiddenField();
}
