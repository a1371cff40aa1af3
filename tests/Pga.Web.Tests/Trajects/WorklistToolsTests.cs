using System.Net;
using System.Text.RegularExpressions;
using Pga.Domain.Staff;
using Pga.Testing;

namespace Pga.Web.Tests.Trajects;

internal sealed partial class WorklistToolsTests : WebTest
{
    [Test]
    public async Task Keep_a_filter_under_a_name_and_remove_it()
    {
        var expert = A.Staff(StaffRoles.PgaExpert);
        var client = A.Client(wijk: "oost");
        await Pga.Given(expert, client, A.Traject(client, expert));
        using var visitor = await Pga.SignIn(expert);

        var plain = await visitor.Page("/caseload");
        var nameless = await visitor.Post("/caseload?wijk=oost&handler=Save", ("Save.CommandId", $"{Guid.CreateVersion7()}"), ("Save.Name", ""));
        var saved = await visitor.Post("/caseload?wijk=oost&handler=Save", ("Save.CommandId", $"{Guid.CreateVersion7()}"), ("Save.Name", "In Oost"));
        var filtered = await visitor.Page("/caseload?wijk=oost");

        Assert.That(plain, Does.Not.Contain("Bewaar dit filter"));
        Assert.That(nameless.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(WebUtility.HtmlDecode(await nameless.Content.ReadAsStringAsync()), Does.Contain("Geef het filter een naam."));
        Assert.That(saved.Headers.Location!.OriginalString, Is.EqualTo("/caseload?wijk=oost"));
        Assert.That(filtered, Does.Contain(">In Oost</a>").And.Contain("Verwijder filter ‘In Oost’").And.Not.Contain("Bewaar dit filter"));

        await visitor.Post("/caseload?wijk=oost&handler=Remove", ("filter", FilterId().Match(filtered).Groups[1].Value), ("commandId", $"{Guid.CreateVersion7()}"));

        Assert.That(await visitor.Page("/caseload?wijk=oost"), Does.Not.Contain("In Oost").And.Contain("Bewaar dit filter"));
    }

    [Test]
    public async Task Export_what_the_filter_shows_after_saying_what_that_means()
    {
        var coordinator = A.Staff(StaffRoles.Coordinator);
        var (east, west) = (A.Client("Noor", "Oosterling", wijk: "oost"), A.Client("Wies", "Westerling", wijk: "west"));
        await Pga.Given(coordinator, east, west, A.Traject(east), A.Traject(west));
        using var visitor = await Pga.SignIn(coordinator);

        var list = await visitor.Page("/caseload?wijk=oost");
        var before = await visitor.Page("/caseload/exporteren?wijk=oost");
        var file = await visitor.Post("/caseload/exporteren?wijk=oost");

        Assert.That(list, Does.Contain("/caseload/exporteren?wijk=oost"));
        Assert.That(before, Does.Contain("In het bestand komt 1 traject: alles wat bij uw filter past."));
        Assert.That(file.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));
        Assert.That(await file.Content.ReadAsStringAsync(), Does.Contain("Oosterling").And.Not.Contain("Westerling"));
    }

    [Test]
    public async Task Offer_no_export_to_an_expert()
    {
        var expert = A.Staff(StaffRoles.PgaExpert);
        var client = A.Client();
        await Pga.Given(expert, client, A.Traject(client, expert));
        using var visitor = await Pga.SignIn(expert);

        Assert.That(await visitor.Page("/caseload"), Does.Not.Contain("exporteren"));
        Assert.That((await visitor.Get("/caseload/exporteren")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await visitor.Post("/caseload/exporteren")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await visitor.Get("/api/v1/trajects/export")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Show_who_sounds_alike_apart()
    {
        var expert = A.Staff(StaffRoles.PgaExpert);
        var client = A.Client("Mohamed", "Yıldız");
        await Pga.Given(expert, client, A.Traject(client, expert));
        using var visitor = await Pga.SignIn(expert);

        var found = WebUtility.HtmlDecode(await (await visitor.Post("/zoeken", ("Q", "mohammed jildis"))).Content.ReadAsStringAsync());

        Assert.That(found, Does.Contain("Niemand gevonden").And.Contain("Klinkt hetzelfde").And.Contain("Mohamed Yıldız"));
    }

    [GeneratedRegex("name=\"filter\" value=\"([^\"]+)\"")]
    private static partial Regex FilterId();
}
