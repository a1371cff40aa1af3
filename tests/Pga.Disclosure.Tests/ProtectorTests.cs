namespace Pga.Disclosure.Tests;

internal sealed class ProtectorTests
{
    [Test]
    public void Withholds_nothing_when_nothing_is_small() =>
        Assert.That(Tables.Protect(Tables.TwoWay(5, new[,] { { 5, 9 }, { 0, 12 } })), Has.Property("Withheld").Empty.And.Property("Cost").Zero);

    [Test]
    public void Takes_the_smallest_other_count_that_is_enough() =>
        Assert.That(Tables.Protect(Tables.Row(5, 3, 30, 20, 7, 0)).Withheld, Is.EquivalentTo(new[] { "p0", "p3" }));

    [Test]
    public void Withholds_the_total_when_all_other_parts_are_zero() =>
        Assert.That(Tables.Protect(Tables.Row(5, 3, 0, 0)).Withheld, Is.EquivalentTo(new[] { "p0", "total" }));

    [Test]
    public void Withholds_a_third_count_when_two_are_too_few_together() =>
        Assert.That(Tables.Protect(Tables.Row(5, 1, 1, 25)).Withheld, Is.EquivalentTo(new[] { "p0", "p1", "p2" }));

    [Test]
    public void Spares_headlines_as_long_as_another_count_will_do()
    {
        Cell[] cells = [Tables.Count("small", 2), Tables.Count("headline", 6) with { Headline = true }, Tables.Count("other", 50), Tables.Count("total", 58)];

        Assert.That(Tables.Protect(new Release(5, cells, [new("total", ["small", "headline", "other"])], [])).Withheld, Is.EquivalentTo(new[] { "small", "other" }));
    }

    // One at a time each small count would do with a headline as its complement; together they do with each other.
    [Test]
    public void Lets_small_counts_of_two_tables_hide_each_other_behind_one_total()
    {
        Cell[] cells =
        [
            Tables.Count("a1", 3), Tables.Count("a2", 40), Tables.Count("a", 43) with { Headline = true },
            Tables.Count("b1", 3), Tables.Count("b2", 40), Tables.Count("b", 43) with { Headline = true },
            Tables.Count("1", 6), Tables.Count("2", 80), Tables.Count("all", 86) with { Headline = true },
        ];
        var release = new Release(5, cells,
            [new("a", ["a1", "a2"]), new("b", ["b1", "b2"]), new("1", ["a1", "b1"]), new("2", ["a2", "b2"]), new("all", ["a", "b"]), new("all", ["1", "2"])], []);

        Assert.That(Tables.Protect(release).Withheld, Is.EquivalentTo(new[] { "a1", "a2", "b1", "b2" }));
    }

    // Each of the three is wide enough only because the two others are withheld too; two of them alone are known together.
    [Test]
    public void Protects_counts_that_depend_on_each_other()
    {
        var protection = Tables.Protect(Tables.TwoWay(5, new[,] { { 2, 2, 60 }, { 2, 2, 70 }, { 50, 55, 90 } }));

        Assert.That(protection.Cost, Is.EqualTo(protection.Bound));
        Assert.That(protection.Withheld, Has.Count.GreaterThan(4));
    }

    [Test]
    public void Withholds_what_leaves_few_of_its_base()
    {
        var release = new Release(5, [Tables.Count("part", 18), Tables.Count("base", 20)], [], [new("part", "base")]);

        var protection = Tables.Protect(release);

        Assert.That(protection.Withheld, Is.EquivalentTo(new[] { "part" }));
        Assert.That(protection.Evidence.Select(e => e.Secret), Does.Contain(Evidence.Rest("part", "base")));
    }

    [Test]
    public void Withholds_the_base_when_the_part_alone_says_enough()
    {
        var release = new Release(10, [Tables.Count("part", 4), Tables.Count("base", 8)], [], [new("part", "base")]);

        Assert.That(Tables.Protect(release).Withheld, Is.EquivalentTo(new[] { "part", "base" }));
    }

    [Test]
    public void Finds_another_complement_for_what_was_shown_before()
    {
        Cell[] cells = [Tables.Count("a", 2), Tables.Count("b", 6) with { Fate = Fate.Shown }, Tables.Count("c", 60), Tables.Count("total", 68) with { Fate = Fate.Shown }];

        Assert.That(Tables.Protect(new Release(5, cells, [new("total", ["a", "b", "c"])], [])).Withheld, Is.EquivalentTo(new[] { "a", "c" }));
    }

