using FsCheck;
using FsCheck.Fluent;

namespace Pga.Disclosure.Tests;

/// <summary>Random releases: a table with totals both ways, linked to a second table through its total, and parts of a base.</summary>
public static class Releases
{
    public static Arbitrary<Release> Any() => Arb.From(
        from threshold in Gen.Choose(3, 20)
        from rows in Gen.Choose(1, 6)
        from columns in Gen.Choose(1, 4)
        from counts in Count.ArrayOf(rows * columns)
        from repeats in Gen.Choose(1, 3).ArrayOf(rows * columns)
        from shares in Gen.Choose(0, 100).ArrayOf(rows * columns)
        from split in Gen.Choose(0, 100)
        select Make(threshold, rows, columns, counts, repeats, shares, split));

    private static Gen<int> Count => Gen.Frequency((3, Gen.Constant(0)), (4, Gen.Choose(1, 6)), (5, Gen.Choose(5, 60)), (1, Gen.Choose(100, 5000)));

    private static Release Make(int threshold, int rows, int columns, int[] counts, int[] repeats, int[] shares, int split)
    {
        var cells = new List<Cell>();
        var additions = new List<AdditionRule>();
        var bases = new List<BaseRelation>();
        for (var i = 0; i < counts.Length; i++)
        {
            // Some clients are behind more than one of what is counted.
            cells.Add(Of(Leaf(i / columns, i % columns), counts[i], repeats[i]));
            cells.Add(Of($"part/{i}", counts[i] * shares[i] / 100, repeats[i]));
            bases.Add(new BaseRelation($"part/{i}", Leaf(i / columns, i % columns)));
        }

        for (var r = 0; r < rows; r++)
        {
            cells.Add(Of($"row/{r}", Enumerable.Range(0, columns).Sum(c => counts[(r * columns) + c]), 1));
            additions.Add(new AdditionRule($"row/{r}", [.. Enumerable.Range(0, columns).Select(c => Leaf(r, c))]));
        }

        for (var c = 0; c < columns; c++)
        {
            cells.Add(Of($"column/{c}", Enumerable.Range(0, rows).Sum(r => counts[(r * columns) + c]), 1));
            additions.Add(new AdditionRule($"column/{c}", [.. Enumerable.Range(0, rows).Select(r => Leaf(r, c))]));
        }

        var all = counts.Sum();
        cells.Add(Of("total", all, 1) with { Headline = true });
        additions.Add(new AdditionRule("total", [.. Enumerable.Range(0, rows).Select(r => $"row/{r}")]));
        additions.Add(new AdditionRule("total", [.. Enumerable.Range(0, columns).Select(c => $"column/{c}")]));
        cells.Add(Of("other/a", all * split / 100, 1));
        cells.Add(Of("other/b", all - (all * split / 100), 1));
        additions.Add(new AdditionRule("total", ["other/a", "other/b"]));
        return new Release(threshold, cells, additions, bases);
    }

    private static string Leaf(int row, int column) => $"leaf/{row}/{column}";

    private static Cell Of(string key, int count, int repeats) => new(key, count, (count + repeats - 1) / repeats);
}
