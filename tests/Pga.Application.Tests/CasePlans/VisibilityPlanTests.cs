using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Pipeline;
using Pga.Application.Plans;
using Pga.Application.Tests.Trajects;
using Pga.Domain.Plans;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.CasePlans;

/// <summary>Plans, goals, actions and evaluations show a user exactly the trajects that user may see.</summary>
internal sealed class VisibilityPlanTests : SliceTest
{
    [Test]
    public async Task Is_that_of_the_traject_for_random_users_and_trajects()
    {
        var world = new VisibilityWorld(Pga.Clock);
        await Pga.Given([.. world.Entities, .. world.Trajects.SelectMany(PlanOf)]);

        foreach (var user in world.Users)
        {
            var expected = world.VisibleTo(user);

            Assert.That(await Pga.ReadAs(user, db => db.Plans.Select(p => p.TrajectId).ToListAsync()), Is.EquivalentTo(expected), "plans");
            Assert.That(await Pga.ReadAs(user, db => db.Goals.Select(g => g.TrajectId).ToListAsync()), Is.EquivalentTo(expected), "goals");
            Assert.That(await Pga.ReadAs(user, db => db.WorkItems.Select(w => w.TrajectId).ToListAsync()), Is.EquivalentTo(expected), "actions");
            Assert.That(await Pga.ReadAs(user, db => db.Evaluations.Select(e => e.TrajectId).ToListAsync()), Is.EquivalentTo(expected), "evaluations");
            Assert.That(await Opened(user, world, id => new GetPlan(id), plan => plan.Goals.Single().Actions.Count + plan.Evaluations.Count == 2), Is.EquivalentTo(expected), "opened");
            Assert.That(await Opened(user, world, id => new GetPlanHistory(id), history => history.Total == 3), Is.EquivalentTo(expected), "history");
        }
    }

    [Test]
    public async Task A_user_writes_in_a_plan_only_where_that_user_may_write()
    {
        var world = new VisibilityWorld(Pga.Clock);
        await Pga.Given(world.Entities);

        foreach (var user in world.Users.Where(u => Roles.Grant(u.Roles, Permission.EditPlan)))
        {
            var written = new List<Guid>();
            foreach (var traject in world.Trajects)
            {
                try
                {
                    var leefgebied = traject.Programme == Programmes.Rio ? "wonen" : "huisvesting";
                    await Pga.Send(user, new AddGoal(Guid.CreateVersion7(), traject.Id, leefgebied, "Een eigen plek", null, Today.AddDays(90)));
                    written.Add(traject.Id);
                }
                catch (Refused refused) when (refused is NotFound or Forbidden)
                {
                    // Not theirs, or only to read.
                }
            }

            Assert.That(written, Is.EquivalentTo(world.Trajects.Where(t => world.MayWrite(user, t)).Select(t => t.Id)));
        }
    }

    private async Task<List<Guid>> Opened<T>(StaffMember user, VisibilityWorld world, Func<Guid, IQuery<T>> query, Func<T, bool> isWhole)
    {
        var opened = new List<Guid>();
        foreach (var traject in world.Trajects)
        {
            try
            {
                Assert.That(isWhole(await Pga.Send(user, query(traject.Id))), "All that is in it.");
                opened.Add(traject.Id);
            }
            catch (NotFound)
            {
                // Not theirs.
            }
        }

        return opened;
    }

    private object[] PlanOf(Traject traject)
    {
        var now = Pga.Clock.GetUtcNow().UtcDateTime;
        var goal = new Goal(Guid.CreateVersion7(), traject.Id, traject.Programme,
            new GoalDetails(traject.Programme == Programmes.Rio ? "wonen" : "huisvesting", "Een eigen plek", null, Today.AddDays(90)), null, now);
        return
        [
            new Plan(Guid.CreateVersion7(), traject.Id, null, now, 3),
            goal,
            new WorkItem(Guid.CreateVersion7(), traject.Id, goal.Id, "Bellen", new WorkOwner(OwnerKinds.Client), Today.AddDays(9), null, now),
            new Evaluation(Guid.CreateVersion7(), traject.Id, Today, "Kim", [new GoalJudgement(goal.Id, GoalStatuses.Open)], null, now),
        ];
    }
}
