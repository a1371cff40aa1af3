using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Audit;
using Pga.Application.Pipeline;
using Pga.Application.Spreekuren;
using Pga.Domain.Assessments;
using Pga.Domain.Clients;
using Pga.Domain.Detention;
using Pga.Domain.Spreekuren;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Spreekuren;

internal sealed class SpreekuurTests : SliceTest
{
    private readonly StaffMember _rio = A.Staff(StaffRoles.Rio);
    private readonly StaffMember _other = A.Staff(StaffRoles.Rio);
    private readonly Client _inside = A.Client("Rachid", "Bakker");
    private readonly Client _elsewhere = A.Client("Dirk", "Vos");
    private readonly Client _foreign = A.Client("Tess", "Kuijpers");
    private Traject _traject = null!;
    private Guid _pi;
    private Guid _otherPi;

    [SetUp]
    public async Task GivenPeopleInside()
    {
        var institutions = await Pga.Read(db => db.Institutions.OrderBy(i => i.Order).ThenBy(i => i.Code).Select(i => i.Id).ToListAsync());
        (_pi, _otherPi) = (institutions[0], institutions[1]);
        _traject = A.Traject(_inside, _rio, Programmes.Rio);
        await Pga.Given(
            _rio, _other, _inside, _elsewhere, _foreign, _traject, A.Traject(_elsewhere, _rio, Programmes.Rio), A.Traject(_foreign, _other, Programmes.Rio),
            Detained(_inside, _pi, Today.AddDays(-60), Today.AddDays(54), null),
            Detained(_elsewhere, _otherPi, Today.AddDays(-60), null, null),
            Detained(_foreign, _pi, Today.AddDays(-60), null, null));
    }

    [Test]
    public async Task Lists_own_clients_who_are_inside_that_institution_that_day_and_nobody_else()
    {
        var sheet = await Sheet(await Open());

        var person = sheet.People.Single();
        Assert.That(person.ClientId, Is.EqualTo(_inside.Id));
        Assert.That(person.Name, Is.EqualTo("Bakker, R."));
        Assert.That(person.DaysToRelease, Is.EqualTo(54));
        Assert.That(person.Attendance, Is.Null);
        Assert.That(JsonSerializer.Serialize(sheet), Does.Not.Contain(_foreign.Id.ToString()).And.Not.Contain("Kuijpers").And.Not.Contain("Vos"));
    }

    [Test]
    public async Task Lists_who_was_inside_on_the_last_day_but_not_a_day_later()
    {
        var leaving = A.Client("Omar", "Demir");
        await Pga.Given(leaving, A.Traject(leaving, _rio, Programmes.Rio), Detained(leaving, _pi, Today.AddDays(-9), null, Today));

        var today = await Sheet(await Open());
        var tomorrow = await Sheet(await Open(Today.AddDays(1)));

        Assert.That(today.People.Select(p => p.ClientId), Is.EquivalentTo(new[] { _inside.Id, leaving.Id }));
        Assert.That(tomorrow.People.Select(p => p.ClientId), Is.EqualTo(new[] { _inside.Id }));
    }

    [Test]
    public async Task Leaves_out_clients_of_the_rios_other_programmes()
    {
        var both = A.Staff(StaffRoles.Rio, "team-1", null, StaffRoles.PgaExpert);
        var client = A.Client("Hakan", "Yildiz");
        await Pga.Given(both, client, A.Traject(client, both, Programmes.LocalPga), Detained(client, _pi, Today.AddDays(-1), null, null));
        var id = await Pga.Send(both, new OpenSpreekuur(Guid.CreateVersion7(), _pi, Today, new TimeOnly(9, 0)));

        Assert.That((await Pga.Send(both, new GetSpreekuur(id))).People, Is.Empty);
    }

    [Test]
    public async Task Logs_a_line_for_each_person_on_the_sheet()
    {
        var second = A.Client("Layla", "Haddou");
        await Pga.Given(second, A.Traject(second, _rio, Programmes.Rio), Detained(second, _pi, Today.AddDays(-2), null, null));

        await Sheet(await Open());

        var lines = await Pga.Read(db => db.AccessLog.Where(l => l.Request == nameof(GetSpreekuur)).ToListAsync());
        Assert.That(lines.Select(l => l.ClientId), Is.EquivalentTo(new Guid?[] { _inside.Id, second.Id }));
        Assert.That(lines.Select(l => (l.ActorId, l.Outcome)), Is.All.EqualTo(((Guid?)_rio.Id, AccessOutcomes.Granted)));
    }

