namespace Pga.Disclosure.Tests;

internal sealed class ReleaseCheckTests
{
    private static readonly Release Release = ProvisionalProtectionTests.Table(5, total: 60, 3, 30, 20, 7, 0);

    [Test]
    public void Passes_a_table_with_the_small_count_and_a_complement_withheld() => Assert.That(() => Check("p0", "p3"), Throws.Nothing);

    [TestCase("", "p0 is small and shown")]
    [TestCase("p3 p2", "p0 is small and shown")]
    [TestCase("p0", "the one number withheld under total follows from the others")]
    [TestCase("p0 p3 p4", "p4 is zero and withheld")]
    public void Refuses_what_gives_a_small_count_away(string withheld, string because) =>
        Assert.That(() => Check(withheld.Split(' ')), Throws.TypeOf<ProtectionFailed>().With.Message.EqualTo(because));

    [Test]
    public void Refuses_another_value_than_was_counted() => Assert.That(
        () => ReleaseCheck.Pass(Release, ProvisionalProtectionTests.Shown(Release, new HashSet<string> { "p0", "p3" }).Select(s => s.Key == "p1" ? (s.Key, 31) : s)),
        Throws.TypeOf<ProtectionFailed>().With.Message.EqualTo("p1 is shown with another value"));

    [Test]
    public void Refuses_a_cell_that_is_shown_in_one_table_only() => Assert.That(
        () => ReleaseCheck.Pass(Release, ProvisionalProtectionTests.Shown(Release, new HashSet<string> { "p0", "p3" }).Append(("p3", 7))),
        Throws.TypeOf<ProtectionFailed>().With.Message.EqualTo("p3 is shown in one place and not in another"));

    [Test]
    public void Refuses_a_result_that_lacks_a_cell() => Assert.That(
        () => ReleaseCheck.Pass(Release, ProvisionalProtectionTests.Shown(Release, new HashSet<string> { "p0", "p3" }).Skip(1)),
        Throws.TypeOf<ProtectionFailed>().With.Message.EqualTo("p0 is missing"));

    [Test]
    public void Refuses_a_count_that_leaves_few_of_its_base()
    {
        var release = new Release(5, [new("part", 18, 18), new("base", 20, 20)], [], [new("part", "base")]);

        Assert.That(() => ReleaseCheck.Pass(release, [("part", 18), ("base", 20)]), Throws.TypeOf<ProtectionFailed>());
        Assert.That(() => ReleaseCheck.Pass(release, [("part", null), ("base", 20)]), Throws.Nothing);
    }

    [Test]
    public void Refuses_a_withheld_group_that_is_small_together()
    {
        var release = ProvisionalProtectionTests.Table(5, total: 30, 2, 3, 25);

        Assert.That(() => ReleaseCheck.Pass(release, [("p0", null), ("p1", null), ("p2", 25), ("total", 30)]), Throws.TypeOf<ProtectionFailed>());
    }

    private static void Check(params string[] withheld) => ReleaseCheck.Pass(Release, ProvisionalProtectionTests.Shown(Release, withheld.ToHashSet()));
}
