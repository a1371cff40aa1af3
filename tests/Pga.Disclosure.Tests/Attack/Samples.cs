using FsCheck;
using FsCheck.Fluent;

namespace Pga.Disclosure.Tests.Attack;

/// <summary>A release to attack, by what it is made of, so that one that goes wrong can be made smaller and read.</summary>
/// <param name="Counts">What is counted apart; the rest are sums of it.</param>
/// <param name="Repeats">How often a client is counted, at most.</param>
public sealed record Sample(Shape Shape, int Threshold, int[] Counts, int[] Repeats)
{
    public Release Release() => Release(Threshold);

    public Release Release(int threshold) => Shape.Make(threshold, [.. Counts.Select((count, i) => new Cell("", count, (count + Repeats[i] - 1) / Repeats[i]))]);

    public override string ToString() => $"{Shape} K {Threshold}, counts {string.Join(' ', Counts)}, repeats {string.Join(' ', Repeats)}";
}

public abstract record Shape(int Size)
{
    internal abstract Release Make(int threshold, IReadOnlyList<Cell> counts);

    private protected static Cell Named(string key, Cell tally) => tally with { Key = key };

    private protected static Cell Sum(string key, IEnumerable<Cell> parts, bool headline = false) =>
        parts.Aggregate(new Cell(key, 0, 0, headline), (sum, part) => sum with { Count = sum.Count + part.Count, Persons = sum.Persons + part.Persons });
}

/// <summary>One table of one, two or three dimensions; the first may have groups.</summary>
/// <param name="Groups">By group how many codes are in it; none when the first dimension has no groups.</param>
/// <param name="Others">How many codes the other dimensions have.</param>
public sealed record TableShape(int[] Groups, bool IsGrouped, int[] Others) : Shape(Groups.Sum() * Others.Aggregate(1, (a, b) => a * b))
{
    public override string ToString() => $"{string.Join(IsGrouped ? "|" : "+", Groups)} × {string.Join(" × ", Others)}";

    internal override Release Make(int threshold, IReadOnlyList<Cell> counts)
    {
        var first = new List<(string, string?)> { ("all", null) };
        for (var g = 0; g < Groups.Length; g++)
        {
            if (IsGrouped)
                first.Add(($"g{g}", "all"));
            first.AddRange(Enumerable.Range(0, Groups[g]).Select(i => ($"g{g}.{i}", (string?)(IsGrouped ? $"g{g}" : "all"))));
        }

        var cube = new Cube([first, .. Others.Select(n => Enumerable.Range(0, n).Select(i => ($"{(char)('a' + i)}", (string?)"all")).Prepend(("all", null)).ToList())]);
        var cells = new Dictionary<string, Cell>();
        foreach (var (place, count) in cube.Leaves.Zip(counts))
            cells[cube.Names[place]] = Named(cube.Names[place], count);
        var sums = cube.Sums().ToList();
        while (cells.Count < cube.Names.Count)
        {
            foreach (var (total, parts) in sums.Where(s => !cells.ContainsKey(s.Total) && s.Parts.All(cells.ContainsKey)).ToList())
                cells[total] = Sum(total, parts.Select(p => cells[p]), headline: total == cube.Names[0]);
        }

        return new Release(threshold, cells.Values, [.. sums.Select(s => new AdditionRule(s.Total, s.Parts))], []);
    }
}

/// <summary>
/// Like a small edition: inflow by programme and by wijk, concerns among the assessed, outflow by judgement and reason, the
/// positive of it by programme, and what was running at the end of two years; outflow by programme is in no table.
/// </summary>
public sealed record LinkedShape(int Programmes, int Wijken, int Concerns, bool IsLastYearKnown) : Shape((5 * Programmes) + Wijken + (3 * Concerns) + 2)
{
    public override string ToString() => $"linked {Programmes} {Wijken} {Concerns}{(IsLastYearKnown ? " after last year" : "")}";