    [Test]
    public async Task Is_not_found_for_another_rio()
    {
        var id = await Open();

        Assert.That(() => Pga.Send(_other, new GetSpreekuur(id)), Throws.TypeOf<NotFound>());
        var version = (await Sheet(id)).Version;
        Assert.That(() => Pga.Send(_other, new SaveSpreekuur(Guid.CreateVersion7(), id, version, [], 1)), Throws.TypeOf<NotFound>());
        Assert.That((await Pga.Send(_other, new GetSpreekuren())).Total, Is.Zero);
        Assert.That(await Visits(id), Is.Empty);
    }

    [TestCase(StaffRoles.Coordinator)]
    [TestCase(StaffRoles.PgaExpert)]
    [TestCase(StaffRoles.Manager)]
    [TestCase(StaffRoles.Partner)]
    public async Task Is_refused_without_the_permission(string role)
    {
        var staff = A.Staff(role);
        await Pga.Given(staff);

        Assert.That(() => Pga.Send(staff, new GetSpreekuren()), Throws.TypeOf<Forbidden>());
        Assert.That(() => Pga.Send(staff, new FindWalkIns("bakker")), Throws.TypeOf<Forbidden>());
        Assert.That(() => Pga.Send(staff, new OpenSpreekuur(Guid.CreateVersion7(), _pi, Today, new TimeOnly(9, 0))), Throws.TypeOf<Forbidden>());
    }

    [Test]
    public async Task Opens_one_per_rio_institution_and_moment()
    {
        await Open();

        var again = Assert.ThrowsAsync<Invalid>(() => Open())!;
        Assert.That(again.Errors.Single().Field, Is.EqualTo("Time"));
        Assert.That(() => Pga.Send(_other, new OpenSpreekuur(Guid.CreateVersion7(), _pi, Today, new TimeOnly(9, 0))), Throws.Nothing, "Another RIO may.");
        Assert.That(() => Pga.Send(_rio, new OpenSpreekuur(Guid.CreateVersion7(), _otherPi, Today, new TimeOnly(9, 0))), Throws.Nothing, "Another institution may.");
    }

