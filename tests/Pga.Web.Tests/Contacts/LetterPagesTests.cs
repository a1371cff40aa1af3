using System.Net;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Pga.Domain.Clients;
using Pga.Domain.Contacts;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Web.Tests.Contacts;

internal sealed class LetterPagesTests : WebTest
{
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert, name: "Sanne Proef");
    private readonly Client _client = A.Client();
    private Traject _traject = null!;

    private string Closing => $"/dossiers/{_traject.Id}/brief/afsluiting";

    [SetUp]
    public async Task GivenTraject()
    {
        _traject = A.Traject(_client, _expert);
        await Pga.Given(_expert, _client, _traject);
    }

    [Test]
    public async Task Begin_with_a_template_that_is_filled_in()
    {
        using var visitor = await Pga.SignIn(_expert);

        Assert.That(await visitor.Page($"/dossiers/{_traject.Id}"), Does.Contain($"/dossiers/{_traject.Id}/brief"));
        Assert.That(await visitor.Page($"/dossiers/{_traject.Id}/brief"), Does.Contain(Closing).And.Contain("Uitnodiging voor een gesprek"));
        Assert.That(await visitor.Page(Closing), Does.Contain("Beste Noor Voorbeeld,").And.Contain("[vul in: datum van het einde]").And.Contain("Sanne Proef"));
        Assert.That((await visitor.Get($"/dossiers/{_traject.Id}/brief/bestaat-niet")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Are_recorded_and_then_printed_or_downloaded_with_an_address_that_is_not_kept()
    {
        using var visitor = await Pga.SignIn(_expert);

        var response = await visitor.Post(Closing, Letter(record: true));
        var contact = await Pga.Read(db => db.ContactMoments.SingleAsync());
        var sent = $"/dossiers/{_traject.Id}/contact/{contact.Id}/brief";
        Assert.That(response.Headers.Location?.OriginalString, Is.EqualTo(sent));
        Assert.That((contact.Kind, contact.Report), Is.EqualTo((ContactCodes.Letter, "Wij sluiten af\n\nBeste Noor,\n\nHet is klaar.")));
        Assert.That(await visitor.Page(sent), Does.Contain("De brief is vastgelegd in het dossier.").And.Contain("Onderwerp: Wij sluiten af").And.Contain("<p>Het is klaar.</p>").And.Contain("3 maart 2026"));

        var printed = WebUtility.HtmlDecode(await (await visitor.Post(sent, ("Input.Address", "Dorpsstraat 1\r\n1234 AB Utrecht"))).Content.ReadAsStringAsync());
        Assert.That(printed, Does.Contain("<span>Noor Voorbeeld</span><span>Dorpsstraat 1</span><span>1234 AB Utrecht</span>"));
        var file = await visitor.Post($"{sent}?handler=Word", ("Input.Address", "Dorpsstraat 1"));
        Assert.That(file.Content.Headers.ContentDisposition!.FileName, Is.EqualTo("brief-2026-03-03.docx"), "without a name");
        Assert.That(await Text(file), Does.Contain("Dorpsstraat 1").And.Contain("Het is klaar."));
        Assert.That(await visitor.Page($"/dossiers/{_traject.Id}"), Does.Contain(sent).And.Not.Contain("Dorpsstraat"));
    }

    [Test]
    public async Task Are_only_printed_or_downloaded_when_that_is_chosen_and_lead_back_to_the_text()
    {
        using var visitor = await Pga.SignIn(_expert);

        var printed = WebUtility.HtmlDecode(await (await visitor.Post(Closing, Letter(record: false))).Content.ReadAsStringAsync());
        var file = await visitor.Post($"{Closing}?handler=Word", Letter(record: true));
        var back = WebUtility.HtmlDecode(await (await visitor.Post($"{Closing}?handler=Edit", Letter(record: false))).Content.ReadAsStringAsync());

        Assert.That(printed, Does.Contain("Deze brief is niet vastgelegd in het dossier.").And.Contain("<p>Het is klaar.</p>").And.Contain("<span>Straat 2</span>").And.Contain("Straat 2</textarea>"));
        Assert.That(await Text(file), Does.Contain("Onderwerp: Wij sluiten af").And.Contain("Straat 2"));
        Assert.That(back, Does.Contain("Het is klaar.</textarea>").And.Contain("value=\"Wij sluiten af\""));
        Assert.That(await Pga.Read(db => db.ContactMoments.CountAsync()), Is.Zero);
    }

    [TestCase("")]
    [TestCase("?handler=Word")]
    public async Task Keep_the_text_when_something_is_not_filled_in_and_print_nothing(string handler)
    {
        using var visitor = await Pga.SignIn(_expert);
        foreach (var record in new[] { true, false })
        {
            var response = await visitor.Post(Closing + handler, [.. Letter(record).Where(f => f.Name != "Input.Text"), ("Input.Text", "Eigen woorden tot [vul in: datum van het einde].")]);
            var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(page, Does.Contain("Er moet nog iets worden ingevuld.").And.Contain("Eigen woorden tot [vul in: datum van het einde].</textarea>").And.Not.Contain("class=\"brief\""));
        }

        Assert.That(await Pga.Read(db => db.ContactMoments.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Say_what_is_wrong_with_a_template_and_show_no_half_letter()
    {
        await Pga.Given(new LetterTemplate(Guid.CreateVersion7(), "eigen", "Eigen brief", "Onderwerp", "Beste {{naam}}, uw {{schuld}}", 9));
        using var visitor = await Pga.SignIn(_expert);

        var response = await visitor.Get($"/dossiers/{_traject.Id}/brief/eigen");
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(page, Does.Contain("In dit sjabloon staat een veld dat niet bestaat: {{schuld}}.").And.Not.Contain("Beste Noor"));
    }

    [Test]
    public async Task Are_refused_to_who_only_reads_along()
    {
        var reads = A.Staff(StaffRoles.PgaExpert);
        await Pga.Given(reads);
        using var visitor = await Pga.SignIn(reads);

        Assert.That((await visitor.Get($"/dossiers/{_traject.Id}/brief")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await visitor.Get(Closing)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await visitor.Post(Closing, Letter(record: true))).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await visitor.Page($"/dossiers/{_traject.Id}"), Does.Not.Contain("Brief schrijven"));
    }

    [Test]
    public async Task Are_made_by_the_api_with_the_same_messages()
    {
        using var visitor = await Pga.SignIn(_expert);
        var path = $"/api/v1/trajects/{_traject.Id}";

        Assert.That(await (await visitor.Get("/api/v1/letter-templates")).Content.ReadAsStringAsync(), Does.Contain("\"uitnodiging\""));
        var draft = JsonDocument.Parse(await (await visitor.Get($"{path}/letter-drafts/aangemeld")).Content.ReadAsStringAsync()).RootElement;
        var letter = new { subject = draft.GetProperty("subject").GetString(), text = draft.GetProperty("text").GetString() };
        var made = await visitor.PostJson($"{path}/letters", letter);
        Assert.That(made.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(await (await visitor.Get(made.Headers.Location!.OriginalString)).Content.ReadAsStringAsync(), Does.Contain("U bent aangemeld"));
        Assert.That(await Text(await visitor.PostJson($"{path}/letter-documents", letter)), Does.Contain("Beste Noor Voorbeeld,"));
        Assert.That((await visitor.PostJson($"{path}/letters", new { subject = "", text = "" })).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    private static (string Name, string? Value)[] Letter(bool record) =>
    [
        ("Input.CommandId", Guid.CreateVersion7().ToString()), ("Input.Subject", "Wij sluiten af"), ("Input.Text", "Beste Noor,\r\n\r\nHet is klaar."),
        ("Input.Record", record ? "true" : "false"), ("Input.Address", "Straat 2"),
    ];

    private static async Task<string> Text(HttpResponseMessage response)
    {
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        using var document = WordprocessingDocument.Open(await response.Content.ReadAsStreamAsync(), isEditable: false);
        return document.MainDocumentPart!.Document.Body!.InnerText;
    }
}
