using Microsoft.EntityFrameworkCore;
using Pga.Application.Pipeline;
using Pga.Application.Statistics;
using Pga.Domain.Rapportage;
using Pga.Domain.Staff;
using Pga.Domain.Statistics;
using Pga.Testing;

namespace Pga.Application.Tests.Statistics;

internal sealed class FiguresTests : SliceTest
{
    private const int Year = 2025;

    private readonly StaffMember _manager = A.Staff(StaffRoles.Manager, null);
    private Guid _schools;
    private Guid _checks;

    [SetUp]
    public async Task GivenManager()
    {
        await Pga.Given(_manager);
        var kinds = await Pga.Read(db => db.ActivityKinds.ToDictionaryAsync(k => k.Code, k => k.Id));
        (_schools, _checks) = (kinds["scholen"], kinds["buit-controles"]);
    }

    [Test]
    public async Task Counts_are_entered_changed_and_taken_away()
    {
        await Pga.Send(_manager, Count(new(_schools, 12, null), new(_checks, 0, null)));
        Assert.That(await Counts(), Is.EqualTo(new Dictionary<Guid, int> { [_schools] = 12, [_checks] = 0 }));

        await Pga.Send(_manager, Count(new(_schools, 1250, 12), new(_checks, null, 0)));

        Assert.That(await Counts(), Is.EqualTo(new Dictionary<Guid, int> { [_schools] = 1250 }));
        var view = await Pga.Send(_manager, new GetFigures(Year));
        Assert.That(view.Activities.Select(a => a.Count), Is.EqualTo(new int?[] { 1250, null, null, null, null }));
        Assert.That((await Pga.Send(_manager, new GetFigures(Year - 1))).Activities.Select(a => a.Count), Has.All.Null);
    }

    [Test]
    public async Task Counts_of_somebody_who_was_first_are_shown_and_kept()
    {
        await Pga.Send(_manager, Count(new ActivityCount(_schools, 12, null)));

        var conflict = Assert.ThrowsAsync<Conflict>(() => Pga.Send(_manager, Count(new(_checks, 3, null), new(_schools, 1300, null))));

        Assert.That(conflict.Values, Is.EqualTo(new[] { new ConflictingValue("Counts[1].Count", "scholen met lessen en spreekuren", "12", "1.300") }));
        Assert.That(await Counts(), Is.EqualTo(new Dictionary<Guid, int> { [_schools] = 12 }));
        await Pga.Send(_manager, Count(new(_schools, null, null), new(_checks, 3, null)));
        Assert.That((await Counts())[_schools], Is.EqualTo(12), "what wasn't touched is nobody's change");
    }

