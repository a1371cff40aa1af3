using Microsoft.EntityFrameworkCore;
using Pga.Application.Pipeline;
using Pga.Application.Plans;
using Pga.Domain.Plans;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.CasePlans;

internal sealed class GoalTests : PlanTest
{
    [Test]
    public async Task The_first_makes_the_plan_and_the_next_goes_into_it()
    {
        Assert.That((await Plan()).Exists, Is.False);

        var first = await GivenGoal();
        Pga.Clock.Advance(TimeSpan.FromDays(1));
        var second = await GivenGoal("Ik wil van mijn schulden af", "inkomen-schulden");

        var plan = await Plan();
        Assert.That(await Pga.Read(db => db.Plans.CountAsync()), Is.EqualTo(1));
        Assert.That((plan.DrawnUpOn, plan.DrawnUpBy, plan.NextEvaluationOn), Is.EqualTo(((DateOnly?)new DateOnly(2026, 3, 3), "Sanne de Wit", (DateOnly?)new DateOnly(2026, 6, 3))));
        Assert.That(plan.Goals.Select(g => (g.Id, g.Leefgebied, g.ClientWords, g.ProfessionalWords, g.Status)), Is.EqualTo(new[]
        {
            (first, "huisvesting", "Ik wil een eigen plek", (string?)null, GoalStatuses.Open),
            (second, "inkomen-schulden", "Ik wil van mijn schulden af", null, GoalStatuses.Open),
        }));
        Assert.That(plan.Goals[0].Title, Is.EqualTo("Huisvesting (‘Ik wil een eigen plek’)"));
    }

    [Test]
    public async Task The_words_of_the_other_come_later()
    {
        var id = await Pga.Send(Expert, NewGoal(null, "Stabiele woonplek"));
        var goal = (await Plan()).Goals.Single();

        await Pga.Send(Colleague, new ChangeGoal(Guid.CreateVersion7(), Traject.Id, id, goal.Version, "huisvesting", "Ik wil een eigen plek", "Stabiele woonplek", goal.TargetOn));

        goal = (await Plan()).Goals.Single();
        Assert.That((goal.ClientWords, goal.ProfessionalWords), Is.EqualTo(("Ik wil een eigen plek", "Stabiele woonplek")));
    }

