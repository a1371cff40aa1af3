using Microsoft.EntityFrameworkCore;
using Pga.Application.Demo;
using Pga.Application.Outflow;
using Pga.Application.Trajects;
using Pga.Domain.Plans;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Demo;

internal sealed class DemoPlansTests : SliceTest
{
    [SetUp]
    public Task GivenDemo() => Pga.SendAsSystem(new MakeDemo(MakeDemo.DefaultClients, MakeDemo.DefaultSeed));

    [Test]
    public async Task Are_there_for_most_running_trajects_with_goals_actions_and_evaluations()
    {
        var running = await Pga.Read(db => db.Trajects.CountAsync(t => t.StartedOn != null && t.EndedOn == null));
        var planned = await Pga.Read(db => db.Trajects.CountAsync(t => t.StartedOn != null && t.EndedOn == null && db.Plans.Any(p => p.TrajectId == t.Id)));

        Assert.Multiple(async () =>
        {
            Assert.That(planned, Is.InRange(running * 7 / 10, running - 3));
            Assert.That(await Pga.Read(db => db.Plans.CountAsync(p => !db.Goals.Any(g => g.TrajectId == p.TrajectId))), Is.Zero, "a plan has a goal");
            Assert.That(await Pga.Read(db => db.Goals.CountAsync(g => g.ClientWords == null || g.ProfessionalWords == null)), Is.InRange(1, 60));
            Assert.That(await Pga.Read(db => db.Goals.CountAsync(g => g.Earlier.Count > 0)), Is.GreaterThan(10));
            Assert.That(await Pga.Read(db => db.WorkItems.Select(w => w.OwnerKind).Distinct().CountAsync()), Is.EqualTo(4));
            Assert.That(await Pga.Read(db => db.WorkItems.CountAsync(w => w.ClosedOn == null && w.DueOn >= Today)), Is.GreaterThan(40), "to do");
            Assert.That(await Pga.Read(db => db.WorkItems.CountAsync(w => w.Outcome == WorkOutcomes.Dropped)), Is.GreaterThan(5));
            Assert.That(await Pga.Read(db => db.Evaluations.CountAsync()), Is.GreaterThan(50));
            Assert.That(await Pga.Read(db => db.Plans.CountAsync(p => p.NextEvaluationOn < Today)), Is.InRange(1, 40), "late");
        });
    }

    [Test]
    public async Task Obey_the_rules_of_the_domain()
    {
        var trajects = await Pga.Read(db => db.Trajects.AsNoTracking().ToDictionaryAsync(t => t.Id));
        var plans = await Pga.Read(db => db.Plans.AsNoTracking().ToListAsync());
        var items = await Pga.Read(db => db.WorkItems.AsNoTracking().ToListAsync());
        var evaluations = await Pga.Read(db => db.Evaluations.AsNoTracking().ToListAsync());
        var now = Pga.Clock.GetUtcNow().UtcDateTime;

        Assert.Multiple(() =>
        {
            Assert.That(plans.Where(p => p.DrawnUpOn < trajects[p.TrajectId].StartedOn || p.DrawnUpOn >= Today), Is.Empty);
            Assert.That(items.Where(w => w.ClosedOn >= Today || w.WrittenAt >= now || w.Earlier.Any(e => e.WrittenAt > w.WrittenAt)), Is.Empty);
            Assert.That(evaluations.Where(e => e.HeldOn >= Today || e.HeldOn < plans.Single(p => p.TrajectId == e.TrajectId).DrawnUpOn), Is.Empty);
            Assert.That(plans.Where(p => p.NextEvaluationOn != evaluations.Where(e => e.TrajectId == p.TrajectId).Select(e => e.HeldOn).Append(p.DrawnUpOn).Max().AddMonths(Traject.EvaluationEveryMonths)), Is.Empty);
        });
    }

    [Test]
    public async Task Leave_the_outflow_that_was_proposed_as_it_may_be_proposed()
    {
        var expert = await Pga.Read(db => db.Staff.SingleAsync(s => s.Email == "expert@pga.example"));
        var proposed = await Pga.ReadAs(expert, db => db.Trajects
            .Where(t => t.OutflowProposedAt != null && t.OutflowConfirmedAt == null && db.Plans.Any(p => p.TrajectId == t.Id)).Select(t => t.Id).ToListAsync());

        Assert.That(proposed, Is.Not.Empty);
        foreach (var id in proposed)
            Assert.That((await Pga.Send(expert, new GetOutflow(id))).UnevaluatedGoals, Is.Empty);
    }

    [Test]
    public async Task Show_on_the_worklist_of_the_first_account()
    {
        var expert = await Pga.Read(db => db.Staff.SingleAsync(s => s.Email == "expert@pga.example"));

        var list = await Pga.Send(expert, new GetWorklist());

        Assert.That(list.Rows.Count(r => r.PlanMissing), Is.InRange(1, 8));
        Assert.That(list.Rows.Count(r => r.NextStep?.Kind == NextSteps.Action), Is.InRange(1, 15));
        Assert.That(list.Tiles.Single(t => t.Attention == Attentions.Evaluation).Count, Is.InRange(1, 10));
    }
}
