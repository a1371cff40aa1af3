using System.Text.Json;
using Pga.Application.Rapportage;
using Pga.Testing;

namespace Pga.Application.Tests.Rapportage;

/// <summary>The rapportage of the sample caseload against counts that were worked out independently.</summary>
internal sealed class UtrechtTests : SliceTest
{
    private static readonly string Data = Path.Combine(TestContext.CurrentContext.TestDirectory, "data");
    private static readonly HashSet<string> Unprotected = ["contacts", "activities", "budget"];

    [TestCase(5)]
    [TestCase(10)]
    public async Task Shows_the_expected_counts_except_small_ones(int threshold)
    {
        await UtrechtSample.Load(Pga, Path.Combine(Data, "utrecht-2024"));

        var report = await Pga.SendAsSystem(new GetReport(2024, threshold));

        using var expected = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Data, "utrecht-2024.expected.json")));
        var primaries = 0;
        Assert.That(report.Tables.Select(t => t.Id), Is.EquivalentTo(expected.RootElement.EnumerateObject().Select(p => p.Name)));
        Assert.Multiple(() =>
        {
            foreach (var (table, truth) in report.Tables.Select(t => (t, expected.RootElement.GetProperty(t.Id))))
            {
                Assert.That(table.Columns.Select(c => c.Key), Is.EqualTo(truth.GetProperty("columns").EnumerateArray().Select(c => c.GetString())), table.Id);
                Assert.That(Keys(truth), Is.SubsetOf(table.Rows.Select(r => r.Key)), table.Id);
                foreach (var row in table.Rows)
                {
                    for (var i = 0; i < table.Columns.Count; i++)
                    {
                        var place = $"{table.Id}/{row.Key}/{table.Columns[i].Key}";
                        // A row of a shipped catalogue without any count.
                        var count = Value(truth, "rows", row.Key, i) ?? 0;
                        if (IsSmall(table, truth, row.Key, i, threshold))
                        {
                            primaries++;
                            Assert.That(row.Cells[i], Is.Null, place + " is small");
                        }
                        else if (row.Cells[i] is not null || count == 0 || Unprotected.Contains(table.Id) || table.Columns[i].Key == "sessions")
                        {
                            Assert.That(row.Cells[i], Is.EqualTo(count), place);
                        }
                    }
                }
            }
        });
        var withheld = report.Tables.Sum(t => t.Rows.Sum(r => r.Cells.Count(c => c is null)));
        TestContext.Out.WriteLine($"threshold {threshold}: {withheld} numbers withheld, {primaries} of them small");
    }

    [Test]
    public async Task Counts_what_was_counted_independently_and_the_persons_behind_it()
    {
        await UtrechtSample.Load(Pga, Path.Combine(Data, "utrecht-2024"));

        var tables = await ReportTest.Tables(Pga);

        using var expected = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Data, "utrecht-2024.expected.json")));
        Assert.Multiple(() =>
        {
            foreach (var row in tables.SelectMany(t => t.Rows.Select(r => (Table: t.Id, r.Key, r.Cells))))
            {
                var truth = expected.RootElement.GetProperty(row.Table);
                for (var i = 0; i < row.Cells.Count; i++)
                {
                    Assert.That(row.Cells[i].Count, Is.EqualTo(Value(truth, "rows", row.Key, i) ?? 0), row.Cells[i].Key);
                    if (truth.TryGetProperty("persons", out _))
                        Assert.That(row.Cells[i].Persons, Is.EqualTo(Value(truth, "persons", row.Key, i) ?? 0), row.Cells[i].Key);
                }
            }
        });
    }

    private static bool IsSmall(ReportTable table, JsonElement truth, string row, int column, int threshold)
    {
        if (Unprotected.Contains(table.Id) || table.Columns[column].Key == "sessions" || Value(truth, "rows", row, column) is not { } count || count == 0)
            return false;
        var persons = Value(truth, "persons", row, column) ?? count;
        var whole = table.Id switch
        {
            "inflow-concerns" or "inflow-acute" => Value(truth, "rows", "assessed", column)!.Value,
            "progress" or "basic-conditions" => Value(truth, "rows", row, table.Columns.Count - 1)!.Value,
            _ => count,
        };
        return count < threshold || persons < threshold || (whole - count > 0 && whole - count < threshold);
    }

    private static IEnumerable<string> Keys(JsonElement table) => table.GetProperty("rows").EnumerateObject().Select(r => r.Name);

    private static long? Value(JsonElement table, string what, string row, int column) =>
        table.TryGetProperty(what, out var rows) && rows.TryGetProperty(row, out var cells) ? cells[column].GetInt64() : null;
}
