using Pga.Domain.Catalogues;
using Pga.Domain.Clients;
using Pga.Domain.Contacts;
using Pga.Domain.Interventions;
using Pga.Domain.Spreekuren;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Rapportage;

/// <summary>What was done in the year: interventions, partners, contacts, spreekuren.</summary>
internal sealed class DoneTests : ReportTest
{
    [Test]
    public async Task Counts_a_participation_by_each_of_its_dates()
    {
        var gym = await Shipped<Intervention>("colosseum-gym");
        var coach = await Shipped<Intervention>("ipta-coach");
        var client = A.Client();
        var traject = Started(client, Day(1, 5, 2022));
        await Pga.Given(client, traject,
            Participation(traject, gym, Day(12, 1, 2023), Day(1, 1), Day(12, 31), "completed"),
            Participation(traject, gym, Day(2, 1), Day(2, 2), Day(1, 1, 2025), "dropped-out"),
            Participation(traject, gym, Day(3, 1)),
            Participation(traject, gym, Day(3, 2), Day(3, 3), Day(4, 1)),
            Participation(traject, coach, Day(3, 1, 2022), Day(3, 1, 2023), Day(5, 5), "dropped-out"));

        var interventions = await Counts("interventions");

        Assert.That(interventions["Colosseum Gym"], Is.EqualTo(new[] { 3, 3, 1, 0, 1 }));
        Assert.That((await Persons("interventions"))["Colosseum Gym"], Is.EqualTo(new[] { 1, 1, 1, 0, 1 }));
        Assert.That(interventions["IPTA-coach"], Is.EqualTo(new[] { 0, 0, 0, 1, 0 }));
        Assert.That(interventions["Kapot Sterk"], Is.EqualTo(new[] { 0, 0, 0, 0, 0 }), "what we ship stays as a row of zeros");
        var starts = await Counts("programme-starts");
        Assert.That(starts["sport"], Is.EqualTo(new[] { 0, 1 }));
        Assert.That(starts["work"], Is.EqualTo(new[] { 1, 0 }));
        Assert.That(starts["any"], Is.EqualTo(new[] { 1, 1 }));
    }

    [Test]
    public async Task Takes_a_participation_for_running_no_longer_than_its_traject()
    {
        var gym = await Shipped<Intervention>("colosseum-gym");
        Client[] clients = [A.Client(), A.Client(), A.Client(), A.Client()];
        var ended = Ended(Started(clients[0], Day(1, 5, 2022)), Day(12, 31), "withdrew");
        var endsLater = Ended(Started(clients[1], Day(1, 5, 2022)), Day(1, 1, 2025), "withdrew");
        var proposed = Ended(Started(clients[2], Day(1, 5, 2022)), Day(12, 31), "withdrew", confirmed: false);
        var inError = Ended(Started(clients[3], Day(1, 5, 2022)), Day(1, 5, 2025), "registered-in-error");
        await Pga.Given([.. clients, ended, endsLater, proposed, inError,
            .. new[] { ended, endsLater, proposed, inError }.Select(t => Participation(t, gym, Day(1, 5, 2022), Day(1, 6, 2022)))]);

        Assert.That((await Counts("interventions"))["Colosseum Gym"], Is.EqualTo(new[] { 0, 0, 0, 0, 2 }));
    }

    [Test]
    public async Task Shows_imported_interventions_that_count_without_a_kind()
    {
        var used = new Intervention(Guid.CreateVersion7(), "boksen", "Boksen", null, 100, needsReview: true);
        var unused = new Intervention(Guid.CreateVersion7(), "judo", "Judo", null, 101, needsReview: true);
        var client = A.Client();
        var traject = Started(client, Day(1, 5));
        await Pga.Given(used, unused, client, traject, Participation(traject, used, Day(2, 1), Day(2, 1)));

        var interventions = await Counts("interventions");

        Assert.That(interventions["Boksen"], Is.EqualTo(new[] { 1, 1, 0, 0, 1 }));
        Assert.That(interventions.Keys, Has.No.Member("Judo"));
        var starts = await Counts("programme-starts");
        Assert.That(starts["any"], Is.EqualTo(new[] { 0, 1 }));
        Assert.That(starts.Where(s => s.Key != "any").Sum(s => s.Value[1]), Is.Zero);
    }

    [Test]
    public async Task Counts_a_partner_of_a_traject_that_ran_and_was_involved_in_the_year()
    {
        var police = await Shipped<Partner>("politie");
        Client[] clients = [A.Client(), A.Client(), A.Client(), A.Client(), A.Client()];
        var twice = Started(clients[0], Day(1, 5, 2022));
        var firstDay = Ended(Started(clients[1], Day(1, 5, 2022)), Day(1, 1));
        var over = Ended(Started(clients[2], Day(1, 5, 2022)), Day(12, 31, 2023));
        var lastDay = Started(clients[3], Day(12, 31));
        var inError = Ended(Started(clients[4], Day(1, 5)), Day(2, 1), "registered-in-error");
        await Pga.Given([.. clients, twice, firstDay, over, lastDay, inError,
            Involved(twice, police, Day(3, 1, 2022), Day(1, 1)), Involved(twice, police, Day(12, 31), null),
            Involved(firstDay, police, Day(3, 1, 2022), null),
            Involved(over, police, Day(3, 1, 2022), null),
            Involved(lastDay, police, Day(1, 1, 2025), null),
            Involved(inError, police, Day(1, 5), null)]);

        Assert.That((await Counts("partners"))["politie"], Is.EqualTo(new[] { 2 }));
        Assert.That((await Counts("partners"))["JoU"], Is.EqualTo(new[] { 0 }));
    }

