using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Pga.Domain.Assessments;
using Pga.Domain.Clients;
using Pga.Domain.Contacts;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Web.Tests.Contacts;

internal sealed partial class ContactPagesTests : WebTest
{
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert);
    private readonly Client _client = A.Client();
    private Traject _traject = null!;

    private string NewVisit => $"/dossiers/{_traject.Id}/contact/nieuw?soort=home-visit";

    [SetUp]
    public async Task GivenTraject()
    {
        _traject = A.Traject(_client, _expert);
        _client.AgreeOnSafety("Altijd met zijn tweeën.", null);
        await Pga.Given(_expert, _client, _traject);
    }

    [Test]
    public async Task Opens_ready_for_a_home_visit_of_just_now()
    {
        using var visitor = await Pga.SignIn(_expert);
        Clock.Advance(TimeSpan.FromMinutes(3));

        var page = await visitor.Page(NewVisit);

        Assert.Multiple(() =>
        {
            Assert.That(page, Does.Contain("<title>Huisbezoek vastleggen – PGA-dossier</title>"));
            Assert.That(page, Does.Contain("Altijd met zijn tweeën."));
            Assert.That(Control(page, "Input.Date"), Does.Contain("value=\"2026-03-03\""));
            Assert.That(Control(page, "Input.Time"), Does.Contain("value=\"10:00\""), "Rounded down to five minutes.");
            Assert.That(page, Does.Contain("Noor Voorbeeld"));
        });
    }

    [Test]
    public async Task Records_a_visit_and_leads_back_to_the_dossier()
    {
        using var visitor = await Pga.SignIn(_expert);

        var response = await visitor.Post(NewVisit, [.. Visit(), ("Input.Levels[gezin]", "4"), ("Input.Was[gezin]", "3"), ("Input.Levels[zelfzorg]", "2"), ("Input.Was[zelfzorg]", "2")]);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(response.Headers.Location!.OriginalString, Is.EqualTo($"/dossiers/{_traject.Id}"));
        var kept = await Pga.Read(db => db.ContactMoments.SingleAsync());
        Assert.That((kept.Kind, kept.Present, kept.Report), Is.EqualTo((ContactCodes.HomeVisit, "Noor Voorbeeld, buurvrouw", "Rustig gesprek.")));
        Assert.That(await Pga.Read(db => db.Assessments.Select(a => a.Scores).SingleAsync()), Is.EqualTo(new[] { new Score("gezin", 4) }), "Only what changed.");
    }

    [Test]
    public async Task Makes_one_contact_of_a_form_that_is_sent_twice()
    {
        using var visitor = await Pga.SignIn(_expert);
        var form = Visit();

        await visitor.Post(NewVisit, form);
        var second = await visitor.Post(NewVisit, form);

        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await Pga.Read(db => db.ContactMoments.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task Keeps_all_that_was_typed_and_links_each_error_to_its_field()
    {
        using var visitor = await Pga.SignIn(_expert);

        var response = await visitor.Post(NewVisit, [.. Visit().Where(f => f.Name is not ("Input.Report" or "Input.SafetyConcern")),
            ("Input.Levels[gezin]", "6"), ("Input.NextStep", "Bellen <b>"), ("Input.NextStepDue", "2026-03-09"), ("Input.Topics", "huisvesting")]);
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        var links = SummaryLinks().Matches(page).Select(m => (Id: m.Groups[1].Value, Text: m.Groups[2].Value)).ToList();
        Assert.That(links, Is.EqualTo(new[]
        {
            ("Input_Report", "Schrijf in het verslag wat u hebt gezien of afgesproken."),
            ("Input_SafetyConcern", "Kies of er een zorg over veiligheid is."),
        }));
        Assert.Multiple(() =>
        {
            Assert.That(page, Does.Contain("<title>Fout: Huisbezoek vastleggen").And.Contain("Controleer 2 velden"));
            foreach (var (id, _) in links)
            {
                Assert.That(page, Does.Contain($"id=\"{id}\""), "The summary links to something that is there.");
                Assert.That(page, Does.Contain($"id=\"{id}-fout\""), "The field has its own message.");
            }

            Assert.That(Control(page, "Input.Date"), Does.Contain("2026-03-03"));
            Assert.That(Control(page, "Input.Time"), Does.Contain("09:30"));
            Assert.That(Control(page, "Input.AlsoPresent"), Does.Contain("buurvrouw"));
            Assert.That(Control(page, "Input.NextStep"), Does.Contain("Bellen <b>"));
            Assert.That(Control(page, "Input.NextStepDue"), Does.Contain("2026-03-09"));
            Assert.That(Checked(page, "Input.Outcome"), Is.EqualTo(new[] { "held" }));
            Assert.That(Checked(page, "Input.Present"), Is.EqualTo(new[] { "Noor Voorbeeld" }));
            Assert.That(Checked(page, "Input.Topics"), Is.EqualTo(new[] { "huisvesting" }));
            Assert.That(page, Does.Contain($"name=\"Input.CommandId\" value=\"{Visit()[0].Value![..8]}"), "The same command, so that sending again is no second one.");
        });
        Assert.That(await Pga.Read(db => db.ContactMoments.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Shows_a_level_of_six_at_its_leefgebied()
    {
        using var visitor = await Pga.SignIn(_expert);

        var response = await visitor.Post(NewVisit, [.. Visit(), ("Input.Levels[gezin]", "6")]);
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

        var (id, text) = SummaryLinks().Matches(page).Select(m => (m.Groups[1].Value, m.Groups[2].Value)).Single();
        Assert.That(text, Is.EqualTo("Gezin en huiselijke relaties: kies een score van 1 tot en met 5."));
        Assert.That(page, Does.Contain($"id=\"{id}\""));
    }

    [Test]
    public async Task Asks_for_a_time()
    {
        using var visitor = await Pga.SignIn(_expert);

        var response = await visitor.Post(NewVisit, [.. Visit().Where(f => f.Name != "Input.Time"), ("Input.Time", "")]);

        Assert.That(WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()), Does.Contain("href=\"#Input_Time\">Vul een tijd in."));
        Assert.That(await Pga.Read(db => db.ContactMoments.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Shows_both_versions_when_somebody_was_first_and_saves_on_top_the_next_time()
    {
        using var visitor = await Pga.SignIn(_expert);
        await visitor.Post(NewVisit, Visit());
        var contact = await Pga.Read(db => db.ContactMoments.SingleAsync());
        var path = $"/dossiers/{_traject.Id}/contact/{contact.Id}/wijzig";
        (string, string?)[] Correction(string report, Guid version) =>
        [
            .. Visit().Where(f => f.Name is not ("Input.Report" or "Input.CommandId")), ("Input.CommandId", Guid.CreateVersion7().ToString()),
            ("Input.Report", report), ("Input.BaseVersion", version.ToString()), ("Input.Reason", "Vergeten"),
        ];
        Assert.That(await visitor.Page(path), Does.Contain(contact.Version.ToString()).And.Contain("Rustig gesprek."));
        await visitor.Post(path, Correction("Van de collega.", contact.Version));

        var response = await visitor.Post(path, Correction("Van mij.", contact.Version));
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(page, Does.Contain("<td class=\"utrecht-table__cell\">Van de collega.</td><td class=\"utrecht-table__cell\">Van mij.</td>"));
        Assert.That(TextArea().Match(page).Groups[1].Value.Trim(), Is.EqualTo("Van mij."), "Nothing typed is lost.");
        var shown = Guid.Parse(BaseVersion().Match(page).Groups[1].Value);
        var saved = await visitor.Post(path, Correction("Van mij.", shown));
        Assert.That(saved.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await Pga.Read(db => db.ContactMoments.Where(c => c.SupersededById == null).Select(c => c.Report).SingleAsync()), Is.EqualTo("Van mij."));
    }

    [Test]
    public async Task Is_not_there_for_a_stranger_and_closed_to_who_reads_along()
    {
        var stranger = A.Staff(StaffRoles.PgaExpert, "team-2");
        var reader = A.Staff(StaffRoles.PgaExpert);
        await Pga.Given(stranger, reader);
        using var strange = await Pga.SignIn(stranger);
        using var reading = await Pga.SignIn(reader);

        Assert.That((await strange.Get(NewVisit)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await reading.Get(NewVisit)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await reading.Post(NewVisit, Visit())).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task The_api_records_once_per_idempotency_and_refuses_with_the_same_words()
    {
        using var visitor = await Pga.SignIn(_expert);
        var path = $"/api/v1/trajects/{_traject.Id}/contact-moments";
        var body = new { commandId = Guid.CreateVersion7(), kind = "phone", date = "2026-03-03", time = "09:00:00", outcome = "held", report = "Gebeld." };

        var made = await visitor.PostJson(path, body);
        var again = await visitor.PostJson(path, body);
        var refused = await visitor.PostJson(path, new { kind = "phone", date = "2026-03-04", time = "09:00:00", outcome = "held", report = " ", nextStepDue = "2026-03-01" });

        Assert.That((made.StatusCode, again.StatusCode), Is.EqualTo((HttpStatusCode.Created, HttpStatusCode.Created)));
        Assert.That(made.Headers.Location!.OriginalString, Is.EqualTo($"{path}/{body.commandId}"));
        Assert.That(await Pga.Read(db => db.ContactMoments.CountAsync()), Is.EqualTo(1));
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(refused.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
        using var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync());
        Assert.That(
            problem.RootElement.GetProperty("errors").EnumerateArray().Select(e => (e.GetProperty("field").GetString(), e.GetProperty("text").GetString())),
            Is.EquivalentTo(new[]
            {
                ("report", "Schrijf in het verslag wat u hebt gezien of afgesproken."),
                ("nextStep", "Schrijf op wat u dan gaat doen, of haal de datum weg."),
                ("nextStepDue", "Deze datum is al voorbij. Kies vandaag of later."),
            }));
    }

    private static (string Name, string? Value)[] Visit() =>
    [
        ("Input.CommandId", "0195b5a0-0000-7000-8000-000000000001"), ("Input.Kind", ContactCodes.HomeVisit), ("Input.Date", "2026-03-03"), ("Input.Time", "09:30"),
        ("Input.Outcome", ContactCodes.Held), ("Input.Present", "Noor Voorbeeld"), ("Input.AlsoPresent", "buurvrouw"), ("Input.Report", "Rustig gesprek."),
        ("Input.SafetyConcern", "false"),
    ];

    private static string Control(string page, string name) => Regex.Match(page, $"<input[^>]*name=\"{Regex.Escape(name)}\"[^\n]*?/?>").Value;

    private static IEnumerable<string> Checked(string page, string name) =>
        Regex.Matches(page, $"<input[^>]*name=\"{Regex.Escape(name)}\"[^>]*>").Select(m => m.Value).Where(i => i.Contains("checked=\"checked\"", StringComparison.Ordinal))
            .Select(i => Regex.Match(i, "value=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<li><a href=\"#([^\"]+)\">([^<]+)</a></li>")]
    private static partial Regex SummaryLinks();

    [GeneratedRegex("name=\"Input.Report\"[^>]*>([^<]*)<")]
    private static partial Regex TextArea();

    [GeneratedRegex("name=\"Input.BaseVersion\" value=\"([^\"]+)\"")]
    private static partial Regex BaseVersion();
}
