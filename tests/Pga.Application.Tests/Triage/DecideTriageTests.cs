using Microsoft.EntityFrameworkCore;
using Pga.Application.Clients;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Application.Triage;
using Pga.Domain.DataSharings;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Triage;

internal sealed class DecideTriageTests : TriageTest
{
    [Test]
    public async Task Accepts_starts_and_gives_the_work_in_one_go()
    {
        var command = await Decision(TriageOutcomes.Accepted) with { StartedOn = Today, CaseWorkerId = Expert.Id, ProcessWorkerId = Coordinator.Id };

        var id = await Pga.Send(Coordinator, command);

        var traject = await Pga.Read(db => db.Trajects.Include(t => t.Assignments).SingleAsync());
        Assert.That(traject.StartedOn, Is.EqualTo(Today));
        Assert.That(traject.Assignments.Select(a => (a.StaffId, a.Role, a.From)),
            Is.EquivalentTo(new[] { (Expert.Id, AssignmentRoles.Case, Today), (Coordinator.Id, AssignmentRoles.Process, Today) }));
        var decision = await Pga.Read(db => db.TriageDecisions.SingleAsync(d => d.Id == id));
        Assert.That((decision.Outcome, decision.CriteriaCodes, decision.Motivation, decision.Deciders, decision.RecordedById),
            Is.EqualTo((TriageOutcomes.Accepted, "areas|impact", "Past bij de aanpak.", "Karim Proef, politie", (Guid?)Coordinator.Id)));
        Assert.That((await Pga.Send(Expert, new GetIdentity(Traject.Id))).State, Is.EqualTo(TrajectStates.Running));
    }

    [Test]
    public async Task Accepts_for_later_and_starts_then()
    {
        await Pga.Send(Coordinator, await Decision(TriageOutcomes.Accepted));
        Assert.That((await Pga.Send(Coordinator, new GetIdentity(Traject.Id))).State, Is.EqualTo(TrajectStates.Accepted));

        var start = new StartTraject(Guid.CreateVersion7(), Traject.Id, await Version(), Today, null, null);
        Assert.That(Fields(start), Is.EqualTo(new[] { "CaseWorkerId" }), "Somebody must have it.");
        Assert.That(Fields(start with { StartedOn = null, CaseWorkerId = Expert.Id }), Is.EqualTo(new[] { "StartedOn" }));
        Assert.That(Fields(start with { StartedOn = Today.AddDays(1), CaseWorkerId = Expert.Id }), Is.EqualTo(new[] { "StartedOn" }));
        Assert.That(Fields(start with { StartedOn = Today.AddDays(-1), CaseWorkerId = Expert.Id }), Is.EqualTo(new[] { "StartedOn" }), "before the decision");
        Assert.That(() => Pga.Send(Coordinator, start with { BaseVersion = Guid.NewGuid() }), Throws.TypeOf<Conflict>());
        await Pga.Send(Coordinator, start with { CaseWorkerId = Expert.Id });

        Assert.That((await Pga.Send(Expert, new GetIdentity(Traject.Id))).State, Is.EqualTo(TrajectStates.Running));
    }

    [Test]
    public async Task Leaves_the_work_with_who_has_it_and_else_takes_it_over_today()
    {
        var before = A.Staff(StaffRoles.PgaExpert, name: "Eerder Proef");
        await Pga.Given(before);
        foreach (var (worker, role) in new[] { (before, AssignmentRoles.Case), (Expert, AssignmentRoles.Process) })
            await Pga.Send(Coordinator, new AssignWorker(Guid.CreateVersion7(), Traject.Id, await Version(), role, worker.Id, Today.AddDays(-6)));

        await Pga.Send(Coordinator, await Decision(TriageOutcomes.Accepted) with
        {
            DecidedOn = Today.AddDays(-1),
            StartedOn = Today.AddDays(-1),
            CaseWorkerId = Expert.Id,
            ProcessWorkerId = Expert.Id,
        });

        var assignments = await Pga.Read(db => db.Trajects.SelectMany(t => t.Assignments).ToListAsync());
        Assert.That(assignments.Select(a => (a.StaffId, a.Role, a.From, a.Until)), Is.EquivalentTo(new[]
        {
            (before.Id, AssignmentRoles.Case, Today.AddDays(-6), (DateOnly?)Today.AddDays(-1)),
            (Expert.Id, AssignmentRoles.Case, Today, null),
            (Expert.Id, AssignmentRoles.Process, Today.AddDays(-6), null),
        }));
    }

