using Microsoft.EntityFrameworkCore;
using Pga.Application.Assessments;
using Pga.Application.Pipeline;
using Pga.Domain.Assessments;
using Pga.Domain.Clients;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Assessments;

internal sealed class AssessmentTests : SliceTest
{
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert);
    private readonly StaffMember _rio = A.Staff(StaffRoles.Rio);
    private readonly Client _client = A.Client();
    private Traject _traject = null!;
    private Traject _rioTraject = null!;

    [SetUp]
    public async Task GivenTrajects()
    {
        _traject = A.Traject(_client, _expert);
        _rioTraject = A.Traject(_client, _rio, Programmes.Rio);
        await Pga.Given(_expert, _rio, _client, _traject, _rioTraject);
    }

    [Test]
    public async Task Keeps_the_levels_that_were_given_and_no_others()
    {
        var id = await Pga.Send(_expert, Record(("huisvesting", 2), ("gezin", 4)));

        var kept = await Pga.Read(db => db.Assessments.SingleAsync());
        Assert.That((kept.Id, kept.MeasuredOn, kept.Moment, kept.RecordedById), Is.EqualTo((id, Today, Moments.Start, (Guid?)_expert.Id)));
        Assert.That(kept.Scores.Select(s => (s.Leefgebied, s.Level)), Is.EquivalentTo(new[] { ("huisvesting", 2), ("gezin", 4) }));
    }

    [Test]
    public async Task Tells_history_who_when_and_through_which_request()
    {
        var id = await Pga.Send(_expert, Record(("huisvesting", 2)));

        var entry = await Pga.Read(db => db.History.SingleAsync(h => h.EntityId == id));
        Assert.That(
            (entry.ActorId, entry.At, entry.Request, entry.Event),
            Is.EqualTo(((Guid?)_expert.Id, Pga.Clock.GetUtcNow().UtcDateTime, nameof(RecordAssessment), "assessment.recorded")));
    }

    [TestCase(6)]
    [TestCase(0)]
    public Task Refuses_a_level_off_the_scale(int level) =>
        Refuses(Record(("huisvesting", level)), "Levels[huisvesting]", "Huisvesting: kies een score van 1 tot en met 5.");

    [Test]
    public Task Refuses_a_leefgebied_of_another_programme() =>
        Refuses(Record(("wonen", 3)), "Levels[wonen]", "Dit leefgebied hoort niet bij deze aanpak.");

    [Test]
    public Task Refuses_an_assessment_without_levels() => Refuses(Record(), "Levels", "Geef minstens één leefgebied een score.");

    [Test]
    public Task Refuses_a_day_to_come() =>
        Refuses(Record(("gezin", 3)) with { MeasuredOn = Today.AddDays(1) }, "MeasuredOn", "De datum ligt in de toekomst. Kies vandaag of eerder.");

    [Test]
    public Task Refuses_an_unknown_moment() => Refuses(Record(("gezin", 3)) with { Moment = "later" }, "Moment", "Kies start-, tussen- of eindmeting.");

    [Test]
    public async Task Refuses_a_second_current_score_of_the_same_day_and_moment()
    {
        await Pga.Send(_expert, Record(("gezin", 3)));

        await Refuses(Record(("gezin", 4)), "MeasuredOn",
            "Van 03-03-2026 is er al een startmeting. Verbeter die meting, of kies een andere datum of een ander soort meting.", already: 1);
        await Pga.Send(_expert, Record(("gezin", 4)) with { Moment = Moments.Interim });
        Assert.That(await Pga.Read(db => db.Assessments.CountAsync()), Is.EqualTo(2));
    }

    [Test]
    public async Task Makes_one_assessment_of_a_form_that_is_sent_twice()
    {
        var command = Record(("gezin", 3));

        var first = await Pga.Send(_expert, command);
        var second = await Pga.Send(_expert, command);

        Assert.That(second, Is.EqualTo(first));
        Assert.That(await Pga.Read(db => db.Assessments.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task Keeps_the_basic_conditions_of_a_rio_traject()
    {
        await Pga.Send(_rio, RecordRio(("id", "arranged"), ("schulden", "in-progress")));

        var kept = await Pga.Read(db => db.ConditionMeasurements.SingleAsync());
        Assert.That((kept.TrajectId, kept.MeasuredOn, kept.Moment), Is.EqualTo((_rioTraject.Id, Today, Moments.Start)));
        Assert.That(kept.Statuses.Select(s => (s.Condition, s.Status)), Is.EquivalentTo(new[] { ("id", "arranged"), ("schulden", "in-progress") }));
    }

    [Test]
    public void Refuses_a_status_or_condition_that_does_not_exist()
    {
        var status = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_rio, RecordRio(("id", "lost"))));
        var condition = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_rio, RecordRio(("auto", "arranged"))));

        Assert.That(status.Errors.Single(), Is.EqualTo(new FieldError("Conditions[id]", "Kies Nee, Loopt, Ja of Nvt.", "conditions.status")));
        Assert.That(condition.Errors.Single().Field, Is.EqualTo("Conditions[auto]"));
    }

    [Test]
    public Task Refuses_basic_conditions_outside_rio() => Refuses(
        Record(("gezin", 3)) with { Conditions = new Dictionary<string, string> { ["id"] = "arranged" } },
        "Conditions",
        "Basisvoorwaarden horen alleen bij een RIO-traject.");

    [Test]
    public async Task A_correction_takes_the_place_of_what_was_measured()
    {
        var first = await Pga.Send(_rio, RecordRio(("id", "not-arranged")));
        var form = (await Pga.Send(_rio, new GetAssessmentForm(_rioTraject.Id, first))).Assessment!;

        var second = await Pga.Send(_rio, new CorrectAssessment(
            Guid.CreateVersion7(), _rioTraject.Id, first, form.Version, Today, Moments.Start, new Dictionary<string, int> { ["wonen"] = 5 }, "Verkeerd geteld",
            new Dictionary<string, string> { ["id"] = "arranged" }));

        var current = await Pga.Read(db => db.Assessments.SingleAsync(a => a.SupersededById == null));
        Assert.That((current.Id, current.CorrectionReason, current.Scores.Single().Level), Is.EqualTo((second, "Verkeerd geteld", 5)));
        Assert.That(await Pga.Read(db => db.Assessments.CountAsync()), Is.EqualTo(2));
        var statuses = await Pga.Read(db => db.ConditionMeasurements.SingleAsync(a => a.SupersededById == null));
        Assert.That(statuses.Statuses.Single().Status, Is.EqualTo("arranged"));
        Assert.That(await Pga.Read(db => db.History.Where(h => h.EntityId == first && h.Event == "assessment.superseded").Select(h => h.Reason).SingleAsync()), Is.EqualTo("Verkeerd geteld"));
    }

    [Test]
    public async Task Shows_both_values_of_what_differs_when_somebody_was_first()
    {
        var id = await Pga.Send(_expert, Record(("gezin", 3), ("huisvesting", 2)));
        var mine = Correct(id, (await Pga.Send(_expert, new GetAssessmentForm(_traject.Id, id))).Assessment!.Version, ("gezin", 5));
        await Pga.Send(_expert, Correct(id, mine.BaseVersion, ("gezin", 4), ("huisvesting", 2)));

        var conflict = Assert.ThrowsAsync<Conflict>(() => Pga.Send(_expert, mine));

        Assert.That(conflict.Values, Is.EquivalentTo(new ConflictingValue[]
        {
            new("Levels[gezin]", "Gezin en huiselijke relaties", "4", "5"),
            new("Levels[huisvesting]", "Huisvesting", "2", "niet beoordeeld"),
        }));
        await Pga.Send(_expert, mine with { BaseVersion = conflict.CurrentVersion });
        Assert.That(await Pga.Read(db => db.Assessments.Where(a => a.SupersededById == null).CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task Refuses_a_correction_onto_another_current_assessment()
    {
        await Pga.Send(_expert, Record(("gezin", 3)));
        var id = await Pga.Send(_expert, Record(("gezin", 3)) with { Moment = Moments.Interim });
        var version = (await Pga.Send(_expert, new GetAssessmentForm(_traject.Id, id))).Assessment!.Version;

        var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, Correct(id, version, ("gezin", 4))));

        Assert.That(refusal.Errors.Single().Code, Is.EqualTo("assessment.second-current"));
    }

    [Test]
    public async Task Asks_a_reason_of_a_correction()
    {
        var id = await Pga.Send(_expert, Record(("gezin", 3)));

        var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, Correct(id, Guid.NewGuid(), ("gezin", 4)) with { Reason = "" }));

        Assert.That(refusal.Errors.Single().Field, Is.EqualTo("Reason"));
    }

    [Test]
    public async Task Shows_in_the_form_the_level_before()
    {
        await Pga.Send(_expert, Record(("gezin", 3), ("huisvesting", 2)) with { MeasuredOn = Today.AddDays(-40) });
        var latest = await Pga.Send(_expert, Record(("gezin", 4)) with { Moment = Moments.Interim });

        var anew = await Pga.Send(_expert, new GetAssessmentForm(_traject.Id));
        var correcting = await Pga.Send(_expert, new GetAssessmentForm(_traject.Id, latest));

        Assert.That(anew.Levels.Single(l => l.Leefgebied == "gezin").Level, Is.EqualTo(4));
        Assert.That(anew.Levels.Single(l => l.Leefgebied == "huisvesting").Level, Is.EqualTo(2), "Not assessed since.");
        Assert.That(correcting.Levels.Single(l => l.Leefgebied == "gezin").Level, Is.EqualTo(3), "Before the one that is corrected.");
        Assert.That(anew.Existing.Select(e => e.Moment), Is.EqualTo(new[] { Moments.Interim, Moments.Start }));
    }

    [Test]
    public async Task Hides_and_refuses_what_is_not_theirs()
    {
        var stranger = A.Staff(StaffRoles.PgaExpert, "team-2");
        var reader = A.Staff(StaffRoles.PgaExpert);
        var coordinator = A.Staff(StaffRoles.Coordinator);
        await Pga.Given(stranger, reader, coordinator);

        Assert.ThrowsAsync<NotFound>(() => Pga.Send(stranger, Record(("gezin", 3))));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(reader, Record(("gezin", 3))));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(coordinator, Record(("gezin", 3))));
        Assert.That(await Pga.Read(db => db.Assessments.CountAsync()), Is.Zero);
    }

    private RecordAssessment Record(params (string Leefgebied, int Level)[] levels) =>
        new(Guid.CreateVersion7(), _traject.Id, Today, Moments.Start, levels.ToDictionary(l => l.Leefgebied, l => l.Level));

    private RecordAssessment RecordRio(params (string Condition, string Status)[] conditions) => new(
        Guid.CreateVersion7(), _rioTraject.Id, Today, Moments.Start, new Dictionary<string, int> { ["wonen"] = 2 },
        conditions.ToDictionary(c => c.Condition, c => c.Status));

    private CorrectAssessment Correct(Guid id, Guid version, params (string Leefgebied, int Level)[] levels) => new(
        Guid.CreateVersion7(), _traject.Id, id, version, Today, Moments.Start, levels.ToDictionary(l => l.Leefgebied, l => l.Level), "Verkeerd geteld");

    private async Task Refuses(RecordAssessment command, string field, string text, int already = 0)
    {
        var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, command));
        Assert.That((refusal.Errors.Single().Field, refusal.Errors.Single().Text), Is.EqualTo((field, text)));
        Assert.That(await Pga.Read(db => db.Assessments.CountAsync()), Is.EqualTo(already));
    }
}
