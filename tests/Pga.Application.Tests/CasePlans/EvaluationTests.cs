using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pga.Application.Pipeline;
using Pga.Application.Plans;
using Pga.Domain.Plans;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.CasePlans;

internal sealed class EvaluationTests : PlanTest
{
    private Guid _home;
    private Guid _work;

    [SetUp]
    public async Task GivenPlanOfThreeMonthsAgo()
    {
        _home = await GivenGoal();
        _work = await GivenGoal("Ik wil werk", "werk-opleiding");
        Pga.Clock.Advance(TimeSpan.FromDays(92));
    }

    [Test]
    public async Task Says_how_each_goal_stands_and_when_the_next_is_due()
    {
        await GivenEvaluation(-10, (_home, GoalStatuses.Partly, "Kamer gevonden"), (_work, GoalStatuses.Open, null));
        await GivenEvaluation(0, (_home, GoalStatuses.Achieved, null), (_work, GoalStatuses.Lapsed, "Gaat naar school"));

        var plan = await Plan();
        Assert.That(plan.Goals.Select(g => (g.Status, g.JudgedOn, g.Remark)), Is.EqualTo(new[]
        {
            (GoalStatuses.Achieved, (DateOnly?)Today, (string?)null),
            (GoalStatuses.Lapsed, Today, "Gaat naar school"),
        }));
        Assert.That(plan.NextEvaluationOn, Is.EqualTo(Today.AddMonths(3)));
        Assert.That(plan.Evaluations.Select(e => (e.HeldOn, e.Present, e.By)), Is.EqualTo(new[] { (Today, "Noor Voorbeeld", "Sanne de Wit"), (Today.AddDays(-10), "Noor Voorbeeld", "Sanne de Wit") }));
    }

    [Test]
    public async Task Is_shown_in_the_order_of_the_goals_and_not_of_their_keys()
    {
        // Each later goal has an earlier key.
        var (school, debts) = (new Guid("00000000-0000-7000-8000-000000000002"), new Guid("00000000-0000-7000-8000-000000000001"));
        await Pga.Send(Expert, NewGoal("School", leefgebied: "werk-opleiding") with { CommandId = school });
        Pga.Clock.Advance(TimeSpan.FromMinutes(1));
        await Pga.Send(Expert, NewGoal("Schuldenvrij", leefgebied: "inkomen-schulden") with { CommandId = debts });
        var id = await GivenEvaluation(0, new[] { debts, _home, school, _work }.Select(g => (g, GoalStatuses.Open, (string?)null)).ToArray());

        var plan = await Plan();
        var form = await Pga.Send(Expert, new GetEvaluationForm(Traject.Id, id));
        Assert.That(plan.Evaluations.Single().Judgements.Select(j => j.GoalId), Is.EqualTo(plan.Goals.Select(g => g.Id)));
        Assert.That(form.Evaluation!.Judgements.Select(j => j.GoalId), Is.EqualTo(new[] { _home, _work, school, debts }));
    }

    [Test]
    public async Task Keeps_the_latest_for_standing_and_term_when_an_older_one_is_recorded_afterwards()
    {
        await GivenEvaluation(-10, (_home, GoalStatuses.Achieved, null), (_work, GoalStatuses.Open, null));
        await GivenEvaluation(-40, (_work, GoalStatuses.Partly, null));

        var plan = await Plan();
        Assert.That(plan.Goals.Select(g => g.Status), Is.EqualTo(new[] { GoalStatuses.Achieved, GoalStatuses.Open }));
        Assert.That(plan.NextEvaluationOn, Is.EqualTo(Today.AddDays(-10).AddMonths(3)));
    }

    [Test]
    public async Task Asks_about_every_goal_that_is_open_and_was_there_on_the_day()
    {
        var debts = await GivenGoal("Schuldenvrij", "inkomen-schulden");

        Assert.That(Errors(Evaluation(0, (_home, "", null))), Is.EquivalentTo(new[]
        {
            ("Judgements[0].Status", "Kies hoe het met dit doel staat: Huisvesting (‘Ik wil een eigen plek’)."),
            ("", "Zeg ook hoe het met dit doel staat: Werk of opleiding (‘Ik wil werk’)."),
            ("", "Zeg ook hoe het met dit doel staat: Inkomen en schulden (‘Schuldenvrij’)."),
        }));
        await GivenEvaluation(-1, (_home, GoalStatuses.Achieved, null), (_work, GoalStatuses.Open, null));
        Assert.That(Errors(Evaluation(0, (_work, GoalStatuses.Open, null))).Select(e => e.Field), Is.EqualTo(new[] { "" }), "The new one, and not what is achieved.");
        await GivenEvaluation(0, (debts, GoalStatuses.Open, null), (_work, GoalStatuses.Open, null), (_home, "", null));

        Assert.That((await Plan()).Goals.Select(g => (g.Status, g.JudgedOn)), Is.EqualTo(new[]
        {
            (GoalStatuses.Achieved, (DateOnly?)Today.AddDays(-1)), (GoalStatuses.Open, Today), (GoalStatuses.Open, Today),
        }));
    }