    [TestCase(null)]
    [TestCase(TriageOutcomes.Rejected)]
    public async Task Starts_nothing_that_was_not_accepted(string? outcome)
    {
        if (outcome is not null)
            await Pga.Send(Coordinator, await Decision(outcome));

        var refused = Assert.ThrowsAsync<Invalid>(async () => await Pga.Send(Coordinator, new StartTraject(Guid.CreateVersion7(), Traject.Id, await Version(), Today, Expert.Id, null)))!;

        Assert.That(refused.Errors.Single().Code, Is.EqualTo("traject.not-accepted"));
    }

    [TestCase(TriageOutcomes.Rejected, TrajectStates.Rejected)]
    [TestCase(TriageOutcomes.Redirected, TrajectStates.Redirected)]
    [TestCase(TriageOutcomes.ScaledUp, TrajectStates.ScaledUp)]
    public async Task Takes_what_is_not_accepted_off_every_list_of_work(string outcome, string state)
    {
        Assert.That((await Pga.Send(Coordinator, new GetWorklist())).Rows, Has.Count.EqualTo(1));
        var colleague = A.Staff(StaffRoles.PgaExpert, "team-2");
        await Pga.Given(colleague, A.Traject(Client, colleague, Programmes.TopX, "team-2"));
        Assert.That(await Pga.Send(colleague, new GetOtherTrajects(Client.Id)), Has.Count.EqualTo(2), "One of their own, and that there is another.");

        await Pga.Send(Coordinator, await Decision(outcome));

        Assert.That((await Pga.Send(Coordinator, new GetWorklist())).All, Is.Zero);
        Assert.That(await Pga.Send(colleague, new GetOtherTrajects(Client.Id)), Has.Count.EqualTo(1));
        Assert.That((await Pga.Send(Coordinator, new SearchClients("Proef"))).Hits.Single().Trajects.Single().State, Is.EqualTo(state));
        Assert.That((await Pga.Send(Coordinator, new GetIdentity(Traject.Id))).State, Is.EqualTo(state));
        Assert.That((await Pga.Send(A.Staff(StaffRoles.Coordinator, "team-3"), new FindDuplicates("", null, "Proef", Client.BirthDate, null, null))).Elsewhere.Single().Contact, Is.EqualTo(colleague.Name));
    }

    [Test]
    public async Task Leaves_the_expert_who_referred_no_way_in_but_the_team()
    {
        var rio = A.Staff(StaffRoles.Rio);
        var traject = Referred(Client, programme: Programmes.Rio);
        traject.Assign(Guid.CreateVersion7(), rio.Id, AssignmentRoles.Rio, Today.AddDays(-6));
        await Pga.Given(rio, traject);

        await Pga.Send(Coordinator, await Decision(TriageOutcomes.Rejected, traject.Id));
        Assert.That((await Pga.Send(rio, new GetIdentity(traject.Id))).State, Is.EqualTo(TrajectStates.Rejected), "until the end of the day");
        Pga.Clock.Advance(TimeSpan.FromDays(1));

        Assert.That(() => Pga.Send(rio, new GetIdentity(traject.Id)), Throws.TypeOf<NotFound>());
        Assert.That((await Pga.Send(Expert, new GetIdentity(traject.Id))).MayWrite, Is.False);
    }

