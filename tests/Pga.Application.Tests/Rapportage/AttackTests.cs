using System.Diagnostics;
using Pga.Application.Rapportage;
using Pga.Testing.Attack;

namespace Pga.Application.Tests.Rapportage;

/// <summary>An attacker on whole editions of made-up caseloads, with nothing but what a reader sees.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class AttackTests
{
    private const int Worlds = 200;

    [TestCase(5)]
    [TestCase(10)]
    public void Finds_nothing_in_an_edition(int threshold) =>
        FindsNothing(Worlds, 0, world => new AttackEditions(world, new Thresholds(threshold, threshold)).Make(2024).Found(Audiences.Council));

    [TestCase(5)]
    [TestCase(10)]
    public void Finds_nothing_in_three_years_of_editions(int threshold) =>
        FindsNothing(40, 1000, world => new AttackEditions(world, new Thresholds(threshold, threshold)).Make(2022).Make(2023).Make(2024).Found(Audiences.Council));

    private static void FindsNothing(int worlds, int first, Func<AttackWorld, List<string>> attack)
    {
        var clock = Stopwatch.StartNew();
        var found = new List<string>();
        for (var seed = first; seed < first + worlds; seed++)
        {
            try
            {
                var its = attack(new AttackWorld(seed));
                if (its.Count > 0)
                    found.Add($"caseload {seed}: {string.Join("; ", its)}");
            }
            catch (Exception e) when (e is not AssertionException)
            {
                found.Add($"caseload {seed}: {e}");
            }
        }

        TestContext.Out.WriteLine($"{worlds} caseloads in {clock.Elapsed.TotalSeconds:F0} s");
        Assert.That(found, Is.Empty);
    }

    [Test]
    public void Has_rules_that_hold_for_every_caseload()
    {
        for (var seed = 0; seed < Worlds; seed++)
        {
            var world = new AttackWorld(seed);
            var readings = new[] { 2022, 2023, 2024 }.Select(y => AttackReading.Of(CountedEdition.Of(world.Facts(y)).Show(5, default, new HashSet<string>(), new Dictionary<string, long?>()))).ToList();
            var riddle = AttackKnowledge.Of(readings);

            // What is in no table can be worked out from all that is.
            foreach (var ended in world.Facts(2024).EndedIn(2024).GroupBy(t => t.Programme))
                Assert.That(riddle.Of(AttackKnowledge.Ended(ended.Key, 2024)), Is.EqualTo(new Spread(ended.Count(), ended.Count())), $"seed {seed}");
        }
    }
}
