using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Trajects;

internal sealed class AssignmentTests : TeamTest
{
    [Test]
    public async Task Gives_a_role_and_with_it_the_dossier()
    {
        var traject = Of(Rio, Programmes.Rio);
        await GivenTeam(traject);
        Assert.That(await Opens(OtherRio, traject), Is.False);

        await Assign(traject, AssignmentRoles.Member, OtherRio, Today);

        Assert.That(await Opens(OtherRio, traject), Is.True);
        var team = await Pga.Send(Coordinator, new GetTrajectTeam(traject.Id));
        Assert.That(team.Now.Select(m => (m.Role, m.Name)), Is.EqualTo(new[] { (AssignmentRoles.Rio, "Rio Een"), (AssignmentRoles.Member, "Rio Twee") }));
        Assert.That(team.Missing, Is.Empty);
    }

    [Test]
    public async Task Ends_the_former_casusregie_the_day_before()
    {
        var traject = Of(Expert);
        await GivenTeam(traject);

        await Assign(traject, AssignmentRoles.Case, Colleague, Today.AddDays(5));

        var team = await Pga.Send(Coordinator, new GetTrajectTeam(traject.Id));
        Assert.That(team.Now.Single(), Has.Property("Name").EqualTo("Expert Een").And.Property("Until").EqualTo(Today.AddDays(4)));
        Assert.That(team.Later.Single(), Has.Property("Name").EqualTo("Expert Twee").And.Property("Until").Null);
    }

    [Test]
    public async Task Ends_at_once_what_began_today()
    {
        var traject = Of(Rio, Programmes.Rio);
        await GivenTeam(traject);
        await Assign(traject, AssignmentRoles.Rio, OtherRio, Today);
        Assert.That(await Opens(Rio, traject), Is.False);
        Assert.That(await Opens(OtherRio, traject), Is.True);

        await Assign(traject, AssignmentRoles.Rio, Rio, Today);

        Assert.That(await Opens(OtherRio, traject), Is.False, "began today and was handed on today");
        Assert.That(await Opens(Rio, traject), Is.True);
        Assert.That((await Pga.Send(Coordinator, new GetTrajectTeam(traject.Id))).Earlier.Select(m => m.Name), Is.EqualTo(new[] { "Rio Een" }), "it opened nothing for a whole day, so nobody worked");
    }

    [Test]
    public async Task Puts_somebody_else_in_place_of_a_successor_who_has_not_begun()
    {
        var traject = Of(Expert);
        await GivenTeam(traject);
        await Assign(traject, AssignmentRoles.Case, Colleague, Today.AddDays(5));

        await Assign(traject, AssignmentRoles.Case, Expert, Today.AddDays(5));

        var team = await Pga.Send(Coordinator, new GetTrajectTeam(traject.Id));
        Assert.That(team.Later.Select(m => m.Name), Is.EqualTo(new[] { "Expert Een" }));
    }

    [TestCase(AssignmentRoles.Rio, "rio", ExpectedResult = "traject.rio-only")]
    [TestCase(AssignmentRoles.Case, "rio", ExpectedResult = "assignment.role")]
    [TestCase(AssignmentRoles.Process, "rio", ExpectedResult = "assignment.role")]
    [TestCase(AssignmentRoles.Member, "rio", ExpectedResult = "assignment.role")]
    [TestCase(AssignmentRoles.Case, "expert", ExpectedResult = "assignment.double")]
    [TestCase(AssignmentRoles.Case, "outsider", ExpectedResult = "team.not-a-colleague")]
    [TestCase(AssignmentRoles.Replacement, "colleague", ExpectedResult = "PredicateValidator")]
    public async Task<string> Is_refused_to_whom_it_does_not_fit(string role, string who)
    {
        var traject = Of(Expert);
        await GivenTeam(traject);

        return await Refusal(Pga.Send(Coordinator, await AssignOf(traject, role, Named(who), Today)));
    }

    [Test]
    public async Task Is_refused_before_the_referral_and_in_the_time_of_another()
    {
        var traject = Of(Expert);
        await GivenTeam(traject);

        Assert.That(await Refusal(Pga.Send(Coordinator, await AssignOf(traject, AssignmentRoles.Member, Colleague, traject.ReferredOn.AddDays(-1)))), Is.EqualTo("assignment.before-referral"));
        Assert.That(await Refusal(Pga.Send(Coordinator, await AssignOf(traject, AssignmentRoles.Case, Colleague, traject.StartedOn!.Value))), Is.EqualTo("assignment.taken"));
        Assert.That(await Refusal(Pga.Send(Coordinator, new AssignWorker(Guid.CreateVersion7(), traject.Id, await Version(traject), "x", null, null))), Is.EqualTo("PredicateValidator NotNullValidator NotNullValidator"));
    }

