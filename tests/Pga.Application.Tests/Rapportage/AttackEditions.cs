using Pga.Application.Rapportage;

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

    /// <summary>The unprotected counts of all years that were made.</summary>
    public AttackTruth Truth => new(_counts);

    /// <summary>How many ended by programme, which is in no table.</summary>
    public IReadOnlyList<(string Key, long Count)> Ended => _ended;

    public AttackEditions Make(int year, bool confirm = true)
    {
        var facts = world.Facts(year);
        var counted = CountedEdition.Of(facts);
        var settings = Audiences.List.All.Select(a => new AudienceSettings(a.Key, thresholds.Of(a.Key), new Neighbours(Beside(year - 1, a.Key), Beside(year + 1, a.Key)))).ToList();
        _made[year] = (confirm, Protection.Protect(counted, settings, new DateOnly(year + 1, 1, 15), null, CancellationToken.None));
        foreach (var table in counted.Tables.Concat(counted.Quarters))
        {
            foreach (var row in table.Rows)
                _counts.AddRange(row.Cells.Select((cell, i) => (table.Id, row.Key, table.Columns[i].Key, year, cell.Count, cell.Persons)));
        }

        foreach (var programme in facts.Trajects.Select(t => t.Programme).Distinct())
            _ended.Add((AttackKnowledge.Ended(programme, year), facts.EndedIn(year).Count(t => t.Programme == programme)));
        return this;
    }

    /// <summary>As it was stored for an audience.</summary>
    public ProtectedEdition Of(int year, string audience) => _made[year].Made.Single(m => m.Settings.Audience == audience);

    /// <summary>What a reader has who has all editions for these audiences.</summary>
    public List<AttackReading> Readings(params string[] audiences) => [.. _made.Keys.SelectMany(y => audiences.Select(a => AttackReading.Of(Of(y, a).Report)))];

    /// <summary>What is found in what somebody has who has all editions for these audiences.</summary>
    public List<string> Found(params string[] audiences) => Truth.Found(audiences.Min(thresholds.Of), Readings(audiences), Ended);

    private Neighbour? Beside(int year, string audience) => _made.TryGetValue(year, out var made) && made.Made.Single(m => m.Settings.Audience == audience) is { } edition
        ? new Neighbour(made.IsConfirmed, ReportDocument.Read(ReportDocument.Write(edition.Report)), Ledger.Read(edition.Ledger.Write()))
        : null;
}
