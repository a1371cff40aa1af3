using Pga.Domain.Interventions;

namespace Pga.Domain.Tests.Interventions;

/// <summary>Start and end of a participation, as they follow from what is recorded.</summary>
internal sealed class ParticipationTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    private static readonly SessionFact There = new(Day, AttendanceCodes.Attended);

    [Test]
    public void Is_open_while_nothing_ends_it()
    {
        var p = Derived(new(true, [There]));

        Assert.That((p.StartedOn, p.EndedOn, p.Result), Is.EqualTo(((DateOnly?)Day, (DateOnly?)null, (string?)null)));
    }

    [TestCase(1, 1, Participation.Completed)]
    [TestCase(1, 2, Participation.Completed)]
    [TestCase(1, 3, Participation.DroppedOut)]
    [TestCase(0, 3, Participation.NotStarted)]
    public void Counts_as_completed_from_half_of_the_sessions(int attended, int held, string result)
    {
        var sessions = Enumerable.Range(0, held).Select(i => new SessionFact(Day.AddDays(i), i < attended ? AttendanceCodes.Late : AttendanceCodes.Excused));

        Assert.That(Derived(new(true, [.. sessions], new ReportFact(Day.AddDays(held)))).Result, Is.EqualTo(result));
    }

    [Test]
    public void Counts_sessions_elsewhere_and_none_after_the_last_day()
    {
        var after = new SessionFact(Day.AddDays(5), AttendanceCodes.NoShow);

        Assert.That(Derived(new(true, [There, after, after], new ReportFact(Day))).Result, Is.EqualTo(Participation.Completed));
        Assert.That(Derived(new(true, [There], new ReportFact(Day, HeldElsewhere: 2))).Result, Is.EqualTo(Participation.DroppedOut));
        Assert.That(Derived(new(true, [], new ReportFact(Day, Day, 2, 1))).StartedOn, Is.EqualTo(Day));
    }

    [Test]
    public void Ends_on_the_day_it_is_declined_or_withdrawn()
    {
        var declined = Derived(new(true, [], DeclinedOn: Day));
        var before = Derived(new(true, [], WithdrawnOn: Day));
        var after = Derived(new(true, [There], WithdrawnOn: Day.AddDays(1)));

        Assert.That((declined.EndedOn, declined.Result), Is.EqualTo(((DateOnly?)Day, Participation.Declined)));
        Assert.That((before.EndedOn, before.Result), Is.EqualTo(((DateOnly?)Day, Participation.NotStarted)));
        Assert.That((after.EndedOn, after.Result), Is.EqualTo(((DateOnly?)Day.AddDays(1), Participation.DroppedOut)));
    }

    [Test]
    public void That_came_from_elsewhere_keeps_its_own_start()
    {
        var p = New();
        p.Start(Day.AddDays(-10));
        p.Derive(new ParticipationFacts(false, [There]));
        Assert.That(p.StartedOn, Is.EqualTo(Day.AddDays(-10)));
    }

    [Test]
    public void Opens_again_when_the_facts_say_so()
    {
        var p = Derived(new(true, [There], new ReportFact(Day)));
        p.Derive(new ParticipationFacts(true, [new(Day, AttendanceCodes.NoShow)]));

        Assert.That((p.StartedOn, p.EndedOn, p.Result), Is.EqualTo(((DateOnly?)null, (DateOnly?)null, (string?)null)));
    }

    private static Participation New() => new(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Day.AddDays(-20));

    private static Participation Derived(ParticipationFacts facts)
    {
        var participation = New();
        participation.Derive(facts);
        return participation;
    }
}