    [Test]
    public async Task Records_what_a_redirection_and_a_scale_up_share()
    {
        var other = Referred(Client);
        await Pga.Given(other);

        await Pga.Send(Coordinator, await Decision(TriageOutcomes.Redirected));
        await Pga.Send(Coordinator, await Decision(TriageOutcomes.ScaledUp, other.Id));

        var sharings = await Pga.Read(db => db.DataSharings.ToListAsync());
        Assert.That(sharings.Select(s => (s.TrajectId, s.Kind, s.Recipient, s.What)), Is.EquivalentTo(new[]
        {
            (Traject.Id, SharingKinds.Redirect, "Buurtteams", "Naam en aanleiding"),
            (Traject.Id, SharingKinds.Feedback, "school", "De uitkomst van de triage"),
            (other.Id, SharingKinds.ScaleUp, "Zorg- en Veiligheidshuis (ZVH)", "Naam en aanleiding"),
            (other.Id, SharingKinds.Feedback, "school", "De uitkomst van de triage"),
        }));
        Assert.That(sharings.Select(s => (s.ClientId, s.SharedOn, s.ById)).Distinct(), Is.EqualTo(new[] { (Client.Id, Today, Coordinator.Id) }));
    }

    [Test]
    public async Task Corrects_a_decision_by_another_that_takes_its_place()
    {
        await Pga.Send(Coordinator, await Decision(TriageOutcomes.ScaledUp));
        var better = await Decision(TriageOutcomes.Accepted) with { StartedOn = Today, CaseWorkerId = Expert.Id };
        Assert.That(Fields(better), Is.EqualTo(new[] { "Reason" }));

        await Pga.Send(Coordinator, better with { Reason = "Het ZVH neemt deze casus niet." });

        var intake = await Pga.Send(Coordinator, new GetIntake(Traject.Id));
        Assert.That(intake.Decisions.Select(d => (d.IsCurrent, d.Outcome, d.CorrectionReason)),
            Is.EqualTo(new[] { (true, TriageOutcomes.Accepted, (string?)"Het ZVH neemt deze casus niet."), (false, TriageOutcomes.ScaledUp, null) }));
        Assert.That(await Pga.Read(db => db.DataSharings.Where(s => s.Kind == SharingKinds.ScaleUp).Select(s => s.Until).SingleAsync()), Is.EqualTo(Today));
        var reason = await Pga.Read(db => db.History.Where(h => h.Event.Contains("triage.corrected")).Select(h => h.Reason).SingleAsync());
        Assert.That(reason, Is.EqualTo("Het ZVH neemt deze casus niet."));
    }

    [Test]
    public async Task Shares_nothing_again_when_only_the_words_are_corrected()
    {
        await Pga.Send(Coordinator, await Decision(TriageOutcomes.Redirected));

        await Pga.Send(Coordinator, await Decision(TriageOutcomes.Redirected) with { Motivation = "Beter gezegd.", What = null, SharingGround = null, Reason = "Tikfout", FeedbackVia = FeedbackWays.None });

        Assert.That(await Pga.Read(db => db.DataSharings.CountAsync(s => s.Kind == SharingKinds.Redirect)), Is.EqualTo(1));
        Assert.That(await Pga.Read(db => db.TriageDecisions.CountAsync()), Is.EqualTo(2));
    }

