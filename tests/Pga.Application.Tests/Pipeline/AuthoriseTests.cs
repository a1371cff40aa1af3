using Microsoft.EntityFrameworkCore;
using Pga.Application.Audit;
using Pga.Application.Pipeline;
using Pga.Domain.Clients;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Pipeline;

internal sealed class AuthoriseTests : PipelineTest
{
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert, "team-1");
    private readonly StaffMember _teammate = A.Staff(StaffRoles.PgaExpert, "team-1");
    private readonly StaffMember _stranger = A.Staff(StaffRoles.PgaExpert, "team-2");
    private readonly StaffMember _manager = A.Staff(StaffRoles.Manager, "team-1");
    private readonly Client _client = A.Client();
    private readonly Traject _traject;

    public AuthoriseTests() => _traject = A.Traject(_client, _expert);

    [SetUp]
    public Task Given() => Pga.Given(_expert, _teammate, _stranger, _manager, _client, _traject);

    [Test]
    public void Refuses_who_has_not_signed_in() =>
        Assert.That(() => Pga.SendUnsigned(new LookAtTraject(_traject.Id)), Throws.TypeOf<Forbidden>());

    [Test]
    public void Refuses_a_request_that_declares_no_permission_even_to_the_system() =>
        Assert.That(() => Pga.SendAsSystem(new DeclaresNothing()), Throws.TypeOf<Forbidden>());

    [Test]
    public async Task Refuses_and_logs_who_lacks_the_permission()
    {
        Assert.That(() => Pga.Send(_manager, new LookAtTraject(_traject.Id)), Throws.TypeOf<Forbidden>());

        var line = await OnlyLine();
        Assert.That(line.Outcome, Is.EqualTo(AccessOutcomes.Forbidden));
        Assert.That(line.ActorId, Is.EqualTo(_manager.Id));
        Assert.That(line.Role, Is.EqualTo(StaffRoles.Manager));
        Assert.That(line.Request, Is.EqualTo(nameof(LookAtTraject)));
        Assert.That(line.TrajectId, Is.EqualTo(_traject.Id));
        Assert.That(line.Source, Is.EqualTo("127.0.0.1"));
    }

    [Test]
    public async Task Says_of_a_traject_of_others_that_it_is_not_there_and_logs_it()
    {
        Assert.That(() => Pga.Send(_stranger, new LookAtTraject(_traject.Id)), Throws.TypeOf<NotFound>());

        var line = await OnlyLine();
        Assert.That(line.Outcome, Is.EqualTo(AccessOutcomes.NotFound));
        Assert.That(line.ActorId, Is.EqualTo(_stranger.Id));
        Assert.That(line.TrajectId, Is.EqualTo(_traject.Id));
    }

    [Test]
    public void Says_the_same_of_a_traject_that_does_not_exist()
    {
        var others = Assert.ThrowsAsync<NotFound>(() => Pga.Send(_stranger, new LookAtTraject(_traject.Id)))!;
        var none = Assert.ThrowsAsync<NotFound>(() => Pga.Send(_stranger, new LookAtTraject(Guid.CreateVersion7())))!;

        Assert.That(others.Text, Is.EqualTo(none.Text));
    }

    [Test]
    public async Task Says_of_a_client_of_others_that_it_is_not_there_and_logs_it()
    {
        Assert.That(() => Pga.Send(_stranger, new LookAtClient(_client.Id)), Throws.TypeOf<NotFound>());

        var line = await OnlyLine();
        Assert.That((line.Outcome, line.ClientId), Is.EqualTo((AccessOutcomes.NotFound, (Guid?)_client.Id)));
    }

    [Test]
    public async Task Opens_a_client_through_any_traject_that_the_actor_sees()
    {
        var theirs = A.Traject(_client, _stranger, team: "team-2");
        await Pga.Given(theirs);

        Assert.That(await Pga.Send(_stranger, new LookAtClient(_client.Id)), Is.EqualTo(_client.Number));
        Assert.That(() => Pga.Send(_stranger, new LookAtTraject(_traject.Id)), Throws.TypeOf<NotFound>());
    }

    [Test]
    public async Task Lets_a_teams_expert_read_along_but_not_write()
    {
        Assert.That(await Pga.Send(_teammate, new LookAtTraject(_traject.Id)), Is.EqualTo(_traject.Number));
        Assert.That(() => Pga.Send(_teammate, new WriteLetter(Guid.CreateVersion7(), _traject.Id, "Beste Noor")), Throws.TypeOf<Forbidden>());

        Assert.That(await Pga.Read(db => db.ContactMoments.CountAsync()), Is.Zero);
        Assert.That(
            await Pga.Read(db => db.AccessLog.OrderBy(l => l.At).Select(l => l.Request + " " + l.Outcome).ToListAsync()),
            Is.EquivalentTo(new[] { "LookAtTraject granted", "WriteLetter forbidden" }));
    }

    [Test]
    public async Task Lets_the_teams_coordinator_write()
    {
        var coordinator = A.Staff(StaffRoles.Coordinator, "team-1");
        await Pga.Given(coordinator);

        Assert.That(await Pga.Send(coordinator, new RestrictTraject(Guid.CreateVersion7(), _traject.Id, "Medewerker")), Is.EqualTo(_traject.Id));
    }

    [Test]
    public async Task Closes_a_restricted_traject_to_the_team_and_its_coordinator()
    {
        var coordinator = A.Staff(StaffRoles.Coordinator, "team-1");
        await Pga.Given(coordinator);
        await Pga.Send(_expert, new RestrictTraject(Guid.CreateVersion7(), _traject.Id, "Medewerker"));

        Assert.That(() => Pga.Send(_teammate, new LookAtTraject(_traject.Id)), Throws.TypeOf<NotFound>());
        Assert.That(() => Pga.Send(coordinator, new LookAtTraject(_traject.Id)), Throws.TypeOf<NotFound>());
        Assert.That(await Pga.Send(_expert, new LookAtTraject(_traject.Id)), Is.EqualTo(_traject.Number));
    }

    [Test]
    public async Task Closes_a_traject_the_day_after_an_assignment_ended()
    {
        var other = A.Traject(_client, _stranger, team: "team-3");
        other.Assignments[0].EndBy(new DateOnly(2026, 3, 3));
        await Pga.Given(other);

        Assert.That(await Pga.Send(_stranger, new LookAtTraject(other.Id)), Is.EqualTo(other.Number));
        // Half past eleven at night in UTC is the next day in Amsterdam.
        Pga.Clock.Set(new DateTimeOffset(2026, 3, 3, 23, 30, 0, TimeSpan.Zero));
        Assert.That(() => Pga.Send(_stranger, new LookAtTraject(other.Id)), Throws.TypeOf<NotFound>());
    }

    [Test]
    public async Task Keeps_an_assignment_closed_until_its_first_day()
    {
        var other = A.Traject(_client, team: "team-3");
        other.Assign(Guid.CreateVersion7(), _stranger.Id, AssignmentRoles.Case, new DateOnly(2026, 3, 4));
        await Pga.Given(other);

        Assert.That(() => Pga.Send(_stranger, new LookAtTraject(other.Id)), Throws.TypeOf<NotFound>());
        Pga.Clock.Advance(TimeSpan.FromDays(1));
        Assert.That(await Pga.Send(_stranger, new LookAtTraject(other.Id)), Is.EqualTo(other.Number));
    }

    private Task<AccessLogLine> OnlyLine() => Pga.Read(db => db.AccessLog.SingleAsync());
}
