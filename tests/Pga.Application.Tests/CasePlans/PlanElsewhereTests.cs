using Pga.Application.Outflow;
using Pga.Application.Pipeline;
using Pga.Application.Plans;
using Pga.Application.Trajects;
using Pga.Domain.Assessments;
using Pga.Domain.Plans;
using Pga.Testing;

namespace Pga.Application.Tests.CasePlans;

/// <summary>What other parts of the dossier say about the plan.</summary>
internal sealed class PlanElsewhereTests : PlanTest
{
    [Test]
    public async Task The_worklist_asks_for_the_evaluation_of_the_plan()
    {
        await Pga.Given(A.Assessment(Traject, Today.AddDays(-9), Moments.Start));
        await GivenGoal();
        Assert.That(await EvaluationsSoon(), Is.Zero, "In three months.");

        Pga.Clock.Advance(TimeSpan.FromDays(78));
        Assert.That(await EvaluationsSoon(), Is.EqualTo(1), "In two weeks, though the levels were measured before.");
        Assert.That(await Step(), Is.EqualTo((NextSteps.PlanEvaluation, "Plan van aanpak evalueren", (DateOnly?)new DateOnly(2026, 6, 3))));

        await GivenEvaluation(0, ((await Plan()).Goals.Single().Id, GoalStatuses.Open, null));
        Assert.That(await EvaluationsSoon(), Is.Zero);
    }

    [Test]
    public async Task Without_a_plan_the_term_counts_from_the_latest_assessment_or_the_start()
    {
        var fresh = A.Traject(Client, Expert, startedOn: Today.AddMonths(-3).AddDays(10));
        await Pga.Given(fresh, A.Assessment(Traject, Today.AddMonths(-3).AddDays(14), Moments.Start));

        var rows = (await Pga.Send(Expert, new GetWorklist(Attention: Attentions.Evaluation))).Rows;

        Assert.That(rows.Select(r => r.TrajectId), Is.EquivalentTo(new[] { Traject.Id, fresh.Id }));
    }

    [TestCase(30, false)]
    [TestCase(31, true)]
    public async Task The_worklist_says_that_there_is_no_plan_yet(int daysRunning, bool missing)
    {
        var fresh = A.Traject(Client, Expert, startedOn: Today.AddDays(-daysRunning));
        await Pga.Given(fresh);

        Assert.That((await Row(fresh.Id)).PlanMissing, Is.EqualTo(missing));
        var steps = (await Pga.Send(Expert, new GetDossier(fresh.Id))).NextSteps;
        Assert.That((steps[^1].Kind, steps[^1].On), Is.EqualTo((NextSteps.Plan, (DateOnly?)fresh.StartedOn!.Value.AddDays(30))), "Last: it doesn't push aside what was agreed.");

        await Pga.Send(Expert, NewGoal() with { TrajectId = fresh.Id });
        Assert.That((await Row(fresh.Id)).PlanMissing, Is.False);
        Assert.That((await Pga.Send(Expert, new GetDossier(fresh.Id))).NextSteps.Select(s => s.Kind), Has.No.Member(NextSteps.Plan));
    }

    [Test]
    public async Task The_soonest_open_action_of_a_colleague_is_a_next_step()
    {
        await Pga.Given(A.Assessment(Traject, Today.AddDays(-9), Moments.Start));
        var goal = await GivenGoal();
        var own = new WorkOwner(OwnerKinds.Staff, StaffId: Colleague.Id);
        await Pga.Send(Expert, NewItem(goal, "Van de cliënt", due: 1));
        await Pga.Send(Expert, NewItem(goal, "Later", own, 9));
        var first = await Pga.Send(Expert, NewItem(goal, "Bellen met WoningNet", own, 4));
        Assert.That(await Step(), Is.EqualTo((NextSteps.Action, "Bellen met WoningNet", (DateOnly?)Today.AddDays(4))));

        var version = (await Plan()).Goals.Single().Actions.Single(a => a.Id == first).Version;
        await Pga.Send(Expert, new CloseWorkItem(Guid.CreateVersion7(), Traject.Id, first, version, WorkOutcomes.Done, Today));
        Assert.That(await Step(), Is.EqualTo((NextSteps.Action, "Later", (DateOnly?)Today.AddDays(9))));
    }

