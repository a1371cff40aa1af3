namespace Pga.Disclosure.Tests;

internal sealed class ReleaseCheckTests
{
    private static readonly Release Release = Tables.Row(5, 3, 30, 20, 7, 0);

    private static readonly Protected Safe = Tables.Protect(Release);

    [Test]
    public void Passes_what_is_proven() => Assert.That(() => Check(Safe), Throws.Nothing);

    [TestCase("", "p0 is small and shown")]
    [TestCase("p3 p2", "p0 is small and shown")]
    [TestCase("p0", "the evidence changes p3, which is shown")]
    [TestCase("p0 p3 p4", "p4 is zero and withheld")]
    [TestCase("p0 p2 p3", "the evidence leaves out what is tied to total")]
    public void Refuses_what_the_evidence_does_not_prove(string withheld, string because)
    {
        var keys = withheld.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        var evidence = keys.Contains("p0") ? Safe.Evidence : [];

        Assert.That(() => Check(Safe with { Withheld = keys, Evidence = evidence }), Throws.TypeOf<ProtectionFailed>().With.Message.EqualTo(because));
    }

    [Test]
    public void Refuses_another_value_than_was_counted() => Assert.That(
        () => ReleaseCheck.Pass(Release, Tables.Shown(Release, Safe.Withheld).Select(s => s.Key == "p1" ? (s.Key, 31) : s), Safe),
        Throws.TypeOf<ProtectionFailed>().With.Message.EqualTo("p1 is shown with another value"));

    [Test]
    public void Refuses_a_cell_that_is_shown_in_one_table_only() => Assert.That(
        () => ReleaseCheck.Pass(Release, Tables.Shown(Release, Safe.Withheld).Append(("p3", 7)), Safe),
        Throws.TypeOf<ProtectionFailed>().With.Message.EqualTo("p3 is shown in one place and not in another"));

    [Test]
    public void Refuses_a_result_that_lacks_a_cell() => Assert.That(
        () => ReleaseCheck.Pass(Release, Tables.Shown(Release, Safe.Withheld).Skip(1), Safe),
        Throws.TypeOf<ProtectionFailed>().With.Message.EqualTo("p0 is missing"));

    [Test]
    public void Refuses_a_result_that_shows_what_protection_withheld() => Assert.That(
        () => ReleaseCheck.Pass(Release, Tables.Shown(Release, new HashSet<string> { "p0" }), Safe),
        Throws.TypeOf<ProtectionFailed>().With.Message.EqualTo("p3 isn't what was decided about it"));

    [Test]
    public void Refuses_tables_that_do_not_fit()
    {
        Assert.That(() => Check(With(low: new() { ["p0"] = 1, ["p3"] = 8 }, high: new() { ["p0"] = 5, ["p3"] = 5 })), Refused("the evidence doesn't add up to total"));
        Assert.That(() => Check(With(low: new() { ["p0"] = 0, ["p3"] = 10 }, high: new() { ["p0"] = 5, ["p3"] = 5 })), Refused("the evidence makes p0 less than it can be"));
        Assert.That(() => Check(With(low: new() { ["p0"] = 2, ["p3"] = 8 }, high: new() { ["p0"] = 5, ["p3"] = 5 })), Refused("nothing proves that p0 can't be worked out"));
    }

    [Test]
    public void Refuses_a_withheld_count_with_one_possible_value()
    {
        var release = new Release(5, [Tables.Count("a", 20) with { Fate = Fate.Withheld }, Tables.Count("b", 6), Tables.Count("sum", 26)], [new("sum", ["a", "b"])], []);

        Assert.That(() => ReleaseCheck.Pass(release, [("a", null), ("b", 6), ("sum", 26)], new Protected(new HashSet<string> { "a" }, [], 0, 0)),
            Refused("a is withheld and nothing proves that it can't be worked out"));
    }

    [Test]
    public void Refuses_a_count_that_leaves_few_of_its_base()
    {
        var release = new Release(5, [Tables.Count("part", 18), Tables.Count("base", 20)], [], [new("part", "base")]);
        var proof = new Evidence(Evidence.Rest("part", "base"), new Dictionary<string, long> { ["part"] = 20 }, new Dictionary<string, long> { ["part"] = 16 });
        var protection = new Protected(new HashSet<string> { "part" }, [proof], 0, 0);

        Assert.That(() => ReleaseCheck.Pass(release, [("part", null), ("base", 20)], protection), Throws.Nothing);
        Assert.That(() => ReleaseCheck.Pass(release, [("part", 18), ("base", 20)], new Protected(new HashSet<string>(), [], 0, 0)), Refused("what part leaves of base is small and shown"));
        Assert.That(() => ReleaseCheck.Pass(release, [("part", null), ("base", 20)], protection with { Evidence = [proof with { Low = new Dictionary<string, long> { ["part"] = 19 } }] }),
            Refused("nothing proves that base − part can't be worked out"));
        Assert.That(() => ReleaseCheck.Pass(release, [("part", null), ("base", 20)], protection with { Evidence = [proof with { Low = new Dictionary<string, long> { ["part"] = 21 } }] }),
            Refused("the evidence makes part larger than its base"));
    }

    [Test]
    public void Refuses_to_change_what_was_decided_before()
    {
        var release = new Release(5, [Tables.Count("a", 20) with { Fate = Fate.Withheld }, Tables.Count("b", 6) with { Fate = Fate.Shown }], [], []);

        Assert.That(() => ReleaseCheck.Pass(release, [], new Protected(new HashSet<string>(), [], 0, 0)), Refused("a was withheld before and can't be shown"));
        Assert.That(() => ReleaseCheck.Pass(release, [], new Protected(new HashSet<string> { "a", "b" }, [], 0, 0)), Refused("b was shown before and can't be withheld"));
    }

    private static Protected With(Dictionary<string, long> low, Dictionary<string, long> high) =>
        Safe with { Evidence = [new Evidence("p0", low, high), new Evidence("p3", low, high)] };

    private static NUnit.Framework.Constraints.IResolveConstraint Refused(string because) => Throws.TypeOf<ProtectionFailed>().With.Message.EqualTo(because);

    [Test]
    public void Refuses_a_number_in_no_table_that_was_small_before_without_proof()
    {
        Release Release(bool wasSmall) => new(5, [Tables.Count("a", 30) with { Fate = Fate.Unpublished, IsSecret = wasSmall }, Tables.Count("b", 9), Tables.Count("sum", 39)], [new("sum", ["a", "b"])], []);
        var nothing = new Protected(new HashSet<string>(), [], 0, 0);

        Assert.That(() => ReleaseCheck.Pass(Release(false), [("b", 9), ("sum", 39)], nothing), Throws.Nothing);
        Assert.That(() => ReleaseCheck.Pass(Release(true), [("b", 9), ("sum", 39)], nothing), Throws.TypeOf<ProtectionFailed>().With.Message.Contain("a can't be worked out"));
    }

    private static void Check(Protected protection) => ReleaseCheck.Pass(Release, Tables.Shown(Release, protection.Withheld), protection);
}
