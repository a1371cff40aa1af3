using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pga.Application.Audit;
using Pga.Application.Clients;
using Pga.Domain.Assessments;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Contacts;
using Pga.Domain.Spreekuren;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Pipeline;

internal sealed class HistoryTests : PipelineTest
{
    private const string TestBsn = "999990019";
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert);
    private readonly Client _client = A.Client("Noor", "Voorbeeld");
    private readonly Traject _traject;

    public HistoryTests() => _traject = A.Traject(_client, _expert);

    [SetUp]
    public Task Given() => Pga.Given(_expert, _client, _traject);

    [Test]
    public async Task Says_who_did_what_when_and_through_which_request()
    {
        var id = Guid.CreateVersion7();
        await Pga.Send(_expert, new WriteLetter(id, _traject.Id, "Beste Noor"));

        var entry = await Entry(id);
        Assert.That(entry.Entity, Is.EqualTo(nameof(ContactMoment)));
        Assert.That(entry.Event, Is.EqualTo("contact.logged"));
        Assert.That(entry.Request, Is.EqualTo(nameof(WriteLetter)));
        Assert.That((entry.ActorId, entry.Role, entry.Source), Is.EqualTo(((Guid?)_expert.Id, StaffRoles.PgaExpert, "127.0.0.1")));
        Assert.That((entry.ClientId, entry.TrajectId), Is.EqualTo(((Guid?)_client.Id, (Guid?)_traject.Id)));
        Assert.That(entry.At, Is.EqualTo(Pga.Clock.GetUtcNow().UtcDateTime));
        Assert.That((entry.OldValues, entry.NewValues), Is.EqualTo(((string?)null, (string?)null)));
    }

    [Test]
    public async Task Has_the_old_and_new_values_of_just_what_changed_and_the_reason()
    {
        await Pga.Send(_expert, new RestrictTraject(Guid.CreateVersion7(), _traject.Id, "Familie van een medewerker"));

        var entry = (await Entries(_traject.Id)).Single(e => e.Event == "traject.restricted");
        Assert.That(entry.OldValues, Is.EqualTo("""{"Restricted":false}"""));
        Assert.That(entry.NewValues, Is.EqualTo("""{"Restricted":true}"""));
        Assert.That(entry.Reason, Is.EqualTo("Familie van een medewerker"));
    }

    [Test]
    public async Task Has_what_an_owned_part_was_and_is()
    {
        await Change<Client>(_client.Id, c => c.LivesIn("noordwest", new DateOnly(2026, 3, 1)));

        var entry = (await Entries(_client.Id))[^1];
        Assert.That(entry.Event, Is.EqualTo("changed"));
        using var old = JsonDocument.Parse(entry.OldValues!);
        using var now = JsonDocument.Parse(entry.NewValues!);
        Assert.That(old.RootElement.EnumerateObject().Select(p => p.Name), Is.EqualTo(new[] { "Wijk" }));
        Assert.That(now.RootElement.GetProperty("Wijk").GetString(), Is.EqualTo("noordwest"));
        Assert.That(now.RootElement.EnumerateObject().Single(p => p.Name.StartsWith("Residence:", StringComparison.Ordinal)).Value.GetProperty("Wijk").GetString(), Is.EqualTo("noordwest"));
    }

    [Test]
    public async Task Takes_a_residence_corrected_on_its_own_day_and_a_new_name()
    {
        await Change<Client>(_client.Id, c => c.LivesIn("noordwest", Residence.Always));
        await Change<Client>(_client.Id, c => c.Rename("Noor", "de", "Voorbeeld"));

        var stored = await Pga.Read(db => db.Clients.AsNoTracking().SingleAsync());
        Assert.That(stored.Residences.Select(r => (r.From, r.Wijk)), Is.EqualTo(new[] { (Residence.Always, "noordwest") }));
        Assert.That(stored.NameWords.Select(w => w.Word), Is.SupersetOf(new[] { "noor", "de", "voorbeeld" }));
    }

    [Test]
    public async Task Never_has_the_bsn_in_any_form()
    {
        await Pga.Read(async db =>
        {
            var client = await db.Clients.SingleAsync();
            Vault.Store(client, TestBsn);
            return await db.SaveChangesAsync();
        });
        await Pga.Read(async db =>
        {
            var client = await db.Clients.SingleAsync();
            Vault.Store(client, null);
            return await db.SaveChangesAsync();
        });

        var entries = await Entries(_client.Id);
        Assert.That(entries.Count(e => (e.NewValues ?? "").Contains("BsnIndex", StringComparison.Ordinal)), Is.EqualTo(2));
        foreach (var text in entries.SelectMany(e => new[] { e.OldValues, e.NewValues }).OfType<string>())
        {
            Assert.That(text, Does.Not.Contain(TestBsn).And.Not.Contain(Vault.IndexOf(TestBsn)));
            using var json = JsonDocument.Parse(text);
            foreach (var member in json.RootElement.EnumerateObject().Where(m => m.Name.StartsWith("Bsn", StringComparison.Ordinal)))
                Assert.That(member.Value.GetString(), Is.EqualTo("•"));
        }
    }

    [Test]
    public async Task Has_the_reason_of_a_correction_on_both_versions_current_and_superseded()
    {
        var first = A.Assessment(_traject, new DateOnly(2026, 3, 1), Moments.Start, 2);
        await Pga.Given(first);
        var second = A.Assessment(_traject, new DateOnly(2026, 3, 1), Moments.Start, 3);
        await Pga.Read(async db =>
        {
            (await db.Assessments.SingleAsync()).SupersedeBy(second, "Verkeerd blad");
            db.Add(second);
            return await db.SaveChangesAsync();
        });

        var entry = (await Entries(first.Id))[^1];
        Assert.That(entry.Reason, Is.EqualTo("Verkeerd blad"));
        Assert.That((entry.OldValues, entry.NewValues), Is.EqualTo(("""{"SupersededById":null}""", $$"""{"SupersededById":"{{second.Id}}"}""")));
        Assert.That(await Pga.Read(db => db.Assessments.Where(a => a.SupersededById == null).Select(a => a.CorrectionReason).SingleAsync()), Is.EqualTo("Verkeerd blad"));
    }

    [Test]
    public async Task Renews_the_version_of_what_changed_itself_in_its_parts_or_by_an_event_alone()
    {
        var versions = new List<Guid> { await Version() };
        await Change<Client>(_client.Id, c => c.AgreeOnSafety("Met z'n tweeën", null));
        versions.Add(await Version());
        await Change<Client>(_client.Id, c => c.Rename("Noor", null, "Anders"));
        versions.Add(await Version());
        await Change<Client>(_client.Id, c => c.AgreeOnSafety("Met z'n tweeën", null));
        versions.Add(await Version());
        await Change<Client>(_client.Id, c => c.Describe(c.BirthDate, c.Gender));

        Assert.That(versions, Is.Unique);
        Assert.That(versions, Has.None.EqualTo(Guid.Empty));
        Assert.That(await Version(), Is.EqualTo(versions[^1]), "nothing changed, so nothing to renew");

        Task<Guid> Version() => Pga.Read(db => db.Clients.Select(c => c.Version).SingleAsync());
    }

    [Test]
    public async Task Renews_the_version_of_a_spreekuur_when_its_count_of_nameless_visitors_changes()
    {
        var rio = A.Staff(StaffRoles.Rio);
        var institution = await Pga.Read(db => db.Institutions.Select(i => i.Id).FirstAsync());
        var spreekuur = new Spreekuur(Guid.CreateVersion7(), institution, new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc), rio.Id);
        await Pga.Given(rio, spreekuur);
        var before = await Pga.Read(db => db.Spreekuren.Select(s => s.Version).SingleAsync());

        await Pga.Read(async db =>
        {
            (await db.Spreekuren.Include(s => s.Visits).SingleAsync()).CountNameless(2, Pga.Clock.UtcNow());
            return await db.SaveChangesAsync();
        });

        Assert.That(await Pga.Read(db => db.Spreekuren.Select(s => s.Version).SingleAsync()), Is.Not.EqualTo(before));
        Assert.That(await Pga.Read(db => db.SpreekuurVisits.CountAsync(v => v.SupersededById == null)), Is.EqualTo(2));
    }

    [Test]
    public async Task Of_a_traject_that_is_not_yours_is_closed_even_when_it_names_no_client()
    {
        var stranger = A.Staff(StaffRoles.PgaExpert, "team-2");
        await Pga.Given(stranger);
        // Stored by the system, so no request named the client.
        var moment = new ContactMoment(Guid.CreateVersion7(), _traject.Id, null, Pga.Clock.UtcNow(), new ContactDetails("letter", Pga.Clock.UtcNow(), "held", "Beste Noor"));
        await Pga.Given(moment);
        Assert.That((await Entry(moment.Id)).ClientId, Is.Null);

        Assert.That(await Pga.ReadAs(stranger, db => db.History.CountAsync(h => h.EntityId == moment.Id)), Is.Zero);
        Assert.That(await Pga.ReadAs(_expert, db => db.History.CountAsync(h => h.EntityId == moment.Id)), Is.EqualTo(1));
    }

    private BsnVault Vault => Pga.Services.GetRequiredService<BsnVault>();

    private async Task<HistoryEntry> Entry(Guid id) => (await Entries(id)).Single();

    private Task<List<HistoryEntry>> Entries(Guid id) =>
        Pga.Read(db => db.History.AsNoTracking().Where(h => h.EntityId == id).OrderBy(h => h.Id).ToListAsync());

    private Task<int> Change<T>(Guid id, Action<T> change)
        where T : Entity => Pga.Read(async db =>
        {
            change(await db.Set<T>().SingleAsync(e => e.Id == id));
            return await db.SaveChangesAsync();
        });
}
