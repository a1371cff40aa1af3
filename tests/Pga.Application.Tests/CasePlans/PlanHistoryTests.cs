using Pga.Application.Plans;
using Pga.Domain.Plans;

namespace Pga.Application.Tests.CasePlans;

internal sealed class PlanHistoryTests : PlanTest
{
    [Test]
    public async Task Tells_who_changed_what_when_with_what_it_was_and_became()
    {
        var goal = await GivenGoal();
        Pga.Clock.Advance(TimeSpan.FromHours(1));
        var read = (await Plan()).Goals.Single();
        await Pga.Send(Colleague, new ChangeGoal(Guid.CreateVersion7(), Traject.Id, goal, read.Version, "huisvesting", "Ik wil begeleid wonen", "Stabiele woonplek", read.TargetOn));

        var history = await Pga.Send(Expert, new GetPlanHistory(Traject.Id));

        Assert.That(history.Changes.Select(c => (c.On, c.At, c.By, c.What)), Is.EqualTo(new[]
        {
            (Today, new TimeOnly(11, 0), "Joris Blom", "het doel gewijzigd"),
            (Today, new TimeOnly(10, 0), "Sanne de Wit", "een doel opgesteld"),
        }));
        Assert.That(history.Changes[0].Values, Is.EqualTo(new ChangedValue[]
        {
            new("In de woorden van de cliënt", "Ik wil een eigen plek", "Ik wil begeleid wonen"),
            new("In de woorden van de professional", null, "Stabiele woonplek"),
        }));
        Assert.That(history.Changes[1].Values, Is.EqualTo(new ChangedValue[]
        {
            new("Leefgebied", null, "Huisvesting"), new("In de woorden van de cliënt", null, "Ik wil een eigen plek"), new("Streefdatum", null, "30-08-2026"),
        }));
    }

    [Test]
    public async Task Tells_what_became_of_an_action()
    {
        var goal = await GivenGoal();
        await Step(() => Pga.Send(Expert, NewItem(goal)));
        var a = await Action();
        await Step(() => Pga.Send(Colleague, new ChangeWorkItem(Guid.CreateVersion7(), Traject.Id, a.Id, a.Version, "Inschrijven", new WorkOwner(OwnerKinds.Staff, StaffId: Expert.Id), a.DueOn)));
        a = await Action();
        await Step(() => Pga.Send(Expert, new CloseWorkItem(Guid.CreateVersion7(), Traject.Id, a.Id, a.Version, WorkOutcomes.Dropped, Today, "Niet nodig")));
        a = await Action();
        await Step(() => Pga.Send(Expert, new ReopenWorkItem(Guid.CreateVersion7(), Traject.Id, a.Id, a.Version)));
        a = await Action();
        await Step(() => Pga.Send(Expert, new CloseWorkItem(Guid.CreateVersion7(), Traject.Id, a.Id, a.Version, WorkOutcomes.Done, Today)));

        var changes = (await Pga.Send(Expert, new GetPlanHistory(Traject.Id))).Changes.Where(c => c.Kind == PlanChangeKinds.Action).ToList();

        Assert.That(changes.Select(c => c.What), Is.EqualTo(new[]
        {
            "de actie ‘Inschrijven’ afgerond", "de actie ‘Inschrijven’ weer geopend", "de actie ‘Inschrijven’ laten vervallen",
            "de actie ‘Inschrijven bij WoningNet’ gewijzigd", "een actie afgesproken",
        }));
        Assert.That(changes.Select(c => c.About), Is.All.EqualTo("Huisvesting (‘Ik wil een eigen plek’)"));
        Assert.That(changes[3].Values, Is.EqualTo(new ChangedValue[] { new("Actie", "Inschrijven bij WoningNet", "Inschrijven"), new("Wie", "Cliënt", "Sanne de Wit") }));
        Assert.That(changes[2].Values, Is.EqualTo(new ChangedValue[] { new("Stand", "Open", "Vervallen op 03-03-2026"), new("Reden", null, "Niet nodig") }));
        Assert.That(changes[1].Values, Is.EqualTo(new ChangedValue[] { new("Stand", "Vervallen op 03-03-2026", "Open"), new("Reden", "Niet nodig", null) }));
    }

    [Test]
    public async Task Tells_an_evaluation_and_its_correction()
    {
        var goal = await GivenGoal();
        var id = await GivenEvaluation(0, (goal, GoalStatuses.Achieved, null));
        Pga.Clock.Advance(TimeSpan.FromHours(1));
        var read = (await Pga.Send(Expert, new GetEvaluationForm(Traject.Id, id))).Evaluation!;
        await Pga.Send(Colleague, new CorrectEvaluation(Guid.CreateVersion7(), Traject.Id, id, read.Version, read.HeldOn, read.Present, [new(goal, GoalStatuses.Partly, "Nog geen sleutel")], "Te vroeg"));

        var changes = (await Pga.Send(Expert, new GetPlanHistory(Traject.Id))).Changes.Where(c => c.Kind == PlanChangeKinds.Evaluation).ToList();

        Assert.That(changes.Select(c => (c.By, c.What)), Is.EqualTo(new[] { ("Joris Blom", "een evaluatie verbeterd"), ("Sanne de Wit", "een evaluatie vastgelegd") }));
        Assert.That(changes[0].Values, Is.EqualTo(new ChangedValue[]
        {
            new("Huisvesting (‘Ik wil een eigen plek’)", "Behaald", "Deels behaald: Nog geen sleutel"), new("Waarom verbeterd", null, "Te vroeg"),
        }));
    }

    [Test]
    public async Task Turns_pages()
    {
        var goal = await GivenGoal();
        for (var i = 0; i < 26; i++)
            await Step(() => Pga.Send(Expert, NewItem(goal, $"Actie {i}")));

        var second = await Pga.Send(Expert, new GetPlanHistory(Traject.Id, 2));

        Assert.That((second.Total, second.Page, second.Pages, second.Changes.Count), Is.EqualTo((27, 2, 2, 2)));
        Assert.That(second.Changes[^1].What, Is.EqualTo("een doel opgesteld"));
        Assert.That((await Pga.Send(Expert, new GetPlanHistory(Traject.Id, 9))).Page, Is.EqualTo(2), "Past the end is the last page.");
    }

    private async Task Step(Func<Task> act)
    {
        Pga.Clock.Advance(TimeSpan.FromMinutes(1));
        await act();
    }

    private async Task<PlanAction> Action() => (await Plan()).Goals.Single().Actions.Single();
}
