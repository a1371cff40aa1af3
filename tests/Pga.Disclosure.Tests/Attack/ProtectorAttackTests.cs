using FsCheck.Fluent;
using Pga.Testing.Attack;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace Pga.Disclosure.Tests.Attack;

/// <summary>
/// What must hold of every protection, tried on releases made up at random by an attacker who shares no code with it. The
/// seeds are fixed, so that a run can be repeated; a failure prints the smallest sample that fails.
/// </summary>
internal sealed class ProtectorAttackTests
{
    private const int Runs = 200;
    private const int FewRuns = 60;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    [Property(Arbitrary = [typeof(Samples.TwoWay)], MaxTest = Runs, Replay = "11,3")]
    public void Leaves_nothing_to_find_in_tables(Sample sample) => IsSafe(sample.Release(), Protect(sample.Release()).Withheld);

    [Property(Arbitrary = [typeof(Samples.General)], MaxTest = Runs, Replay = "12,3")]
    public void Leaves_nothing_to_find_in_three_way_and_linked_tables(Sample sample) => IsSafe(sample.Release(), Protect(sample.Release()).Withheld);

    [Property(Arbitrary = [typeof(Samples.All)], MaxTest = Runs, Replay = "13,3")]
    public void Withholds_every_primary_and_no_zero(Sample sample)
    {
        var release = sample.Release();
        var withheld = Protect(release).Withheld;
        Assert.That(Reader.Primaries(release), Is.SubsetOf(withheld));
        Assert.That(withheld, Has.All.Matches<string>(key => release[key] is { Count: > 0, Fate: Fate.Open or Fate.Withheld }));
    }

    [Property(Arbitrary = [typeof(Samples.All)], MaxTest = Runs, Replay = "14,3")]
    public void Shows_evidence_that_verifies_in_whole_numbers(Sample sample)
    {
        var release = sample.Release();
        var protection = Protect(release);
        var riddle = Reader.Riddle(release, protection.Withheld);
        foreach (var (name, sum) in Reader.Secrets(release))
            Assert.That(protection.Evidence.Any(e => e.Secret == name && Apart(release, e, sum) >= release.Threshold - 1), name);
        foreach (var key in protection.Withheld)
            Assert.That(protection.Evidence.Any(e => e.Low.TryGetValue(key, out var low) && e.High[key] != low), $"{key} could be one number only");
        foreach (var evidence in protection.Evidence)
        {
            Fits(release, protection.Withheld, riddle, evidence.Low);
            Fits(release, protection.Withheld, riddle, evidence.High);
        }
    }

    [Property(Arbitrary = [typeof(Samples.All)], MaxTest = Runs, Replay = "15,3")]
    public void Reckons_the_cost_as_agreed_and_never_below_its_bound(Sample sample)
    {
        var release = sample.Release();
        var protection = Protect(release);
        Assert.That(protection.Cost, Is.EqualTo(Reader.Cost(release, protection.Withheld.Where(key => release[key].Fate == Fate.Open))));
        Assert.That(protection.Bound, Is.InRange(0, protection.Cost));
    }

    [Property(Arbitrary = [typeof(Samples.TwoWay)], MaxTest = Runs, Replay = "16,3")]
    public void Proves_the_least_cost_of_tables(Sample sample)
    {
        var protection = Protect(sample.Release());
        Assert.That(protection.Cost, Is.EqualTo(protection.Bound));
    }

    [Property(Arbitrary = [typeof(Samples.Tiny)], MaxTest = FewRuns, Replay = "17,3")]
    public void Finds_the_least_cost_that_trying_every_mask_finds(Sample sample)
    {
        var release = sample.Release();
        var candidates = release.Cells.Where(c => c.Count > 0).Select(c => c.Key).Except(Reader.Primaries(release)).ToList();
        var least = Enumerable.Range(0, 1 << candidates.Count)
            .Select(mask => Reader.Primaries(release).Concat(candidates.Where((_, i) => (mask >> i & 1) == 1)).ToHashSet())
            .OrderBy(withheld => Reader.Cost(release, withheld))
            .First(withheld => !Reader.Finds(release, withheld).Any());
        var protection = Protect(release);
        Assert.That((protection.Cost, protection.Bound), Is.EqualTo((Reader.Cost(release, least), protection.Cost)), string.Join(' ', least));
    }

    [Property(Arbitrary = [typeof(Samples.All)], MaxTest = Runs, Replay = "18,3")]
    public void Withholds_nothing_for_nothing_where_the_cost_is_least(Sample sample)
    {
        var release = sample.Release();
        var protection = Protect(release);
        if (protection.Cost != protection.Bound)
            return;
        foreach (var key in protection.Withheld)
            Assert.That(Reader.Finds(release, protection.Withheld.Where(k => k != key).ToHashSet()), Is.Not.Empty, $"{key} is withheld for nothing");
    }