    [Test]
    public async Task Opens_a_closed_goal_again()
    {
        await GivenEvaluation(-5, (_home, GoalStatuses.Lapsed, "Gaat naar zus"), (_work, GoalStatuses.Open, null));
        await GivenEvaluation(0, (_home, GoalStatuses.Open, "Toch niet"), (_work, GoalStatuses.Open, null));

        Assert.That((await Plan()).OpenGoals.Select(g => g.Id), Is.EqualTo(new[] { _home, _work }));
    }

    [Test]
    public async Task Refuses_what_is_incomplete_ahead_or_there_already()
    {
        (Guid, string, string?)[] both = [(_home, GoalStatuses.Open, null), (_work, GoalStatuses.NotAchieved, null)];
        Assert.That(Errors(Evaluation(0, both)), Is.EqualTo(new[] { ("Judgements[1].Remark", "Schrijf op waarom dit doel niet is behaald of vervalt.") }));
        both[1].Item3 = "Geen werk gevonden";
        Assert.That(Errors(Evaluation(1, both)), Is.EqualTo(new[] { ("HeldOn", "De datum ligt in de toekomst. Kies vandaag of eerder.") }));
        Assert.That(Errors(Evaluation(0, both) with { Present = " " }), Is.EqualTo(new[] { ("Present", "Geef aan wie erbij was.") }));
        Assert.That(Errors(Evaluation(0, both) with { HeldOn = default }), Is.EqualTo(new[] { ("HeldOn", "Kies een datum.") }));
        Assert.That(Errors(Evaluation(0, (_home, GoalStatuses.Open, new string('x', 2001)), both[1])).Select(e => e.Field), Is.EqualTo(new[] { "Judgements[0].Remark" }));
        Assert.That(await Pga.Read(db => db.Evaluations.CountAsync()), Is.Zero);

        await GivenEvaluation(0, both);
        Assert.That(Errors(Evaluation(0, both)), Is.EqualTo(new[] { ("HeldOn", "Van deze dag is er al een evaluatie. Kies een andere datum, of verbeter die evaluatie.") }));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Expert, Evaluation(-1, (Guid.CreateVersion7(), GoalStatuses.Open, null))));
    }

    [Test]
    public async Task A_correction_supersedes_and_the_term_follows_it()
    {
        var id = await GivenEvaluation(0, (_home, GoalStatuses.Achieved, null), (_work, GoalStatuses.Open, null));

        var corrected = await Pga.Send(Colleague, (await Correction(id)) with { HeldOn = Today.AddDays(-3), Judgements = [new(_home, GoalStatuses.Partly), new(_work, GoalStatuses.Open)] });

        var plan = await Plan();
        Assert.That(plan.Evaluations.Select(e => (e.Id, e.HeldOn, e.Corrected)), Is.EqualTo(new[] { (corrected, Today.AddDays(-3), true) }));
        Assert.That((plan.Goals[0].Status, plan.NextEvaluationOn), Is.EqualTo((GoalStatuses.Partly, (DateOnly?)Today.AddDays(-3).AddMonths(3))));
        var old = await Pga.Read(db => db.Evaluations.SingleAsync(e => e.Id == id));
        Assert.That((old.SupersededById, old.Judgements[0].Status), Is.EqualTo(((Guid?)corrected, GoalStatuses.Achieved)), "Nothing is lost.");
        Assert.That((await Pga.Send(Expert, new GetEvaluationForm(Traject.Id, id))).Evaluation!.Id, Is.EqualTo(corrected), "An old link opens the current version.");
    }

    [Test]
    public async Task A_correction_asks_a_reason_and_drops_no_goal()
    {
        var id = await GivenEvaluation(0, (_home, GoalStatuses.Achieved, null), (_work, GoalStatuses.Open, null));
        var correction = await Correction(id);

        Assert.That(Errors(correction with { Reason = " " }), Is.EqualTo(new[] { ("Reason", "Schrijf op waarom u deze evaluatie verbetert.") }));
        Assert.That(Errors(correction with { Judgements = [new(_work, GoalStatuses.Open)] }).Single().Text, Does.StartWith("Zeg ook hoe het met dit doel staat: Huisvesting"));
    }

    [Test]
    public async Task Shows_both_versions_when_somebody_corrected_first()
    {
        var id = await GivenEvaluation(0, (_home, GoalStatuses.Achieved, null), (_work, GoalStatuses.Open, null));
        var stale = await Correction(id);
        await Pga.Send(Colleague, stale with { CommandId = Guid.CreateVersion7(), Present = "Noor en moeder" });

        var conflict = Assert.ThrowsAsync<Conflict>(() => Pga.Send(Expert, stale with { Judgements = [new(_home, GoalStatuses.Partly, "Nog geen sleutel"), new(_work, GoalStatuses.Open)] }));

        Assert.That(conflict.Values, Is.EqualTo(new ConflictingValue[]
        {
            new("Present", "Wie was erbij?", "Noor en moeder", "Noor Voorbeeld"),
            new("Judgements[0].Status", "Huisvesting (‘Ik wil een eigen plek’)", "Behaald", "Deels behaald: Nog geen sleutel"),
        }));
        await Pga.Send(Expert, stale with { BaseVersion = conflict.CurrentVersion });
        Assert.That(await Pga.Read(db => db.Evaluations.CountAsync()), Is.EqualTo(3));
    }

    [Test]
    public async Task Shows_in_the_form_who_may_be_there_and_what_was_done()
    {
        var item = await Pga.Send(Expert, NewItem(_home));
        await Pga.Send(Expert, NewItem(_home, "Bellen"));
        await Pga.Send(Expert, new CloseWorkItem(Guid.CreateVersion7(), Traject.Id, item, await Pga.Read(db => db.WorkItems.Where(w => w.Id == item).Select(w => w.Version).SingleAsync()), WorkOutcomes.Done, Today));
        await GivenEvaluation(-1, (_home, GoalStatuses.Open, null), (_work, GoalStatuses.Achieved, null));

        var form = await Pga.Send(Expert, new GetEvaluationForm(Traject.Id));

        Assert.That(form.People, Is.EqualTo(new[] { "Noor Voorbeeld", "Joris Blom", "Sanne de Wit" }));
        Assert.That(form.Goals.Select(g => (g.Id, g.Status, g.IsAsked, g.Done, g.Open)), Is.EqualTo(new[] { (_home, GoalStatuses.Open, true, 1, 1), (_work, GoalStatuses.Achieved, false, 0, 0) }));
    }

    [Test]
    public async Task The_term_is_set_by_programme()
    {
        using var pga = new TestPga(services => services.AddSingleton(EvaluationTerms.From(name => name == "Plans:EvaluationEveryMonths:local-pga" ? "6" : null)));
        var expert = A.Staff(StaffRoles.PgaExpert);
        Traject[] trajects = [A.Traject(Client, expert), A.Traject(Client, expert, Programmes.TopX)];
        await pga.Given([expert, Client, .. trajects]);

        foreach (var traject in trajects)
            await pga.Send(expert, NewGoal() with { CommandId = Guid.CreateVersion7(), TrajectId = traject.Id });

        Assert.That((await pga.Send(expert, new GetPlan(trajects[0].Id))).NextEvaluationOn, Is.EqualTo(new DateOnly(2026, 9, 3)));
        Assert.That((await pga.Send(expert, new GetPlan(trajects[1].Id))).NextEvaluationOn, Is.EqualTo(new DateOnly(2026, 6, 3)));
    }

    [TestCase("0")]
    [TestCase("25")]
    [TestCase("drie")]
    [TestCase("-3")]
    public void Refuses_a_setting_that_is_no_term(string text) =>
        Assert.That(() => EvaluationTerms.From(_ => text), Throws.ArgumentException.With.Message.StartsWith("Plans:EvaluationEveryMonths:local-pga must be a whole number of months from 1 to 24."));

    private RecordEvaluation Evaluation(int days, params (Guid GoalId, string Status, string? Remark)[] judgements) => new(
        Guid.CreateVersion7(), Traject.Id, Today.AddDays(days), "Noor Voorbeeld", [.. judgements.Select(j => new GoalJudgement(j.GoalId, j.Status, j.Remark))]);

    private async Task<CorrectEvaluation> Correction(Guid id)
    {
        var e = (await Pga.Send(Expert, new GetEvaluationForm(Traject.Id, id))).Evaluation!;
        return new CorrectEvaluation(Guid.CreateVersion7(), Traject.Id, id, e.Version, e.HeldOn, e.Present, [.. e.Judgements.OrderBy(j => j.GoalId != _home)], "Verkeerd opgeschreven");
    }

    private IEnumerable<(string Field, string Text)> Errors(ICommand command) =>
        Assert.ThrowsAsync<Invalid>(() => Pga.Send(Expert, command))!.Errors.Select(e => (e.Field, e.Text));
}
