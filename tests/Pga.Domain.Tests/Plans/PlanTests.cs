using Pga.Domain.Common;
using Pga.Domain.Plans;
using Pga.Domain.Trajects;

namespace Pga.Domain.Tests.Plans;

internal sealed class PlanTests
{
    private static readonly DateTime Now = new(2026, 3, 3, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 3, 3);
    private static readonly GoalDetails Home = new("huisvesting", "Een eigen plek", null, new DateOnly(2026, 9, 1));
    private readonly Guid _me = Guid.CreateVersion7();

    [Test]
    public void Starts_its_term_when_it_is_drawn_up_and_again_at_each_evaluation()
    {
        var plan = new Plan(Guid.CreateVersion7(), Guid.CreateVersion7(), _me, new DateTime(2025, 11, 30, 9, 0, 0, DateTimeKind.Utc), 3);
        Assert.That((plan.DrawnUpOn, plan.NextEvaluationOn), Is.EqualTo((new DateOnly(2025, 11, 30), new DateOnly(2026, 2, 28))));

        plan.EvaluatedOn(Today, 6);
        Assert.That(plan.NextEvaluationOn, Is.EqualTo(new DateOnly(2026, 9, 3)));
    }

    [Test]
    public void Takes_the_words_of_either_first()
    {
        Assert.That(Code(() => NewGoal(Home)), Is.Null);
        Assert.That(Code(() => NewGoal(Home with { ClientWords = " ", ProfessionalWords = "Stabiele woonplek" })), Is.Null);
        Assert.That(Code(() => NewGoal(Home with { ClientWords = " " })), Is.EqualTo("goal.words"));
    }

    [TestCase(Programmes.LocalPga, "wonen", "goal.unknown-leefgebied")]
    [TestCase(Programmes.Rio, "wonen", null)]
    [TestCase(Programmes.Rio, "huisvesting", "goal.unknown-leefgebied")]
    public void Takes_a_leefgebied_of_the_programme(string programme, string leefgebied, string? refusal) =>
        Assert.That(Code(() => NewGoal(Home with { Leefgebied = leefgebied }, programme)), Is.EqualTo(refusal));

    [Test]
    public void Takes_a_target_of_today_or_later_and_leaves_an_old_one_alone()
    {
        Assert.That(Code(() => NewGoal(Home with { TargetOn = Today.AddDays(-1) })), Is.EqualTo("goal.target-in-past"));
        var goal = NewGoal(Home with { TargetOn = Today });
        var later = Now.AddDays(9);

        Assert.That(Code(() => goal.Change(Programmes.LocalPga, Home with { TargetOn = Today, ProfessionalWords = "x" }, _me, later)), Is.Null);
        Assert.That(Code(() => goal.Change(Programmes.LocalPga, Home with { TargetOn = Today.AddDays(8) }, _me, later)), Is.EqualTo("goal.target-in-past"));
    }

    [Test]
    public void Keeps_what_a_goal_said_before_and_notes_no_change_that_is_none()
    {
        var goal = NewGoal(Home);
        var other = Guid.CreateVersion7();
        goal.Change(Programmes.LocalPga, Home with { ClientWords = " Een eigen plek " }, other, Now.AddDays(1));
        Assert.That(goal.Earlier, Is.Empty, "Only spaces differ.");

        goal.Change(Programmes.LocalPga, Home with { ProfessionalWords = "Stabiele woonplek" }, other, Now.AddDays(2));
        goal.Change(Programmes.LocalPga, Home with { ClientWords = null, ProfessionalWords = "Begeleid wonen" }, _me, Now.AddDays(3));

        Assert.That(goal.Earlier.Select(e => (e.Number, e.ClientWords, e.ProfessionalWords, e.WrittenById)), Is.EqualTo(new[]
        {
            (1, "Een eigen plek", (string?)null, (Guid?)_me),
            (2, "Een eigen plek", "Stabiele woonplek", other),
        }));
        Assert.That((goal.ClientWords, goal.ProfessionalWords, goal.WrittenAt), Is.EqualTo(((string?)null, "Begeleid wonen", Now.AddDays(3))));
    }

