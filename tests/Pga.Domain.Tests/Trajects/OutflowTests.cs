using Pga.Domain.Common;
using Pga.Domain.Outflow;
using Pga.Domain.Trajects;

namespace Pga.Domain.Tests.Trajects;

internal sealed class OutflowTests
{
    private static readonly DateTime Now = new(2026, 3, 3, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 3, 3);
    private static readonly OutflowFacts Ready = new(new DateOnly(2026, 3, 1), []);
    private readonly Guid _proposer = Guid.CreateVersion7();
    private readonly Guid _other = Guid.CreateVersion7();

    [Test]
    public void Is_not_counted_until_a_second_person_confirms_it()
    {
        var traject = Started();
        traject.ProposeOutflow(Today, "goals-achieved", null, _proposer, Now, Ready);

        Assert.That(traject.IsEnded, Is.False);
        Assert.That(Code(() => traject.ConfirmOutflow(_proposer, Now)), Is.EqualTo("outflow.own-proposal"));
        Assert.That(traject.IsEnded, Is.False);

        traject.ConfirmOutflow(_other, Now);
        Assert.That((traject.IsEnded, traject.OutflowConfirmedById), Is.EqualTo((true, (Guid?)_other)));
    }

    [Test]
    public void Ends_the_running_assignments_on_its_last_day_and_leaves_the_others()
    {
        var traject = Started();
        var running = traject.Assign(Guid.CreateVersion7(), _proposer, AssignmentRoles.Case, new DateOnly(2025, 3, 3));
        var earlier = traject.Assign(Guid.CreateVersion7(), _other, AssignmentRoles.Case, new DateOnly(2025, 3, 3));
        earlier.EndBy(new DateOnly(2025, 6, 1));
        var later = traject.Assign(Guid.CreateVersion7(), _other, AssignmentRoles.Process, new DateOnly(2026, 3, 2));
        traject.ProposeOutflow(new DateOnly(2026, 2, 27), "goals-achieved", null, _proposer, Now, Ready);
        traject.ConfirmOutflow(_other, Now);

        Assert.That(running.Until, Is.EqualTo(new DateOnly(2026, 2, 27)));
        Assert.That(earlier.Until, Is.EqualTo(new DateOnly(2025, 6, 1)));
        Assert.That(later.IsVoid, "one that was still to begin opens nothing any more");
    }

    [TestCase(0, null)]
    [TestCase(30, null)]
    [TestCase(31, "outflow.end-assessment")]
    [TestCase(-1, "outflow.end-assessment")]
    public void Takes_an_end_assessment_of_at_most_thirty_days(int daysAgo, string? refusal) =>
        Assert.That(Propose(facts: Ready with { LatestEndAssessment = Today.AddDays(-daysAgo) }), Is.EqualTo(refusal));

    [Test]
    public void Takes_an_end_assessment_and_closed_interventions_for_every_reason_that_can_have_them()
    {
        var none = new OutflowFacts(null, []);
        var open = Ready with { OpenParticipations = ["Kapot Sterk"] };
        foreach (var reason in EndReasons.List.All.Select(r => r.Key))
        {
            var excused = reason is "registered-in-error" or "deceased" or "out-of-sight" or "withdrew";
            Assert.That(Propose(reason, facts: none), Is.EqualTo(excused ? null : "outflow.end-assessment"), reason);
            Assert.That(Propose(reason, facts: open), Is.EqualTo(excused ? null : "outflow.open-participations"), reason);
        }
    }

    [TestCase("2025-03-02", "outflow.end-before-start")]
    [TestCase("2025-03-03", null)]
    [TestCase("2026-03-03", null)]
    [TestCase("2026-03-04", "outflow.end-in-future")]
    public void Ends_between_the_start_and_today(string endedOn, string? refusal) =>
        Assert.That(Propose(endedOn: DateOnly.ParseExact(endedOn, "yyyy-MM-dd", null)), Is.EqualTo(refusal));

    [Test]
    public void Takes_a_reason_of_the_list() => Assert.That(Propose("done"), Is.EqualTo("outflow.unknown-reason"));

    [Test]
    public void Takes_a_started_traject() =>
        Assert.That(Code(() => Referred().ProposeOutflow(Today, "deceased", null, _proposer, Now, Ready)), Is.EqualTo("outflow.not-started"));

    [Test]
    public void Can_be_withdrawn_until_it_is_confirmed_and_then_leaves_nothing()
    {
        var traject = Started();
        Assert.That(Code(() => traject.WithdrawOutflow("x")), Is.EqualTo("outflow.not-proposed"));
        traject.ProposeOutflow(Today, "goals-achieved", "Goed gegaan", _proposer, Now, Ready);
        traject.WithdrawOutflow("Toch niet");

        Assert.That((traject.EndedOn, traject.EndReason, traject.EndNote, traject.OutflowProposedById, traject.OutflowProposedAt), Is.EqualTo(((DateOnly?)null, (string?)null, (string?)null, (Guid?)null, (DateTime?)null)));
        Assert.That(Code(() => traject.ConfirmOutflow(_other, Now)), Is.EqualTo("outflow.not-proposed"));
    }

    [Test]
    public void Happens_once()
    {
        var traject = Started();
        traject.ProposeOutflow(Today, "goals-achieved", null, _proposer, Now, Ready);
        traject.ConfirmOutflow(_other, Now);

        Assert.That(Code(() => traject.ConfirmOutflow(_other, Now)), Is.EqualTo("outflow.already-ended"));
        Assert.That(Code(() => traject.ProposeOutflow(Today, "moved", null, _proposer, Now, Ready)), Is.EqualTo("outflow.already-ended"));
        Assert.That(Code(() => traject.WithdrawOutflow("x")), Is.EqualTo("outflow.not-proposed"));
    }

    [Test]
    public void Has_a_judgement_for_every_reason() =>
        Assert.That(EndReasons.List.All.Select(r => EndReasons.JudgementOf(r.Key)).Distinct(), Is.SubsetOf(EndReasons.Judgements.All.Select(j => j.Key)));

    [TestCase(false, false, false, false, TrajectStates.Referred)]
    [TestCase(true, false, false, false, TrajectStates.Running)]
    [TestCase(true, false, false, true, TrajectStates.InDetention)]
    [TestCase(true, true, false, true, TrajectStates.OutflowProposed)]
    [TestCase(true, true, true, true, TrajectStates.Ended)]
    public void Shows_in_the_state(bool started, bool proposed, bool confirmed, bool detained, string state) =>
        Assert.That(Traject.StateOf(started ? Today : null, proposed, confirmed, detained), Is.EqualTo(state));

    private string? Propose(string reason = "goals-achieved", DateOnly? endedOn = null, OutflowFacts? facts = null) =>
        Code(() => Started().ProposeOutflow(endedOn ?? Today, reason, null, _proposer, Now, facts ?? Ready));

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

    private static Traject Referred() => new(Guid.CreateVersion7(), "T1", Guid.CreateVersion7(), Programmes.LocalPga, new DateOnly(2025, 2, 17), "politie", "team-1");

    private static Traject Started()
    {
        var traject = Referred();
        traject.Start(new DateOnly(2025, 3, 3), Today);
        return traject;
    }
}
