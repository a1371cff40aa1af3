using Microsoft.EntityFrameworkCore;
using Pga.Application.Contacts;
using Pga.Application.Pipeline;
using Pga.Application.Relations;
using Pga.Application.Trajects;
using Pga.Domain.Clients;
using Pga.Domain.Relations;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Relations;

internal sealed class RelationTests : SliceTest
{
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert);
    private readonly StaffMember _colleague = A.Staff(StaffRoles.PgaExpert);
    private readonly Client _client = A.Client();
    private Traject _traject = null!;

    [SetUp]
    public async Task GivenTraject()
    {
        _traject = A.Traject(_client, _expert);
        _traject.Assign(Guid.CreateVersion7(), _colleague.Id, AssignmentRoles.Process, new DateOnly(2025, 3, 3));
        await Pga.Given(_expert, _colleague, _client, _traject);
    }

    [Test]
    public async Task Is_context_on_the_case()
    {
        var id = await Pga.Send(_expert, Brother() with { Name = " Milan " });

        var relative = (await Pga.Send(_expert, new GetRelations(_traject.Id))).Current.Single();
        Assert.That(
            (relative.Id, relative.Kind, relative.Name, relative.BirthYear, relative.Ground, relative.Clients.Count),
            Is.EqualTo((id, "brother", "Milan", (int?)2010, (string?)"Gaat steeds met hem mee.", 0)));
        Assert.That((await Pga.Send(_expert, new GetDossier(_traject.Id))).Relations.Select(r => r.Name), Is.EqualTo(new[] { "Milan" }));
        Assert.That((await Pga.Send(_expert, new GetContactForm(_traject.Id))).People, Does.Contain("Milan (broer)"));
    }

    [Test]
    public async Task Makes_nobody_a_client()
    {
        for (var i = 0; i < 5; i++)
            await Pga.Send(_expert, Brother() with { CommandId = Guid.CreateVersion7(), Name = $"Broer {i}" });

        Assert.That(await Pga.Read(db => db.Relations.CountAsync()), Is.EqualTo(5));
        Assert.That(await Pga.Read(db => db.Clients.IgnoreQueryFilters().Select(c => c.Id).ToListAsync()), Is.EqualTo(new[] { _client.Id }));
        Assert.That(await Pga.Read(db => db.Trajects.Select(t => t.Id).ToListAsync()), Is.EqualTo(new[] { _traject.Id }));
    }

    [Test]
    public async Task Is_noted_once_by_a_form_that_is_sent_twice()
    {
        var command = Brother();

        var first = await Pga.Send(_expert, command);

        Assert.That(await Pga.Send(_expert, command), Is.EqualTo(first));
        Assert.That(await Pga.Read(db => db.Relations.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public void Tells_all_that_is_wrong_at_once()
    {
        var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, Brother() with { Kind = "cousin", Name = " ", BirthYear = 2027, Ground = "" }));

        Assert.That(refusal.Errors.Select(e => (e.Field, e.Code)), Is.EqualTo(new[]
        {
            ("Kind", "relation.unknown-kind"), ("Name", "relation.name"), ("BirthYear", "relation.birth-year"), ("Ground", "relation.ground"),
        }));
    }

    [TestCase(1899)]
    [TestCase(2027)]
    public void Takes_no_birth_year_that_cannot_be(int year) =>
        Assert.That(Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, Brother() with { BirthYear = year }))!.Errors.Single().Field, Is.EqualTo("BirthYear"));

    [Test]
    public async Task Keeps_in_the_history_what_it_was_and_why_it_changed()
    {
        var id = await Pga.Send(_expert, Brother());

        await Pga.Send(_colleague, await Correction(id));

        var relative = (await Pga.Send(_expert, new GetRelations(_traject.Id))).Current.Single();
        Assert.That((relative.Id, relative.Name, relative.BirthYear, relative.ChangedOn, relative.Reason), Is.EqualTo((id, "Milan", (int?)2011, (DateOnly?)Today, "Verkeerd jaar")));
        var entry = await Pga.Read(db => db.History.SingleAsync(h => h.Request == nameof(CorrectRelation)));
        Assert.That((entry.ActorId, entry.EntityId, entry.Event, entry.Reason), Is.EqualTo(((Guid?)_colleague.Id, id, "relation.corrected", "Verkeerd jaar")));
        Assert.That(entry.OldValues, Does.Contain("\"BirthYear\":2010"));
    }

    [Test]
    public async Task Shows_both_values_of_what_differs_when_somebody_was_first()
    {
        var stale = await Correction(await Pga.Send(_expert, Brother()));
        await Pga.Send(_colleague, stale with { CommandId = Guid.CreateVersion7(), BirthYear = 2012, Ground = "Woont ook thuis." });

        var conflict = Assert.ThrowsAsync<Conflict>(() => Pga.Send(_expert, stale));

        Assert.That(conflict.Values, Is.EquivalentTo(new ConflictingValue[]
        {
            new("BirthYear", "Geboortejaar", "2012", "2011"),
            new("Ground", "Waarom van belang", "Woont ook thuis.", "Gaat steeds met hem mee."),
        }));
        await Pga.Send(_expert, stale with { BaseVersion = conflict.CurrentVersion });
        Assert.That(await Pga.Read(db => db.Relations.Select(r => r.BirthYear).SingleAsync()), Is.EqualTo(2011));
    }

    [Test]
    public async Task Asks_why_it_is_changed_or_removed()
    {
        var correction = await Correction(await Pga.Send(_expert, Brother()));

        Assert.That(Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, correction with { Reason = " " }))!.Errors.Single().Code, Is.EqualTo("relation.reason"));
        var end = new EndRelation(Guid.CreateVersion7(), _traject.Id, correction.RelationId, correction.BaseVersion, "");
        Assert.That(Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, end))!.Errors.Single().Code, Is.EqualTo("relation.end-reason"));
    }

    [Test]
    public async Task Is_kept_with_the_reason_when_it_is_removed_and_shown_nowhere_else()
    {
        var correction = await Correction(await Pga.Send(_expert, Brother()));
        var end = new EndRelation(Guid.CreateVersion7(), _traject.Id, correction.RelationId, correction.BaseVersion, "Bleek een buurjongen");

        await Pga.Send(_expert, end);

        var relatives = await Pga.Send(_expert, new GetRelations(_traject.Id));
        Assert.That(relatives.Current, Is.Empty);
        Assert.That(relatives.Ended.Select(r => (r.Name, r.EndedOn, r.Reason)), Is.EqualTo(new[] { ("Milan", (DateOnly?)Today, "Bleek een buurjongen") }));
        Assert.That((await Pga.Send(_expert, new GetDossier(_traject.Id))).Relations, Is.Empty);
        Assert.That((await Pga.Send(_expert, new GetContactForm(_traject.Id))).People, Is.EqualTo(new[] { "Noor Voorbeeld" }));
        Assert.That(
            Assert.ThrowsAsync<Conflict>(() => Pga.Send(_expert, end with { CommandId = Guid.CreateVersion7() }))!.Values.Select(v => v.Theirs),
            Does.Contain("Bleek een buurjongen"));
        var again = end with { CommandId = Guid.CreateVersion7(), BaseVersion = relatives.Ended[0].Version };
        Assert.That(Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, again))!.Errors.Single().Code, Is.EqualTo("relation.ended"));
        var late = correction with { BaseVersion = relatives.Ended[0].Version };
        Assert.That(Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, late))!.Errors.Single().Code, Is.EqualTo("relation.ended"));
    }

    [Test]
    public async Task Of_another_client_is_not_there()
    {
        var other = A.Client();
        var elsewhere = new Relation(Guid.CreateVersion7(), other.Id, "sister", "Leyla", 2008, "Woont in");
        await Pga.Given(other, A.Traject(other, _expert), elsewhere);

        var correction = new CorrectRelation(Guid.CreateVersion7(), _traject.Id, elsewhere.Id, elsewhere.Version, "sister", "Leyla", 2008, "Woont in", "Proef");
        Assert.That(() => Pga.Send(_expert, correction), Throws.TypeOf<NotFound>());
    }

    [TestCase(StaffRoles.Rio)]
    [TestCase(StaffRoles.Coordinator)]
    [TestCase(StaffRoles.Partner)]
    [TestCase(StaffRoles.Manager)]
    [TestCase(StaffRoles.PrivacyOfficer)]
    [TestCase(StaffRoles.Administrator)]
    public async Task Is_edited_by_nobody_else(string role)
    {
        var staff = A.Staff(role);
        await Pga.Given(staff);
        var relation = new Relation(Guid.CreateVersion7(), _client.Id, "sister", "Leyla", 2008, "Woont in");
        await Pga.Given(relation);

        Assert.That(() => Pga.Send(staff, Brother()), Throws.TypeOf<Forbidden>());
        Assert.That(() => Pga.Send(staff, new EndRelation(Guid.CreateVersion7(), _traject.Id, relation.Id, relation.Version, "x")), Throws.TypeOf<Forbidden>());
        Assert.That(
            () => Pga.Send(staff, new CorrectRelation(Guid.CreateVersion7(), _traject.Id, relation.Id, relation.Version, "sister", "L", null, "g", "x")),
            Throws.TypeOf<Forbidden>());
    }

    [Test]
    public async Task Is_read_by_the_team_and_written_by_who_works_on_the_case()
    {
        var reader = A.Staff(StaffRoles.PgaExpert);
        var stranger = A.Staff(StaffRoles.PgaExpert, "team-2");
        await Pga.Given(reader, stranger);
        await Pga.Send(_expert, Brother());

        Assert.That((await Pga.Send(reader, new GetRelations(_traject.Id))).Current, Has.Count.EqualTo(1));
        Assert.That(() => Pga.Send(reader, Brother() with { CommandId = Guid.CreateVersion7() }), Throws.TypeOf<Forbidden>());
        Assert.That(() => Pga.Send(stranger, new GetRelations(_traject.Id)), Throws.TypeOf<NotFound>());
        Assert.That(() => Pga.Send(stranger, Brother() with { CommandId = Guid.CreateVersion7() }), Throws.TypeOf<NotFound>());
    }

    private NoteRelation Brother() => new(Guid.CreateVersion7(), _traject.Id, "brother", "Milan", 2010, "Gaat steeds met hem mee.");

    private async Task<CorrectRelation> Correction(Guid id)
    {
        var now = (await Pga.Send(_expert, new GetRelations(_traject.Id))).Current.Single(r => r.Id == id);
        return new CorrectRelation(Guid.CreateVersion7(), _traject.Id, id, now.Version, now.Kind, now.Name, 2011, now.Ground!, "Verkeerd jaar");
    }
}
