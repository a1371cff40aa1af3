using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pga.Application.Audit;
using Pga.Application.Clients;
using Pga.Application.Pipeline;
using Pga.Domain.Clients;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Clients;

internal sealed class ReferClientTests : SliceTest
{
    private const string ValidBsn = "111222333";
    private static readonly DateOnly Born = new(2006, 4, 9);
    private static readonly string[] OnlyContact = ["Contact"];
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert, "team-1");
    private readonly StaffMember _stranger = A.Staff(StaffRoles.PgaExpert, "team-2", "Kees Vreemd");
    private readonly Client _own = A.Client("Yara", "Ozturk", birthDate: Born);
    private readonly Client _foreign = A.Client("Ilse", "Geheim", birthDate: Born);
    private Traject _ownTraject = null!;

    [SetUp]
    public async Task GivenAClientInsideAndOneOutsideTheAccess()
    {
        var vault = Pga.Services.GetRequiredService<BsnVault>();
        vault.Store(_own, "123456782");
        vault.Store(_foreign, ValidBsn);
        _ownTraject = A.Traject(_own, _expert);
        await Pga.Given(_expert, _stranger, _own, _foreign, _ownTraject, A.Traject(_foreign, _stranger, team: "team-2"));
    }

    [TestCase("Yara", "Öztürk", true, null, null)]
    [TestCase("Iemand", "Anders", false, "123456782", null)]
    [TestCase("Iemand", "Anders", false, null, "number")]
    public async Task Shows_name_number_and_dossier_of_a_client_of_ones_own(string given, string family, bool sameBirth, string? bsn, string? number)
    {
        var found = await Pga.Send(_expert, new FindDuplicates(given, null, family, sameBirth ? Born : null, bsn, number is null ? null : _own.Number));

        Assert.That(found.Own, Is.EqualTo(new[] { new KnownClient(_own.Id, _ownTraject.Id, "Yara Ozturk", _own.Number) }));
        Assert.That(found.Elsewhere, Is.Empty);
    }

    [TestCase("Geheim", true, null, false)]
    [TestCase("Anders", false, ValidBsn, false)]
    [TestCase("Anders", false, null, true)]
    public async Task Shows_of_anybody_else_only_whom_to_ask(string family, bool sameBirth, string? bsn, bool byNumber)
    {
        var found = await Pga.Send(_expert, new FindDuplicates("Ilse", null, family, sameBirth ? Born : null, bsn, byNumber ? _foreign.Number : null));

        var json = JsonSerializer.SerializeToElement(found);
        var elsewhere = json.GetProperty("Elsewhere").EnumerateArray().Single();
        Assert.That(json.EnumerateObject().Select(p => p.Name), Is.EquivalentTo(new[] { "Own", "Elsewhere", "Any" }));
        Assert.That(elsewhere.EnumerateObject().Select(p => p.Name), Is.EqualTo(OnlyContact));
        Assert.That(elsewhere.GetProperty("Contact").GetString(), Is.EqualTo("Kees Vreemd"));
        Assert.That(json.GetRawText(), Does.Not.Contain(_foreign.Id.ToString()).And.Not.Contain("Geheim").And.Not.Contain(_foreign.Number));
        var line = await Pga.Read(db => db.AccessLog.SingleAsync(l => l.Request == nameof(FindDuplicates)));
        Assert.That((line.ClientId, line.ActorId, line.TrajectId), Is.EqualTo(((Guid?)_foreign.Id, (Guid?)_expert.Id, (Guid?)null)));
    }

    [Test]
    public async Task Does_not_tell_how_many_clients_a_colleague_has()
    {
        var twin = A.Client("Inge", "Geheim", birthDate: Born);
        await Pga.Given(twin, A.Traject(twin, _stranger, team: "team-2"), A.Traject(_foreign, _stranger, Programmes.TopX, "team-2"));

        var found = await Pga.Send(_expert, new FindDuplicates("", null, "Geheim", Born, null, null));

        Assert.That(found.Elsewhere, Is.EqualTo(new[] { new KnownElsewhere("Kees Vreemd") }));
    }

    [Test]
    public async Task Names_the_team_when_nobody_works_on_it_now()
    {
        var waiting = A.Client("Bo", "Wachter", birthDate: Born);
        await Pga.Given(waiting, A.Traject(waiting, team: "team-2"));

        var found = await Pga.Send(_expert, new FindDuplicates("Bo", null, "Wachter", Born, null, null));

        Assert.That(found.Elsewhere, Is.EqualTo(new[] { new KnownElsewhere("team team-2") }));
    }

    [Test]
    public async Task Finds_nobody_by_name_without_the_birth_date()
    {
        Assert.That((await Pga.Send(_expert, new FindDuplicates("Ilse", null, "Geheim", null, null, null))).Any, Is.False);
        Assert.That((await Pga.Send(_expert, new FindDuplicates("Ilse", null, "Geheim", Born.AddDays(1), null, null))).Any, Is.False);
    }

    [TestCase("123456789")]
    [TestCase("12345")]
    [TestCase("abcdefghi")]
    public void Refuses_what_is_no_bsn(string bsn)
    {
        var search = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, new FindDuplicates("A", null, "B", null, bsn, null)))!;
        var refer = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, New() with { Bsn = bsn }))!;

        Assert.That(search.Errors.Select(e => e.Field), Is.EqualTo(new[] { "Bsn" }));
        Assert.That(refer.Errors.Select(e => e.Field), Is.EqualTo(new[] { "Bsn" }));
    }

    [Test]
    public async Task Makes_a_client_and_a_traject()
    {
        var command = New() with { Bsn = "100000009", StartedOn = Today, ProcessWorkerId = _expert.Id };

        var id = await Pga.Send(_expert, command);

        var traject = await Pga.Read(db => db.Trajects.Include(t => t.Assignments).SingleAsync(t => t.Id == id));
        var client = await Pga.Read(db => db.Clients.SingleAsync(c => c.Id == traject.ClientId));
        Assert.That(id, Is.EqualTo(command.CommandId));
        Assert.That((client.Number, traject.Number), Is.EqualTo(("2026-0001", "T-2026-0001")));
        Assert.That((client.FullName, client.BirthDate, client.Gender, client.Wijk), Is.EqualTo(("Sem van Nieuw", (DateOnly?)new DateOnly(2007, 1, 2), "male", "zuid")));
        Assert.That(client.Residences.Single().From, Is.EqualTo(Residence.Always));
        Assert.That(Pga.Services.GetRequiredService<BsnVault>().Reveal(client), Is.EqualTo("100000009"));
        Assert.That((traject.Team, traject.StartedOn, traject.ReferredBy, traject.Informed), Is.EqualTo(("team-1", (DateOnly?)Today, "politie", "yes")));
        Assert.That(traject.Assignments.Select(a => (a.StaffId, a.Role)),
            Is.EquivalentTo(new[] { (_expert.Id, AssignmentRoles.Case), (_expert.Id, AssignmentRoles.Process) }));
        Assert.That(await Pga.ReadAs(_expert, db => db.Trajects.AnyAsync(t => t.Id == id)), Is.True, "Who made it sees it.");
    }

    [Test]
    public async Task Gives_a_rio_traject_to_the_rio_who_refers()
    {
        var rio = A.Staff(StaffRoles.Rio);
        await Pga.Given(rio);

        var id = await Pga.Send(rio, New() with { Programme = Programmes.Rio });

        var assignment = await Pga.Read(db => db.Assignments.SingleAsync(a => a.TrajectId == id));
        Assert.That((assignment.StaffId, assignment.Role, assignment.From), Is.EqualTo((rio.Id, AssignmentRoles.Rio, Today)));
    }

    [Test]
    public async Task Lets_a_coordinator_choose_from_their_own_team_only()
    {
        var coordinator = A.Staff(StaffRoles.Coordinator);
        await Pga.Given(coordinator);

        string[] FieldsOf(ReferClient command) =>
            [.. Assert.ThrowsAsync<Invalid>(() => Pga.Send(coordinator, command))!.Errors.Select(e => e.Field)];

        Assert.That(FieldsOf(New() with { StartedOn = Today }), Is.EqualTo(new[] { "CaseWorkerId" }), "A choice must be made once it runs.");
        Assert.That(FieldsOf(New() with { CaseWorkerId = _stranger.Id }), Is.EqualTo(new[] { "CaseWorkerId" }));
        Assert.That(FieldsOf(New() with { CaseWorkerId = coordinator.Id }), Is.EqualTo(new[] { "CaseWorkerId" }));
        Assert.That(FieldsOf(New() with { CaseWorkerId = _expert.Id, ProcessWorkerId = _stranger.Id }), Is.EqualTo(new[] { "ProcessWorkerId" }));
        await Pga.Send(coordinator, New() with { CaseWorkerId = _expert.Id, ProcessWorkerId = coordinator.Id });
        var team = await Pga.Send(coordinator, new GetTeamWorkers());
        Assert.That(team.Experts.Select(w => w.Id), Is.EqualTo(new[] { _expert.Id }));
        Assert.That(team.Process.Select(w => w.Id), Is.EquivalentTo(new[] { _expert.Id, coordinator.Id }));
    }

    [Test]
    public async Task Goes_to_the_triage_without_a_start_date_and_needs_nobody_yet()
    {
        var (coordinator, alone) = (A.Staff(StaffRoles.Coordinator), A.Staff(StaffRoles.Coordinator, null));
        await Pga.Given(coordinator, alone);

        var id = await Pga.Send(coordinator, New());
        var started = await Pga.Send(_expert, New() with { StartedOn = Today, DuplicatesSeen = true });

        var traject = await Pga.Read(db => db.Trajects.Include(t => t.Assignments).SingleAsync(t => t.Id == id));
        Assert.That((traject.TriageOn, traject.Assignments.Count), Is.EqualTo(((DateOnly?)new DateOnly(2026, 3, 4), 0)));
        Assert.That(await Pga.Read(db => db.Trajects.Where(t => t.Id == started).Select(t => t.TriageOn).SingleAsync()), Is.Null);
        var refused = Assert.ThrowsAsync<Invalid>(() => Pga.Send(alone, New() with { DuplicatesSeen = true }))!;
        Assert.That(refused.Errors.Select(e => e.Field), Is.EqualTo(new[] { "CaseWorkerId" }), "Without a team nobody would see it.");
    }

    [Test]
    public async Task Says_what_is_missing()
    {
        var empty = new ReferClient(Guid.CreateVersion7(), null, null, null, null, null, null, null, null, "", null, null, null, null, null, null, null, null, null, null, false);

        var refused = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, empty))!;

        Assert.That(refused.Errors.Select(e => e.Field), Is.EquivalentTo(new[]
        {
            "GivenName", "FamilyName", "Gender", "Wijk", "Programme", "ReferredOn", "ReferredBy", "Ground", "Purpose", "Informed",
        }));
        Assert.That(await Pga.Read(db => db.Clients.CountAsync()), Is.EqualTo(2));
    }

    [TestCase("no", null, "InformedNote")]
    [TestCase("postponed", "te vroeg", "InformedReviewOn")]
    public void Asks_why_somebody_is_not_informed(string informed, string? note, string field)
    {
        var refused = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, New() with { Informed = informed, InformedNote = note }))!;

        Assert.That(refused.Errors.Select(e => e.Field), Is.EqualTo(new[] { field }));
    }

    [Test]
    public void Does_not_start_in_the_future()
    {
        var refused = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, New() with { StartedOn = Today.AddDays(1) }))!;

        Assert.That(refused.Errors.Select(e => e.Field), Is.EqualTo(new[] { "StartedOn" }));
    }

    [Test]
    public async Task Makes_nobody_twice_with_one_bsn_whatever_was_seen()
    {
        var refused = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, New() with { Bsn = ValidBsn, DuplicatesSeen = true }))!;

        var error = refused.Errors.Single();
        Assert.That((error.Field, error.Code), Is.EqualTo(("Bsn", "referral.known")));
        Assert.That(error.Text, Does.Contain("Kees Vreemd").And.Not.Contain("Geheim").And.Not.Contain(_foreign.Number));
        Assert.That(await Pga.Read(db => db.Clients.CountAsync()), Is.EqualTo(2));
        var line = await Pga.Read(db => db.AccessLog.SingleAsync(l => l.Request == nameof(ReferClient)));
        Assert.That(line.ClientId, Is.EqualTo(_foreign.Id), "The refusal tells that this client is known.");
    }

    [Test]
    public async Task Makes_a_possible_duplicate_only_after_it_was_looked_at()
    {
        var command = New() with { FamilyName = "Geheim", BirthDate = Born };

        var refused = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, command))!;
        Assert.That(refused.Errors.Select(e => (e.Field, e.Code)), Is.EqualTo(new[] { ("DuplicatesSeen", "referral.duplicates") }));
        await Pga.Send(_expert, command with { DuplicatesSeen = true });

        Assert.That(await Pga.Read(db => db.Clients.CountAsync(c => c.FamilyName == "Geheim")), Is.EqualTo(2));
    }

    [Test]
    public async Task Starts_a_new_traject_of_a_known_client_and_leaves_the_person_as_is()
    {
        var id = await Pga.Send(_expert, New() with { ClientId = _own.Id, Programme = Programmes.TopX, Wijk = "west" });

        var client = await Pga.Read(db => db.Clients.SingleAsync(c => c.Id == _own.Id));
        Assert.That(await Pga.Read(db => db.Trajects.CountAsync(t => t.ClientId == _own.Id)), Is.EqualTo(2));
        Assert.That((client.FullName, client.Wijk), Is.EqualTo(("Yara Ozturk", "west")));
        Assert.That(client.Residences.Select(r => (r.From, r.Wijk)), Is.EquivalentTo(new[] { (Residence.Always, "overvecht"), (Today, "west") }));
        Assert.That(await Pga.Read(db => db.Trajects.Where(t => t.Id == id).Select(t => t.Programme).SingleAsync()), Is.EqualTo(Programmes.TopX));
    }

    [Test]
    public async Task Starts_no_new_traject_of_a_client_who_is_not_visible_or_only_read()
    {
        var reader = A.Staff(StaffRoles.PgaExpert, "team-1");
        await Pga.Given(reader);

        Assert.That(() => Pga.Send(_expert, New() with { ClientId = _foreign.Id }), Throws.TypeOf<NotFound>());
        Assert.That(() => Pga.Send(reader, New() with { ClientId = _own.Id }), Throws.TypeOf<Forbidden>());
        Assert.That(await Pga.Read(db => db.Trajects.CountAsync()), Is.EqualTo(2));
        var refused = await Pga.Read(db => db.AccessLog.Where(l => l.Request == nameof(ReferClient)).Select(l => l.ClientId).ToListAsync());
        Assert.That(refused, Is.EquivalentTo(new Guid?[] { _foreign.Id, _own.Id }));
    }

    [Test]
    public async Task Makes_one_client_when_the_form_is_sent_twice()
    {
        var command = New();

        var first = await Pga.Send(_expert, command);
        var second = await Pga.Send(_expert, command);

        Assert.That(second, Is.EqualTo(first));
        Assert.That(await Pga.Read(db => db.Clients.CountAsync()), Is.EqualTo(3));
    }

    [Test]
    public async Task Continues_the_numbers_of_the_year()
    {
        await Pga.Given(A.Client(number: "2026-0041"), A.Client(number: "2025-0900"), A.Client(number: "2026-oud"));

        await Pga.Send(_expert, New());

        Assert.That(await Pga.Read(db => db.Clients.AnyAsync(c => c.Number == "2026-0042")), Is.True);
    }

    [Test]
    public async Task Gives_each_their_own_number_when_many_refer_at_once()
    {
        await Task.WhenAll(Enumerable.Range(1, 8).Select(_ => Task.Run(() => Pga.Send(_expert, New() with { DuplicatesSeen = true }))));

        var numbers = await Pga.Read(db => db.Clients.Where(c => c.FamilyName == "Nieuw").Select(c => c.Number).ToListAsync());
        Assert.That(numbers.Order(), Is.EqualTo(Enumerable.Range(1, 8).Select(n => $"2026-{n:D4}")));
    }

    [TestCase(StaffRoles.Manager)]
    [TestCase(StaffRoles.Partner)]
    [TestCase(StaffRoles.Administrator)]
    public async Task Is_refused_without_the_permission(string role)
    {
        var staff = A.Staff(role);
        await Pga.Given(staff);

        Assert.That(() => Pga.Send(staff, New()), Throws.TypeOf<Forbidden>());
        Assert.That(() => Pga.Send(staff, new FindDuplicates("Ilse", null, "Geheim", Born, null, null)), Throws.TypeOf<Forbidden>());
    }

    private ReferClient New() => new(
        Guid.CreateVersion7(), null, "Sem", "van", "Nieuw", new DateOnly(2007, 1, 2), "male", "zuid", null, Programmes.LocalPga, Today, "politie",
        "Overlast op het plein", "Rust en een dagbesteding", "yes", null, null, null, null, null, false);
}