    [Test]
    public void Keeps_withheld_what_was_and_gives_it_two_values()
    {
        Cell[] cells = [Tables.Count("a", 20) with { Fate = Fate.Withheld }, Tables.Count("b", 6), Tables.Count("c", 60), Tables.Count("total", 86)];

        var protection = Tables.Protect(new Release(5, cells, [new("total", ["a", "b", "c"])], []));

        Assert.That(protection.Withheld, Is.EquivalentTo(new[] { "a", "b" }));
        Assert.That(protection.Cost, Is.EqualTo(6001));
    }

    [Test]
    public void Protects_a_small_count_that_is_in_no_table()
    {
        Cell[] cells = [Tables.Count("stand", 40), Tables.Count("in", 12), Tables.Count("out", 3) with { Fate = Fate.Unpublished }, Tables.Count("next", 49)];

        var protection = Tables.Protect(new Release(5, cells, [], [], [new(["stand", "in"], ["out", "next"])]));

        Assert.That(protection.Withheld, Is.EquivalentTo(new[] { "in" }));
        Assert.That(protection.Evidence.Select(e => e.Secret), Does.Contain("out"));
    }

    // Of a number in no table that was decided on before the count is any that fits.
    [TestCase(true, 3)]
    [TestCase(true, 0)]
    [TestCase(true, 30)]
    [TestCase(false, 3)]
    public void Protects_a_number_in_no_table_that_was_small_before_whatever_its_count(bool wasSmall, long count)
    {
        Cell[] cells =
        [
            Tables.Count("stand", 40 + count), Tables.Count("in", 12), Tables.Count("out", count) with { Fate = Fate.Unpublished, IsSecret = wasSmall },
            Tables.Count("next", 52),
        ];

        var protection = Tables.Protect(new Release(5, cells, [], [], [new(["stand", "in"], ["out", "next"])]));

        Assert.That(protection.Withheld, wasSmall ? Is.EquivalentTo(new[] { "in" }) : Is.Empty);
        Assert.That(protection.Evidence.Any(e => e.Secret == "out"), Is.EqualTo(wasSmall));
    }

    [Test]
    public void Refuses_what_cannot_be_protected_and_names_no_value()
    {
        Cell[] cells = [Tables.Count("small", 2), Tables.Count("other", 17) with { Fate = Fate.Shown }, Tables.Count("total", 19) with { Fate = Fate.Shown }];

        Assert.That(() => Protector.Protect(new Release(5, cells, [new("total", ["small", "other"])], []), TimeSpan.FromSeconds(10)),
            Throws.TypeOf<ProtectionFailed>().With.Message.EqualTo("small can't be protected, whatever is withheld"));
    }

    [Test]
    public void Is_verified_without_time_to_improve([Range(1, 20)] int seed)
    {
        var release = Tables.TwoWay(5, Tables.Random(new Random(seed), 8, 6, 40));

        var protection = Protector.Protect(release, TimeSpan.Zero);

        Assert.That(() => ReleaseCheck.Pass(release, Tables.Shown(release, protection.Withheld), protection), Throws.Nothing);
        Assert.That(protection.Bound, Is.LessThanOrEqualTo(protection.Cost));
    }

    [Test]
    public void Gives_nothing_when_cancelled()
    {
        var release = Tables.TwoWay(5, Tables.Random(new Random(1), 8, 6, 40));

        Assert.That(() => Protector.Protect(release, TimeSpan.FromSeconds(10), new CancellationToken(canceled: true)), Throws.TypeOf<ProtectionFailed>());
    }

    [Test]
    public void Decides_the_same_whatever_the_order_of_cells()
    {
        var release = Tables.TwoWay(5, Tables.Random(new Random(3), 8, 6, 40));
        var reversed = new Release(5, release.Cells.Reverse(), [.. release.Additions.Reverse()], []);

        Assert.That(Tables.Protect(reversed).Cost, Is.EqualTo(Tables.Protect(release).Cost));
    }

