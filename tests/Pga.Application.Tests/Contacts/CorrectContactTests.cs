using Microsoft.EntityFrameworkCore;
using Pga.Application.Contacts;
using Pga.Application.Pipeline;
using Pga.Domain.Clients;
using Pga.Domain.Contacts;
using Pga.Domain.Interventions;
using Pga.Domain.Relations;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Contacts;

internal sealed class CorrectContactTests : SliceTest
{
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert);
    private readonly StaffMember _colleague = A.Staff(StaffRoles.PgaExpert);
    private readonly Client _client = A.Client();
    private Traject _traject = null!;
    private Guid _contactId;

    [SetUp]
    public async Task GivenContact()
    {
        _traject = A.Traject(_client, _expert);
        _traject.Assign(Guid.CreateVersion7(), _colleague.Id, AssignmentRoles.Process, new DateOnly(2025, 3, 3));
        await Pga.Given(_expert, _colleague, _client, _traject);
        _contactId = await Pga.Send(_expert, new LogContact(
            Guid.CreateVersion7(), _traject.Id, ContactCodes.HomeVisit, Today, new TimeOnly(9, 30), ContactCodes.Held, "Eerste tekst.", "Noor Voorbeeld",
            ["gezin"], false, "Bellen", Today.AddDays(1)));
    }

    [Test]
    public async Task Keeps_the_earlier_version_and_counts_only_the_current_one()
    {
        var id = await Pga.Send(_colleague, await Correction() with { Report = "Betere tekst." });

        var all = await Pga.Read(db => db.ContactMoments.ToListAsync());
        var current = all.Single(c => c.SupersededById is null);
        Assert.Multiple(() =>
        {
            Assert.That(current.Id, Is.EqualTo(id));
            Assert.That((current.Report, current.CorrectionReason), Is.EqualTo(("Betere tekst.", "Verkeerd opgeschreven")));
            Assert.That(current.StaffId, Is.EqualTo(_expert.Id), "It stays the contact of whoever had it.");
            Assert.That(all.Single(c => c.SupersededById == id).Report, Is.EqualTo("Eerste tekst."));
        });
        Assert.That((await Pga.Send(_expert, new GetContactForm(_traject.Id, _contactId))).Contact!.Report, Is.EqualTo("Betere tekst."), "An old link shows the current version.");
    }

    [Test]
    public async Task Tells_history_who_corrected_and_why()
    {
        var id = await Pga.Send(_colleague, await Correction() with { Report = "Betere tekst." });

        var entry = await Pga.Read(db => db.History.SingleAsync(h => h.EntityId == _contactId && h.Request == nameof(CorrectContact)));
        Assert.That(
            (entry.ActorId, entry.At, entry.Event, entry.Reason),
            Is.EqualTo(((Guid?)_colleague.Id, Pga.Clock.GetUtcNow().UtcDateTime, "contact.superseded", "Verkeerd opgeschreven")));
        Assert.That(entry.NewValues, Does.Contain(id.ToString()));
    }

    [Test]
    public async Task Shows_both_values_of_what_differs_when_somebody_was_first()
    {
        var stale = await Correction();
        await Pga.Send(_colleague, stale with { CommandId = Guid.CreateVersion7(), Report = "Van de collega.", SafetyConcern = true });

        var conflict = Assert.ThrowsAsync<Conflict>(() => Pga.Send(_expert, stale with { Report = "Van mij." }));

        Assert.That(conflict.Values, Is.EquivalentTo(new ConflictingValue[]
        {
            new("Report", "Verslag", "Van de collega.", "Van mij."),
            new("SafetyConcern", "Zorg over veiligheid", "ja", "nee"),
        }));
        await Pga.Send(_expert, stale with { Report = "Van mij.", BaseVersion = conflict.CurrentVersion });
        Assert.That(await Pga.Read(db => db.ContactMoments.Where(c => c.SupersededById == null).Select(c => c.Report).SingleAsync()), Is.EqualTo("Van mij."));
    }

    [Test]
    public async Task Makes_one_correction_of_a_form_that_is_sent_twice()
    {
        var command = await Correction() with { Report = "Betere tekst." };

        var first = await Pga.Send(_expert, command);
        var second = await Pga.Send(_expert, command);

        Assert.That(second, Is.EqualTo(first));
        Assert.That(await Pga.Read(db => db.ContactMoments.CountAsync()), Is.EqualTo(2));
    }

    [Test]
    public async Task Asks_for_a_reason()
    {
        var command = await Correction() with { Reason = " " };

        var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, command));

        Assert.That((refusal.Errors.Single().Field, refusal.Errors.Single().Text), Is.EqualTo(("Reason", "Schrijf op waarom u dit contact wijzigt.")));
    }

    [Test]
    public async Task Asks_no_reason_when_a_planned_contact_gets_its_outcome()
    {
        var planned = await Pga.Send(_expert, new LogContact(Guid.CreateVersion7(), _traject.Id, "phone", Today.AddDays(2), new TimeOnly(11, 0), null));
        Pga.Clock.Advance(TimeSpan.FromDays(2) + TimeSpan.FromHours(2));
        var form = (await Pga.Send(_expert, new GetContactForm(_traject.Id, planned))).Contact!;

        await Pga.Send(_expert, new CorrectContact(
            Guid.CreateVersion7(), _traject.Id, planned, form.Version, "phone", form.Date, form.Time, ContactCodes.Held, "Gebeld."));

        var now = await Pga.Read(db => db.ContactMoments.SingleAsync(c => c.Kind == "phone" && c.SupersededById == null));
        Assert.That((now.Outcome, now.CorrectionReason), Is.EqualTo((ContactCodes.Held, "gepland contact ingevuld")));
    }

    [Test]
    public async Task Leaves_an_old_step_alone_but_refuses_a_new_one_in_the_past()
    {
        var command = await Correction() with { Report = "Betere tekst." };
        Pga.Clock.Advance(TimeSpan.FromDays(10));

        var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, command with { NextStepDue = command.NextStepDue!.Value.AddDays(1) }));
        await Pga.Send(_expert, command);

        Assert.That((refusal.Errors.Single().Field, refusal.Errors.Single().Text), Is.EqualTo(("NextStepDue", "Deze datum is al voorbij. Kies vandaag of later.")));
    }

    [Test]
    public async Task Does_not_find_a_contact_of_another_traject()
    {
        var other = A.Traject(_client, _expert);
        await Pga.Given(other);
        var command = await Correction();

        Assert.ThrowsAsync<NotFound>(() => Pga.Send(_expert, command with { TrajectId = other.Id }));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(_expert, new GetContactForm(other.Id, _contactId)));
    }

    [Test]
    public async Task Is_refused_to_an_expert_who_reads_along()
    {
        var reader = A.Staff(StaffRoles.PgaExpert);
        await Pga.Given(reader);
        var command = await Correction();

        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(reader, command));
    }

    [Test]
    public async Task Shows_in_the_form_who_may_be_there_the_last_contact_and_the_last_levels()
    {
        var partner = await Pga.Read(db => db.Partners.SingleAsync(p => p.Code == "buurtteams"));
        var gone = await Pga.Read(db => db.Partners.SingleAsync(p => p.Code == "jou"));
        await Pga.Given(
            new Relation(Guid.CreateVersion7(), _client.Id, "sister", "Mina", 2001, null),
            new PartnerInvolvement(Guid.CreateVersion7(), _traject.Id, partner.Id, Today.AddDays(-30), null),
            new PartnerInvolvement(Guid.CreateVersion7(), _traject.Id, gone.Id, Today.AddDays(-30), Today.AddDays(-1)),
            A.Assessment(_traject, Today.AddDays(-60), "start", 3),
            A.Assessment(_traject, Today.AddDays(-20), "interim", 3, ("zelfzorg", 1)));

        var form = await Pga.Send(_expert, new GetContactForm(_traject.Id));

        Assert.Multiple(() =>
        {
            Assert.That(form.People, Is.EqualTo(new[] { "Noor Voorbeeld", "Mina (zus)", "Buurtteams" }));
            Assert.That(form.Last, Is.EqualTo(new LastContact(ContactCodes.HomeVisit, Today, ContactCodes.Held)));
            Assert.That(form.NextStep, Is.EqualTo(new AgreedStep("Bellen", Today.AddDays(1))));
            Assert.That(form.Levels[0], Is.EqualTo(new LastLevel("zelfzorg", "Zelfzorg en regelzaken", 1)), "The worst first.");
            Assert.That(form.Levels.Skip(1).Select(l => l.Level), Has.Exactly(11).EqualTo(3));
        });
    }

    private async Task<CorrectContact> Correction()
    {
        var c = (await Pga.Send(_expert, new GetContactForm(_traject.Id, _contactId))).Contact!;
        return new CorrectContact(
            Guid.CreateVersion7(), _traject.Id, c.Id, c.Version, c.Kind, c.Date, c.Time, c.Outcome, c.Report, c.Present, c.Topics, c.SafetyConcern,
            c.NextStep, c.NextStepDue, "Verkeerd opgeschreven");
    }
}
