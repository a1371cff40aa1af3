using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pga.Application.Import;
using Pga.Application.Rapportage;
using Pga.Domain.Clients;
using Pga.Domain.Interventions;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Rapportage;

/// <summary>The attacker on editions that are made, confirmed and stored as in earnest, and on all that is kept of them.</summary>
internal sealed class AttackStoredTests
{
    private static readonly string Data = Path.Combine(TestContext.CurrentContext.TestDirectory, "data");

    private readonly StaffMember _manager = A.Staff(StaffRoles.Manager);

    [TestCase(5, 5)]
    [TestCase(10, 10)]
    [TestCase(10, 5)]
    public async Task Finds_nothing_in_the_sample_caseload(int council, int management)
    {
        using var pga = new TestPga(services => services.AddSingleton(new Thresholds(council, management)));
        await pga.Given(_manager);
        await pga.SendAsSystem(new RunImport(Path.Combine(Data, "utrecht-2024"), Update: false));
        // What was counted of 2024 apart from this program; the other years are counted by it.
        using var expected = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Data, "utrecht-2024.expected.json")));
        var counts = Counts(2024, expected.RootElement).ToList();
        var ended = new List<(string, long)>();
        var readings = new List<(string Audience, AttackReading Reading)>();
        foreach (var year in new[] { 2022, 2023, 2024 })
        {
            var facts = await new FactReader(pga.Services.GetRequiredService<IServiceScopeFactory>(), year, pga.Clock.GetUtcNow().UtcDateTime, CancellationToken.None).Read();
            var counted = CountedEdition.Of(facts);
            counts.AddRange(counted.Tables.Concat(counted.Quarters).SelectMany(t => t.Rows.SelectMany(r => r.Cells.Select((c, i) => (t.Id, r.Key, t.Columns[i].Key, year, c.Count, c.Persons)))));
            ended.AddRange(facts.Trajects.Select(t => t.Programme).Distinct().Select(p => (AttackKnowledge.Ended(p, year), (long)facts.EndedIn(year).Count(t => t.Programme == p))));
            await MakeAndConfirm(pga, year);
            foreach (var (audience, _) in Audiences.List.All)
            {
                var files = new Dictionary<string, byte[]>();
                foreach (var format in ReportFormats.All)
                    files[format] = (await pga.Send(_manager, new GetEditionFile(year, audience, format))).Content;
                readings.Add((audience, AttackReading.Of((await pga.Send(_manager, new GetEdition(year, audience))).Report, format => files[format], ReportFormats.All)));
            }
        }

        // The independent count goes first, and both must agree.
        var truth = new AttackTruth(counts);
        Assert.That(truth.Contradictions, Is.Empty);
        Assert.That(truth.Found(council, [.. readings.Where(r => r.Audience == Audiences.Council).Select(r => r.Reading)], ended), Is.Empty);
        Assert.That(truth.Found(management, [.. readings.Where(r => r.Audience == Audiences.Management).Select(r => r.Reading)], ended), Is.Empty);
        Assert.That(truth.Found(Math.Min(council, management), [.. readings.Select(r => r.Reading)], ended), Is.Empty);
        TestContext.Out.WriteLine(string.Join(", ", readings.Select(r => $"{r.Reading.Year} {r.Audience}: {r.Reading.Cells.Values.Count(v => v is null)} of {r.Reading.Cells.Count} withheld")));
    }

    /// <summary>Of two caseloads that look the same to a reader nothing is kept that tells them apart.</summary>
    [Test]
    public async Task Keeps_the_same_bytes_of_caseloads_that_look_the_same()
    {
        var kept = new List<Dictionary<string, string>>();
        foreach (var (west, noordwest) in new[] { (2, 9), (3, 8) })
        {
            using var pga = new TestPga();
            await pga.Given(_manager);
            var started = await Start(pga, (west, "west"), (noordwest, "noordwest"), (30, "overvecht"));
            // A number that nothing adds up to.
            var police = await pga.Read(db => db.Partners.SingleAsync(p => p.Code == "politie"));
            await pga.Given([.. started.Take(west).Select(t => new PartnerInvolvement(Guid.CreateVersion7(), t.Id, police.Id, new DateOnly(2024, 3, 1), null))]);
            await MakeAndConfirm(pga, 2024);
            Assert.That(Cells((await pga.Send(_manager, new GetEdition(2024))).Report, "inflow-wijk", "west", "noordwest"), Is.All.Null);
            kept.Add(await Kept(pga));
        }

        foreach (var (part, text) in kept[0])
            Assert.That(kept[1][part], Is.EqualTo(text), part);
        Assert.That(kept[1].Keys, Is.EquivalentTo(kept[0].Keys));
    }

    [Test]
    public async Task Finds_a_withheld_number_nowhere()
    {
        // A number that is nothing else: so many live in one wijk, and a few in another. (Evidence has other numbers: 1, 5.)
        const int Hidden = 617;
        const int Few = 4;
        using var log = new CapturedLog(LogLevel.Trace);
        using var pga = new TestPga(services => services.AddSingleton<ILoggerFactory>(LoggerFactory.Create(b => b.SetMinimumLevel(LogLevel.Trace).AddProvider(log))));
        await pga.Given(_manager);
        await Start(pga, (Hidden, "west"), (Few, "noordwest"));
        // Storing the caseload in large batches, as this test does, logs parameters @p617 and further.
        log.Clear();
        await MakeAndConfirm(pga, 2024);
        var view = await pga.Send(_manager, new GetEdition(2024));
        Assert.That(Cells(view.Report, "inflow-wijk", "west", "noordwest"), Is.All.Null);
        Assert.That(Cells(view.Report, "inflow-wijk", "total"), Is.All.EqualTo(Hidden + Few));

        foreach (var (part, text) in await Kept(pga))
            Assert.That(Numbers(text), Has.No.Member($"{Hidden}"), part);
        Assert.That(Numbers(JsonSerializer.Serialize(view)), Has.No.Member($"{Hidden}"));
        Assert.That(Numbers(string.Join("\n", log.Lines)), Has.No.Member($"{Hidden}"), "log");
    }

    private static IEnumerable<(string Table, string Row, string Column, int Year, long Count, long Persons)> Counts(int year, JsonElement expected) =>
        from table in expected.EnumerateObject()
        let columns = table.Value.GetProperty("columns").EnumerateArray().Select(c => c.GetString()!).ToList()
        from row in table.Value.GetProperty("rows").EnumerateObject()
        from cell in row.Value.EnumerateArray().Select((value, i) => (Value: value.GetInt64(), Index: i))
        let persons = table.Value.TryGetProperty("persons", out var all) && all.TryGetProperty(row.Name, out var its) ? its[cell.Index].GetInt64() : cell.Value
        select (table.Name, row.Name, columns[cell.Index], year, cell.Value, persons);

    private static IEnumerable<long?> Cells(Report report, string table, params string[] rows) =>
        report.Tables.Single(t => t.Id == table).Rows.Where(r => rows.Contains(r.Key)).Select(r => r.Cells[^1]);

    private static async Task<List<Traject>> Start(TestPga pga, params (int Count, string Wijk)[] started)
    {
        List<Client> clients = [.. started.SelectMany(s => Enumerable.Range(0, s.Count).Select(_ => A.Client(wijk: s.Wijk)))];
        List<Traject> trajects = [.. clients.Select(c => A.Traject(c, programme: Programmes.LocalPga, startedOn: new DateOnly(2024, 2, 1)))];
        await pga.Given([.. clients, .. trajects]);
        return trajects;
    }

    private async Task MakeAndConfirm(TestPga pga, int year)
    {
        await pga.Send(_manager, new MakeDraft(Guid.CreateVersion7(), year));
        var view = await pga.Send(_manager, new GetEdition(year));
        await pga.Send(_manager, new ConfirmEdition(Guid.CreateVersion7(), year, view.Version));
    }

    /// <summary>Everything that is stored of an edition, unpacked, and the files that leave.</summary>
    private async Task<Dictionary<string, string>> Kept(TestPga pga)
    {
        var kept = new Dictionary<string, string>();
        foreach (var part in await pga.Read(db => db.EditionParts.AsNoTracking().ToListAsync()))
        {
            foreach (var (inner, text) in Unpacked(part.Name, part.Content))
                kept[$"{part.Audience} {part.Name} {inner}"] = text;
        }

        foreach (var format in ReportFormats.All)
        {
            foreach (var (inner, text) in Unpacked(format, (await pga.Send(_manager, new GetEditionFile(2024, Audiences.Council, format))).Content))
                kept[$"file {format} {inner}"] = text;
        }

        return kept;
    }

    private static IEnumerable<(string Name, string Text)> Unpacked(string kind, byte[] content)
    {
        if (kind == "ledger")
        {
            using var unpacked = new StreamReader(new BrotliStream(new MemoryStream(content), CompressionMode.Decompress));
            yield return ("", unpacked.ReadToEnd());
        }
        else if (kind == ReportFormats.Docx)
        {
            using var zip = new ZipArchive(new MemoryStream(content));
            foreach (var entry in zip.Entries)
            {
                using var part = new StreamReader(entry.Open(), Encoding.Latin1);
                yield return (entry.FullName, part.ReadToEnd());
            }
        }
        else
        {
            yield return ("", Encoding.UTF8.GetString(content));
        }
    }

    // Whole numbers as they are written: 617 in "617" and "1.617" apart, and not inside 6170.
    private static IEnumerable<string> Numbers(string text) => text.Split([.. text.Where(c => !char.IsAsciiDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries);
}