    [TestCase(-1)]
    [TestCase(Activity.MaxCount + 1)]
    public void Counts_that_cannot_be_are_refused(int count)
    {
        var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_manager, Count(new(_checks, 1, null), new(_schools, count, null))));

        Assert.That(refusal.Errors.Single().Field, Is.EqualTo("Counts[1].Count"));
    }

    [Test]
    public async Task Budget_is_added_changed_and_removed_with_totals_and_history()
    {
        var id = await Pga.Send(_manager, Add(" Wonen ", 1250, 0));
        await Pga.Send(_manager, Add("Werk", 750, 700));
        await Pga.Send(_manager, new ChangeBudgetLine(Guid.CreateVersion7(), id, "Wonen en zorg", 1500, 100, new BudgetBase("Wonen", 1250, 0)));

        var view = await Pga.Send(_manager, new GetFigures(Year));
        Assert.That(view.Budget.Select(b => (b.Priority, b.Budgeted, b.Realised)), Is.EqualTo(new[] { ("Werk", 750L, 700L), ("Wonen en zorg", 1500L, 100L) }));
        Assert.That((view.TotalBudgeted, view.TotalRealised), Is.EqualTo((2250L, 800L)));

        await Pga.Send(_manager, new RemoveBudgetLine(Guid.CreateVersion7(), id, new BudgetBase("Wonen en zorg", 1500, 100)));

        Assert.That((await Pga.Send(_manager, new GetFigures(Year))).Budget.Select(b => b.Priority), Is.EqualTo(new[] { "Werk" }));
        var history = await Pga.Read(db => db.History.Where(h => h.EntityId == id).OrderBy(h => h.Id).Select(h => h.Event).ToListAsync());
        Assert.That(history, Is.EqualTo(new[] { "added", "changed", "removed" }));
    }

    [Test]
    public async Task Budget_of_somebody_who_was_first_is_shown_and_kept()
    {
        var id = await Pga.Send(_manager, Add("Wonen", 1250, 0));
        var stale = new BudgetBase("Wonen", 1000, 0);

        var conflict = Assert.ThrowsAsync<Conflict>(() => Pga.Send(_manager, new ChangeBudgetLine(Guid.CreateVersion7(), id, "Wonen", 2000, 0, stale)));
        Assert.ThrowsAsync<Conflict>(() => Pga.Send(_manager, new RemoveBudgetLine(Guid.CreateVersion7(), id, stale)));

        Assert.That(conflict.Values, Is.EqualTo(new[] { new ConflictingValue("Budgeted", "Begroot", "1.250", "2.000") }));
        Assert.That((await Pga.Send(_manager, new GetFigures(Year))).Budget.Single().Budgeted, Is.EqualTo(1250));
    }

    [TestCase("", 1L, 1L, "Priority")]
    [TestCase("Zorg", -1L, 1L, "Budgeted")]
    [TestCase("Zorg", 1L, -1L, "Realised")]
    [TestCase("Zorg", null, 1L, "Budgeted")]
    [TestCase("Zorg", Budget.MaxAmount + 1, 1L, "Budgeted")]
    [TestCase("WONEN", 1L, 1L, "Priority")]
    public async Task Budget_that_cannot_be_is_refused(string priority, long? budgeted, long? realised, string field)
    {
        await Pga.Send(_manager, Add("Wonen", 1, 1));

        var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_manager, Add(priority, budgeted, realised)));

        Assert.That(refusal.Errors.Single().Field, Is.EqualTo(field));
    }

    [Test]
    public async Task Are_entered_by_a_manager_only_and_never_in_a_confirmed_year()
    {
        var id = await Pga.Send(_manager, Add("Wonen", 1, 1));
        var was = new BudgetBase("Wonen", 1, 1);
        ICommand[] commands =
        [
            Count(new ActivityCount(_schools, 1, null)), Add("Werk", 1, 1),
            new ChangeBudgetLine(Guid.CreateVersion7(), id, "Wonen", 2, 2, was), new RemoveBudgetLine(Guid.CreateVersion7(), id, was),
        ];
        foreach (var role in StaffRoles.List.All.Select(r => r.Key).Where(r => r != StaffRoles.Manager))
        {
            var staff = A.Staff(role);
            await Pga.Given(staff);
            foreach (var command in commands)
                Assert.ThrowsAsync<Forbidden>(() => Pga.Send(staff, command), $"{role} {command.GetType().Name}");
        }

        var edition = new Edition(Guid.CreateVersion7(), Year);
        edition.Confirm(_manager.Id, _manager.Name, Pga.Clock.GetUtcNow().UtcDateTime);
        edition.SealWith(new byte[Edition.SealSize]);
        await Pga.Given(edition);

        foreach (var command in commands)
        {
            var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_manager, command));
            Assert.That(refusal.Errors.Single().Code, Is.EqualTo("year.frozen"), command.GetType().Name);
        }

        Assert.That((await Pga.Send(_manager, new GetFigures(Year))).IsFrozen, Is.True);
    }

    private static CountActivities Count(params ActivityCount[] counts) => new(Guid.CreateVersion7(), Year, counts);

    private static AddBudgetLine Add(string priority, long? budgeted, long? realised) => new(Guid.CreateVersion7(), Year, priority, budgeted, realised);

    private Task<Dictionary<Guid, int>> Counts() => Pga.Read(db => db.Activities.Where(a => a.Year == Year).ToDictionaryAsync(a => a.KindId, a => a.Count));
}