    [Test]
    public async Task Refuses_casusregie_on_a_rio_traject()
    {
        var traject = Of(Rio, Programmes.Rio);
        await GivenTeam(traject);

        Assert.That(await Refusal(Pga.Send(Coordinator, await AssignOf(traject, AssignmentRoles.Case, Expert, Today))), Is.EqualTo("traject.case-on-rio"));
    }

    [Test]
    public async Task Refuses_everything_once_the_traject_has_ended()
    {
        var traject = Of(Expert);
        traject.ProposeOutflow(Today.AddDays(-1), "out-of-sight", null, Expert.Id, Pga.Clock.GetUtcNow().UtcDateTime, new(null, []));
        traject.ConfirmOutflow(Coordinator.Id, Pga.Clock.GetUtcNow().UtcDateTime);
        await GivenTeam(traject);

        Assert.That(await Refusal(Pga.Send(Coordinator, await AssignOf(traject, AssignmentRoles.Case, Colleague, Today))), Is.EqualTo("traject.ended"));
        Assert.That((await Pga.Send(Coordinator, new GetTrajectTeam(traject.Id))).MayAssign, Is.False);
    }

    [Test]
    public async Task Shows_both_versions_when_somebody_else_was_first()
    {
        var traject = Of(Expert);
        await GivenTeam(traject);
        var before = await Version(traject);
        await Assign(traject, AssignmentRoles.Case, Colleague, Today);

        var late = new AssignWorker(Guid.CreateVersion7(), traject.Id, before, AssignmentRoles.Case, Coordinator.Id, Today);
        var conflict = Assert.ThrowsAsync<Conflict>(() => Pga.Send(Coordinator, late));
        Assert.That(conflict.Values.Single(), Is.EqualTo(new ConflictingValue("StaffId", "Casusregie", "Expert Twee vanaf 03-03-2026", "Coördinator Een")));
        Assert.That(conflict.CurrentVersion, Is.EqualTo(await Version(traject)));

        var its = (await Stored(traject)).Assignments.Single(a => a.StaffId == Colleague.Id);
        var ending = Assert.ThrowsAsync<Conflict>(() => Pga.Send(Coordinator, new EndAssignment(Guid.CreateVersion7(), traject.Id, before, its.Id, null)));
        Assert.That(ending.Values.Select(v => (v.Field, v.Theirs, v.Yours)), Is.EqualTo(new[]
        {
            ("StaffId", "Expert Twee vanaf 03-03-2026", "Expert Twee"),
            ("Until", "loopt door", "stopt meteen"),
        }));
    }

    [Test]
    public async Task Ends_and_access_is_lost_at_the_next_request()
    {
        var traject = Of(Rio, Programmes.Rio);
        await GivenTeam(traject);
        await Assign(traject, AssignmentRoles.Member, OtherRio, Today);

        await Pga.Send(Coordinator, await EndOf(traject, OtherRio, null));

        Assert.That(await Opens(OtherRio, traject), Is.False);
    }

    [Test]
    public async Task Keeps_access_up_to_and_including_the_last_day()
    {
        var traject = Of(Rio, Programmes.Rio);
        await GivenTeam(traject);
        await Assign(traject, AssignmentRoles.Member, OtherRio, Today);

        await Pga.Send(Coordinator, await EndOf(traject, OtherRio, Today.AddDays(2)));

        Pga.Clock.Advance(TimeSpan.FromDays(2));
        Assert.That(await Opens(OtherRio, traject), Is.True);
        Pga.Clock.Advance(TimeSpan.FromDays(1));
        Assert.That(await Opens(OtherRio, traject), Is.False);
    }

    [Test]
    public async Task Keeps_the_last_casusregie_and_the_last_rio_of_a_running_traject()
    {
        var traject = Of(Expert);
        var rio = Of(Rio, Programmes.Rio);
        await GivenTeam(traject, rio);

        Assert.That(await Refusal(Pga.Send(Coordinator, await EndOf(traject, Expert, null))), Is.EqualTo("assignment.last-lead"));
        Assert.That(await Refusal(Pga.Send(Coordinator, await EndOf(rio, Rio, Today.AddDays(9)))), Is.EqualTo("assignment.last-lead"));

        await Assign(traject, AssignmentRoles.Case, Colleague, Today.AddDays(7));
        Assert.That(await Refusal(Pga.Send(Coordinator, await EndOf(traject, Expert, Today.AddDays(3)))), Is.EqualTo("assignment.last-lead"), "three days without anybody");
        Assert.That(await Refusal(Pga.Send(Coordinator, await EndOf(traject, Colleague, null))), Is.EqualTo("assignment.last-lead"), "the successor");
        Assert.That(await Refusal(Pga.Send(Coordinator, await EndOf(traject, Expert, Today.AddDays(6)))), Is.EqualTo("none"));
    }

