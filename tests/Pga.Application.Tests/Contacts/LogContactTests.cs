using Microsoft.EntityFrameworkCore;
using Pga.Application.Contacts;
using Pga.Application.Pipeline;
using Pga.Domain.Assessments;
using Pga.Domain.Clients;
using Pga.Domain.Contacts;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Contacts;

internal sealed class LogContactTests : SliceTest
{
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert);
    private readonly Client _client = A.Client();
    private Traject _traject = null!;

    [SetUp]
    public async Task GivenTraject()
    {
        _traject = A.Traject(_client, _expert);
        await Pga.Given(_expert, _client, _traject);
    }

    [Test]
    public async Task Keeps_what_was_filled_in_under_the_name_of_who_sent_it()
    {
        var id = await Pga.Send(_expert, Visit() with { Topics = ["huisvesting", "gezin"], NextStep = " Bellen ", NextStepDue = Today.AddDays(3) });

        var kept = await Pga.Read(db => db.ContactMoments.SingleAsync());
        Assert.Multiple(() =>
        {
            Assert.That(kept.Id, Is.EqualTo(id));
            Assert.That(kept.StaffId, Is.EqualTo(_expert.Id));
            Assert.That(kept.OccurredAt, Is.EqualTo(new DateTime(2026, 3, 3, 8, 30, 0, DateTimeKind.Utc)), "09:30 in Amsterdam, in winter.");
            Assert.That(kept.OccurredOn, Is.EqualTo(Today));
            Assert.That((kept.Report, kept.Present, kept.Topics), Is.EqualTo(("Rustig gesprek.", "Noor Voorbeeld", "huisvesting|gezin")));
            Assert.That((kept.SafetyConcern, kept.NextStep, kept.NextStepDue), Is.EqualTo(((bool?)false, "Bellen", (DateOnly?)Today.AddDays(3))));
        });
    }

    [Test]
    public async Task Makes_one_contact_of_a_form_that_is_sent_twice()
    {
        var command = Visit();

        var first = await Pga.Send(_expert, command);
        var second = await Pga.Send(_expert, command);

        Assert.That(second, Is.EqualTo(first));
        Assert.That(await Pga.Read(db => db.ContactMoments.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task Tells_history_who_when_and_through_which_request()
    {
        var id = await Pga.Send(_expert, Visit());

        var entry = await Pga.Read(db => db.History.SingleAsync(h => h.EntityId == id));
        Assert.That(
            (entry.ActorId, entry.At, entry.Request, entry.Event, entry.TrajectId, entry.ClientId),
            Is.EqualTo(((Guid?)_expert.Id, Pga.Clock.GetUtcNow().UtcDateTime, nameof(LogContact), "contact.logged", (Guid?)_traject.Id, (Guid?)_client.Id)));
    }

    [Test]
    public async Task Plans_a_contact_in_the_future_without_an_outcome()
    {
        await Pga.Send(_expert, new LogContact(Guid.CreateVersion7(), _traject.Id, "phone", Today.AddDays(2), new TimeOnly(11, 0), null));

        Assert.That(await Pga.Read(db => db.ContactMoments.Select(c => c.Outcome).SingleAsync()), Is.Null);
    }

    [Test]
    public Task Refuses_an_outcome_in_the_future() =>
        Refuses(Visit() with { Date = Today.AddDays(1) }, "Outcome", "Dit contact ligt in de toekomst en heeft nog geen uitkomst. Pas de datum aan, of kies ‘Gepland’.");

    [Test]
    public Task Refuses_a_past_contact_without_an_outcome() =>
        Refuses(Visit() with { Outcome = null }, "Outcome", "Dit contact is al geweest. Kies hoe het verliep, of kies een latere datum om het te plannen.");

    [Test]
    public Task Refuses_an_unknown_kind() => Refuses(Visit() with { Kind = "visit" }, "Kind", "Kies een soort contact.");

    [Test]
    public Task Refuses_an_unknown_outcome() =>
        Refuses(Visit() with { Outcome = "fine", NextStep = "Bellen", NextStepDue = Today }, "Outcome", "Kies hoe het contact verliep.");

    [Test]
    public Task Refuses_a_contact_without_a_date() => Refuses(Visit() with { Date = default }, "Date", "Kies een datum.");

    [Test]
    public Task Refuses_a_time_that_the_spring_night_skips() =>
        Refuses(Visit() with { Date = new DateOnly(2025, 3, 30), Time = new TimeOnly(2, 30) }, "Time", "Deze tijd bestaat niet: die nacht gaat de klok een uur vooruit. Kies een andere tijd.");

    [Test]
    public async Task Tells_everything_a_held_home_visit_lacks_at_once()
    {
        var refusal = await Refusal(Visit() with { Report = " ", Present = null, SafetyConcern = null });

        Assert.That(refusal.Errors.Select(e => (e.Field, e.Text)), Is.EquivalentTo(new[]
        {
            ("Report", "Schrijf in het verslag wat u hebt gezien of afgesproken."),
            ("Present", "Geef aan wie erbij was."),
            ("SafetyConcern", "Kies of er een zorg over veiligheid is."),
        }));
    }

    [Test]
    public async Task Asks_only_a_report_of_a_held_call()
    {
        await Pga.Send(_expert, Visit() with { Kind = "phone", Present = null, SafetyConcern = null });

        Assert.That(await Pga.Read(db => db.ContactMoments.CountAsync()), Is.EqualTo(1));
    }

    [TestCase("nobody-home")]
    [TestCase("refused")]
    [TestCase("cancelled")]
    public async Task Asks_for_a_next_attempt_when_there_was_no_conversation(string outcome)
    {
        var missed = Visit() with { Outcome = outcome, Report = null, Present = null, SafetyConcern = null };

        var refusal = await Refusal(missed);
        await Pga.Send(_expert, missed with { NextStep = "Nog eens langsgaan", NextStepDue = Today });

        Assert.That(refusal.Errors.Select(e => (e.Field, e.Text)), Is.EquivalentTo(new[]
        {
            ("NextStep", "Schrijf op hoe u het opnieuw probeert."),
            ("NextStepDue", "Kies wanneer u het uiterlijk opnieuw probeert."),
        }));
        Assert.That(await Pga.Read(db => db.ContactMoments.Select(c => c.Outcome).SingleAsync()), Is.EqualTo(outcome));
    }

    [Test]
    public Task Refuses_a_next_step_in_the_past() =>
        Refuses(Visit() with { NextStep = "Bellen", NextStepDue = Today.AddDays(-1) }, "NextStepDue", "Deze datum is al voorbij. Kies vandaag of later.");

    [Test]
    public Task Refuses_a_date_for_no_step() =>
        Refuses(Visit() with { NextStepDue = Today }, "NextStep", "Schrijf op wat u dan gaat doen, of haal de datum weg.");

    [Test]
    public async Task Refuses_texts_that_are_too_long()
    {
        var refusal = await Refusal(Visit() with
        {
            Report = new string('a', ContactMoment.MaxReport + 1),
            Present = new string('a', ContactMoment.MaxPresent + 1),
            NextStep = new string('a', ContactMoment.MaxNextStep + 1),
        });

        Assert.That(refusal.Errors.Select(e => e.Field), Is.EquivalentTo(new[] { "Report", "Present", "NextStep" }));
    }

    [Test]
    public Task Refuses_an_unknown_topic() =>
        Refuses(Visit() with { Topics = ["weer"] }, "Topics[0]", "Kies onderwerpen uit de lijst met leefgebieden.");

    [Test]
    public async Task Makes_an_interim_assessment_of_the_levels_that_changed()
    {
        await Pga.Send(_expert, Visit() with { Levels = new Dictionary<string, int> { ["huisvesting"] = 4 } });

        var made = await Pga.Read(db => db.Assessments.SingleAsync());
        Assert.That((made.MeasuredOn, made.Moment, made.RecordedById), Is.EqualTo((Today, Moments.Interim, (Guid?)_expert.Id)));
        Assert.That(made.Scores.Select(s => (s.Leefgebied, s.Level)), Is.EqualTo(new[] { ("huisvesting", 4) }));
    }

    [Test]
    public async Task Adds_levels_to_the_interim_assessment_of_the_same_day()
    {
        var earlier = A.Assessment(_traject, Today, Moments.Interim, 2);
        await Pga.Given(earlier);

        await Pga.Send(_expert, Visit() with { Levels = new Dictionary<string, int> { ["huisvesting"] = 4 } });

        var current = await Pga.Read(db => db.Assessments.SingleAsync(a => a.SupersededById == null));
        Assert.That(current.CorrectionReason, Is.EqualTo("aangevuld bij contact"));
        Assert.That(current.Scores.Single(s => s.Leefgebied == "huisvesting").Level, Is.EqualTo(4));
        Assert.That(current.Scores.Where(s => s.Leefgebied != "huisvesting").Select(s => s.Level), Has.Exactly(11).EqualTo(2));
        Assert.That(await Pga.Read(db => db.Assessments.Where(a => a.SupersededById == current.Id).Select(a => a.Id).SingleAsync()), Is.EqualTo(earlier.Id));
    }

    [Test]
    public async Task Keeps_nothing_when_a_level_is_six()
    {
        await Refuses(Visit() with { Levels = new Dictionary<string, int> { ["huisvesting"] = 6 } }, "Levels[huisvesting]", "Huisvesting: kies een score van 1 tot en met 5.");

        Assert.That(await Pga.Read(db => db.Assessments.CountAsync()), Is.Zero);
    }

    [Test]
    public Task Refuses_levels_with_a_planned_contact() => Refuses(
        Visit() with { Date = Today.AddDays(1), Outcome = null, Levels = new Dictionary<string, int> { ["huisvesting"] = 4 } },
        "Levels",
        "Dit contact moet nog komen. Geef de scores na afloop.");

    [Test]
    public async Task Does_not_say_that_a_traject_of_someone_else_is_there()
    {
        var stranger = A.Staff(StaffRoles.PgaExpert, "team-2");
        await Pga.Given(stranger);

        Assert.ThrowsAsync<NotFound>(() => Pga.Send(stranger, Visit()));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(stranger, new GetContactForm(_traject.Id)));
    }

    [Test]
    public async Task Is_refused_to_an_expert_who_reads_along()
    {
        var colleague = A.Staff(StaffRoles.PgaExpert);
        await Pga.Given(colleague);

        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(colleague, Visit()));
        Assert.That(await Pga.Read(db => db.ContactMoments.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Is_refused_without_the_permission()
    {
        var coordinator = A.Staff(StaffRoles.Coordinator);
        await Pga.Given(coordinator);

        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(coordinator, Visit()));
    }

    private LogContact Visit() => new(
        Guid.CreateVersion7(), _traject.Id, ContactCodes.HomeVisit, Today, new TimeOnly(9, 30), ContactCodes.Held, "Rustig gesprek.", "Noor Voorbeeld", SafetyConcern: false);

    private async Task<Invalid> Refusal(LogContact command)
    {
        var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, command));
        Assert.That(await Pga.Read(db => db.ContactMoments.CountAsync()), Is.Zero);
        return refusal!;
    }

    private async Task Refuses(LogContact command, string field, string text)
    {
        var error = (await Refusal(command)).Errors.Single();
        Assert.That((error.Field, error.Text), Is.EqualTo((field, text)));
    }
}
