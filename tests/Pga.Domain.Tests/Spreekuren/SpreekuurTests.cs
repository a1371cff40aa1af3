using Pga.Domain.Common;
using Pga.Domain.Spreekuren;

namespace Pga.Domain.Tests.Spreekuren;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SpreekuurTests
{
    private static readonly DateTime HeldAt = new(2026, 3, 3, 9, 0, 0, DateTimeKind.Utc);
    private readonly Spreekuur _spreekuur = new(Guid.CreateVersion7(), Guid.CreateVersion7(), HeldAt, Guid.CreateVersion7());
    private readonly Guid _client = Guid.CreateVersion7();

    [SetUp]
    public void ForgetOpening() => _spreekuur.TakeRaised();

    [Test]
    public void Changes_nothing_when_the_same_is_said_again()
    {
        Record(SpreekuurCodes.Attended, note: "Gesproken");
        _spreekuur.TakeRaised();
        Record(SpreekuurCodes.Attended, note: " Gesproken ");

        Assert.That(_spreekuur.Visits, Has.Count.EqualTo(1));
        Assert.That(_spreekuur.TakeRaised(), Is.Empty);
    }

    [Test]
    public void Supersedes_when_something_else_is_said()
    {
        Record(SpreekuurCodes.Attended);
        Record(SpreekuurCodes.NoShow, "transfer");

        Assert.That(_spreekuur.Visits.Select(v => (v.Attendance, v.NoShowCause, v.Sequence)), Is.EqualTo(new[] { ("attended", null, 1), ("no-show", "transfer", 2) }));
        Assert.That(_spreekuur.Visits[0].SupersededById, Is.EqualTo(_spreekuur.Visits[1].Id));
        Assert.That(_spreekuur.Visits[1].SupersededById, Is.Null);
        Assert.That(_spreekuur.TakeRaised().Select(e => e.Name), Is.EqualTo(new[] { "spreekuur.visit-recorded", "spreekuur.visit-corrected" }));
    }

    [Test]
    public void Asks_for_the_cause_of_a_no_show_and_drops_it_otherwise()
    {
        Assert.That(() => Record(SpreekuurCodes.NoShow), Breaks("spreekuur.cause"));
        Assert.That(() => Record("maybe"), Breaks("spreekuur.attendance"));
        Record(SpreekuurCodes.Late, "transfer");

        Assert.That(_spreekuur.Visits.Single().NoShowCause, Is.Null);
    }

    [Test]
    public void Takes_nobody_before_it_was_held()
    {
        var before = HeldAt.AddMinutes(-1);

        Assert.That(() => _spreekuur.Record(Guid.CreateVersion7(), _client, SpreekuurCodes.Attended, null, null, before), Breaks("spreekuur.in-future"));
        Assert.That(() => _spreekuur.CountNameless(1, before), Breaks("spreekuur.in-future"));
        Assert.That(() => _spreekuur.CountNameless(0, before), Throws.Nothing);
    }

    [Test]
    public void Counts_nameless_visitors_up_and_down_and_keeps_the_named()
    {
        Record(SpreekuurCodes.Attended);
        foreach (var count in new[] { 3, 1, 4, 0, 2 })
        {
            _spreekuur.CountNameless(count, HeldAt);
            Assert.That(Nameless(), Is.EqualTo(count));
        }

        Assert.That(_spreekuur.Visits.Count(v => v.ClientId == _client && v.SupersededById is null), Is.EqualTo(1));
        Assert.That(_spreekuur.Visits.Select(v => v.Sequence), Is.Unique);
    }

    [Test]
    public void Raises_an_event_for_a_new_count_and_none_for_the_same()
    {
        _spreekuur.CountNameless(2, HeldAt);
        Assert.That(_spreekuur.TakeRaised().Select(e => e.Name), Is.EqualTo(new[] { "spreekuur.nameless-counted" }));

        _spreekuur.CountNameless(2, HeldAt);
        Assert.That(_spreekuur.TakeRaised(), Is.Empty);
    }

    [TestCase(-1)]
    [TestCase(Spreekuur.MaxNameless + 1)]
    public void Refuses_a_count_that_is_a_typing_error(int count) =>
        Assert.That(() => _spreekuur.CountNameless(count, HeldAt), Breaks("spreekuur.nameless"));

    private void Record(string attendance, string? cause = null, string? note = null) =>
        _spreekuur.Record(Guid.CreateVersion7(), _client, attendance, cause, note, HeldAt);

    private int Nameless() => _spreekuur.Visits.Count(v => v.ClientId is null && v.SupersededById is null);

    private static NUnit.Framework.Constraints.IResolveConstraint Breaks(string code) =>
        Throws.TypeOf<RuleBroken>().With.Property(nameof(RuleBroken.Code)).EqualTo(code);
}
