using Microsoft.EntityFrameworkCore;
using Pga.Application.Contacts;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Domain.Clients;
using Pga.Domain.Contacts;
using Pga.Domain.Spreekuren;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Contacts;

internal sealed class AgendaTests : SliceTest
{
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert);
    private readonly StaffMember _rio = A.Staff(StaffRoles.Rio);
    private readonly Client _client = A.Client();
    private Traject _traject = null!;

    // The clock stands on Tuesday 3 March 2026.
    private DateOnly Monday => Today.AddDays(-1);

    private DateTime Now => Pga.Clock.GetUtcNow().UtcDateTime;

    [SetUp]
    public async Task GivenTraject()
    {
        _traject = A.Traject(_client, _expert, startedOn: new DateOnly(2026, 2, 20));
        await Pga.Given(_expert, _rio, _client, _traject);
    }

    [Test]
    public async Task Shows_what_is_planned_with_place_and_whom_in_order_of_time()
    {
        await Pga.Given(Contact(1, 15), Contact(1, 9, kind: "office", place: "Stadskantoor"), Contact(-1, 11, ContactCodes.Held), Contact(6, 9), Contact(-2, 9, ContactCodes.Held));

        var agenda = await Ask();

        Assert.That(
            agenda.Items.Where(i => i.IsContact).Select(i => (i.On, i.At, i.Title, i.Place, i.Outcome, i.Ahead, i.About!.Name)),
            Is.EqualTo(new (DateOnly, TimeOnly?, string, string?, string?, bool, string)[]
            {
                (Monday, new TimeOnly(11, 0), "Huisbezoek", null, ContactCodes.Held, false, "Noor Voorbeeld"),
                (Monday.AddDays(2), new TimeOnly(9, 0), "Gesprek op kantoor", "Stadskantoor", null, true, "Noor Voorbeeld"),
                (Monday.AddDays(2), new TimeOnly(15, 0), "Huisbezoek", null, null, true, "Noor Voorbeeld"),
            }), "next Monday and last Sunday are of other weeks");
    }

    [Test]
    public async Task Shows_next_steps_on_the_day_they_are_due_of_trajects_one_works_on()
    {
        await Pga.Given(Contact(-1, 11, ContactCodes.Held, next: "Bellen met school", due: 2));
        var watched = A.Client("Kim", "Regie");
        var process = A.Traject(watched, startedOn: new DateOnly(2026, 2, 3));
        process.Assign(Guid.CreateVersion7(), _expert.Id, AssignmentRoles.Process, new DateOnly(2026, 2, 3));
        await Pga.Given(watched, process);

        var steps = (await Ask()).Items.Where(i => i.At is null).ToList();

        Assert.That(steps.Select(s => (s.On, s.Title, s.Ahead)), Is.EqualTo(new[] { (Today.AddDays(2), "Bellen met school", true) }), "the other's start assessment is due on the 5th too");
        var later = await Pga.Send(_expert, new GetAgenda(new DateOnly(2026, 3, 16)));
        Assert.That(later.Items.Select(s => (s.Kind, s.On, s.Title)), Is.EquivalentTo(new[]
        {
            (NextSteps.StartAssessment, new DateOnly(2026, 3, 22), "Startmeting doen"),
            (NextSteps.Plan, new DateOnly(2026, 3, 22), "Plan van aanpak maken"),
        }));
    }

    [Test]
    public async Task Shows_a_rio_their_own_spreekuren_only()
    {
        var institution = await Pga.Read(db => db.Institutions.OrderBy(i => i.Order).ThenBy(i => i.Code).FirstAsync());
        var other = A.Staff(StaffRoles.Rio);
        await Pga.Given(other, new Spreekuur(Guid.CreateVersion7(), institution.Id, Now.AddDays(1), _rio.Id), new Spreekuur(Guid.CreateVersion7(), institution.Id, Now.AddDays(2), other.Id));

        var agenda = await Pga.Send(_rio, new GetAgenda(Monday));

        Assert.That(agenda.Items.Select(i => (i.Kind, i.On, i.At, i.Place, i.About)), Is.EqualTo(new (string, DateOnly, TimeOnly?, string?, AgendaClient?)[]
        {
            (AgendaItem.Spreekuur, Today.AddDays(1), new TimeOnly(10, 0), institution.Name, null),
        }));
    }

    [Test]
    public async Task Marks_appointments_that_begin_within_an_hour_of_each_other()
    {
        await Pga.Given(
            Contact(1, 9), Contact(1, 9, minute: 45),
            Contact(2, 9), Contact(2, 10),
            Contact(3, 9), Contact(3, 9, kind: ContactCodes.Letter),
            Contact(-1, 9, ContactCodes.Held), Contact(-1, 9, ContactCodes.Held));

        var clashing = (await Ask()).Items.Where(i => i.Clashes).ToList();

        Assert.That(clashing.Select(i => (i.On, i.At)), Is.EqualTo(new (DateOnly, TimeOnly?)[] { (Today.AddDays(1), new TimeOnly(9, 0)), (Today.AddDays(1), new TimeOnly(9, 45)) }));
    }

    [Test]
    public async Task Says_that_there_is_a_safety_agreement_that_holds_on_the_day_and_not_what_it_says()
    {
        await Pga.Read(async db =>
        {
            (await db.Clients.SingleAsync()).AgreeOnSafety("Hond in de woning.", Today.AddDays(1));
            return await db.SaveChangesAsync();
        });
        await Pga.Given(Contact(1, 9), Contact(2, 9));

        var agenda = await Ask();

        Assert.That(agenda.Items.Where(i => i.IsContact).Select(i => i.About!.HasSafetyAgreement), Is.EqualTo(new[] { true, false }));
        Assert.That(System.Text.Json.JsonSerializer.Serialize(agenda), Does.Not.Contain("Hond"));
    }

    [Test]
    public async Task Is_empty_of_a_dossier_from_the_moment_that_one_loses_it()
    {
        await Pga.Given(Contact(3, 9));
        Assert.That((await Ask()).Items.Where(i => i.IsContact), Has.Exactly(1).Items);
        await Pga.Read(async db =>
        {
            var traject = await db.Trajects.Include(t => t.Assignments).SingleAsync();
            traject.Assignments[0].EndBy(Today.AddDays(-1));
            traject.Restrict(true, "Familie van een medewerker");
            return await db.SaveChangesAsync();
        });

        Assert.That((await Ask()).Items, Is.Empty);
    }

    [Test]
    public async Task Logs_one_line_for_each_client_shown_and_none_for_an_empty_week()
    {
        await Pga.Given(Contact(1, 9), Contact(2, 9));

        await Ask();
        await Pga.Send(_expert, new GetAgenda(Monday.AddDays(-70)));

        var lines = await Pga.Read(db => db.AccessLog.Where(l => l.Request == nameof(GetAgenda)).ToListAsync());
        Assert.That(lines.Select(l => (l.ClientId, l.ActorId, l.Outcome)), Is.EqualTo(new[] { ((Guid?)_client.Id, (Guid?)_expert.Id, "granted") }));
    }

    [TestCase(0, 7)]
    [TestCase(1, 0)]
    [TestCase(1, 32)]
    public void Is_refused_for_days_that_make_no_agenda(int from, int days) =>
        Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, new GetAgenda(from == 0 ? DateOnly.MaxValue : Today, days)));

    [TestCase(StaffRoles.Partner)]
    [TestCase(StaffRoles.Manager)]
    [TestCase(StaffRoles.PrivacyOfficer)]
    [TestCase(StaffRoles.Administrator)]
    public async Task Is_refused_to_who_works_on_no_cases(string role)
    {
        var other = A.Staff(role);
        await Pga.Given(other);

        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(other, new GetAgenda(Today)));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(other, new GetAgendaFeed()));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(other, new GetFeedStatus()));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(other, new MakeAgendaFeed(Guid.CreateVersion7())));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(other, new RevokeAgendaFeed(Guid.CreateVersion7())));
    }

    private Task<Agenda> Ask() => Pga.Send(_expert, new GetAgenda(Monday));

    /// <param name="hour">In Amsterdam, an hour ahead of UTC in this week.</param>
    private ContactMoment Contact(int days, int hour, string? outcome = null, string kind = ContactCodes.HomeVisit, int minute = 0, string? place = null, string? next = null, int? due = null) =>
        new(Guid.CreateVersion7(), _traject.Id, _expert.Id, Now,
            new ContactDetails(kind, Today.AddDays(days).ToDateTime(new TimeOnly(hour - 1, minute), DateTimeKind.Utc), outcome, "Verslag", null, null, null, next, due is { } d ? Today.AddDays(d) : null, place));
}
