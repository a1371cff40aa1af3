using System.Net;
using Microsoft.EntityFrameworkCore;
using Pga.Domain.Staff;
using Pga.Domain.Stories;
using Pga.Testing;

namespace Pga.Web.Tests.Stories;

internal sealed class TextPagesTests : WebTest
{
    private const string Path = "/rapportage/teksten/2025";

    private readonly StaffMember _manager = A.Staff(StaffRoles.Manager, null);

    [SetUp]
    public Task GivenManager() => Pga.Given(_manager);

    [Test]
    public async Task Stores_what_was_written_and_leaves_alone_what_was_not_touched()
    {
        await Pga.Given(new TextBlock(Guid.CreateVersion7(), 2025, TextBlockKinds.Table, "outflow", "Al geschreven.\nTweede regel."));
        using var manager = await Pga.SignIn(_manager);
        Assert.That(await manager.Page(Path), Does.Contain("Bij de tabellen").And.Contain("Lokale PGA: evaluatie van het plan").And.Contain("Tweede regel."));

        // The browser sends line breaks as two characters.
        var saved = await manager.Post(Path, Form(
            new("table", "inflow", "", "Nieuw.", Guid.Empty), new("table", "outflow", "Al geschreven.\r\nTweede regel.", "Al geschreven.\r\nTweede regel.", Guid.Empty)));

        Assert.That(saved.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await Stored(), Is.EqualTo(new Dictionary<string, string> { ["inflow"] = "Nieuw.", ["outflow"] = "Al geschreven.\nTweede regel." }));
    }

    [Test]
    public async Task Keeps_what_was_typed_beside_what_somebody_else_wrote()
    {
        await Pga.Given(
            new TextBlock(Guid.CreateVersion7(), 2025, TextBlockKinds.Table, "inflow", "Van een ander."),
            new TextBlock(Guid.CreateVersion7(), 2025, TextBlockKinds.Table, "running", "Intussen."));
        using var manager = await Pga.SignIn(_manager);

        var response = await manager.Post(Path, Form(new("table", "inflow", "", "Van mij.", Guid.Empty), new("table", "running", "", "", Guid.Empty)));
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(page, Does.Contain("<td class=\"utrecht-table__cell\">Van een ander.</td>").And.Match(@">\s*Van mij.</textarea>").And.Match(@">\s*Intussen.</textarea>"));
        Assert.That(page, Does.Contain((await Version("inflow")).ToString()), "saving again goes on top of what is there now");
        var again = await manager.Post(Path, Form(new Block("table", "inflow", "Van een ander.", "Van mij.", await Version("inflow"))));
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task Says_which_text_is_too_long()
    {
        using var manager = await Pga.SignIn(_manager);

        var response = await manager.Post(Path, Form(new("table", "inflow", "", "", Guid.Empty), new("table", "inflow-persons", "", new string('x', TextBlock.MaxText + 1), Guid.Empty)));
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(page, Does.Contain("href=\"#Input_Texts_1__Text\">De tekst is te lang."));
    }

    [Test]
    public async Task Leads_to_the_chosen_year_and_is_a_managers_only()
    {
        using var manager = await Pga.SignIn(_manager);
        Assert.That((await manager.Get("/rapportage/teksten?jaar=2024")).Headers.Location!.OriginalString, Is.EqualTo("/rapportage/teksten/2024"));
        Assert.That(await manager.Page("/rapportage/teksten"), Does.Contain("Teksten bij de rapportage 2025"));
        var officer = A.Staff(StaffRoles.PrivacyOfficer, null);
        await Pga.Given(officer);
        using var visitor = await Pga.SignIn(officer);

        Assert.That((await visitor.Get(Path)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    private sealed record Block(string Kind, string Key, string Was, string Text, Guid Version);

    private static (string, string?)[] Form(params Block[] blocks) =>
    [
        ("Input.CommandId", Guid.CreateVersion7().ToString()),
        .. blocks.SelectMany((b, i) => new (string, string?)[]
        {
            ($"Input.Texts[{i}].Kind", b.Kind), ($"Input.Texts[{i}].Key", b.Key), ($"Input.Texts[{i}].Was", b.Was),
            ($"Input.Texts[{i}].Text", b.Text), ($"Input.Texts[{i}].BaseVersion", b.Version.ToString()),
        }),
    ];

    private Task<Dictionary<string, string>> Stored() => Pga.Read(db => db.TextBlocks.ToDictionaryAsync(b => b.Key, b => b.Text));

    private Task<Guid> Version(string key) => Pga.Read(db => db.TextBlocks.Where(b => b.Key == key).Select(b => b.Version).SingleAsync());
}