    internal override Release Make(int threshold, IReadOnlyList<Cell> counts)
    {
        var next = 0;
        Cell Take(string key) => counts[next++] with { Key = key };
        var (cells, additions, bases, identities, inequalities) = (new List<Cell>(), new List<AdditionRule>(), new List<BaseRelation>(), new List<Identity>(), new List<AtMost>());
        string Add(Cell cell)
        {
            cells.Add(cell);
            return cell.Key;
        }

        Cell Total(string key, IReadOnlyList<Cell> parts, bool headline = false)
        {
            var total = Sum(key, parts, headline);
            additions.Add(new AdditionRule(Add(total), [.. parts.Select(p => p.Key)]));
            return total;
        }

        var programmes = Enumerable.Range(0, Programmes).ToList();
        var (inflow, positive, running) = (new List<Cell>(), new List<Cell>(), new List<Cell>());
        var others = new List<Cell>();
        foreach (var p in programmes)
        {
            inflow.Add(Take($"inflow/{p}") with { Headline = true });
            positive.Add(Take($"positive/{p}") with { Headline = true });
            others.Add(Take(""));
            var outflow = Sum($"outflow/{p}", [positive[p], others[p]]);
            // Enough was running to let this many go.
            var before = Sum($"before/{p}", [outflow, Take("")]);
            if (IsLastYearKnown && before.Count > 0 && before.Persons < threshold)
                before = before with { Count = before.Count + threshold, Persons = before.Persons + threshold };
            running.Add(Sum($"running/{p}", [inflow[p], before]) with
            {
                Count = inflow[p].Count + before.Count - outflow.Count,
                Persons = Math.Min(inflow[p].Count + before.Count - outflow.Count, inflow[p].Persons + before.Persons),
            });
            cells.AddRange([inflow[p], positive[p], running[p]]);
            Add(outflow with { Fate = Fate.Unpublished });
            Add(before with { Fate = IsLastYearKnown ? Fate.Shown : Fate.Unpublished });
            identities.Add(new Identity([$"before/{p}", $"inflow/{p}"], [$"running/{p}", $"outflow/{p}"]));
            inequalities.Add(new AtMost([$"positive/{p}"], [$"outflow/{p}"]));
            next++;
        }

        var all = Total("inflow/total", inflow, headline: true);
        Total("running/total", running, headline: true);
        var reasons = new[] { Sum("reason/a", positive), new Cell("reason/b", 0, 0) };
        var allPositive = Total("positive/total", positive, headline: true);
        cells.AddRange(reasons);
        additions.Add(new AdditionRule(allPositive.Key, [.. reasons.Select(r => r.Key)]));
        var neutral = Add(Sum("neutral", others));
        var outflowTotal = Add(Sum("outflow/total", [allPositive, Sum("", others)], headline: true));
        additions.Add(new AdditionRule(outflowTotal, [allPositive.Key, neutral]));
        identities.Add(new Identity([outflowTotal], [.. programmes.Select(p => $"outflow/{p}")]));

        // The last wijk takes what the others leave.
        var left = all;
        var wijken = new List<Cell>();
        for (var w = 0; w <= Wijken; w++)
        {
            var wanted = w < Wijken ? Take("") : left;
            var count = Math.Min(wanted.Count, left.Count);
            wijken.Add(new Cell($"wijk/{w}", count, w < Wijken ? Math.Min(count, wanted.Persons) : count));
            left = left with { Count = left.Count - count };
        }

        cells.AddRange(wijken);
        additions.Add(new AdditionRule(all.Key, [.. wijken.Select(w => w.Key)]));

        var assessed = Math.Min(all.Count, Take("").Count + (all.Count / 2));
        var @base = Add(new Cell("assessed", assessed, assessed));
        inequalities.Add(new AtMost([@base], [all.Key]));
        for (var c = 0; c < Concerns; c++)
        {
            var concern = Math.Min(assessed, Take("").Count);
            var acute = Math.Min(concern, Take("").Count);
            bases.Add(new BaseRelation(Add(new Cell($"concern/{c}", concern, concern)), @base));
            bases.Add(new BaseRelation(Add(new Cell($"acute/{c}", acute, acute)), @base));
            inequalities.Add(new AtMost([$"acute/{c}"], [$"concern/{c}"]));
        }

        return new Release(threshold, cells, additions, bases, identities, inequalities);
    }
}