    [Test]
    public async Task Counts_contacts_by_local_time_outcome_and_current_version()
    {
        Client[] clients = [A.Client(), A.Client()];
        var traject = Started(clients[0], Day(1, 5, 2022));
        var inError = Ended(Started(clients[1], Day(1, 5)), Day(2, 1), "registered-in-error");
        // 23:30 on 31 December and 00:30 on 1 January, local time.
        var newYearsEve = Contact(traject, new DateTime(2024, 12, 31, 22, 30, 0, DateTimeKind.Utc), "held");
        var newYear = Contact(traject, new DateTime(2024, 12, 31, 23, 30, 0, DateTimeKind.Utc), "held");
        var wrong = Contact(traject, new DateTime(2024, 5, 1, 10, 0, 0, DateTimeKind.Utc), "held");
        var right = wrong.Correct(Guid.CreateVersion7(), null, new DateTime(2024, 5, 2, 10, 0, 0, DateTimeKind.Utc), new ContactDetails("home-visit", wrong.OccurredAt, "refused"), "was er niet");
        var planned = new ContactMoment(Guid.CreateVersion7(), traject.Id, null, new DateTime(2024, 5, 1, 10, 0, 0, DateTimeKind.Utc), new ContactDetails("home-visit", new DateTime(2024, 6, 1, 10, 0, 0, DateTimeKind.Utc), null));
        await Pga.Given([.. clients, traject, inError, newYearsEve, newYear, wrong, right, planned,
            Contact(traject, new DateTime(2024, 7, 1, 10, 0, 0, DateTimeKind.Utc), "nobody-home"),
            Contact(inError, new DateTime(2024, 1, 20, 10, 0, 0, DateTimeKind.Utc), "held")]);

        Assert.That((await Counts("contacts"))["home-visit"], Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public async Task Counts_conversations_with_whoever_was_there_however_the_traject_ended()
    {
        var prison = await Shipped<Institution>("pi-vught");
        var rio = A.Staff(StaffRoles.Rio);
        Client[] clients = [A.Client(), A.Client(), A.Client()];
        var inError = Ended(Started(clients[0], Day(1, 5)), Day(2, 1), "registered-in-error");
        var held = new DateTime(2024, 4, 2, 9, 0, 0, DateTimeKind.Utc);
        var spreekuur = new Spreekuur(Guid.CreateVersion7(), prison.Id, held, rio.Id);
        spreekuur.Record(Guid.CreateVersion7(), clients[0].Id, "attended", null, null, held);
        spreekuur.Record(Guid.CreateVersion7(), clients[1].Id, "no-show", "transfer", null, held);
        spreekuur.Record(Guid.CreateVersion7(), clients[1].Id, "late", null, null, held);
        spreekuur.Record(Guid.CreateVersion7(), clients[2].Id, "no-show", "own-choice", null, held);
        spreekuur.CountNameless(3, held);
        spreekuur.CountNameless(2, held);
        await Pga.Given([rio, .. clients, inError, spreekuur]);

        Assert.That((await Counts("spreekuren"))["PI Vught"], Is.EqualTo(new[] { 1, 4 }));
        Assert.That((await Persons("spreekuren"))["PI Vught"][1], Is.EqualTo(3), "visitors without a name may be one person");
        Assert.That((await Counts("spreekuren"))["total"], Is.EqualTo(new[] { 1, 4 }));
        Assert.That((await Counts("contacts")).Sum(c => c.Value.Sum()), Is.Zero);
    }

    [Test]
    public async Task Counts_no_spreekuur_that_is_still_to_come()
    {
        var prison = await Shipped<Institution>("pi-vught");
        var rio = A.Staff(StaffRoles.Rio);
        var now = Pga.Clock.GetUtcNow().UtcDateTime;
        await Pga.Given([rio, .. new[] { -48, -1, 1 }.Select(hours => new Spreekuur(Guid.CreateVersion7(), prison.Id, now.AddHours(hours), rio.Id))]);

        Assert.That((await Counts("spreekuren", 2026))["PI Vught"], Is.EqualTo(new[] { 2, 0 }));
    }

    private static Participation Participation(Traject traject, Intervention intervention, DateOnly referred, DateOnly? started = null, DateOnly? ended = null, string? result = null)
    {
        var participation = new Participation(Guid.CreateVersion7(), traject.Id, intervention.Id, referred);
        if (started is { } start)
            participation.Start(start);
        if (ended is { } end)
            participation.End(end, result);
        return participation;
    }

    private static PartnerInvolvement Involved(Traject traject, Partner partner, DateOnly from, DateOnly? until) => new(Guid.CreateVersion7(), traject.Id, partner.Id, from, until);

    private static ContactMoment Contact(Traject traject, DateTime at, string outcome) =>
        new(Guid.CreateVersion7(), traject.Id, null, at.AddHours(1), new ContactDetails("home-visit", at, outcome, "Gesproken over werk."));
}