    [Property(Arbitrary = [typeof(Samples.All)], MaxTest = Runs, Replay = "19,3")]
    public void Costs_the_same_in_another_order_and_under_other_names(Sample sample)
    {
        var protection = Protect(sample.Release());
        var other = Protect(Shuffled(sample.Release(), sample.Counts.Sum()));
        if (protection.Cost == protection.Bound && other.Cost == other.Bound)
            Assert.That(other.Cost, Is.EqualTo(protection.Cost));
        Assert.That(other.Bound, Is.LessThanOrEqualTo(protection.Cost));
        Assert.That(protection.Bound, Is.LessThanOrEqualTo(other.Cost));
    }

    [Property(Arbitrary = [typeof(Samples.TwoWay)], MaxTest = Runs, Replay = "20,3")]
    public void Costs_the_same_when_a_table_is_turned(Sample sample)
    {
        if (sample.Shape is not TableShape { IsGrouped: false, Others: [var columns] } shape)
            return;
        var rows = shape.Groups.Sum();
        int[] Turn(int[] values) => [.. Enumerable.Range(0, values.Length).Select(i => values[(i % rows * columns) + (i / rows)])];
        var turned = new Sample(new TableShape([columns], false, [rows]), sample.Threshold, Turn(sample.Counts), Turn(sample.Repeats));
        Assert.That(Protect(turned.Release()).Cost, Is.EqualTo(Protect(sample.Release()).Cost));
    }

    [Property(Arbitrary = [typeof(Samples.All)], MaxTest = Runs, Replay = "21,3")]
    public void Never_costs_less_at_a_higher_threshold(Sample sample)
    {
        // Last year's figures depend on the threshold they were shown at.
        if (sample.Shape is LinkedShape { IsLastYearKnown: true })
            return;
        var low = Protect(sample.Release());
        var high = Protect(sample.Release(sample.Threshold + 1));
        Assert.That(low.Bound, Is.LessThanOrEqualTo(high.Cost));
    }

    [Property(Arbitrary = [typeof(Samples.All)], MaxTest = Runs, Replay = "22,3")]
    public void Withholds_nothing_when_nothing_is_small(Sample sample)
    {
        var large = (sample with { Counts = [.. sample.Counts.Select(c => c * sample.Threshold * 3)] }).Release();
        if (Reader.Secrets(large).Any())
            return;
        var protection = Protect(large);
        Assert.That((protection.Withheld.Count, protection.Cost, protection.Bound), Is.EqualTo((0, 0L, 0L)));
    }

    [Property(Arbitrary = [typeof(Samples.All)], MaxTest = Runs, Replay = "23,3")]
    public void Ends_verified_or_refused_without_time_or_cancelled(Sample sample)
    {
        var release = sample.Release();
        using var cancelled = new CancellationTokenSource();
        using var soon = new CancellationTokenSource();
        cancelled.Cancel();
        soon.CancelAfter(TimeSpan.FromMilliseconds(sample.Counts.Sum() % 20));
        foreach (var (limit, ct) in new[] { (TimeSpan.Zero, CancellationToken.None), (Limit, cancelled.Token), (Limit, soon.Token) })
        {
            try
            {
                IsSafe(release, Protector.Protect(release, limit, ct).Withheld);
            }
            catch (ProtectionFailed)
            {
                Assert.That(ct.CanBeCanceled, "only who stops everything is refused");
            }
            catch (OperationCanceledException)
            {
                Assert.That(ct.CanBeCanceled, "only who stops everything is refused");
            }
        }
    }

    [Property(Arbitrary = [typeof(Samples.All)], MaxTest = FewRuns, Replay = "24,3")]
    public void Passes_the_gate_and_fails_it_with_one_number_more(Sample sample)
    {
        var release = sample.Release();
        var protection = Protect(release);
        Assert.That(() => Gate(release, protection.Withheld, protection), Throws.Nothing);
        foreach (var key in protection.Withheld)
            Assert.That(() => Gate(release, protection.Withheld.Where(k => k != key).ToHashSet(), protection), Throws.TypeOf<ProtectionFailed>(), key);
    }

    [Test]
    public void Would_notice_if_only_small_counts_were_withheld()
    {
        var samples = Samples.All.Any().Generator.Sample(Runs).Select(s => s.Release()).ToList();

        var caught = samples.Count(release => Reader.Finds(release, Reader.Primaries(release)).Any());

        TestContext.Out.WriteLine($"{caught} of {Runs}");
        Assert.That(caught, Is.Positive);
    }

    [Property(Arbitrary = [typeof(Samples.All)], MaxTest = Runs, Replay = "25,3")]
    public void Audits_as_the_attacker_does(Sample sample)
    {
        // Any mask will do, a bad one best.
        var release = sample.Release();
        var random = new Random(sample.Counts.Sum());
        var withheld = release.Cells.Where(c => c.Fate == Fate.Open && c.Count > 0 && random.Next(3) > 0).Select(c => c.Key).ToHashSet();
        var riddle = Reader.Riddle(release, withheld);
        var intervals = Auditor.Intervals(release, withheld);
        Assert.That(intervals.Keys, Is.EquivalentTo(riddle.HiddenCells));
        foreach (var (key, interval) in intervals)
            Assert.That(new Spread(interval.Min, interval.Max), Is.EqualTo(riddle.Of(key)), $"{key} of {string.Join(' ', withheld)}");
    }

