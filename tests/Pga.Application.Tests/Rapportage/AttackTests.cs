using Pga.Application.Rapportage;
using Pga.Disclosure;
using Pga.Testing.Attack;

namespace Pga.Application.Tests.Rapportage;

/// <summary>An attacker on whole editions, with nothing but what a reader sees.</summary>
internal sealed class AttackTests
{
    private const int Worlds = 200;

    [TestCase(5)]
    [TestCase(10)]
    public void Finds_plenty_when_only_small_counts_are_withheld(int threshold)
    {
        var (caught, tried) = (0, 0);
        for (var seed = 0; seed < 20; seed++)
        {
            var tables = Definitions.Count(new AttackWorld(seed).Facts(2024));
            var release = Release(tables, threshold);
            var primaries = release.Cells.Where(c => c.Count > 0 && (c.Count < threshold || c.Persons < threshold)).Select(c => c.Key)
                .Concat(release.Bases.Where(b => release[b.Base].Count - release[b.Part].Count is var rest && rest > 0 && rest < threshold && release[b.Part].Count > 0).Select(b => b.Part))
                .ToHashSet();
            tried++;
            if (AttackTruth.Of(2024, tables).Found(threshold, [AttackReading.Of(Show(tables, primaries, threshold))]).Count > 0)
                caught++;
        }

        TestContext.Out.WriteLine($"{caught} of {tried}");
        Assert.That(caught, Is.GreaterThan(tried / 2));
    }

    [Test]
    public void Has_rules_that_hold_for_every_caseload()
    {
        for (var seed = 0; seed < Worlds; seed++)
        {
            var world = new AttackWorld(seed);
            var readings = new[] { 2022, 2023, 2024 }.Select(y => AttackReading.Of(Show(Definitions.Count(world.Facts(y)), new HashSet<string>(), 5, y))).ToList();
            var riddle = AttackKnowledge.Of(readings);

            // What is in no table can be worked out from all that is.
            foreach (var ended in world.Facts(2024).EndedIn(2024).GroupBy(t => t.Programme))
                Assert.That(riddle.Of(AttackKnowledge.Ended(ended.Key, 2024)), Is.EqualTo(new Spread(ended.Count(), ended.Count())), $"seed {seed}");
        }
    }

    private static Release Release(IReadOnlyList<CountedTable> tables, int threshold) => new(
        threshold, tables.SelectMany(t => t.ProtectedCells()), [.. tables.SelectMany(t => t.Additions)], [.. tables.SelectMany(t => t.Bases)]);

    private static Report Show(IReadOnlyList<CountedTable> tables, IReadOnlySet<string> withheld, int threshold, int year = 2024) => new(
        year, Definitions.Version, threshold, Report.Draft, [.. tables.Select(t => t.Show(withheld))], Stories: [], Notes: [Report.NoEffects]);
}