    [Test]
    public async Task The_dossier_counts_goals_and_names_the_next_action()
    {
        Assert.That((await Pga.Send(Expert, new GetDossier(Traject.Id))).Plan, Is.Null);
        var home = await GivenGoal();
        var work = await GivenGoal("Ik wil werk", "werk-opleiding");
        var debts = await GivenGoal("Schuldenvrij", "inkomen-schulden");
        Assert.That((await Pga.Send(Expert, new GetDossier(Traject.Id))).Plan, Is.EqualTo(new DossierPlan(3, 0, Today.AddMonths(3), null)));
        await GivenEvaluation(0, (home, GoalStatuses.Achieved, null), (work, GoalStatuses.Partly, null), (debts, GoalStatuses.Lapsed, "Geen schulden meer"));
        await Pga.Send(Expert, NewItem(work, "Later", due: 9));
        await Pga.Send(Expert, NewItem(work, "Cv maken", due: 3));

        Assert.That(
            (await Pga.Send(Expert, new GetDossier(Traject.Id))).Plan,
            Is.EqualTo(new DossierPlan(1, 1, Today.AddMonths(3), new DossierAction("Cv maken", "Cliënt", Today.AddDays(3)))));
    }

    [Test]
    public async Task Outflow_takes_an_evaluation_of_every_open_goal()
    {
        var home = await GivenGoal();
        var work = await GivenGoal("Ik wil werk", "werk-opleiding");
        Pga.Clock.Advance(TimeSpan.FromDays(60));
        await Pga.Given(A.Assessment(Traject, Today, Moments.End));
        await GivenEvaluation(-31, (home, GoalStatuses.Achieved, null), (work, GoalStatuses.Open, null));

        var refusal = Assert.ThrowsAsync<Invalid>(async () => await Pga.Send(Expert, await Proposal("scaled-down"))).Errors.Single();
        Assert.That(refusal.Text, Is.EqualTo(
            "Evalueer eerst de open doelen van het plan. De laatste evaluatie mag niet ouder zijn dan 30 dagen. Het gaat om: Werk of opleiding (‘Ik wil werk’)."));
        var view = await Pga.Send(Expert, new GetOutflow(Traject.Id));
        Assert.That((view.HasPlan, view.UnevaluatedGoals.Single()), Is.EqualTo((true, new UnevaluatedGoal(work, "Werk of opleiding (‘Ik wil werk’)", Today.AddDays(-31)))));

        await GivenEvaluation(-30, (work, GoalStatuses.Partly, null));
        Assert.That((await Pga.Send(Expert, new GetOutflow(Traject.Id))).UnevaluatedGoals, Is.Empty);
        await Pga.Send(Expert, await Proposal("scaled-down"));
    }

    [Test]
    public async Task Outflow_asks_none_of_someone_out_of_sight_and_none_without_a_plan()
    {
        await Pga.Given(A.Assessment(Traject, Today, Moments.End));
        var other = A.Traject(Client, Expert);
        await Pga.Given(other, A.Assessment(other, Today, Moments.End));
        await GivenGoal();

        await Pga.Send(Expert, await Proposal("out-of-sight"));
        await Pga.Send(Expert, await Proposal("goals-achieved") with { TrajectId = other.Id, BaseVersion = (await Pga.Send(Expert, new GetOutflow(other.Id))).Version });

        Assert.That((await Pga.Send(Expert, new GetOutflow(other.Id))).HasPlan, Is.False);
    }

    private async Task<ProposeOutflow> Proposal(string reason) =>
        new(Guid.CreateVersion7(), Traject.Id, (await Pga.Send(Expert, new GetOutflow(Traject.Id))).Version, Today, reason);

    private async Task<int> EvaluationsSoon() =>
        (await Pga.Send(Expert, new GetWorklist())).Tiles.Single(t => t.Attention == Attentions.Evaluation).Count;

    private async Task<WorklistRow> Row(Guid id) => (await Pga.Send(Expert, new GetWorklist())).Rows.Single(r => r.TrajectId == id);

    private async Task<(string Kind, string Text, DateOnly? On)> Step()
    {
        var step = (await Row(Traject.Id)).NextStep!;
        return (step.Kind, step.Text, step.On);
    }
}