    [Property(Arbitrary = [typeof(Samples.All)], MaxTest = FewRuns, Replay = "26,3")]
    public void Narrows_nothing_by_withholding_one_more(Sample sample)
    {
        var release = sample.Release();
        var withheld = Reader.Primaries(release);
        var before = Reader.Riddle(release, withheld);
        foreach (var more in release.Cells.Where(c => c.Fate == Fate.Open && c.Count > 0 && !withheld.Contains(c.Key)).Take(5))
        {
            var more1 = withheld.Append(more.Key).ToHashSet();
            var (after, audited) = (Reader.Riddle(release, more1), Auditor.Intervals(release, more1));
            foreach (var key in before.HiddenCells)
            {
                Assert.That(Holds(after.Of(key), before.Of(key)), key);
                Assert.That(Holds(new Spread(audited[key].Min, audited[key].Max), before.Of(key)), key);
            }
        }
    }

    [Test]
    public void Proves_the_least_cost_of_a_table_with_groups()
    {
        var sample = new Sample(new TableShape([3, 4, 3], true, [6]), 5, [.. Enumerable.Range(0, 60).Select(i => i * 37 % 23)], [.. Enumerable.Repeat(1, 60)]);

        var protection = Protector.Protect(sample.Release(), TimeSpan.FromMinutes(1));

        Assert.That(protection.Cost, Is.EqualTo(protection.Bound));
    }

    private static Protected Protect(Release release) => Protector.Protect(release, Limit);

    private static void IsSafe(Release release, IReadOnlySet<string> withheld) => Assert.That(Reader.Finds(release, withheld), Is.Empty);

    private static void Gate(Release release, IReadOnlySet<string> withheld, Protected protection) => ReleaseCheck.Pass(
        release,
        release.Cells.Where(c => c.Fate != Fate.Unpublished).Select(c => (c.Key, withheld.Contains(c.Key) ? null : (long?)c.Count)),
        protection);

    private static bool Holds(Spread wide, Spread narrow) => wide.Least <= narrow.Least && (wide.Most is null || wide.Most >= narrow.Most);

    private static long Apart(Release release, Evidence evidence, Dictionary<string, long> sum) =>
        sum.Sum(t => t.Value * ((evidence.High.TryGetValue(t.Key, out var high) ? high : release[t.Key].Count) - (evidence.Low.TryGetValue(t.Key, out var low) ? low : release[t.Key].Count)));

    // The cells of the table are withheld or unpublished, and every rule about any of them is about no other hidden cell.
    private static void Fits(Release release, IReadOnlySet<string> withheld, Riddle riddle, IReadOnlyDictionary<string, long> table)
    {
        foreach (var (key, value) in table)
            Assert.That(riddle.IsHidden(key) && value >= (withheld.Contains(key) ? 1 : 0), $"{key} = {value}");
        var rules = release.Additions.Select(a => (Left: (IReadOnlyList<string>)[a.Total], Right: a.Parts, IsEquation: true))
            .Concat(release.Identities.Select(i => (i.Left, i.Right, IsEquation: true)))
            .Concat(release.Bases.Select(b => ((IReadOnlyList<string>)[b.Part], (IReadOnlyList<string>)[b.Base], false)))
            .Concat(release.Inequalities.Select(i => (i.Smaller, i.Larger, false)));
        foreach (var (left, right, isEquation) in rules)
        {
            if (!left.Concat(right).Any(table.ContainsKey))
                continue;
            Assert.That(left.Concat(right).Where(riddle.IsHidden), Is.SubsetOf(table.Keys), "no whole table");
            long Sum(IEnumerable<string> keys) => keys.Sum(key => table.TryGetValue(key, out var value) ? value : release[key].Count);
            Assert.That(Sum(left), isEquation ? Is.EqualTo(Sum(right)) : Is.LessThanOrEqualTo(Sum(right)), string.Join(' ', left.Concat(right)));
        }
    }

    private static Release Shuffled(Release release, int seed)
    {
        var random = new Random(seed);
        var cells = release.Cells.ToArray();
        random.Shuffle(cells);
        var names = cells.Select((c, i) => (c.Key, Name: $"c{i:D3}")).ToDictionary(n => n.Key, n => n.Name);
        List<string> Named(IEnumerable<string> keys) => [.. keys.Select(key => names[key]).OrderBy(_ => random.Next())];
        return new Release(
            release.Threshold,
            cells.Select(c => c with { Key = names[c.Key] }),
            [.. release.Additions.Select(a => new AdditionRule(names[a.Total], Named(a.Parts))).OrderBy(_ => random.Next())],
            [.. release.Bases.Select(b => b with { Part = names[b.Part], Base = names[b.Base] }).OrderBy(_ => random.Next())],
            [.. release.Identities.Select(i => new Identity(Named(i.Right), Named(i.Left))).OrderBy(_ => random.Next())],
            [.. release.Inequalities.Select(i => new AtMost(Named(i.Smaller), Named(i.Larger))).OrderBy(_ => random.Next())]);
    }
}
