namespace Pga.Disclosure.Tests;

internal sealed class AuditorTests
{
    [Test]
    public void Finds_the_bounds_that_enumeration_finds([Range(1, 60)] int seed)
    {
        var random = new Random(seed);
        var release = Tables.TwoWay(5, Tables.Random(random, 2, 3, 5));
        // All totals shown, so that the values can be enumerated.
        var withheld = release.Cells.Where(c => c.Count > 0 && !c.Key.Contains("all") && random.NextDouble() < 0.8).Select(c => c.Key).ToHashSet();

        AssertAsEnumerated(release, withheld);
    }

    [Test]
    public void Finds_the_bounds_that_enumeration_finds_in_a_cube_with_parts_of_a_base([Range(1, 60)] int seed)
    {
        var random = new Random(seed);
        var release = Cube(random);
        var withheld = release.Cells.Where(c => c.Count > 0 && !c.Key.Contains('*') && random.NextDouble() < 0.9).Select(c => c.Key).ToHashSet();

        AssertAsEnumerated(release, withheld);
    }

    [Test]
    public void Knows_no_limit_to_a_cell_that_is_withheld_with_all_its_totals()
    {
        var release = Tables.Row(5, 2, 9);

        var intervals = Auditor.Intervals(release, new HashSet<string> { "p0", "total" });

        Assert.That(intervals["p0"], Is.EqualTo(new Interval(1, null)));
        Assert.That(intervals["total"], Is.EqualTo(new Interval(10, null)));
    }

    [Test]
    public void Gives_an_unpublished_cell_room_down_to_zero()
    {
        var release = new Release(5, [Tables.Count("a", 3), Tables.Count("b", 4) with { Fate = Fate.Unpublished }, Tables.Count("sum", 7)], [new("sum", ["a", "b"])], []);

        var intervals = Auditor.Intervals(release, new HashSet<string> { "a" });

        Assert.That(intervals["a"], Is.EqualTo(new Interval(1, 7)));
        Assert.That(intervals["b"], Is.EqualTo(new Interval(0, 6)));
    }

    [Test]
    public void Uses_inequalities_in_both_directions()
    {
        var release = new Release(5, [Tables.Count("small", 2), Tables.Count("large", 9), Tables.Count("other", 8)], [], [], [], [new(["small", "large"], ["other", "other"])]);

        Assert.That(Auditor.Intervals(release, new HashSet<string> { "small" })["small"], Is.EqualTo(new Interval(1, 7)));
        Assert.That(Auditor.Intervals(release, new HashSet<string> { "other" })["other"], Is.EqualTo(new Interval(6, null)));
    }

    // In a two-way table both work: the flow is exact by itself, the simplex by what it verifies.
    [Test]
    public void Flow_and_simplex_agree([Range(1, 40)] int seed)
    {
        var random = new Random(seed);
        var groups = seed % 2 == 0 ? null : Enumerable.Range(0, 6).Select(r => r / (2 + (seed % 3))).ToArray();
        var release = Tables.TwoWay(5, Tables.Random(random, 6, 4, 30), groups);
        var system = new ReleaseSystem(release).System;
        system.Complete(_ => true);
        var hidden = Enumerable.Range(0, system.CellCount).Where(v => system.Counts[v] > 0 && random.NextDouble() < 0.5).ToHashSet();
        foreach (var variable in hidden)
        {
            var component = Component.Around(system, variable, hidden.Contains);
            var network = Network.Recognise(component);
            Assert.That(network, Is.Not.Null);
            var (flow, simplex) = (new FlowEngine(component, network!, component.Counts), new SimplexEngine(component, component.Counts));
            foreach (var (direction, enough) in new[] { (1, Engine.Unlimited), (-1, Engine.Unlimited), (1, 4L), (-1, 4L) })
            {
                var (one, other) = (flow.Push(component.PlaceOf(variable), direction, enough), simplex.Push(component.PlaceOf(variable), direction, enough));
                Assert.That(one.By, Is.EqualTo(other.By));
                Assert.That(one.Table is null || component.Fits(one.Table));
            }
        }
    }

    private static Release Cube(Random random)
    {
        string[] Codes(int size) => [.. Enumerable.Range(0, size).Select(i => $"{i}"), "*"];
        var leaves = new Dictionary<string, long>();
        foreach (var (a, b, c) in from a in Codes(2)[..^1] from b in Codes(2)[..^1] from c in Codes(2)[..^1] select (a, b, c))
            leaves[a + b + c] = random.Next(0, 5);
        long Sum(string key) => leaves.Where(l => Enumerable.Range(0, 3).All(i => key[i] == '*' || key[i] == l.Key[i])).Sum(l => l.Value);
        var keys = (from a in Codes(2) from b in Codes(2) from c in Codes(2) select a + b + c).ToList();
        var additions = (from key in keys from i in Enumerable.Range(0, 3) where key[i] == '*' select new AdditionRule(key, [key[..i] + "0" + key[(i + 1)..], key[..i] + "1" + key[(i + 1)..]])).ToList();
        var cells = keys.Select(k => Tables.Count(k, Sum(k))).ToList();
        var part = random.Next(0, (int)Sum("000") + 1);
        cells.Add(Tables.Count("part", part));
        return new Release(5, cells, additions, [new("part", "000")]);
    }

    private static void AssertAsEnumerated(Release release, HashSet<string> withheld)
    {
        var (least, most) = Enumerate(release, [.. withheld]);
        var intervals = Auditor.Intervals(release, withheld);
        Assert.Multiple(() =>
        {
            foreach (var key in withheld)
                Assert.That(intervals[key], Is.EqualTo(new Interval(least[key], most[key])), key);
        });
    }

    private static (Dictionary<string, long> Least, Dictionary<string, long> Most) Enumerate(Release release, string[] withheld)
    {
        var values = release.Cells.ToDictionary(c => c.Key, c => c.Count);
        var (least, most) = (new Dictionary<string, long>(), new Dictionary<string, long>());
        Try(0);
        return (least, most);

        void Try(int index)
        {
            var left = withheld.Skip(index).ToHashSet();
            if (release.Additions.Any(a => !a.Keys.Any(left.Contains) && values[a.Total] != a.Parts.Sum(p => values[p])))
                return;
            if (release.Bases.Any(b => !left.Contains(b.Part) && !left.Contains(b.Base) && values[b.Part] > values[b.Base]))
                return;
            if (index == withheld.Length)
            {
                foreach (var key in withheld)
                    (least[key], most[key]) = (Math.Min(least.GetValueOrDefault(key, long.MaxValue), values[key]), Math.Max(most.GetValueOrDefault(key), values[key]));
                return;
            }

            // No more than any total it is part of.
            var limit = release.Additions.Where(a => a.Parts.Contains(withheld[index]) && !withheld.Contains(a.Total)).Select(a => values[a.Total]).DefaultIfEmpty(20).Min();
            for (var value = 1; value <= limit; value++)
            {
                values[withheld[index]] = value;
                Try(index + 1);
            }
        }
    }
}