    [Test]
    public async Task Says_what_is_missing_or_wrong()
    {
        var whole = await Decision(TriageOutcomes.Accepted);

        Assert.That(Fields(new DecideTriage(Guid.CreateVersion7(), Traject.Id, whole.BaseVersion, null, null, null, null, null, null, null, null, null, null, null, null, null, null)),
            Is.EqualTo(new[] { "Outcome", "Motivation", "Deciders", "DecidedOn" }));
        Assert.That(Fields(whole with { Criteria = [] }), Is.EqualTo(new[] { "Criteria" }));
        Assert.That(Fields(whole with { DecidedOn = Today.AddDays(1) }), Is.EqualTo(new[] { "DecidedOn" }));
        Assert.That(Fields(whole with { DecidedOn = Today.AddDays(-7) }), Is.EqualTo(new[] { "DecidedOn" }), "before the referral");
        Assert.That(Fields(whole with { StartedOn = Today.AddDays(-1), CaseWorkerId = Expert.Id }), Is.EqualTo(new[] { "StartedOn" }));
        Assert.That(Fields(whole with { StartedOn = Today }), Is.EqualTo(new[] { "CaseWorkerId" }));
        Assert.That(Fields(whole with { StartedOn = Today, CaseWorkerId = Stranger.Id }), Is.EqualTo(new[] { "CaseWorkerId" }));
        Assert.That(Fields(whole with { FeedbackVia = null }), Is.EqualTo(new[] { "FeedbackVia" }));
        Assert.That(Fields(whole with { FeedbackVia = FeedbackWays.Page }), Is.EqualTo(new[] { "FeedbackVia" }), "There is no page to show it on.");
        var redirected = whole with { Outcome = TriageOutcomes.Redirected, Organisation = "JoU" };
        Assert.That(Fields(redirected with { Organisation = " " }), Is.EqualTo(new[] { "Organisation" }));
        Assert.That(Fields(redirected with { What = null }), Is.EqualTo(new[] { "What" }));
        Assert.That(Fields(redirected with { SharingGround = "" }), Is.EqualTo(new[] { "SharingGround" }));
        Assert.That(await Pga.Read(db => db.TriageDecisions.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Shows_both_versions_when_a_colleague_decided_first()
    {
        var (mine, theirs) = (await Decision(TriageOutcomes.Accepted), await Decision(TriageOutcomes.Rejected));
        await Pga.Send(Coordinator, theirs with { Motivation = "Voldoet niet." });

        var conflict = Assert.ThrowsAsync<Conflict>(() => Pga.Send(Coordinator, mine))!;

        Assert.That(conflict.Values.Select(v => (v.Field, v.Theirs, v.Yours)), Is.EqualTo(new[]
        {
            ("Outcome", (string?)"Afgewezen", (string?)"Geaccepteerd"), ("Motivation", "Voldoet niet.", "Past bij de aanpak."),
        }));
        Assert.That(await Pga.Read(db => db.TriageDecisions.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task Decides_once_when_two_do_so_at_the_same_time()
    {
        DecideTriage[] both = [await Decision(TriageOutcomes.Accepted), await Decision(TriageOutcomes.Rejected)];

        var results = await Task.WhenAll(both.Select(c => Task.Run(async () =>
        {
            try
            {
                await Pga.Send(Coordinator, c);
                return true;
            }
            catch (Conflict)
            {
                return false;
            }
        })));

        Assert.That(results, Is.EquivalentTo(new[] { true, false }));
        Assert.That(await Pga.Read(db => db.TriageDecisions.CountAsync(d => d.SupersededById == null)), Is.EqualTo(1));
    }

    [Test]
    public async Task Is_refused_to_who_only_reads_and_not_there_for_another_team()
    {
        var command = await Decision(TriageOutcomes.Rejected);

        Assert.That(() => Pga.Send(Stranger, command), Throws.TypeOf<NotFound>());
        foreach (var role in StaffRoles.List.All.Select(r => r.Key).Where(r => r != StaffRoles.Coordinator))
        {
            Assert.That(() => Pga.Send(A.Staff(role), command), Throws.TypeOf<Forbidden>(), role);
            Assert.That(() => Pga.Send(A.Staff(role), new StartTraject(Guid.CreateVersion7(), Traject.Id, Guid.Empty, Today, null, null)), Throws.TypeOf<Forbidden>(), role);
            Assert.That(() => Pga.Send(A.Staff(role), new GetTriage()), Throws.TypeOf<Forbidden>(), role);
        }
    }

    private string[] Fields(ICommand command) => [.. Assert.ThrowsAsync<Invalid>(() => Pga.Send(Coordinator, command))!.Errors.Select(e => e.Field)];
}