    [Test]
    public async Task Lets_procesregie_and_a_traject_that_has_not_started_go()
    {
        var referred = new Traject(Guid.CreateVersion7(), "T-los", Client.Id, Programmes.LocalPga, Today.AddDays(-3), "politie", "team-1");
        referred.Assign(Guid.CreateVersion7(), Expert.Id, AssignmentRoles.Case, Today.AddDays(-3));
        var running = Of(Expert);
        running.Assign(Guid.CreateVersion7(), Coordinator.Id, AssignmentRoles.Process, Today.AddDays(-3));
        await GivenTeam(referred, running);

        Assert.That(await Refusal(Pga.Send(Coordinator, await EndOf(referred, Expert, null))), Is.EqualTo("none"));
        Assert.That(await Refusal(Pga.Send(Coordinator, await EndOf(running, Coordinator, null))), Is.EqualTo("none"));
        Assert.That(await Refusal(Pga.Send(Coordinator, await EndOf(running, Coordinator, null))), Is.EqualTo("assignment.over"));
        Assert.That((await Pga.Send(Coordinator, new GetTrajectTeam(running.Id))).Missing, Is.EqualTo(new[] { AssignmentRoles.Process }));
    }

    [Test]
    public async Task Refuses_a_last_day_before_the_first_or_after_the_present_one()
    {
        var traject = Of(Expert);
        await GivenTeam(traject);
        await Assign(traject, AssignmentRoles.Member, Colleague, Today);

        Assert.That(await Refusal(Pga.Send(Coordinator, await EndOf(traject, Colleague, Today.AddDays(-1)))), Is.EqualTo("assignment.end-before-start"));
        await Pga.Send(Coordinator, await EndOf(traject, Colleague, Today.AddDays(4)));
        Assert.That(await Refusal(Pga.Send(Coordinator, await EndOf(traject, Colleague, Today.AddDays(5)))), Is.EqualTo("assignment.ends-before"));
    }

    [Test]
    public async Task Is_for_a_coordinator_who_may_change_the_traject()
    {
        var traject = Of(Expert);
        var restricted = Of(Expert);
        restricted.Restrict(true, "Familie van een medewerker");
        await GivenTeam(traject, restricted);
        foreach (var who in new[] { Expert, Colleague, Rio })
        {
            Assert.ThrowsAsync<Forbidden>(async () => await Pga.Send(who, await AssignOf(traject, AssignmentRoles.Member, Colleague, Today)));
            Assert.ThrowsAsync<Forbidden>(async () => await Pga.Send(who, await EndOf(traject, Expert, null)));
        }

        Assert.ThrowsAsync<NotFound>(async () => await Pga.Send(OtherCoordinator, await AssignOf(traject, AssignmentRoles.Member, Outsider, Today)));
        Assert.ThrowsAsync<NotFound>(async () => await Pga.Send(Coordinator, await AssignOf(restricted, AssignmentRoles.Member, Colleague, Today)));
        Assert.ThrowsAsync<NotFound>(async () => await Pga.Send(Coordinator, new EndAssignment(Guid.CreateVersion7(), traject.Id, await Version(traject), Guid.CreateVersion7(), null)));
    }

    private async Task Assign(Traject traject, string role, StaffMember to, DateOnly from) => await Pga.Send(Coordinator, await AssignOf(traject, role, to, from));

    private async Task<AssignWorker> AssignOf(Traject traject, string role, StaffMember to, DateOnly from) =>
        new(Guid.CreateVersion7(), traject.Id, await Version(traject), role, to.Id, from);

    private async Task<EndAssignment> EndOf(Traject traject, StaffMember who, DateOnly? until)
    {
        var stored = await Stored(traject);
        return new EndAssignment(Guid.CreateVersion7(), traject.Id, stored.Version, stored.Assignments.OrderBy(a => a.From).Last(a => a.StaffId == who.Id).Id, until);
    }

    private StaffMember Named(string who) => who switch
    {
        "rio" => Rio,
        "expert" => Expert,
        "outsider" => Outsider,
        _ => Colleague,
    };
}
