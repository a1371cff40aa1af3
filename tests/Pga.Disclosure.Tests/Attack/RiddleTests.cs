using FsCheck;
using FsCheck.Fluent;
using Pga.Testing.Attack;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace Pga.Disclosure.Tests.Attack;

/// <summary>The attacker itself, against known answers and against trying everything.</summary>
internal sealed class RiddleTests
{
    [TestCaseSource(typeof(KnownAnswers), nameof(KnownAnswers.All))]
    public void Finds_the_known_answers(KnownAnswer known)
    {
        var riddle = known.Riddle();

        Assert.Multiple(() =>
        {
            foreach (var (cell, expected) in known.Expected)
                Assert.That(riddle.Of(cell), Is.EqualTo(expected), cell);
        });
    }

    [TestCaseSource(typeof(KnownAnswers), nameof(KnownAnswers.Linked))]
    public void Finds_just_what_linked_releases_disclose(KnownAnswer known)
    {
        var riddle = known.Riddle();

        var disclosed = riddle.HiddenCells.Where(c => known.Secrets.Contains(c) && !riddle.IsWide(c, known.Threshold - 1))
            .ToDictionary(c => c, c => (Spread?)riddle.Of(c));
        foreach (var cell in known.TwoFates)
            disclosed[cell] = null;

        Assert.That(disclosed, Is.EquivalentTo(known.Disclosures));
        Assert.That(disclosed, known.IsSafe ? Is.Empty : Is.Not.Empty);
    }

    [Property(Arbitrary = [typeof(Systems)], MaxTest = 400, Replay = "20261122,7")]
    public bool Finds_what_trying_everything_finds(SmallSystem system)
    {
        var answers = system.TryEverything();
        var riddle = system.Riddle();
        return Enumerable.Range(0, system.Truth.Length).All(i => riddle.Of($"x{i}") == new Spread(answers.Min(a => a[i]), answers.Max(a => a[i])))
            && Enumerable.Range(0, SmallSystem.Highest + 1).All(width => riddle.IsWide("x0", width) == (answers.Max(a => a[0]) - answers.Min(a => a[0]) >= width));
    }

    [Test]
    public void Knows_what_has_no_end()
    {
        var riddle = new Riddle();
        foreach (var cell in new[] { "a", "b", "total", "alone" })
            riddle.Hidden(cell);
        riddle.Same(["total"], ["a", "b"]);

        Assert.That(riddle.Of("total"), Is.EqualTo(new Spread(2, null)));
        Assert.That(riddle.Of("alone"), Is.EqualTo(new Spread(1, null)));
        Assert.That(riddle.Of(new Dictionary<string, long> { ["a"] = 1, ["b"] = -1 }), Is.EqualTo(new Spread(null, null)));
        Assert.That(riddle.Of(new Dictionary<string, long> { ["total"] = 1, ["a"] = -1 }), Is.EqualTo(new Spread(1, null)));
    }

    [Test]
    public void Looks_for_whole_numbers_only()
    {
        // 2a + 2b + 2c = 7 has answers, but none that are whole; with d = 1 all of them are.
        var riddle = new Riddle();
        foreach (var cell in new[] { "a", "b", "c", "d" })
            riddle.Hidden(cell, 0);
        riddle.Shown("seven", 7);
        riddle.Rule(new() { ["a"] = 2, ["b"] = 2, ["c"] = 2, ["d"] = 1, ["seven"] = -1 }, isEquation: true);
        riddle.Shown("two", 2);
        riddle.AtMost(["d"], ["two"]);

        Assert.That(riddle.Of("d"), Is.EqualTo(new Spread(1, 1)));
        Assert.That(riddle.Of("a"), Is.EqualTo(new Spread(0, 3)));
    }

    [Test]
    public void Says_so_when_nothing_fits()
    {
        var riddle = new Riddle();
        riddle.Hidden("a");
        riddle.Hidden("b");
        riddle.Shown("total", 1);
        riddle.Same(["total"], ["a", "b"]);

        Assert.That(() => riddle.Of("a"), Throws.TypeOf<Contradiction>());
    }

    /// <summary>Rules with any whole coefficients, over a few cells that are no larger than <see cref="Highest"/>.</summary>
    internal sealed record SmallSystem(int[] Truth, int[][] Coefficients, bool[] Equations, int[] Slack)
    {
        public const int Highest = 6;

        public Riddle Riddle()
        {
            var riddle = new Riddle();
            riddle.Shown("one", 1);
            for (var i = 0; i < Truth.Length; i++)
            {
                riddle.Hidden($"x{i}", 0);
                riddle.Rule(new() { [$"x{i}"] = 1, ["one"] = -Highest }, isEquation: false);
            }

            for (var r = 0; r < Coefficients.Length; r++)
            {
                var rule = Coefficients[r].Select((c, i) => (Cell: $"x{i}", Coefficient: (long)c)).ToDictionary(t => t.Cell, t => t.Coefficient);
                rule["one"] = -Constant(r);
                riddle.Rule(rule, Equations[r]);
            }

            return riddle;
        }

        public List<int[]> TryEverything()
        {
            var all = new List<int[]>();
            var answer = new int[Truth.Length];
            Try(0);
            return all;

            void Try(int place)
            {
                if (place == answer.Length)
                {
                    if (Fits(answer))
                        all.Add([.. answer]);
                    return;
                }

                for (answer[place] = 0; answer[place] <= Highest; answer[place]++)
                    Try(place + 1);
            }
        }

        public override string ToString() => string.Join("; ", Coefficients.Select((c, r) => $"{string.Join(' ', c)} {(Equations[r] ? "=" : "≤")} {Constant(r)}"));

        private bool Fits(int[] answer)
        {
            for (var r = 0; r < Coefficients.Length; r++)
            {
                var sum = Sum(r, answer);
                if (Equations[r] ? sum != Constant(r) : sum > Constant(r))
                    return false;
            }

            return true;
        }

        private long Constant(int rule) => Sum(rule, Truth) + (Equations[rule] ? 0 : Slack[rule]);

        private long Sum(int rule, int[] values)
        {
            var sum = 0L;
            for (var i = 0; i < values.Length; i++)
                sum += (long)Coefficients[rule][i] * values[i];
            return sum;
        }
    }

    internal static class Systems
    {
        public static Arbitrary<SmallSystem> Any() => Arb.From(
            from cells in Gen.Choose(1, 5)
            from rules in Gen.Choose(0, 4)
            from truth in Gen.Choose(0, SmallSystem.Highest).ArrayOf(cells)
            from coefficients in Gen.Choose(-3, 3).ArrayOf(cells).ArrayOf(rules)
            from equations in Gen.Elements(true, false).ArrayOf(rules)
            from slack in Gen.Choose(0, 3).ArrayOf(rules)
            select new SmallSystem(truth, coefficients, equations, slack));
    }
}
