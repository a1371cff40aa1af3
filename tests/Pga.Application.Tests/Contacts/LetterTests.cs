using Microsoft.EntityFrameworkCore;
using Pga.Application.Contacts;
using Pga.Application.Pipeline;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Contacts;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Contacts;

internal sealed class LetterTests : SliceTest
{
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert, name: "Sanne Proef");
    private readonly Client _client = A.Client("Noor", "Voorbeeld");
    private Traject _traject = null!;

    private DateTime Now => Pga.Clock.GetUtcNow().UtcDateTime;

    [SetUp]
    public async Task GivenTraject()
    {
        _traject = A.Traject(_client, _expert);
        await Pga.Given(_expert, _client, _traject);
    }

    [Test]
    public async Task Offers_the_templates_in_their_order() =>
        Assert.That((await Pga.Send(_expert, new GetLetterTemplates())).Select(t => t.Code), Is.EqualTo(new[] { "uitnodiging", "huisbezoek", "aangemeld", "afsluiting" }));

    [Test]
    public async Task Fills_in_what_the_dossier_knows_and_leaves_a_gap_for_the_rest()
    {
        await Pga.Given(
            Planned(9, ContactCodes.HomeVisit, null), Planned(6, "office", "Stadskantoor, balie 2"), Planned(5, ContactCodes.Letter, "Postkamer"));

        var invitation = await Pga.Send(_expert, new GetLetterDraft(_traject.Id, "uitnodiging"));
        var closing = await Pga.Send(_expert, new GetLetterDraft(_traject.Id, "afsluiting"));

        Assert.That(invitation.Text, Does.StartWith("Beste Noor Voorbeeld,\n\n")
            .And.Contain("Het gesprek is op maandag 9 maart 2026 om 10:00 uur.\nPlaats: Stadskantoor, balie 2.")
            .And.EndWith("Met vriendelijke groet,\n\nSanne Proef\nGemeente Utrecht"));
        Assert.That(invitation.Text, Does.Not.Contain("[").And.Not.Contain("{"));
        Assert.That(closing.Text, Does.Contain("Op 3 maart 2025 begonnen wij").And.Contain("Dat traject stopt op [vul in: datum van het einde]."));
    }

    [Test]
    public async Task Has_shipped_templates_that_fill_in_for_every_traject()
    {
        foreach (var template in await Pga.Send(_expert, new GetLetterTemplates()))
        {
            var draft = await Pga.Send(_expert, new GetLetterDraft(_traject.Id, template.Code));
            Assert.That(draft.Name, Is.EqualTo(template.Name));
            Assert.That(draft.Subject + draft.Text, Does.Not.Contain("{").And.Not.Contain("}"), template.Code);
            Assert.That(draft.Text, Does.Not.Match(@"\b(je|jij|jouw)\b"), "letters say u");
        }
    }

    [TestCase("Beste {{naam}}, uw schuld is {{schuld}}.", "letter.unknown-field", "{{schuld}}")]
    [TestCase("Beste {{ }}", "letter.unknown-field", "{{ }}")]
    [TestCase("Beste {{naam}", "letter.broken-field", "niet goed")]
    [TestCase("Beste naam}}", "letter.broken-field", "niet goed")]
    public async Task Makes_no_letter_of_a_template_with_a_field_that_does_not_exist(string body, string code, string said)
    {
        await Pga.Given(new LetterTemplate(Guid.CreateVersion7(), "eigen", "Eigen brief", "Onderwerp", body, 9));

        var invalid = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, new GetLetterDraft(_traject.Id, "eigen")));

        Assert.That(invalid.Errors.Select(e => e.Code), Is.EqualTo(new[] { code }));
        Assert.That(invalid.Errors[0].Text, Does.Contain(said).And.Contain("functioneel beheerder"));
    }

    [Test]
    public void Fills_in_every_field_that_a_template_may_have()
    {
        var all = string.Join('|', LetterText.Fields.All.Select(f => $"{{{{{f.Key}}}}}"));

        Assert.That(LetterText.Fill(all, LetterText.Fields.All.ToDictionary(f => f.Key, f => (string?)f.Key.ToUpperInvariant())),
            Is.EqualTo(string.Join('|', LetterText.Fields.All.Select(f => f.Key.ToUpperInvariant()))));
        Assert.That(LetterText.Fill("{{ naam }}", new Dictionary<string, string?>()), Is.EqualTo("[vul in: naam van de cliënt]"));
    }

    [Test]
    public void Is_not_found_when_there_is_no_such_template() =>
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(_expert, new GetLetterDraft(_traject.Id, "bestaat-niet")));

    [Test]
    public async Task Is_recorded_as_a_contact_moment_with_its_text_and_read_back_the_same()
    {
        var id = await Pga.Send(_expert, Record("Uitnodiging", "Beste Noor,\r\n\r\nTot maandag.\r\nGroet"));

        var kept = await Pga.Read(db => db.ContactMoments.SingleAsync());
        Assert.That((kept.Id, kept.Kind, kept.Outcome, kept.OccurredAt, kept.StaffId), Is.EqualTo((id, ContactCodes.Letter, ContactCodes.Held, Now, (Guid?)_expert.Id)));
        Assert.That(await Pga.Send(_expert, new GetSentLetter(_traject.Id, id)), Is.EqualTo(new SentLetter("Uitnodiging", "Beste Noor,\n\nTot maandag.\nGroet", Today)));
    }

    [Test]
    public async Task Is_read_back_whole_when_it_was_only_described()
    {
        var contact = new ContactMoment(Guid.CreateVersion7(), _traject.Id, _expert.Id, Now, new ContactDetails(ContactCodes.Letter, Now, ContactCodes.Held, "Brief gestuurd over de afspraak."));
        var call = new ContactMoment(Guid.CreateVersion7(), _traject.Id, _expert.Id, Now, new ContactDetails("phone", Now, ContactCodes.Held, "Gebeld.\n\nLang."));
        await Pga.Given(contact, call);

        Assert.That(await Pga.Send(_expert, new GetSentLetter(_traject.Id, contact.Id)), Is.EqualTo(new SentLetter("Brief", "Brief gestuurd over de afspraak.", Today)));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(_expert, new GetSentLetter(_traject.Id, call.Id)), "a call is no letter");
    }

    [TestCase(null, "Tekst", "Subject")]
    [TestCase("Onderwerp", " ", "Text")]
    [TestCase("Onderwerp", "Tot [vul in: dag en tijd van de afspraak].", "Text")]
    [TestCase("Onderwerp", "Beste {{naam}},", "Text")]
    [TestCase("[Vul in: iets]", "Tekst", "Subject")]
    [TestCase("Twee\nregels", "Tekst", "Subject")]
    public void Is_neither_recorded_nor_printed_before_it_is_finished(string? subject, string? text, string field)
    {
        Assert.That(Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, Record(subject, text))).Errors.Select(e => e.Field).Distinct(), Is.EqualTo(new[] { field }));
        Assert.That(Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, new GetLetterSheet(_traject.Id, subject, text))).Errors.Select(e => e.Field).Distinct(), Is.EqualTo(new[] { field }));
    }

    [Test]
    public void Is_refused_when_it_is_too_long()
    {
        Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, Record(new string('a', 151), "Tekst")));
        Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, Record("Onderwerp", new string('a', 15_001))));
        Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, new GetLetterSheet(_traject.Id, "Onderwerp", "Tekst", new string('a', 301))));
    }

    [Test]
    public async Task Stands_under_the_letterhead_with_the_address_that_is_not_kept()
    {
        var sheet = await Pga.Send(_expert, new GetLetterSheet(_traject.Id, " Uitnodiging ", "Beste Noor,\r\n\r\n\r\nEen regel\r\nnog een\r\n\r\nGroet\r\n", "Dorpsstraat 1\r\n\r\n 1234 AB Utrecht ", Today.AddDays(-2)));

        Assert.That(sheet.From, Is.EqualTo(new[] { "Gemeente Utrecht" }), "of the writer, without a setting");
        Assert.That(sheet.To, Is.EqualTo(new[] { "Noor Voorbeeld", "Dorpsstraat 1", "1234 AB Utrecht" }));
        Assert.That((sheet.On, sheet.Subject), Is.EqualTo((Today.AddDays(-2), "Uitnodiging")));
        Assert.That(sheet.Paragraphs, Is.EqualTo(new[] { "Beste Noor,", "Een regel\nnog een", "Groet" }));
        Assert.That(await Pga.Read(db => db.ContactMoments.CountAsync()), Is.Zero);
    }

    [TestCase(StaffRoles.Coordinator)]
    [TestCase(StaffRoles.Partner)]
    [TestCase(StaffRoles.Manager)]
    [TestCase(StaffRoles.PrivacyOfficer)]
    [TestCase(StaffRoles.Administrator)]
    public async Task Is_refused_to_who_logs_no_contacts(string role)
    {
        var other = A.Staff(role);
        await Pga.Given(other);

        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(other, new GetLetterTemplates()));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(other, new GetLetterDraft(_traject.Id, "uitnodiging")));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(other, Record("Onderwerp", "Tekst")));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(other, new GetLetterSheet(_traject.Id, "Onderwerp", "Tekst")));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(other, new GetSentLetter(_traject.Id, Guid.CreateVersion7())));
    }

    [Test]
    public async Task Is_unknown_to_who_has_no_access_to_the_dossier()
    {
        var stranger = A.Staff(StaffRoles.PgaExpert, "team-2");
        await Pga.Given(stranger);

        Assert.ThrowsAsync<NotFound>(() => Pga.Send(stranger, new GetLetterDraft(_traject.Id, "uitnodiging")));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(stranger, Record("Onderwerp", "Tekst")));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(stranger, new GetLetterSheet(_traject.Id, "Onderwerp", "Tekst")));
    }

    private RecordLetter Record(string? subject, string? text) => new(Guid.CreateVersion7(), _traject.Id, subject, text);

    private ContactMoment Planned(int days, string kind, string? place) =>
        new(Guid.CreateVersion7(), _traject.Id, _expert.Id, Now, new ContactDetails(kind, Now.AddDays(days), null, Place: place));
}