    [Test]
    public async Task Says_all_that_is_wrong()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Errors(NewGoal() with { Leefgebied = "", TargetOn = default }), Is.EqualTo(new[] { ("Leefgebied", "Kies een leefgebied."), ("TargetOn", "Kies een streefdatum.") }));
            Assert.That(Errors(NewGoal(leefgebied: "wonen")), Is.EqualTo(new[] { ("Leefgebied", "Kies een leefgebied dat bij deze aanpak hoort.") }));
            Assert.That(Errors(NewGoal(" ")), Is.EqualTo(new[] { ("ClientWords", "Schrijf het doel op in de woorden van de cliënt, of in die van uzelf. Het andere mag later.") }));
            Assert.That(Errors(NewGoal() with { TargetOn = Today.AddDays(-1) }), Is.EqualTo(new[] { ("TargetOn", "De streefdatum is al geweest. Kies vandaag of later.") }));
            Assert.That(Errors(NewGoal(new string('x', 1001), new string('y', 1001))).Select(e => e.Field), Is.EqualTo(new[] { "ClientWords", "ProfessionalWords" }));
        });
        Assert.That(await Pga.Read(db => db.Plans.CountAsync()), Is.Zero, "Nothing is stored.");
    }

    [Test]
    public async Task Shows_both_versions_when_somebody_was_first_and_saves_on_top_the_next_time()
    {
        var id = await GivenGoal();
        var read = (await Plan()).Goals.Single();
        ChangeGoal Change(string words, Guid version) => new(Guid.CreateVersion7(), Traject.Id, id, version, "huisvesting", words, null, read.TargetOn);
        await Pga.Send(Colleague, Change("Ik wil bij mijn zus wonen", read.Version));

        var conflict = Assert.ThrowsAsync<Conflict>(() => Pga.Send(Expert, Change("Ik wil begeleid wonen", read.Version)));

        Assert.That(conflict.Values, Is.EqualTo(new[] { new ConflictingValue("ClientWords", "In de woorden van de cliënt", "Ik wil bij mijn zus wonen", "Ik wil begeleid wonen") }));
        await Pga.Send(Expert, Change("Ik wil begeleid wonen", conflict.CurrentVersion));
        Assert.That((await Plan()).Goals.Single().ClientWords, Is.EqualTo("Ik wil begeleid wonen"));
        Assert.That(await Pga.Read(db => db.Goals.Select(g => g.Earlier.Count).SingleAsync()), Is.EqualTo(2), "Theirs is kept too.");
    }

    [Test]
    public async Task Two_goals_can_be_changed_at_once()
    {
        await GivenGoal();
        await GivenGoal("Ik wil werk", "werk-opleiding");
        var read = (await Plan()).Goals;

        foreach (var (goal, who) in read.Zip([Expert, Colleague]))
            await Pga.Send(who, new ChangeGoal(Guid.CreateVersion7(), Traject.Id, goal.Id, goal.Version, goal.Leefgebied, goal.ClientWords, "Ook zo", goal.TargetOn));

        Assert.That((await Plan()).Goals.Select(g => g.ProfessionalWords), Is.All.EqualTo("Ook zo"));
    }

    [Test]
    public async Task Makes_one_goal_of_a_form_that_is_sent_twice()
    {
        var command = NewGoal();

        var first = await Pga.Send(Expert, command);
        var second = await Pga.Send(Expert, command);

        Assert.That(second, Is.EqualTo(first));
        Assert.That(await Pga.Read(db => db.Goals.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task Is_not_found_under_another_traject()
    {
        var id = await GivenGoal();
        var goal = (await Plan()).Goals.Single();
        var other = A.Traject(Client, Expert);
        await Pga.Given(other);

        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Expert, new ChangeGoal(Guid.CreateVersion7(), other.Id, id, goal.Version, "huisvesting", "x", null, goal.TargetOn)));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Expert, new AddWorkItem(Guid.CreateVersion7(), other.Id, id, "x", new WorkOwner(OwnerKinds.Client), Today)));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Expert, new GetWorkItemForm(other.Id, id)));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Expert, new RecordEvaluation(Guid.CreateVersion7(), other.Id, Today, "Kim", [new(id, "open")])));
        Assert.That((await Pga.Send(Expert, new GetPlan(other.Id))).Exists, Is.False);
    }

    [TestCase(StaffRoles.Partner)]
    [TestCase(StaffRoles.Manager)]
    [TestCase(StaffRoles.PrivacyOfficer)]
    [TestCase(StaffRoles.Administrator)]
    public async Task Neither_read_nor_write_who_has_no_dossiers(string role)
    {
        var actor = A.Staff(role);
        await Pga.Given(actor);
        var id = await GivenGoal();

        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(actor, new GetPlan(Traject.Id)));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(actor, new GetPlanHistory(Traject.Id)));
        foreach (var write in Writes(id))
            Assert.ThrowsAsync<Forbidden>(() => Pga.Send(actor, write), write.GetType().Name);
    }

    [Test]
    public async Task A_coordinator_and_an_expert_of_the_team_read_and_do_not_write()
    {
        var coordinator = A.Staff(StaffRoles.Coordinator);
        var reader = A.Staff(StaffRoles.PgaExpert);
        await Pga.Given(coordinator, reader);
        var id = await GivenGoal();

        foreach (var actor in new[] { coordinator, reader })
        {
            Assert.That((await Pga.Send(actor, new GetPlan(Traject.Id))).Goals, Has.Count.EqualTo(1));
            foreach (var write in Writes(id))
                Assert.ThrowsAsync<Forbidden>(() => Pga.Send(actor, write), write.GetType().Name);
        }
    }

    [Test]
    public async Task Is_not_there_for_a_stranger()
    {
        var stranger = A.Staff(StaffRoles.PgaExpert, "team-2");
        await Pga.Given(stranger);
        var id = await GivenGoal();

        Assert.ThrowsAsync<NotFound>(() => Pga.Send(stranger, new GetPlan(Traject.Id)));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(stranger, new GetPlanHistory(Traject.Id)));
        foreach (var write in Writes(id))
            Assert.ThrowsAsync<NotFound>(() => Pga.Send(stranger, write), write.GetType().Name);
    }

    [Test]
    public async Task A_rio_makes_one_on_a_rio_traject()
    {
        var rio = A.Staff(StaffRoles.Rio);
        var traject = A.Traject(Client, rio, Programmes.Rio);
        await Pga.Given(rio, traject);

        await Pga.Send(rio, NewGoal(leefgebied: "wonen") with { TrajectId = traject.Id });

        Assert.That((await Pga.Send(rio, new GetPlan(traject.Id))).Goals.Single().Leefgebied, Is.EqualTo("wonen"));
    }

    private ICommand[] Writes(Guid goalId) =>
    [
        NewGoal(),
        new ChangeGoal(Guid.CreateVersion7(), Traject.Id, goalId, Guid.Empty, "huisvesting", "x", null, Today),
        NewItem(goalId),
        new ChangeWorkItem(Guid.CreateVersion7(), Traject.Id, goalId, Guid.Empty, "x", new WorkOwner(OwnerKinds.Client), Today),
        new CloseWorkItem(Guid.CreateVersion7(), Traject.Id, goalId, Guid.Empty, WorkOutcomes.Done, Today),
        new ReopenWorkItem(Guid.CreateVersion7(), Traject.Id, goalId, Guid.Empty),
        new RecordEvaluation(Guid.CreateVersion7(), Traject.Id, Today, "Kim", [new(goalId, "open")]),
        new CorrectEvaluation(Guid.CreateVersion7(), Traject.Id, goalId, Guid.Empty, Today, "Kim", [new(goalId, "open")], "x"),
    ];

    private IEnumerable<(string Field, string Text)> Errors(ICommand command) =>
        Assert.ThrowsAsync<Invalid>(() => Pga.Send(Expert, command))!.Errors.Select(e => (e.Field, e.Text));
}
