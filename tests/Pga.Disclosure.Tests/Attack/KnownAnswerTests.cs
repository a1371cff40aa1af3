using Pga.Testing.Attack;

namespace Pga.Disclosure.Tests.Attack;

/// <summary>The library against the known answers.</summary>
internal sealed class KnownAnswerTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    [TestCaseSource(typeof(KnownAnswers), nameof(KnownAnswers.All))]
    public void Audits_exactly(KnownAnswer known)
    {
        var audit = Audit(known);

        Assert.Multiple(() =>
        {
            foreach (var (cell, (least, most)) in known.Expected)
                Assert.That(audit.Intervals[cell], Is.EqualTo(new Interval(least!.Value, most)), cell);
        });
    }

    [TestCaseSource(typeof(KnownAnswers), nameof(KnownAnswers.Linked))]
    public void Refuses_what_linked_releases_disclose_together(KnownAnswer known)
    {
        var audit = Audit(known);

        Assert.That(audit.Disclosures, Is.EquivalentTo(known.Disclosures.Keys));
        Assert.That(audit.Disclosures.Count == 0, Is.EqualTo(known.IsSafe));
    }

    [TestCaseSource(typeof(KnownAnswers), nameof(KnownAnswers.Tables))]
    public void Protects_a_table_at_the_least_cost(KnownAnswer known)
    {
        var release = Release(known, known.Counts.Keys.ToDictionary(c => c, _ => Fate.Open));

        var protection = Protector.Protect(release, Limit);

        Assert.That(Reader.Primaries(release), Is.EquivalentTo(known.Secrets));
        Assert.That(Reader.Finds(release, protection.Withheld), Is.Empty);
        Assert.That(protection.Cost, Is.EqualTo(protection.Bound));
        Assert.That(protection.Cost, Is.EqualTo(Reader.Cost(release, protection.Withheld)));
    }

    [TestCaseSource(typeof(KnownAnswers), nameof(KnownAnswers.Tables))]
    public void Has_no_use_for_a_mask_that_gives_something_away(KnownAnswer known)
    {
        var release = Release(known, known.Counts.Keys.ToDictionary(c => c, _ => Fate.Open));
        var withheld = known.Releases[0].Withheld.ToHashSet();
        var protection = Protector.Protect(release, Limit);
        var isSafe = !Reader.Finds(release, withheld).Any();

        Assert.That(isSafe, Is.EqualTo(known.Id is "f7_unbounded" or "f8_cube"), "by this attacker, who knows that zeros are shown");
        Assert.That(protection.Withheld.SetEquals(withheld), Is.False.Or.EqualTo(isSafe));
        if (isSafe)
            Assert.That(protection.Cost, Is.LessThanOrEqualTo(Reader.Cost(release, withheld)));
    }

    /// <summary>What is published next is decided with all that was published before in mind.</summary>
    [TestCaseSource(typeof(KnownAnswers), nameof(KnownAnswers.Linked))]
    public void Publishes_one_after_the_other_without_disclosing_anything(KnownAnswer known)
    {
        var fates = known.Counts.Keys.ToDictionary(c => c, _ => Fate.Unpublished);
        foreach (var next in known.Releases)
        {
            foreach (var cell in next.Published.Concat(next.Withheld).Where(c => fates[c] == Fate.Unpublished))
                fates[cell] = Fate.Open;
            var release = Release(known, fates);

            var withheld = Protector.Protect(release, Limit).Withheld;

            Assert.That(Reader.Finds(release, withheld), Is.Empty, next.Name);
            foreach (var cell in fates.Keys.Where(c => fates[c] == Fate.Open))
                fates[cell] = withheld.Contains(cell) ? Fate.Withheld : Fate.Shown;
            Assert.That(withheld, Is.EquivalentTo(fates.Keys.Where(c => fates[c] == Fate.Withheld)), "the same cell, the same fate");
        }
    }

    private static Audit Audit(KnownAnswer known) => Auditor.Of(
        known.Threshold,
        known.Counts,
        [.. known.Rules.Select(r => new Relation(r.ToDictionary(t => t.Key, t => (int)t.Value)))],
        [.. known.Releases.Select(r => new Publication(r.Name, r.Published, r.Withheld))],
        known.Lower);

    private static Release Release(KnownAnswer known, Dictionary<string, Fate> fates) => new(
        known.Threshold,
        known.Counts.Select(c => new Cell(c.Key, c.Value, c.Value, Fate: fates[c.Key], IsSecret: fates[c.Key] == Fate.Withheld ? known.Secrets.Contains(c.Key) : null)),
        [.. known.Rules.Where(r => Sides(r).Plus.Count == 1).Select(r => new AdditionRule(Sides(r).Plus[0], Sides(r).Minus))],
        [],
        [.. known.Rules.Where(r => Sides(r).Plus.Count != 1).Select(r => new Identity(Sides(r).Plus, Sides(r).Minus))]);

    private static (List<string> Plus, List<string> Minus) Sides(Dictionary<string, long> rule) =>
        ([.. rule.Where(t => t.Value > 0).Select(t => t.Key)], [.. rule.Where(t => t.Value < 0).Select(t => t.Key)]);
}
