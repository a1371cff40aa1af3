using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace Pga.Disclosure.Tests;

internal sealed class ProvisionalProtectionTests
{
    private const int Runs = 500;

    [Property(Arbitrary = [typeof(Releases)], MaxTest = Runs)]
    public bool Withholds_every_small_count_and_no_zero(Release release)
    {
        var withheld = ProvisionalProtection.Protect(release);
        return release.Cells.All(c => c.Count == 0
            ? !withheld.Contains(c.Key)
            : withheld.Contains(c.Key) || (c.Count >= release.Threshold && c.Persons >= release.Threshold));
    }

    [Property(Arbitrary = [typeof(Releases)], MaxTest = Runs)]
    public bool Withholds_what_leaves_a_small_rest_of_its_base(Release release)
    {
        var withheld = ProvisionalProtection.Protect(release);
        return release.Bases.All(b => release[b.Part].Count == 0
            || release[b.Base].Count - release[b.Part].Count == 0
            || release[b.Base].Count - release[b.Part].Count >= release.Threshold
            || withheld.Contains(b.Part));
    }

    [Property(Arbitrary = [typeof(Releases)], MaxTest = Runs)]
    public bool Leaves_no_rule_with_one_withheld(Release release)
    {
        var withheld = ProvisionalProtection.Protect(release);
        return release.Additions.All(r => r.Keys.Count(withheld.Contains) != 1);
    }

    [Property(Arbitrary = [typeof(Releases)], MaxTest = Runs)]
    public void Passes_the_gate(Release release) => ReleaseCheck.Pass(release, Shown(release, ProvisionalProtection.Protect(release)));

    [Property(Arbitrary = [typeof(Releases)], MaxTest = Runs)]
    public bool Withholds_nothing_that_can_be_shown_after_all(Release release)
    {
        var withheld = ProvisionalProtection.Protect(release);
        return withheld.All(key => IsRefused(release, withheld.Where(k => k != key).ToHashSet()));
    }

    [Property(Arbitrary = [typeof(Releases)], MaxTest = Runs)]
    public bool Withholds_nothing_when_nothing_is_small(Release release)
    {
        var large = new Release(
            release.Threshold,
            release.Cells.Select(c => c with { Count = c.Count * release.Threshold, Persons = c.Count * release.Threshold }),
            release.Additions,
            [.. release.Bases.Where(b => release[b.Base].Count == release[b.Part].Count)]);
        return ProvisionalProtection.Protect(large).Count == 0;
    }

    [Test]
    public void Takes_the_smallest_other_count_as_complement()
    {
        var release = Table(5, total: 60, 3, 30, 20, 7, 0);

        Assert.That(ProvisionalProtection.Protect(release), Is.EquivalentTo(new[] { "p0", "p3" }));
    }

    [Test]
    public void Withholds_the_total_when_all_other_parts_are_zero()
    {
        var release = Table(5, total: 3, 3, 0, 0);

        Assert.That(ProvisionalProtection.Protect(release), Is.EquivalentTo(new[] { "p0", "total" }));
    }

    [Test]
    public void Shows_no_total_of_two_ones()
    {
        var release = new Release(3, [new("a", 1, 1), new("b", 1, 1), new("c", 8, 8), new("total", 10, 10)], [new("total", ["a", "b", "c"])], []);

        Assert.That(ProvisionalProtection.Protect(release), Is.EquivalentTo(new[] { "a", "b", "c" }));
    }

    [Test]
    public void Counts_persons_besides_events()
    {
        Cell[] cells = [new("a", 12, 4), new("b", 6, 6), new("total", 18, 9)];

        Assert.That(ProvisionalProtection.Protect(new Release(5, cells, [new("total", ["a", "b"])], [])), Is.EquivalentTo(new[] { "a", "b" }));
    }

    [Test]
    public void Withholds_a_count_that_leaves_few_of_its_base_and_shows_one_that_leaves_none()
    {
        Cell[] cells = [new("almost", 18, 18), new("all", 20, 20), new("base", 20, 20)];

        Assert.That(ProvisionalProtection.Protect(new Release(5, cells, [], [new("almost", "base"), new("all", "base")])), Is.EqualTo(new[] { "almost" }));
    }

    [Test]
    public void Spares_headlines_as_long_as_another_count_will_do()
    {
        Cell[] cells = [new("small", 2, 2), new("headline", 6, 6, Headline: true), new("other", 50, 50), new("total", 58, 58, Headline: true)];

        Assert.That(ProvisionalProtection.Protect(new Release(5, cells, [new("total", ["small", "headline", "other"])], [])), Is.EquivalentTo(new[] { "small", "other" }));
    }

    [Test]
    public void Treats_a_cell_of_two_tables_as_one()
    {
        // Table one can't hide its small part but behind the total, so table two hides the total as well, and a part with it.
        Cell[] cells = [new("a", 3, 3), new("total", 3, 3), new("x", 3, 3), new("y", 0, 0), new("total", 3, 3)];
        var release = new Release(3, cells.Select(c => c with { Persons = Math.Min(c.Persons, c.Key == "a" ? 2 : 3) }), [new("total", ["a"]), new("total", ["x", "y"])], []);

        Assert.That(ProvisionalProtection.Protect(release), Is.EquivalentTo(new[] { "a", "total", "x" }));
    }

    [Test]
    public void Names_no_value_when_a_release_is_impossible()
    {
        Assert.That(() => Table(5, total: 61, 30, 30), Throws.TypeOf<ProtectionFailed>().With.Message.EqualTo("total is not the sum of its parts"));
        Assert.That(() => new Release(5, [new("a", 7, 7), new("a", 8, 8)], [], []), Throws.TypeOf<ProtectionFailed>().With.Message.EqualTo("a has two values"));
        Assert.That(() => new Release(5, [new("a", 7, 8)], [], []), Throws.TypeOf<ProtectionFailed>());
        Assert.That(() => new Release(5, [new("a", 7, 7)], [new("b", ["a"])], []), Throws.TypeOf<ProtectionFailed>());
    }

    internal static Release Table(int threshold, int total, params int[] parts) => new(
        threshold,
        [.. parts.Select((count, i) => new Cell($"p{i}", count, count)), new Cell("total", total, total, Headline: true)],
        [new AdditionRule("total", [.. parts.Select((_, i) => $"p{i}")])],
        []);

    internal static IEnumerable<(string Key, long? Value)> Shown(Release release, IReadOnlySet<string> withheld) =>
        release.Cells.Select(c => (c.Key, withheld.Contains(c.Key) ? null : (long?)c.Count));

    private static bool IsRefused(Release release, HashSet<string> withheld)
    {
        try
        {
            ReleaseCheck.Pass(release, Shown(release, withheld));
            return false;
        }
        catch (ProtectionFailed)
        {
            return true;
        }
    }
}
