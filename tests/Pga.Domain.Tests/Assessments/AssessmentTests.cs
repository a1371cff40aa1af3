using Pga.Domain.Assessments;
using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Domain.Tests.Assessments;

internal sealed class AssessmentTests
{
    private static readonly DateTime Now = new(2026, 3, 3, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 3, 3);

    [TestCase(0)]
    [TestCase(6)]
    [TestCase(-1)]
    public void Refuses_a_level_that_does_not_exist_and_says_where(int level)
    {
        var rule = Assert.Throws<RuleBroken>(() => Measure(("huisvesting", level)))!;

        Assert.That((rule.Code, rule.Field), Is.EqualTo(("assessment.level", "Levels[huisvesting]")));
        Assert.That(rule.Text, Does.StartWith("Huisvesting:"));
    }

    [TestCase(1)]
    [TestCase(5)]
    public void Takes_the_outermost_levels(int level) => Assert.That(Measure(("huisvesting", level)).Scores.Single().Level, Is.EqualTo(level));

    [Test]
    public void Refuses_a_leefgebied_of_the_other_list() =>
        Assert.That(() => Measure(("wonen", 3)), Throws.TypeOf<RuleBroken>().With.Property(nameof(RuleBroken.Code)).EqualTo("assessment.unknown-leefgebied"));

    [Test]
    public void Refuses_an_empty_one() =>
        Assert.That(() => Measure(), Throws.TypeOf<RuleBroken>().With.Property(nameof(RuleBroken.Code)).EqualTo("assessment.empty"));

    [Test]
    public void Refuses_tomorrow() =>
        Assert.That(() => MeasureOn(Today.AddDays(1)), Throws.TypeOf<RuleBroken>().With.Property(nameof(RuleBroken.Code)).EqualTo("assessment.in-future"));

    [Test]
    public void Is_superseded_once_and_with_a_reason()
    {
        var first = MeasureOn(Today);
        var second = MeasureOn(Today);
        Assert.That(() => first.SupersedeBy(second, " "), Throws.TypeOf<RuleBroken>().With.Property(nameof(RuleBroken.Code)).EqualTo("assessment.reason"));

        first.SupersedeBy(second, "Verkeerd blad");

        Assert.That((first.SupersededById, second.SupersededById, second.CorrectionReason), Is.EqualTo(((Guid?)second.Id, (Guid?)null, "Verkeerd blad")));
        Assert.That(() => first.SupersedeBy(MeasureOn(Today), "Nog eens"), Throws.TypeOf<RuleBroken>().With.Property(nameof(RuleBroken.Code)).EqualTo("assessment.superseded"));
    }

    private static Assessment MeasureOn(DateOnly on) => Measure(on, ("huisvesting", 3));

    private static Assessment Measure(params (string Key, int Level)[] levels) => Measure(Today, levels);

    private static Assessment Measure(DateOnly on, params (string Key, int Level)[] levels) =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), Programmes.LocalPga, on, Moments.Start, levels.ToDictionary(l => l.Key, l => l.Level), null, Now);
}