internal static class Samples
{
    /// <summary>As large as trying everything allows.</summary>
    public static class Tiny
    {
        public static Arbitrary<Sample> Any() => Of(Gen.OneOf(OneWay(2, 5), Plain(2, 2), Plain(2, 3)), Gen.Frequency((1, Gen.Constant(0)), (5, Gen.Choose(1, 7))), Gen.Choose(3, 4));
    }

    /// <summary>Tables with totals in one or two directions, with groups in one of them.</summary>
    public static class TwoWay
    {
        public static Arbitrary<Sample> Any() => Of(Gen.OneOf(OneWay(1, 12), Plain(6, 5), Grouped), Count, Threshold);
    }

    /// <summary>Small three-way tables and linked ones.</summary>
    public static class General
    {
        public static Arbitrary<Sample> Any() => Of(Gen.OneOf(Cube, Linked, Linked), Count, Threshold);
    }

    public static class All
    {
        public static Arbitrary<Sample> Any() => Of(Gen.OneOf(OneWay(1, 12), Plain(6, 5), Grouped, Cube, Linked, Linked), Count, Threshold);
    }

    private static Gen<int> Threshold => Gen.Choose(3, 20);

    private static Gen<int> Count => Gen.Frequency((2, Gen.Constant(0)), (4, Gen.Choose(1, 6)), (5, Gen.Choose(5, 60)), (1, Gen.Choose(100, 5000)));

    private static Gen<Shape> Grouped =>
        from groups in Gen.Choose(1, 3)
        from sizes in Gen.Choose(1, 3).ArrayOf(groups)
        from columns in Gen.Choose(2, 4)
        select (Shape)new TableShape(sizes, true, [columns]);

    private static Gen<Shape> Cube =>
        from a in Gen.Choose(2, 3)
        from b in Gen.Choose(2, 3)
        select (Shape)new TableShape([a], false, [b, 2]);

    private static Gen<Shape> Linked =>
        from programmes in Gen.Choose(2, 3)
        from wijken in Gen.Choose(1, 3)
        from concerns in Gen.Choose(0, 2)
        from isLastYearKnown in Gen.Elements(true, false)
        select (Shape)new LinkedShape(programmes, wijken, concerns, isLastYearKnown);

    private static Gen<Shape> OneWay(int least, int most) => from n in Gen.Choose(least, most) select (Shape)new TableShape([n], false, []);

    private static Gen<Shape> Plain(int rows, int columns) =>
        from r in Gen.Choose(2, rows)
        from c in Gen.Choose(2, columns)
        select (Shape)new TableShape([r], false, [c]);

    private static Arbitrary<Sample> Of(Gen<Shape> shapes, Gen<int> count, Gen<int> threshold) => Arb.From(
        from shape in shapes
        from k in threshold
        from counts in count.ArrayOf(shape.Size)
        from repeats in Gen.Frequency((4, Gen.Constant(1)), (1, Gen.Choose(2, 3))).ArrayOf(shape.Size)
        select new Sample(shape, k, counts, repeats),
        Smaller);

    // The same table with less in it.
    private static IEnumerable<Sample> Smaller(Sample sample)
    {
        for (var i = 0; i < sample.Counts.Length; i++)
        {
            foreach (var count in new[] { 0, sample.Counts[i] / 2, sample.Counts[i] - 1 }.Where(c => c >= 0 && c < sample.Counts[i]).Distinct())
                yield return sample with { Counts = [.. sample.Counts[..i], count, .. sample.Counts[(i + 1)..]] };
            if (sample.Repeats[i] > 1)
                yield return sample with { Repeats = [.. sample.Repeats[..i], 1, .. sample.Repeats[(i + 1)..]] };
        }
    }
}
