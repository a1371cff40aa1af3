namespace Pga.Disclosure.Tests;

internal sealed class CompletionTests
{
    [Test]
    public void Finds_numbers_that_fit_what_was_shown([Range(1, 30)] int seed)
    {
        var random = new Random(seed);
        var release = Tables.TwoWay(5, Tables.Random(random, 5, 4, 20), seed % 2 == 0 ? [0, 0, 1, 1, 1] : null);
        var known = release.Cells.ToDictionary(c => c.Key, c => c.Count > 0 && random.NextDouble() < 0.4 ? null : (long?)c.Count);

        var found = Completion.Find(known, release.Additions, release.Bases)!;

        Assert.That(found.Keys, Is.EquivalentTo(known.Where(k => k.Value is null).Select(k => k.Key)));
        Assert.That(found.Values, Has.All.GreaterThanOrEqualTo(1));
        Assert.That(release.Additions.All(a => Value(a.Total) == a.Parts.Sum(Value)));

        long Value(string key) => known[key] ?? found[key];
    }

    [Test]
    public void Finds_none_when_none_fits()
    {
        var cells = new Dictionary<string, long?> { ["a"] = null, ["b"] = null, ["sum"] = 1 };

        Assert.That(Completion.Find(cells, [new("sum", ["a", "b"])], []), Is.Null);
        Assert.That(Completion.Find(cells, [new("sum", ["a", "b"])], [], unpublished: new HashSet<string> { "b" }), Is.EqualTo(new Dictionary<string, long> { ["a"] = 1, ["b"] = 0 }));
    }

    [Test]
    public void Finds_none_when_what_is_known_contradicts_itself()
    {
        Assert.That(Completion.Find(new Dictionary<string, long?> { ["a"] = 3, ["sum"] = 4 }, [new("sum", ["a"])], []), Is.Null);
        Assert.That(Completion.Find(new Dictionary<string, long?> { ["part"] = 3, ["base"] = 2 }, [], [new("part", "base")]), Is.Null);
    }

    [Test]
    public void Keeps_bases_identities_and_inequalities()
    {
        var cells = new Dictionary<string, long?> { ["stand"] = 40, ["in"] = 12, ["out"] = null, ["next"] = null, ["positive"] = 5, ["part"] = null };

        var found = Completion.Find(cells, [], [new("part", "positive")], [new(["stand", "in"], ["out", "next"])], [new(["positive"], ["out"])])!;

        Assert.That(found["out"] + found["next"], Is.EqualTo(52));
        Assert.That(found["out"], Is.GreaterThanOrEqualTo(5));
        Assert.That(found["part"], Is.InRange(1, 5));
    }
}
