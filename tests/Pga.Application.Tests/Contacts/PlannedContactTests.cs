using Microsoft.EntityFrameworkCore;
using Pga.Application.Contacts;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Domain.Clients;
using Pga.Domain.Contacts;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Contacts;

/// <summary>A contact that has yet to come: planned, moved, and taken out of the agenda.</summary>
internal sealed class PlannedContactTests : SliceTest
{
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert);
    private readonly StaffMember _colleague = A.Staff(StaffRoles.PgaExpert);
    private readonly Client _client = A.Client();
    private Traject _traject = null!;
    private Guid _contactId;

    [SetUp]
    public async Task GivenPlannedContact()
    {
        _traject = A.Traject(_client, _expert);
        _traject.Assign(Guid.CreateVersion7(), _colleague.Id, AssignmentRoles.Process, new DateOnly(2025, 3, 3));
        await Pga.Given(_expert, _colleague, _client, _traject);
        _contactId = await Pga.Send(_expert, Plan(2));
    }

    [Test]
    public async Task Is_planned_for_the_worker_who_plans_it_with_a_place()
    {
        var planned = await Current();

        Assert.That((planned.Kind, planned.OccurredOn, planned.Outcome, planned.Place, planned.StaffId), Is.EqualTo((ContactCodes.HomeVisit, Today.AddDays(2), (string?)null, "Bij de flat", (Guid?)_expert.Id)));
        Assert.That(planned.OccurredAt, Is.EqualTo(new DateTime(2026, 3, 5, 13, 0, 0, DateTimeKind.Utc)), "14:00 in Amsterdam");
    }

    [Test]
    public void Is_refused_without_kind_date_and_time_all_told_at_once()
    {
        var invalid = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, new PlanContact(Guid.CreateVersion7(), _traject.Id, "koffie", null, null, new string('x', 121))));

        Assert.That(invalid.Errors.Select(e => e.Field), Is.EqualTo(new[] { "Date", "Time", "Place", "Kind" }));
    }

    [TestCase(-1, "contact.plan-in-past")]
    [TestCase(367, "contact.too-far-ahead")]
    public void Is_refused_in_the_past_and_more_than_a_year_ahead(int days, string code)
    {
        var invalid = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, Plan(days)));

        Assert.That(invalid.Errors.Select(e => (e.Field, e.Code)), Is.EqualTo(new[] { ("Date", code) }));
    }

    [Test]
    public void Is_refused_at_an_hour_that_the_clock_skips()
    {
        var invalid = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, Plan(0) with { Date = new DateOnly(2026, 3, 29), Time = new TimeOnly(2, 30) }));

        Assert.That(invalid.Errors.Single().Code, Is.EqualTo("contact.no-such-time"));
    }

    [Test]
    public async Task Moves_as_a_new_version_of_the_same_worker_and_keeps_the_old_one()
    {
        var id = await Pga.Send(_colleague, await Move(5));

        var all = await Pga.Read(db => db.ContactMoments.ToListAsync());
        Assert.That(all.Single(c => c.Id == _contactId).SupersededById, Is.EqualTo(id));
        var moved = all.Single(c => c.SupersededById is null);
        Assert.That((moved.OccurredOn, moved.Place, moved.StaffId, moved.CorrectionReason), Is.EqualTo((Today.AddDays(5), "Stadskantoor", (Guid?)_expert.Id, ContactMoment.Moved)));
        var step = (await Pga.Send(_expert, new GetDossier(_traject.Id))).NextSteps.Single(s => s.Kind == NextSteps.Appointment);
        Assert.That(step.On, Is.EqualTo(Today.AddDays(5)));
    }

    [Test]
    public async Task Shows_both_moments_when_somebody_else_moved_it_first()
    {
        var stale = await Move(5);
        await Pga.Send(_colleague, stale with { CommandId = Guid.CreateVersion7(), Date = Today.AddDays(9), Place = null });

        var conflict = Assert.ThrowsAsync<Conflict>(() => Pga.Send(_expert, stale));

        Assert.That(conflict.Values, Is.EqualTo(new ConflictingValue[]
        {
            new("Date", "Datum en tijd", "12-03-2026 15:30", "08-03-2026 15:30"),
            new("Place", "Plaats", null, "Stadskantoor"),
        }));
        await Pga.Send(_expert, stale with { BaseVersion = conflict.CurrentVersion });
        Assert.That((await Current()).OccurredOn, Is.EqualTo(Today.AddDays(5)));
    }

    [Test]
    public async Task Is_not_moved_into_the_past()
    {
        var invalid = Assert.ThrowsAsync<Invalid>(async () => await Pga.Send(_expert, await Move(-1)));

        Assert.That(invalid.Errors.Select(e => (e.Field, e.Code)), Is.EqualTo(new[] { ("Date", "contact.move-to-past") }));
        Assert.That((await Current()).OccurredOn, Is.EqualTo(Today.AddDays(2)));
    }

    [Test]
    public async Task Is_taken_out_of_the_agenda_with_a_reason_and_counts_nowhere()
    {
        await Pga.Send(_expert, await Cancel("Cliënt belde af"));

        var cancelled = await Pga.Read(db => db.ContactMoments.SingleAsync());
        Assert.That(cancelled.SupersededById, Is.EqualTo(cancelled.Id));
        Assert.That((await Pga.Send(_expert, new GetAgenda(Today))).Items.Where(i => i.IsContact), Is.Empty);
        var dossier = await Pga.Send(_expert, new GetDossier(_traject.Id));
        Assert.That(dossier.NextSteps.Where(s => s.Kind == NextSteps.Appointment), Is.Empty);
        Assert.That(dossier.Timeline.Where(e => e.Contact is not null), Is.Empty);
        Assert.That(dossier.Contact.Attempts, Is.Zero, "Nobody went there.");
        var entry = await Pga.Read(db => db.History.SingleAsync(h => h.Request == nameof(CancelContact)));
        Assert.That((entry.Event, entry.Reason, entry.ActorId), Is.EqualTo(("contact.cancelled", "Cliënt belde af", (Guid?)_expert.Id)));
    }

    [Test]
    public async Task Can_not_be_corrected_moved_or_cancelled_once_it_was_cancelled()
    {
        var move = await Move(5);
        var cancel = await Cancel("Vergissing");
        await Pga.Send(_expert, cancel);

        Assert.ThrowsAsync<NotFound>(() => Pga.Send(_expert, move));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(_expert, cancel with { CommandId = Guid.CreateVersion7() }));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(_expert, new GetContactForm(_traject.Id, _contactId)));
    }

    [TestCase(null)]
    [TestCase("  ")]
    public async Task Is_not_cancelled_without_a_reason(string? reason)
    {
        var invalid = Assert.ThrowsAsync<Invalid>(async () => await Pga.Send(_expert, await Cancel(reason)));

        Assert.That(invalid.Errors.Select(e => (e.Field, e.Code)), Is.EqualTo(new[] { ("Reason", "contact.cancel-reason") }));
        Assert.That((await Current()).SupersededById, Is.Null);
    }

    [Test]
    public async Task Asks_how_it_went_once_its_time_has_come()
    {
        var (move, cancel) = (await Move(9), await Cancel("Afgezegd"));
        Pga.Clock.Advance(TimeSpan.FromDays(2) + TimeSpan.FromHours(4));

        Assert.That(Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, move)).Errors.Single().Code, Is.EqualTo("contact.time-has-come"));
        Assert.That(Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, cancel)).Errors.Single().Code, Is.EqualTo("contact.time-has-come"));
    }

    [Test]
    public async Task Is_moved_once_when_the_form_is_sent_twice()
    {
        var move = await Move(5);

        var first = await Pga.Send(_expert, move);
        Assert.That(await Pga.Send(_expert, move), Is.EqualTo(first));
        Assert.That(await Pga.Read(db => db.ContactMoments.CountAsync()), Is.EqualTo(2));
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
        var (move, cancel) = (await Move(5), await Cancel("Afgezegd"));

        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(other, Plan(3)));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(other, move));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(other, cancel));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(other, new GetPlanChoices()));
    }

    [Test]
    public async Task Is_refused_to_who_only_reads_along_and_unknown_to_others()
    {
        var (reads, stranger) = (A.Staff(StaffRoles.PgaExpert), A.Staff(StaffRoles.PgaExpert, "team-2"));
        await Pga.Given(reads, stranger);
        var (move, cancel) = (await Move(5), await Cancel("Afgezegd"));

        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(reads, Plan(3)));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(reads, move));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(stranger, Plan(3)));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(stranger, cancel));
    }

    [Test]
    public async Task Can_be_planned_for_ones_own_clients_by_name_and_for_no_others()
    {
        var other = A.Client("Bo", "Ander");
        var team = A.Client("Cas", "Team");
        var early = A.Client("Anna", "Eerst");
        var endedClient = A.Client("Aad", "Klaar");
        var ended = A.Traject(endedClient, _expert);
        var now = Pga.Clock.GetUtcNow().UtcDateTime;
        ended.ProposeOutflow(Today, "out-of-sight", null, _colleague.Id, now, new(null, []));
        ended.ConfirmOutflow(_expert.Id, now);
        await Pga.Given(other, team, early, endedClient, ended, A.Traject(other, team: "team-2"), A.Traject(team, _colleague), A.Traject(early, _expert));

        Assert.That((await Pga.Send(_expert, new GetPlanChoices())).Select(c => c.Name), Is.EqualTo(new[] { "Anna Eerst", "Noor Voorbeeld" }));
    }

    private PlanContact Plan(int days) => new(Guid.CreateVersion7(), _traject.Id, ContactCodes.HomeVisit, Today.AddDays(days), new TimeOnly(14, 0), " Bij de flat ");

    private async Task<MoveContact> Move(int days) =>
        new(Guid.CreateVersion7(), _traject.Id, _contactId, (await Current()).Version, Today.AddDays(days), new TimeOnly(15, 30), "Stadskantoor");

    private async Task<CancelContact> Cancel(string? reason) => new(Guid.CreateVersion7(), _traject.Id, _contactId, (await Current()).Version, reason);

    private Task<ContactMoment> Current() => Pga.Read(db => db.ContactMoments.SingleAsync(c => c.SupersededById == null));
}
