using System.Diagnostics;
using Pga.Application.Pipeline;
using Pga.Application.Rapportage;
using Pga.Testing.Attack;

namespace Pga.Application.Tests.Rapportage;

/// <summary>
/// An attacker on whole editions of made-up caseloads, with nothing but what a reader sees: files, dashboard, the editions of
/// other years and for the other audience.
/// </summary>
[Category("NoDatabase")]
[Parallelizable(ParallelScope.All)]
internal sealed class AttackTests
{
    private const int Worlds = 200;
    private const int FewWorlds = 15;

    [TestCase(5)]
    [TestCase(10)]
    public void Finds_nothing_in_an_edition(int threshold) =>
        FindsNothing(Worlds, 0, world => new AttackEditions(world, Alike(threshold)).Make(2024).Found(Audiences.Council));

    [TestCase(5, true)]
    [TestCase(10, true)]
    [TestCase(5, false)]
    public void Finds_nothing_in_the_editions_of_three_years(int threshold, bool areConfirmed) => FindsNothing(FewWorlds, 1000, world =>
    {
        var editions = new AttackEditions(world, Alike(threshold)).Make(2022, areConfirmed).Make(2023, areConfirmed).Make(2024, areConfirmed);
        return editions.Found(Audiences.Council);
    });

    [Test]
    public void Finds_nothing_in_drafts_of_two_years_whichever_came_first() => FindsNothing(FewWorlds, 2000, world =>
        new AttackEditions(world, Alike(5)).Make(2024, confirm: false).Make(2023, confirm: false).Found(Audiences.Council));

    [TestCase(5, AttackCorrections.Late)]
    [TestCase(10, AttackCorrections.Late)]
    [TestCase(5, AttackCorrections.Any)]
    public void Finds_nothing_where_a_frozen_year_was_corrected(int threshold, object possible) => FindsNothing(FewWorlds, 7000, world =>
    {
        var editions = new AttackEditions(world, Alike(threshold)).Make(2022);
        world.Correct(2022, (AttackCorrections)possible);
        editions.Make(2023);
        world.Correct(2023, (AttackCorrections)possible);
        editions.Make(2024);
        return [.. new[] { AttackCorrections.Late, AttackCorrections.Any }.Where(c => c >= (AttackCorrections)possible).SelectMany(c => editions.FoundOfCorrected(c, Audiences.Council))];
    });

    /// <summary>A year that is frozen can leave a small count of the next no room, whatever is withheld: then that year does without a table.</summary>
    [Test]
    public void Finds_nothing_where_a_table_had_to_be_left_out()
    {
        var editions = new AttackEditions(new AttackWorld(1004), Alike(5)).Make(2022).Make(2023).Make(2024);

        var report = editions.Of(2023, Audiences.Council).Report;
        Assert.That(report.Tables.Select(t => t.Id), Has.No.Member("running"));
        Assert.That(report.Notes, Has.Some.EqualTo("niet in deze rapportage: ‘Lopend op 31 december’; naast eerdere cijfers zou daar een klein aantal uit te berekenen zijn"));
        Assert.That(report.IsWhole, Is.False);
        Assert.That(editions.Of(2022, Audiences.Council).Report.IsWhole);
        Assert.That(editions.Found(Audiences.Council), Is.Empty);
    }

    [Test]
    public void Finds_nothing_around_a_year_without_all_that_can_be_left_out() => FindsNothing(FewWorlds, 1000, world =>
    {
        var editions = new AttackEditions(world, Alike(5)).Make(2022).Make(2023, without: Protection.Dispensable[^1]).Make(2024);
        Assert.That(AttackReading.Of(editions.Of(2023, Audiences.Council).Report).LeftOut, Is.EquivalentTo(Protection.Dispensable[^1]));
        return editions.Found(Audiences.Council);
    });

    [TestCase(10, 5)]
    [TestCase(5, 10)]
    public void Finds_nothing_in_what_two_audiences_read(int council, int management) => FindsNothing(FewWorlds, 3000, world =>
    {
        var editions = new AttackEditions(world, new Thresholds(council, management)).Make(2023).Make(2024);
        return [.. editions.Found(Audiences.Council), .. editions.Found(Audiences.Management), .. editions.Found(Audiences.Council, Audiences.Management)];
    });

    [TestCase(5)]
    [TestCase(10)]
    public void Would_notice_if_one_number_more_were_shown(int threshold)
    {
        var (tried, caught) = (0, 0);
        for (var seed = 0; seed < FewWorlds; seed++)
        {
            var editions = new AttackEditions(new AttackWorld(seed), Alike(threshold)).Make(2024);
            if (!editions.ShowOneMore(2024, Audiences.Council))
                continue;
            tried++;
            if (editions.Found(Audiences.Council).Count > 0)
                caught++;
        }

        // Where the least cost isn't proven, a number may be withheld for nothing.
        TestContext.Out.WriteLine($"{caught} of {tried}");
        Assert.That(caught, Is.GreaterThan(tried * 3 / 4));
    }

    [TestCase(5)]
    [TestCase(10)]
    public void Would_notice_if_only_small_counts_were_withheld(int threshold)
    {
        var caught = 0;
        for (var seed = 0; seed < FewWorlds; seed++)
        {
            var editions = new AttackEditions(new AttackWorld(seed), Alike(threshold)).Make(2024);
            editions.WithholdOnlyWhatIsSmall(2024, Audiences.Council);
            if (editions.Found(Audiences.Council).Count > 0)
                caught++;
        }

        TestContext.Out.WriteLine($"{caught} of {FewWorlds}");
        Assert.That(caught, Is.GreaterThan(FewWorlds / 2));
    }

    [Test]
    public void Has_rules_that_hold_for_every_caseload()
    {
        for (var seed = 0; seed < FewWorlds; seed++)
        {
            var world = new AttackWorld(seed);
            var readings = new[] { 2022, 2023, 2024 }.Select(y => AttackReading.Of(CountedEdition.Of(world.Facts(y)).Show(5, default, new HashSet<string>(), new Dictionary<string, long?>()))).ToList();
            var riddle = AttackKnowledge.Of(readings);

            // What is shown contradicts none of them, and what is in no table follows.
            foreach (var ended in world.Facts(2024).EndedIn(2024).GroupBy(t => t.Programme))
                Assert.That(riddle.Of(AttackKnowledge.Ended(ended.Key, 2024)), Is.EqualTo(new Spread(ended.Count(), ended.Count())), $"seed {seed}");
        }
    }

    private static Thresholds Alike(int threshold) => new(threshold, threshold);

    private static void FindsNothing(int worlds, int first, Func<AttackWorld, List<string>> attack)
    {
        var clock = Stopwatch.StartNew();
        var found = new List<string>();
        for (var seed = first; seed < first + worlds; seed++)
        {
            try
            {
                if (attack(new AttackWorld(seed)) is { Count: > 0 } its)
                    found.Add($"caseload {seed}: {string.Join("; ", its)}");
            }
            catch (Unsafe)
            {
                found.Add($"caseload {seed}: refused");
            }
        }

        TestContext.Out.WriteLine($"{worlds} caseloads, {clock.Elapsed.TotalSeconds:F0} s");
        Assert.That(found, Is.Empty);
    }
}
