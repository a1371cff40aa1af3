using Microsoft.EntityFrameworkCore;
using Pga.Application.Conferences;
using Pga.Application.Pipeline;
using Pga.Application.Tasks;
using Pga.Domain.Conferences;
using Pga.Domain.Plans;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Conferences;

/// <summary>What a conference discusses: cases that are due or were put forward.</summary>
internal sealed class AgendaTests : ConferenceTest
{
    [Test]
    public async Task Gets_proposals_of_what_is_due_and_what_was_put_forward()
    {
        var held = Today.AddDays(7);
        var conference = await Conference(held);
        var young = A.Client(number: "N-0009");
        await Pga.Given(young, A.Traject(young, Expert, startedOn: Today.AddDays(-20)));
        var due = Plan(OfNoor, held.AddDays(DueCase));
        var notYet = Plan(OfSami, held.AddDays(DueCase + 1));
        await Pga.Given(due, notYet);
        await PutForward(OfSami);

        var proposals = await Pga.Send(Coordinator, new GetCaseProposals(conference));

        Assert.That(proposals.PutForward.Select(p => (p.TrajectId, p.Reason, p.Question, p.PutForwardBy, p.PutForwardOn)),
            Is.EqualTo(new[] { (OfSami.Id, ConferenceReasons.PutForward, "Wie neemt het over in de vakantie?", "Expert Eén", (DateOnly?)Today) }));
        Assert.That(proposals.Due.Select(p => (p.TrajectId, p.Reason, p.DueOn)), Is.EqualTo(new[]
        {
            (OfElif.Id, ConferenceReasons.PlanMissing, (DateOnly?)new DateOnly(2025, 3, 3).AddDays(30)),
            (OfNoor.Id, ConferenceReasons.EvaluationDue, held.AddDays(DueCase)),
        }), "no plan since a year, and an evaluation within two weeks");
        Assert.That(proposals.Total, Is.EqualTo(2));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(OtherCoordinator, new GetCaseProposals(conference)));
        await PutOn(conference, OfElif);
        Assert.That((await Pga.Send(Coordinator, new GetCaseProposals(conference))).Due.Select(p => p.TrajectId), Is.EqualTo(new[] { OfNoor.Id }));
        Assert.That((await Agenda(conference)).Single().Reason, Is.EqualTo(ConferenceReasons.PlanMissing));
    }

    private const int DueCase = 14;

    [Test]
    public async Task Proposes_what_was_accepted_and_has_no_plan()
    {
        var accepted = new Traject(Guid.CreateVersion7(), "T-A", Sami.Id, Programmes.LocalPga, Today.AddDays(-10), null, "team-1");
        var referred = new Traject(Guid.CreateVersion7(), "T-R", Sami.Id, Programmes.LocalPga, Today.AddDays(-10), null, "team-1");
        await Pga.Given(accepted, referred);
        var verdict = new TriageVerdict(TriageOutcomes.Accepted, [.. TriageCriteria.List.All.Select(c => c.Key)], "Past bij de aanpak", "Team", Today.AddDays(-3), null, "none", null);
        await Pga.Given(new TriageDecision(Guid.CreateVersion7(), accepted, verdict, Coordinator.Id, Pga.Clock.GetUtcNow().UtcDateTime));
        var conference = await Conference();

        var due = (await Pga.Send(Coordinator, new GetCaseProposals(conference))).Due;

        Assert.That(due.Select(p => p.TrajectId), Does.Contain(accepted.Id).And.Not.Contain(referred.Id));
        Assert.That(due.Single(p => p.TrajectId == accepted.Id), Has.Property("Reason").EqualTo(ConferenceReasons.PlanMissing).And.Property("DueOn").Null);
    }

    [Test]
    public async Task Pages_what_is_due_by_25()
    {
        var people = Enumerable.Range(0, 30).Select(i => A.Client(number: $"M-{i:D3}")).ToList();
        await Pga.Given([.. people, .. people.Select(p => A.Traject(p, Expert, startedOn: new DateOnly(2024, 1, 1)))]);
        var conference = await Conference();

        var first = await Pga.Send(Coordinator, new GetCaseProposals(conference));
        var second = await Pga.Send(Coordinator, new GetCaseProposals(conference, 2));

        Assert.That((first.Due.Count, first.Total, first.Pages, second.Due.Count), Is.EqualTo((25, 33, 2, 8)));
        Assert.That(first.Due.Concat(second.Due).Select(p => p.TrajectId), Is.Unique);
    }

    [Test]
    public async Task Keeps_the_order_that_the_coordinator_gives_it()
    {
        var conference = await Conference();
        await PutOn(conference, OfSami, OfNoor);
        await PutOn(conference, OfElif);
        var its = (await Agenda(conference)).ConvertAll(c => c.CaseId);
        Assert.That((await Agenda(conference)).Select(c => c.TrajectId), Is.EqualTo(new[] { OfSami.Id, OfNoor.Id, OfElif.Id }));

        await Pga.Send(Coordinator, new MoveOnAgenda(Guid.CreateVersion7(), OfElif.Id, its[2], Up: true));
        await Pga.Send(Coordinator, new MoveOnAgenda(Guid.CreateVersion7(), OfSami.Id, its[0], Up: false));

        Assert.That((await Agenda(conference)).Select(c => c.TrajectId), Is.EqualTo(new[] { OfElif.Id, OfSami.Id, OfNoor.Id }));
        Assert.That(Code(() => Pga.Send(Coordinator, new MoveOnAgenda(Guid.CreateVersion7(), OfElif.Id, its[2], Up: true))), Is.EqualTo("agenda.edge"));
        Assert.That(Code(() => Pga.Send(Coordinator, new MoveOnAgenda(Guid.CreateVersion7(), OfNoor.Id, its[1], Up: false))), Is.EqualTo("agenda.edge"));
    }

    [Test]
    public async Task Refuses_a_case_of_another_team_twice_the_same_and_what_has_ended()
    {
        var conference = await Conference();
        await PutOn(conference, OfNoor);

        Assert.ThrowsAsync<NotFound>(() => PutOn(conference, OfVer));
        await Pga.Read(async db =>
        {
            (await db.Trajects.Include(t => t.Assignments).SingleAsync(t => t.Id == OfVer.Id)).Assign(Guid.CreateVersion7(), Coordinator.Id, AssignmentRoles.Process, Today);
            return await db.SaveChangesAsync();
        });
        Assert.ThrowsAsync<NotFound>(() => PutOn(conference, OfVer), "they work on it, and it is still the other team's");
        Assert.That(Error(() => PutOn(conference, OfSami, OfNoor)), Is.EqualTo(("TrajectIds", "Een van deze trajecten staat al op deze agenda.")));
        Assert.That(Code(() => PutOn(conference, OfSami, OfSami)), Is.EqualTo("agenda.twice"));
        Assert.That(Code(() => PutOn(conference)), Is.EqualTo("agenda.no-cases"));
        var other = await Conference(Today.AddDays(20));
        Assert.That(Code(() => PutOn(other, OfNoor)), Is.EqualTo("agenda.elsewhere"));
        await End(OfSami);
        Assert.That(Code(() => PutOn(conference, OfSami)), Is.EqualTo("case.ended"));
        Assert.That((await Agenda(conference)).Select(c => c.TrajectId), Is.EqualTo(new[] { OfNoor.Id }), "all or nothing");
    }

    [Test]
    public async Task Loses_what_is_taken_off_and_what_was_put_forward_waits_again()
    {
        var conference = await Conference();
        await PutForward(OfNoor);
        await PutOn(conference, OfNoor, OfSami);
        foreach (var its in await Agenda(conference))
            await Pga.Send(Coordinator, new TakeOffAgenda(Guid.CreateVersion7(), its.TrajectId, its.CaseId));

        Assert.That(await Agenda(conference), Is.Empty);
        Assert.That(await Pga.Read(db => db.ConferenceCases.Select(c => c.TrajectId).ToListAsync()), Is.EqualTo(new[] { OfNoor.Id }));
        Assert.That((await Pga.Send(Coordinator, new GetCaseProposals(conference))).PutForward.Select(p => p.TrajectId), Is.EqualTo(new[] { OfNoor.Id }));
    }

    [Test]
    public async Task Loses_what_goes_to_another_team_which_can_then_discuss_it()
    {
        var conference = await Conference();
        await PutForward(OfNoor);
        await PutOn(conference, OfNoor, OfSami);
        await Pga.Read(async db =>
        {
            foreach (var traject in await db.Trajects.Include(t => t.Assignments).Where(t => t.Id == OfNoor.Id || t.Id == OfSami.Id).ToListAsync())
                traject.MoveTo("team-2", Today);
            return await db.SaveChangesAsync();
        });
        Assert.That(await Agenda(conference), Is.Empty);
        Assert.That((await Pga.Send(OtherCoordinator, new GetConferences())).ToCome, Is.Empty, "they can't discuss it there");

        var theirs = await Conference(by: OtherCoordinator);
        var proposals = await Pga.Send(OtherCoordinator, new GetCaseProposals(theirs));
        Assert.That(proposals.PutForward.Select(p => p.TrajectId), Is.EqualTo(new[] { OfNoor.Id }));
        Assert.That(proposals.Due.Select(p => p.TrajectId), Does.Contain(OfSami.Id));
        await Pga.Send(OtherCoordinator, new PutOnAgenda(Guid.CreateVersion7(), theirs, [OfNoor.Id, OfSami.Id]));
        Assert.That((await Agenda(theirs, OtherCoordinator)).Select(c => c.TrajectId), Is.EqualTo(new[] { OfNoor.Id, OfSami.Id }));
    }

    [Test]
    public async Task Invites_who_works_on_a_case_by_itself()
    {
        var conference = await Conference();
        await PutOn(conference, OfNoor, OfElif);

        Assert.That((await Agenda(conference)).Select(c => (c.TrajectId, string.Join('|', c.Invited))), Is.EqualTo(new[] { (OfNoor.Id, "Expert Eén"), (OfElif.Id, "Rio Eén") }));
    }

    [Test]
    public async Task Shows_a_worker_their_cases_as_if_there_were_no_others()
    {
        var conference = await Conference();
        await PutOn(conference, OfNoor, OfSami, OfElif);

        Assert.That((await Agenda(conference, Rio)).Select(c => c.TrajectId), Is.EqualTo(new[] { OfElif.Id }));
        Assert.That((await Pga.Send(Rio, new GetConferences())).ToCome.Select(c => (c.Id, c.Cases, c.Discussed)), Is.EqualTo(new[] { (conference, 1, 0) }));
        Assert.That(System.Text.Json.JsonSerializer.Serialize(await Pga.Send(Rio, new GetConference(conference))), Does.Not.Contain("Noor").And.Not.Contain("Sami").And.Not.Contain("Order"));
        var ofNoor = (await Agenda(conference))[0].CaseId;
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Rio, new GetConferenceCase(conference, ofNoor)));
    }

    [Test]
    public async Task Hides_a_restricted_case_from_a_colleague_and_does_not_lock_them_out()
    {
        var geheim = A.Client("Geheim", "Geheim", "N-0666");
        var secret = A.Traject(geheim, Expert);
        secret.Restrict(true, "Familie van een medewerker");
        var second = A.Staff(StaffRoles.Coordinator);
        secret.Assign(Guid.CreateVersion7(), second.Id, AssignmentRoles.Process, Today);
        await Pga.Given(second, geheim, secret);
        var (conference, cases) = await Today_with(OfNoor);
        await Pga.Send(second, new PutOnAgenda(Guid.CreateVersion7(), conference, [secret.Id]));
        var hidden = (await Agenda(conference, second)).Single(c => c.TrajectId == secret.Id).CaseId;
        await Pga.Send(second, new OpenCase(Guid.CreateVersion7(), secret.Id, hidden));

        Assert.That((await Agenda(conference)).Select(c => c.TrajectId), Is.EqualTo(new[] { OfNoor.Id }));
        Assert.That((await Pga.Send(Coordinator, new GetConferences())).ToCome.Single(), Has.Property("Cases").EqualTo(1).And.Property("Discussed").EqualTo(0));
        await Open(OfNoor, cases[0]);
        Assert.That(Code(() => Pga.Send(second, new MoveOnAgenda(Guid.CreateVersion7(), secret.Id, hidden, Up: false))), Is.EqualTo("agenda.edge"));
    }

    [Test]
    public async Task Gets_a_case_that_a_worker_puts_forward_and_can_take_back()
    {
        var wanted = await Conference(Today.AddDays(14));
        var first = await Conference();
        var its = await PutForward(OfNoor, wanted);

        Assert.That((await Pga.Send(Coordinator, new GetCaseProposals(wanted))).PutForward.Select(p => p.TrajectId), Is.EqualTo(new[] { OfNoor.Id }));
        Assert.That((await Pga.Send(Coordinator, new GetCaseProposals(first))).PutForward, Is.Empty, "they wait for the other one");
        Assert.That((await Pga.Send(Coordinator, new GetCaseProposals(first))).Due.Select(p => p.TrajectId), Does.Not.Contain(OfNoor.Id));
        var waiting = (await Pga.Send(Expert, new GetDiscussions(OfNoor.Id))).Waiting!;
        Assert.That((waiting.HeldOn, waiting.OnAgenda, waiting.MayTakeBack, waiting.PutForwardBy), Is.EqualTo(((DateOnly?)Today.AddDays(14), false, true, "Expert Eén")));
        Assert.That((await Pga.Send(TeamMate, new GetDiscussions(OfNoor.Id))).Waiting!.MayTakeBack, Is.False);
        await PutOn(wanted, OfNoor);
        Assert.That(Code(() => Pga.Send(Coordinator, new TakeCaseBack(Guid.CreateVersion7(), OfNoor.Id, its))), Is.EqualTo("case.not-yours"));
        await Pga.Send(Expert, new TakeCaseBack(Guid.CreateVersion7(), OfNoor.Id, its));

        Assert.That(await Agenda(wanted), Is.Empty);
        Assert.That((await Pga.Send(Expert, new GetDiscussions(OfNoor.Id))), Has.Property("Waiting").Null.And.Property("MayPutForward").True);
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Expert, new TakeCaseBack(Guid.CreateVersion7(), OfNoor.Id, its)));
    }

    [Test]
    public async Task Takes_the_question_of_a_worker_on_a_case_that_the_coordinator_chose()
    {
        var conference = await Conference();
        await PutOn(conference, OfNoor);
        var its = await PutForward(OfNoor);
        Assert.That((await Agenda(conference)).Single(), Has.Property("Question").EqualTo("Wie neemt het over in de vakantie?").And.Property("Reason").EqualTo(ConferenceReasons.PlanMissing));

        await Pga.Send(Expert, new TakeCaseBack(Guid.CreateVersion7(), OfNoor.Id, its));

        Assert.That((await Agenda(conference)).Single().Question, Is.Null);
    }

    [Test]
    public async Task Refuses_to_put_forward_twice_without_a_question_what_is_not_one_s_own_or_has_ended()
    {
        var elsewhere = await Conference(by: OtherCoordinator);
        var put = new PutCaseForward(Guid.CreateVersion7(), OfNoor.Id, null, "Vraag");
        Assert.That(Error(() => Pga.Send(Expert, put with { Question = " " })), Is.EqualTo(("Question", "Schrijf op wat u wilt bespreken.")));
        Assert.That(Error(() => Pga.Send(Expert, put with { Question = new string('x', 1001) })).Field, Is.EqualTo("Question"));
        Assert.That(Error(() => Pga.Send(Expert, put with { ConferenceId = elsewhere })), Is.EqualTo(("ConferenceId", "Kies een overleg dat nog komt.")));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(TeamMate, put), "reads along");
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Stranger, put));
        await Pga.Send(Expert, put);
        Assert.That(Error(() => Pga.Send(Coordinator, put with { CommandId = Guid.CreateVersion7() })), Is.EqualTo(("", "Dit traject is al ingebracht voor het casusoverleg.")));
        await Pga.Send(Rio, put with { CommandId = Guid.CreateVersion7(), TrajectId = OfElif.Id });
        await End(OfSami);
        Assert.That(Code(() => Pga.Send(Coordinator, put with { CommandId = Guid.CreateVersion7(), TrajectId = OfSami.Id })), Is.EqualTo("case.ended"));
        Assert.That(await Pga.Read(db => db.ConferenceCases.CountAsync()), Is.EqualTo(2));
    }

    [Test]
    public async Task Is_a_task_for_who_holds_it_and_for_who_works_on_a_case_or_is_invited()
    {
        var conference = await Conference();
        Assert.That(await Due(Expert), Is.Empty, "nothing of theirs yet");
        await PutOn(conference, OfNoor);
        var its = (await Agenda(conference)).Single().CaseId;

        foreach (var attends in new[] { Coordinator, Expert })
            Assert.That(await Due(attends), Is.EqualTo(new[] { ((Guid?)conference, "Casusoverleg: Stadskantoor, kamer 5", (DateOnly?)Today.AddDays(7), (TimeOnly?)HalfPastNine) }));
        Assert.That(await Due(TeamMate), Is.Empty, "reads along");
        await Pga.Send(Coordinator, new InviteToCase(Guid.CreateVersion7(), OfNoor.Id, its, StaffId: TeamMate.Id));
        Assert.That(await Due(TeamMate), Has.Count.EqualTo(1));
        foreach (var other in new[] { Rio, Stranger, OtherCoordinator })
            Assert.That(await Due(other), Is.Empty);

        Pga.Clock.Advance(TimeSpan.FromDays(8));
        Assert.That((await Due(Coordinator)).Select(t => t.Text), Is.EqualTo(new[] { "Casusoverleg afsluiten" }));
        Assert.That(await Due(Expert), Is.Empty, "over");
    }

    private async Task<List<(Guid? Subject, string Text, DateOnly? On, TimeOnly? At)>> Due(StaffMember staff) =>
        [.. (await Pga.Send(staff, new GetDueTasks(DueSpans.All))).Rows.Where(t => t.Kind == TaskKinds.Conference).Select(t => (t.SubjectId, t.Text, t.On, t.At))];

    private Plan Plan(Traject traject, DateOnly nextEvaluation)
    {
        var plan = new Plan(Guid.CreateVersion7(), traject.Id, Expert.Id, Pga.Clock.GetUtcNow().UtcDateTime, 3);
        plan.EvaluatedOn(nextEvaluation, 0);
        return plan;
    }
}