    [Test]
    public void Asks_of_an_owner_what_its_kind_needs_and_keeps_nothing_else()
    {
        var id = Guid.CreateVersion7();
        Assert.That(Code(() => Item(new WorkOwner(OwnerKinds.Staff))), Is.EqualTo("action.owner"));
        Assert.That(Code(() => Item(new WorkOwner(OwnerKinds.Relative, StaffId: id))), Is.EqualTo("action.owner"));
        Assert.That(Code(() => Item(new WorkOwner("neighbour"))), Is.EqualTo("action.owner"));
        Assert.That(Code(() => Item(new WorkOwner(OwnerKinds.Organisation, ContactName: "Kim"))), Is.EqualTo("action.organisation"));
        Assert.That(Item(new WorkOwner(OwnerKinds.Client, id, id, id, "x", "y")).Owner, Is.EqualTo(new WorkOwner(OwnerKinds.Client)));
        Assert.That(Item(new WorkOwner(OwnerKinds.Organisation, id, id, id, "x", " Kim ")).Owner, Is.EqualTo(new WorkOwner(OwnerKinds.Organisation, PartnerId: id, ContactName: "Kim")));
        Assert.That(Item(new WorkOwner(OwnerKinds.Organisation, Organisation: " Voetbalclub ")).Owner, Is.EqualTo(new WorkOwner(OwnerKinds.Organisation, Organisation: "Voetbalclub")));
    }

    [Test]
    public void Closes_an_action_once_with_a_reason_when_it_lapses_and_can_open_it_again()
    {
        var item = Item(new WorkOwner(OwnerKinds.Client));
        Assert.That(Code(() => item.Close("forgotten", Today, null, _me, Now)), Is.EqualTo("action.outcome"));
        Assert.That(Code(() => item.Close(WorkOutcomes.Dropped, Today, " ", _me, Now)), Is.EqualTo("action.reason"));
        Assert.That(Code(() => item.Close(WorkOutcomes.Done, Today.AddDays(1), null, _me, Now)), Is.EqualTo("action.closed-in-future"));
        Assert.That(Code(() => item.Reopen(_me, Now)), Is.EqualTo("action.open"));
        Assert.That(item.Earlier, Is.Empty);

        item.Close(WorkOutcomes.Dropped, Today, "Verhuisd", _me, Now);
        Assert.That(Code(() => item.Close(WorkOutcomes.Done, Today, null, _me, Now)), Is.EqualTo("action.closed"));
        Assert.That(Code(() => item.Change("Iets anders", item.Owner, item.DueOn, _me, Now)), Is.EqualTo("action.closed"));
        item.Reopen(_me, Now);

        Assert.That((item.ClosedOn, item.Outcome, item.Reason), Is.EqualTo(((DateOnly?)null, (string?)null, (string?)null)));
        Assert.That(item.Earlier.Select(e => (e.Number, e.Outcome, e.Reason)), Is.EqualTo(new[] { (1, (string?)null, (string?)null), (2, WorkOutcomes.Dropped, "Verhuisd") }));
    }

    [Test]
    public void Asks_a_remark_where_a_goal_is_given_up()
    {
        foreach (var status in GoalStatuses.List.All.Select(s => s.Key))
        {
            var givenUp = status is GoalStatuses.NotAchieved or GoalStatuses.Lapsed;
            Assert.That(Code(() => NewEvaluation(new GoalJudgement(Guid.CreateVersion7(), status))), Is.EqualTo(givenUp ? "evaluation.remark" : null), status);
            Assert.That(Code(() => NewEvaluation(new GoalJudgement(Guid.CreateVersion7(), status, "Omdat"))), Is.Null, status);
            Assert.That(GoalStatuses.IsOpen(status), Is.EqualTo(status is GoalStatuses.Open or GoalStatuses.Partly), status);
        }
    }

    [Test]
    public void Takes_no_evaluation_that_is_empty_twice_of_one_goal_or_ahead()
    {
        var goal = Guid.CreateVersion7();
        Assert.That(Code(() => NewEvaluation(new GoalJudgement(goal, ""))), Is.EqualTo("evaluation.empty"));
        Assert.That(Code(() => NewEvaluation(new GoalJudgement(goal, "fine"))), Is.EqualTo("evaluation.unknown-status"));
        Assert.That(Code(() => NewEvaluation(new GoalJudgement(goal, "open"), new GoalJudgement(goal, "open"))), Is.EqualTo("evaluation.twice"));
        Assert.That(Code(() => Held(Today.AddDays(1), "Kim", new GoalJudgement(goal, "open"))), Is.EqualTo("evaluation.in-future"));
        Assert.That(Code(() => Held(Today, " ", new GoalJudgement(goal, "open"))), Is.EqualTo("evaluation.present"));
    }

    private Goal NewGoal(GoalDetails details, string programme = Programmes.LocalPga) => new(Guid.CreateVersion7(), Guid.CreateVersion7(), programme, details, _me, Now);

    private WorkItem Item(WorkOwner owner) => new(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), "Bellen", owner, Today, _me, Now);

    private Evaluation NewEvaluation(params GoalJudgement[] judgements) => Held(Today, "Kim", judgements);

    private Evaluation Held(DateOnly on, string present, params GoalJudgement[] judgements) =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), on, present, judgements, _me, Now);

    private static string? Code(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (RuleBroken rule)
        {
            return rule.Code;
        }
    }
}
