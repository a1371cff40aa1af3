using Pga.Application.Rapportage;
using Pga.Disclosure;
using Pga.Domain.Trajects;

namespace Pga.Application.Tests.Rapportage;

/// <summary>
/// The editions of a made-up caseload, each made as the application makes them from facts, beside the ones that were made
/// before. Without a database, so that there can be hundreds.
/// </summary>
internal sealed class AttackEditions(AttackWorld world, Thresholds thresholds)
{
    private readonly Dictionary<int, (bool IsConfirmed, IReadOnlyList<ProtectedEdition> Made)> _made = [];
    private readonly List<(string Table, string Row, string Column, int Year, long Count, long Persons)> _counts = [];
    private readonly List<(string Key, long Count)> _ended = [];
    private readonly Dictionary<(string Programme, int Year), long> _running = [];
    private readonly List<(string? Programme, int Year, long Count)> _corrections = [];

    /// <summary>The unprotected counts of all years that were made.</summary>
    public AttackTruth Truth => new(_counts);

    /// <summary>How many ended by programme, which is in no table.</summary>
    public IReadOnlyList<(string Key, long Count)> Ended => _ended;

    /// <param name="without">Tables to leave out.</param>
    public AttackEditions Make(int year, bool confirm = true, string[]? without = null)
    {
        var facts = world.Facts(year);
        var counted = CountedEdition.Of(facts).Without(without ?? []);
        var settings = Audiences.List.All.Select(a => new AudienceSettings(a.Key, thresholds.Of(a.Key), new Neighbours(Beside(year - 1, a.Key), Beside(year + 1, a.Key)))).ToList();
        _made[year] = (confirm, Protection.Protect(counted, settings, new DateOnly(year + 1, 1, 15), null, CancellationToken.None));
        foreach (var table in counted.Tables.Concat(counted.Quarters).Concat(counted.LeftOut))
        {
            foreach (var row in table.Rows)
                _counts.AddRange(row.Cells.Select((cell, i) => (table.Id, row.Key, table.Columns[i].Key, year, cell.Count, cell.Persons)));
        }

        Remember(facts);
        foreach (var programme in facts.Trajects.Select(t => t.Programme).Distinct())
            _ended.Add((AttackKnowledge.Ended(programme, year), facts.EndedIn(year).Count(t => t.Programme == programme)));
        return this;
    }

    /// <summary>Sets one number that is withheld in the last year, and isn't small, back in its place: the attacker must notice.</summary>
    /// <returns>False when nothing but small numbers is withheld.</returns>
    public bool ShowOneMore(int year, string audience)
    {
        var edition = Of(year, audience);
        var complement = edition.Protected.Withheld.Order(StringComparer.Ordinal)
            .FirstOrDefault(key => edition.Release[key] is { Fate: Fate.Open } cell && Math.Min(cell.Count, cell.Persons) >= edition.Settings.Threshold && edition.Release.Bases.All(b => b.Part != key));
        if (complement is null)
            return false;
        var counted = CountedEdition.Of(world.Facts(year));
        var report = counted.Show(edition.Settings.Threshold, default, edition.Protected.Withheld.Where(k => k != complement).ToHashSet(), edition.Copied);
        _made[year] = (true, [edition with { Report = report }]);
        return true;
    }

    /// <summary>As it was stored for an audience.</summary>
    public ProtectedEdition Of(int year, string audience) => _made[year].Made.Single(m => m.Settings.Audience == audience);

    /// <summary>What a reader has who has all editions for these audiences.</summary>
    public List<AttackReading> Readings(params string[] audiences) => [.. _made.Keys.SelectMany(y => audiences.Select(a => AttackReading.Of(Of(y, a).Report)))];

    /// <summary>What is found in what somebody has who has all editions for these audiences.</summary>
    public List<string> Found(params string[] audiences) => Truth.Found(audiences.Min(thresholds.Of), Readings(audiences), Ended);

    /// <summary>The same of cases that were corrected between one edition and the next: neither may how many be found.</summary>
    public List<string> FoundOfCorrected(AttackCorrections possible, string audience) => Truth.Found(thresholds.Of(audience), Readings(audience), possible,
    [
        .. _ended.Select(e => (e.Key, new Dictionary<string, long> { [e.Key] = 1 }, e.Count)),
        .. _corrections.Select(c => (
            $"corrections of {c.Programme ?? "all"}@{c.Year}",
            c.Programme is null ? AttackKnowledge.Correction(c.Year, possible) : AttackKnowledge.Correction(c.Programme, c.Year, possible),
            c.Count)),
    ]);

    /// <summary>Without complements: what is small, and no more.</summary>
    public void WithholdOnlyWhatIsSmall(int year, string audience)
    {
        var edition = Of(year, audience);
        var small = Truth.Secrets(edition.Settings.Threshold).Where(s => s.Sum.Count == 1 || s.Sum.Count == 2).Select(s => s.Sum.Last().Key).ToHashSet();
        var report = edition.Report with
        {
            Tables = [.. CountedEdition.Of(world.Facts(year)).Show(edition.Settings.Threshold, default, new HashSet<string>(), edition.Copied).Tables.Select(t => t with
        {
            Rows = [.. t.Rows.Select(r => r with { Cells = [.. r.Cells.Select((c, i) => small.Contains(AttackReading.Key(t.Id, r.Key, t.Columns[i].Key, year)) ? null : c)] })],
        })],
            Quarters = []
        };
        _made[year] = (true, [edition with { Report = report }]);
    }

    // What the stand of the year before would be by now, beside what it was when it was frozen.
    private void Remember(Application.Rapportage.Facts facts)
    {
        foreach (var (programme, _) in Programmes.List.All)
        {
            _running[(programme, facts.Year)] = Running(facts.Year, programme);
            if (_running.TryGetValue((programme, facts.Year - 1), out var frozen))
                _corrections.Add((programme, facts.Year, Running(facts.Year - 1, programme) - frozen));
        }

        _corrections.AddRange(_corrections.Where(c => c.Year == facts.Year).GroupBy(c => c.Year).Select(g => ((string?)null, g.Key, g.Sum(c => c.Count))).ToList());

        long Running(int year, string programme) => facts.RunningAtEndOf(year).Count(t => t.Programme == programme);
    }

    private Neighbour? Beside(int year, string audience) => _made.TryGetValue(year, out var made) && made.Made.Single(m => m.Settings.Audience == audience) is { } edition
        ? new Neighbour(made.IsConfirmed, ReportDocument.Read(ReportDocument.Write(edition.Report)), Ledger.Read(edition.Ledger.Write()))
        : null;
}