    [Test]
    public async Task Opens_once_when_the_form_is_sent_twice()
    {
        var command = new OpenSpreekuur(Guid.CreateVersion7(), _pi, Today, new TimeOnly(9, 0));

        var first = await Pga.Send(_rio, command);
        var second = await Pga.Send(_rio, command);

        Assert.That(second, Is.EqualTo(first));
        Assert.That(await Pga.Read(db => db.Spreekuren.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public void Does_not_open_at_a_time_that_the_clock_skips()
    {
        var refused = Assert.ThrowsAsync<Invalid>(() =>
            Pga.Send(_rio, new OpenSpreekuur(Guid.CreateVersion7(), _pi, new DateOnly(2026, 3, 29), new TimeOnly(2, 30))))!;

        Assert.That(refused.Errors.Single().Code, Is.EqualTo("spreekuur.time"));
    }

    [Test]
    public void Asks_for_institution_date_and_time()
    {
        var refused = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_rio, new OpenSpreekuur(Guid.CreateVersion7(), Guid.Empty, null, null)))!;

        Assert.That(refused.Errors.Select(e => e.Field), Is.EquivalentTo(new[] { "InstitutionId", "Date", "Time" }));
    }

    [Test]
    public async Task Shows_todays_and_coming_ones_first_and_then_the_past_ones_from_late_to_early()
    {
        DateOnly[] days = [Today.AddDays(-20), Today.AddDays(9), Today, Today.AddDays(-1), Today.AddDays(2)];
        foreach (var day in days)
            await Open(day);

        var page = await Pga.Send(_rio, new GetSpreekuren());

        Assert.That(page.Items.Select(i => i.HeldOn.DayNumber - Today.DayNumber), Is.EqualTo(new[] { 0, 2, 9, -1, -20 }));
        Assert.That(page.Items[0].Time, Is.EqualTo(new TimeOnly(9, 0)));
        Assert.That((page.Total, page.Pages), Is.EqualTo((5, 1)));
    }

    [Test]
    public async Task Divides_many_into_pages()
    {
        for (var i = 0; i < GetSpreekuren.Size + 2; i++)
            await Open(Today.AddDays(-i));

        var second = await Pga.Send(_rio, new GetSpreekuren(2));

        Assert.That((second.Pages, second.Total, second.Items.Count), Is.EqualTo((2, GetSpreekuren.Size + 2, 2)));
        Assert.That(second.Items[0].HeldOn, Is.EqualTo(Today.AddDays(-GetSpreekuren.Size)));
    }

    [Test]
    public async Task Records_who_came()
    {
        var id = await Open();

        await Save(id, 0, Came(_inside, SpreekuurCodes.Late, note: " kwam tien minuten later "));

        var person = (await Sheet(id)).People.Single();
        Assert.That((person.Attendance, person.Cause, person.Note), Is.EqualTo((SpreekuurCodes.Late, (string?)null, "kwam tien minuten later")));
        Assert.That(await Pga.Read(db => db.ContactMoments.CountAsync()), Is.Zero, "A visit isn't a contact moment.");
    }

    [Test]
    public async Task Asks_why_somebody_did_not_come()
    {
        var id = await Open();

        var refused = await Refused(id, 0, Came(_inside, SpreekuurCodes.NoShow));
        await Save(id, 0, Came(_inside, SpreekuurCodes.NoShow, "transfer"));

        Assert.That(refused.Select(e => e.Field), Is.EqualTo(new[] { "Visits[0].Cause" }));
        Assert.That((await Sheet(id)).People.Single().Cause, Is.EqualTo("transfer"));
    }

    [Test]
    public async Task Changes_nothing_when_the_same_is_said_again()
    {
        var id = await Open();
        var said = Came(_inside, SpreekuurCodes.Attended, note: "ID ligt bij bevolking", conditions: ("id", "arranged"));
        await Save(id, 2, said);
        var version = (await Sheet(id)).Version;

        await Save(id, 2, said);

        Assert.That(await Visits(id), Has.Count.EqualTo(3));
        Assert.That((await Sheet(id)).Version, Is.EqualTo(version));
        Assert.That(await Pga.Read(db => db.ConditionMeasurements.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task Supersedes_what_was_recorded_and_counts_only_the_current()
    {
        var id = await Open();
        await Save(id, 0, Came(_inside, SpreekuurCodes.NoShow, "logistics"));

        await Save(id, 0, Came(_inside, SpreekuurCodes.Attended));

        var visits = await Visits(id);
        Assert.That(visits.Select(v => v.Attendance), Is.EqualTo(new[] { SpreekuurCodes.NoShow, SpreekuurCodes.Attended }));
        Assert.That(visits[0].SupersededById, Is.EqualTo(visits[1].Id));
        var line = (await Pga.Send(_rio, new GetSpreekuren())).Items.Single();
        Assert.That((line.Conversations, line.NoShows), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task Takes_back_a_visit_that_was_recorded_with_the_wrong_person()
    {
        var id = await Open();
        await Save(id, 0, Came(_inside, SpreekuurCodes.Attended));

        await Save(id, 0, new SheetVisit(_inside.Id, null, null, null));

        Assert.That((await Sheet(id)).People.Single().Attendance, Is.Null);
        Assert.That((await Pga.Send(_rio, new GetSpreekuren())).Items.Single().Conversations, Is.Zero);
        Assert.That(await Visits(id), Has.Count.EqualTo(1), "It stays on record.");
    }

    [Test]
    public async Task Keeps_somebody_on_the_sheet_who_was_recorded_and_has_moved_since()
    {
        var id = await Open();
        await Save(id, 0, Came(_elsewhere, SpreekuurCodes.Attended));

        Assert.That((await Sheet(id)).People.Select(p => p.Name), Is.EqualTo(new[] { "Bakker, R.", "Vos, D." }));
    }

    [Test]
    public async Task Counts_visitors_without_a_dossier_and_leaves_no_name()
    {
        var id = await Open();
        await Save(id, 3);
        Assert.That((await Sheet(id)).Nameless, Is.EqualTo(3));

        await Save(id, 1);

        Assert.That((await Sheet(id)).Nameless, Is.EqualTo(1));
        Assert.That((await Pga.Send(_rio, new GetSpreekuren())).Items.Single().Conversations, Is.EqualTo(1));
        var visits = await Visits(id);
        Assert.That(visits.Select(v => (v.ClientId, v.Note)), Is.All.EqualTo(((Guid?)null, (string?)null)));
    }

    [TestCase(-1)]
    [TestCase(Spreekuur.MaxNameless + 1)]
    public async Task Takes_no_impossible_number_of_visitors(int count)
    {
        var refused = await Refused(await Open(), count);

        Assert.That(refused.Select(e => e.Field), Is.EqualTo(new[] { "Nameless" }));
    }

    [Test]
    public async Task Measures_what_was_said_and_carries_the_rest_along()
    {
        await Pga.Given(Measured(Today.AddDays(-30), Moments.Start, ("id", "not-arranged"), ("zorg", "arranged")));
        var id = await Open();
        Assert.That((await Sheet(id)).People.Single().Conditions, Is.EquivalentTo(Statuses(("id", "not-arranged"), ("zorg", "arranged"))));

        await Save(id, 0, Came(_inside, SpreekuurCodes.Attended, conditions: [("id", "in-progress"), ("onderdak", "arranged"), ("zorg", "arranged")]));

        var made = await Pga.Read(db => db.ConditionMeasurements.SingleAsync(m => m.Moment == Moments.Interim));
        Assert.That((made.TrajectId, made.MeasuredOn, made.RecordedById), Is.EqualTo((_traject.Id, Today, (Guid?)_rio.Id)));
        Assert.That(made.Statuses.ToDictionary(s => s.Condition, s => s.Status),
            Is.EquivalentTo(Statuses(("id", "in-progress"), ("onderdak", "arranged"), ("zorg", "arranged"))));
        Assert.That((await Sheet(id)).People.Single().Conditions["id"], Is.EqualTo("in-progress"));
    }

    [Test]
    public async Task Measures_nothing_when_nothing_differs()
    {
        await Pga.Given(Measured(Today.AddDays(-30), Moments.Start, ("id", "not-arranged")));

        await Save(await Open(), 0, Came(_inside, SpreekuurCodes.Attended, conditions: ("id", "not-arranged")));

        Assert.That(await Pga.Read(db => db.ConditionMeasurements.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task Supersedes_the_measurement_of_the_same_day_with_both_together()
    {
        var earlier = Measured(Today, Moments.Interim, ("id", "not-arranged"), ("schulden", "in-progress"));
        await Pga.Given(earlier);

        await Save(await Open(), 0, Came(_inside, SpreekuurCodes.Attended, conditions: ("id", "arranged")));

        var all = await Pga.Read(db => db.ConditionMeasurements.ToListAsync());
        var current = all.Single(m => m.SupersededById is null);
        Assert.That(all.Single(m => m.Id == earlier.Id).SupersededById, Is.EqualTo(current.Id));
        Assert.That(current.Statuses.ToDictionary(s => s.Condition, s => s.Status), Is.EquivalentTo(Statuses(("id", "arranged"), ("schulden", "in-progress"))));
    }

    [TestCase(null, null)]
    [TestCase(SpreekuurCodes.NoShow, "own-choice")]
    public async Task Measures_only_people_who_came(string? attendance, string? cause)
    {
        var refused = await Refused(await Open(), 0, new SheetVisit(_inside.Id, attendance, cause, null, Statuses(("id", "arranged"))));

        Assert.That(refused.Select(e => e.Field), Is.EqualTo(new[] { "Visits[0].Attendance" }));
        Assert.That(await Pga.Read(db => db.ConditionMeasurements.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Does_not_lose_a_note_about_somebody_without_attendance()
    {
        var refused = await Refused(await Open(), 0, new SheetVisit(_inside.Id, null, null, "belt morgen"));

        Assert.That(refused.Select(e => e.Field), Is.EqualTo(new[] { "Visits[0].Attendance" }));
    }

    [Test]
    public async Task Says_per_person_what_is_wrong_and_saves_nothing()
    {
        var id = await Open();

        var refused = await Refused(id, 1,
            Came(_inside, SpreekuurCodes.Attended, note: new string('x', SpreekuurVisit.MaxNote + 1)),
            new SheetVisit(_elsewhere.Id, "verzonnen", null, null, Statuses(("id", "misschien"))));

        Assert.That(refused.Select(e => e.Field), Is.EquivalentTo(new[] { "Visits[0].Note", "Visits[1].Attendance", "Visits[1].Conditions" }));
        Assert.That(await Visits(id), Is.Empty);
    }

    [Test]
    public async Task Is_not_found_as_a_whole_when_somebody_on_it_is_not_visible()
    {
        var id = await Open();

        var version = (await Sheet(id)).Version;
        Assert.That(
            () => Pga.Send(_rio, new SaveSpreekuur(
                Guid.CreateVersion7(), id, version, [Came(_inside, SpreekuurCodes.Attended), Came(_foreign, SpreekuurCodes.Attended)], 2)),
            Throws.TypeOf<NotFound>());

        Assert.That(await Visits(id), Is.Empty);
        var line = await Pga.Read(db => db.AccessLog.SingleAsync(l => l.Outcome == AccessOutcomes.NotFound));
        Assert.That((line.ClientId, line.ActorId, line.Request), Is.EqualTo(((Guid?)_foreign.Id, (Guid?)_rio.Id, nameof(SaveSpreekuur))));
    }

    [Test]
    public async Task Leaves_out_a_walk_in_who_is_not_visible()
    {
        var id = await Open();

        Assert.That((await Pga.Send(_rio, new GetSpreekuur(id, [_foreign.Id, _elsewhere.Id]))).People.Select(p => p.ClientId),
            Is.EquivalentTo(new[] { _inside.Id, _elsewhere.Id }));
    }

    [Test]
    public async Task Shows_both_versions_when_somebody_was_first()
    {
        var id = await Open();
        var stale = (await Sheet(id)).Version;
        await Save(id, 2, Came(_inside, SpreekuurCodes.NoShow, "transfer"));

        var conflict = Assert.ThrowsAsync<Conflict>(() => Pga.Send(
            _rio, new SaveSpreekuur(Guid.CreateVersion7(), id, stale, [Came(_inside, SpreekuurCodes.Attended, note: "er was tijd genoeg")], 0)))!;

        Assert.That(conflict.Values, Is.EqualTo(new[]
        {
            new ConflictingValue("Visits[0].Attendance", "Bakker, R.", "Niet verschenen, Overgeplaatst", "Aanwezig, er was tijd genoeg"),
            new ConflictingValue("Nameless", "Bezoekers zonder dossier", "2", "0"),
        }));
        Assert.That((await Sheet(id)).People.Single().Attendance, Is.EqualTo(SpreekuurCodes.NoShow));
        Assert.That(conflict.CurrentVersion, Is.EqualTo((await Sheet(id)).Version));
    }

    [Test]
    public async Task Notices_that_only_the_number_of_visitors_was_changed_meanwhile()
    {
        var id = await Open();
        var stale = (await Sheet(id)).Version;
        await Save(id, 2);

        Assert.That(() => Pga.Send(_rio, new SaveSpreekuur(Guid.CreateVersion7(), id, stale, [], 5)), Throws.TypeOf<Conflict>());
    }

    [Test]
    public async Task Saves_once_when_the_form_is_sent_twice()
    {
        var id = await Open();
        var command = new SaveSpreekuur(Guid.CreateVersion7(), id, (await Sheet(id)).Version, [Came(_inside, SpreekuurCodes.Attended, conditions: ("id", "arranged"))], 2);

        await Pga.Send(_rio, command);
        await Pga.Send(_rio, command);

        Assert.That(await Visits(id), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Has_no_attendance_before_it_begins()
    {
        var id = await Open(Today.AddDays(1));

        Assert.That((await Sheet(id)).HasBegun, Is.False);
        Assert.That((await Refused(id, 0, Came(_inside, SpreekuurCodes.Attended))).Single().Code, Is.EqualTo("spreekuur.in-future"));
        Assert.That((await Refused(id, 1)).Single().Code, Is.EqualTo("spreekuur.in-future"));
        Pga.Clock.Advance(TimeSpan.FromDays(1));
        await Save(id, 1, Came(_inside, SpreekuurCodes.Attended));
        Assert.That(await Visits(id), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Leaves_an_imported_no_show_without_cause_as_it_is()
    {
        var id = await Open();
        await Pga.Given(Spreekuur.VisitFromImport(Guid.CreateVersion7(), id, _inside.Id, SpreekuurCodes.NoShow, 1));

        await Save(id, 1, new SheetVisit(_inside.Id, SpreekuurCodes.NoShow, null, null));

        Assert.That((await Visits(id)).Count(v => v.ClientId == _inside.Id), Is.EqualTo(1));
    }

    [TestCase("vos")]
    [TestCase("VO")]
    [TestCase("dirk vos")]
    public async Task Finds_a_walk_in_among_the_rios_own_clients(string text)
    {
        var found = await Pga.Send(_rio, new FindWalkIns(text));

        Assert.That(found.Select(f => (f.ClientId, f.Name, f.Number)), Is.EqualTo(new[] { (_elsewhere.Id, "Vos, D.", _elsewhere.Number) }));
        var line = await Pga.Read(db => db.AccessLog.SingleAsync(l => l.Request == nameof(FindWalkIns)));
        Assert.That(line.ClientId, Is.EqualTo(_elsewhere.Id));
    }

    [Test]
    public async Task Finds_no_walk_in_among_clients_of_others()
    {
        Assert.That(await Pga.Send(_rio, new FindWalkIns("Kuijpers")), Is.Empty);
        Assert.That((await Pga.Send(_rio, new FindWalkIns(_elsewhere.Number))).Single().ClientId, Is.EqualTo(_elsewhere.Id));
        Assert.That(() => Pga.Send(_rio, new FindWalkIns(" v ")), Throws.TypeOf<Invalid>());
    }

    [Test]
    public async Task Offers_only_institutions_that_are_open()
    {
        Assert.That((await Pga.Send(_rio, new GetOpenInstitutions())).Select(i => i.Id), Does.Contain(_pi));
    }

    private static SheetVisit Came(Client client, string attendance, string? cause = null, string? note = null, params (string, string)[] conditions) =>
        new(client.Id, attendance, cause, note, Statuses(conditions));

    private static Dictionary<string, string> Statuses(params (string Condition, string Status)[] statuses) => statuses.ToDictionary(s => s.Condition, s => s.Status);

    private static DetentionPeriod Detained(Client client, Guid institution, DateOnly from, DateOnly? release, DateOnly? until) =>
        new(Guid.CreateVersion7(), client.Id, institution, from, release, until);

    private ConditionMeasurement Measured(DateOnly on, string moment, params (string, string)[] statuses) =>
        new(Guid.CreateVersion7(), _traject.Id, on, moment, Statuses(statuses), null, on.ToDateTime(new TimeOnly(1, 0), DateTimeKind.Utc));

    private Task<Guid> Open(DateOnly? on = null) => Pga.Send(_rio, new OpenSpreekuur(Guid.CreateVersion7(), _pi, on ?? Today, new TimeOnly(9, 0)));

    private Task<SpreekuurSheet> Sheet(Guid id) => Pga.Send(_rio, new GetSpreekuur(id));

    private async Task Save(Guid id, int nameless, params SheetVisit[] visits) =>
        await Pga.Send(_rio, new SaveSpreekuur(Guid.CreateVersion7(), id, (await Sheet(id)).Version, visits, nameless));

    private async Task<IReadOnlyList<FieldError>> Refused(Guid id, int nameless, params SheetVisit[] visits)
    {
        var version = (await Sheet(id)).Version;
        return Assert.ThrowsAsync<Invalid>(() => Pga.Send(_rio, new SaveSpreekuur(Guid.CreateVersion7(), id, version, visits, nameless)))!.Errors;
    }

    private Task<List<SpreekuurVisit>> Visits(Guid id) =>
        Pga.Read(db => db.SpreekuurVisits.Where(v => v.SpreekuurId == id).OrderBy(v => v.Sequence).ToListAsync());
}