    [Test]
    public void Keeps_no_true_value_in_the_evidence_that_a_reader_could_not_work_out()
    {
        // Other true numbers, the same numbers shown: the same evidence.
        var (one, other) = (Tables.TwoWay(5, new[,] { { 2, 7, 60 }, { 8, 3, 70 } }), Tables.TwoWay(5, new[,] { { 3, 6, 60 }, { 7, 4, 70 } }));
        var (first, second) = (Tables.Protect(one), Tables.Protect(other));

        Assert.That(first.Withheld, Is.EquivalentTo(new[] { "0/0", "0/1", "1/0", "1/1" }).And.EquivalentTo(second.Withheld));
        Assert.That(first.Evidence.SelectMany(e => e.Low.Concat(e.High)), Is.EquivalentTo(second.Evidence.SelectMany(e => e.Low.Concat(e.High))));
    }

    [Test]
    public void Costs_the_least_of_all_choices_in_a_two_way_table([Range(1, 40)] int seed)
    {
        var random = new Random(seed);
        AssertLeast(Tables.TwoWay(4, Tables.Random(random, 2, 3, 9), seed % 3 == 0 ? [0, 0] : null));
    }

    [Test]
    public void Costs_the_least_of_all_choices_in_linked_tables([Range(1, 40)] int seed)
    {
        var random = new Random(seed);
        long Some() => random.Next(0, 9);
        var (a, b, c, d) = (Some(), Some(), Some(), Some());
        var part = random.NextInt64(0, a + 1);
        var rest = a + b + c - Math.Min(a + b + c, d);
        Cell[] cells =
        [
            Tables.Count("a", a), Tables.Count("b", b), Tables.Count("c", c), Tables.Count("sum", a + b + c) with { Headline = random.Next(2) == 0 },
            Tables.Count("d", Math.Min(a + b + c, d)), Tables.Count("rest", rest) with { Fate = random.Next(2) == 0 ? Fate.Unpublished : Fate.Open },
            Tables.Count("part", part), Tables.Count("some", Math.Min(part, b)),
        ];
        AssertLeast(new Release(4, cells, [new("sum", ["a", "b", "c"]), new("sum", ["d", "rest"])], [new("part", "a")], [], [new(["some"], ["part"])]));
    }

    // By the definition: the audited intervals of all choices that hold what must be withheld.
    private static void AssertLeast(Release release)
    {
        var optional = release.Cells.Where(c => c is { Fate: Fate.Open, Count: > 0 }).ToArray();
        long? least = null;
        for (var choice = 0; choice < 1 << optional.Length; choice++)
        {
            var withheld = optional.Where((_, i) => (choice >> i & 1) == 1).ToArray();
            var cost = withheld.Sum(c => (c.Headline ? 1000 : 1) * ((c.Count * 1000) + 1));
            if (cost < (least ?? long.MaxValue) && IsSafe(release, withheld.Select(c => c.Key).ToHashSet()))
                least = cost;
        }

        if (least is null)
        {
            Assert.That(() => Tables.Protect(release), Throws.TypeOf<ProtectionFailed>());
            return;
        }

        var protection = Tables.Protect(release);
        Assert.That((protection.Cost, protection.Bound), Is.EqualTo((least, least)));
    }

    private static bool IsSafe(Release release, HashSet<string> withheld)
    {
        var intervals = Auditor.Intervals(WithRests(release, withheld), withheld);
        foreach (var cell in release.Cells.Where(c => c.Count > 0 && c.Count < release.Threshold))
        {
            if (!intervals.TryGetValue(cell.Key, out var interval) || interval.IsNarrowerThan(release.Threshold - 1))
                return false;
        }

        foreach (var relation in release.Bases)
        {
            var left = release[relation.Base].Count - release[relation.Part].Count;
            if (left < 1 || left >= release.Threshold || release[relation.Part].Count == 0)
                continue;
            if (!withheld.Contains(relation.Part) || intervals[Rest(relation)].IsNarrowerThan(release.Threshold - 1))
                return false;
        }

        return withheld.All(key => !intervals[key].IsNarrowerThan(1));
    }

    // base − part as an unpublished cell, so that the auditor has its interval.
    private static Release WithRests(Release release, HashSet<string> withheld) => new(
        release.Threshold,
        [.. release.Cells, .. release.Bases.Select(b => Tables.Count(Rest(b), release[b.Base].Count - release[b.Part].Count) with { Fate = Fate.Unpublished })],
        [.. release.Additions, .. release.Bases.Select(b => new AdditionRule(b.Base, [b.Part, Rest(b)]))],
        [], release.Identities, release.Inequalities);

    private static string Rest(BaseRelation relation) => $"rest of {relation.Base} without {relation.Part}";
}
