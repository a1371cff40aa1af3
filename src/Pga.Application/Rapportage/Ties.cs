using Pga.Disclosure;
using Pga.Domain.Catalogues;
using Pga.Domain.Interventions;
using Pga.Domain.Trajects;

namespace Pga.Application.Rapportage;

/// <summary>
/// What ties the tables to each other, beside the numbers they share. Everybody who reads the definitions knows these rules,
/// so whoever wants to work out a number that isn't shown will use them. Only what is always true is here.
/// </summary>
internal sealed class Ties
{
    private readonly List<Cell> _unpublished = [];
    private readonly List<AdditionRule> _additions = [];
    private readonly List<AtMost> _inequalities = [];

    private Ties()
    {
    }

    /// <summary>Numbers that are in no table.</summary>
    public IReadOnlyList<Cell> Unpublished => _unpublished;

    public IReadOnlyList<AdditionRule> Additions => _additions;

    public IReadOnlyList<AtMost> Inequalities => _inequalities;

    /// <summary>Name of the number of trajects of a programme that ended in a year, whatever the judgement.</summary>
    public static string EndedKey(string programme, int year) => CountedTable.CellKey("outflow-programme", programme, year);

    public static Ties Of(Facts facts, IReadOnlyList<CountedTable> tables)
    {
        var ties = new Ties();
        foreach (var year in new[] { facts.Year - 1, facts.Year })
        {
            ties.AddInflow(year);
            ties.AddOutflow(facts, year);
            ties.AddStarts(facts, year);
        }

        ties.AddEnds(tables, facts.Year);
        ties.AddTwoYears(facts.Year);
        ties.AddStarted(facts, facts.Year);
        ties.AddPartners(tables, facts.Year);
        return ties;
    }

    /// <summary>Last year's stand and who came in are this year's stand and who went out, for each programme and for all together.</summary>
    public static IEnumerable<StockAndFlow> StockAndFlow(int year)
    {
        foreach (var (programme, _) in Programmes.List.All)
            yield return Flow(programme, EndedKey(programme, year));
        yield return Flow(CountedTable.Total, CountedTable.CellKey(Outflow.Id, CountedTable.Total, year));

        StockAndFlow Flow(string row, string ended) => new(row, year, new Identity(
            [CountedTable.CellKey(Running.Id, row, year - 1), CountedTable.CellKey(Inflow.Id, row, year)],
            [CountedTable.CellKey(Running.Id, row, year), ended]));
    }

    private void AddInflow(int year)
    {
        var assessed = CountedTable.CellKey(Inflow.Concerns, Inflow.Assessed, year);
        var anyAcute = CountedTable.CellKey(Inflow.Acute, Inflow.Any, year);
        var acute = Leefgebieden.Pga2024.All.Select(l => CountedTable.CellKey(Inflow.Acute, l.Key, year)).ToList();
        foreach (var (leefgebied, _) in Leefgebieden.Pga2024.All)
            AtMost([CountedTable.CellKey(Inflow.Acute, leefgebied, year)], [CountedTable.CellKey(Inflow.Concerns, leefgebied, year)]);
        foreach (var one in acute)
            AtMost([one], [anyAcute]);
        AtMost([anyAcute], acute);
        AtMost([assessed], [CountedTable.CellKey(Inflow.Id, Programmes.LocalPga, year), CountedTable.CellKey(Inflow.Id, Programmes.TopX, year)]);
        AtMost([CountedTable.CellKey(Inflow.PersonsId, Inflow.Persons, year)], [CountedTable.CellKey(Inflow.Id, CountedTable.Total, year)]);
    }

    // How many ended in each programme isn't published; how many of them positively is.
    private void AddOutflow(Facts facts, int year)
    {
        foreach (var (programme, _) in Programmes.List.All)
        {
            var ended = Tally.Of(facts.EndedIn(year).Where(t => t.Programme == programme));
            _unpublished.Add(new Cell(EndedKey(programme, year), ended.Count, ended.Persons, Fate: Fate.Unpublished));
            AtMost([CountedTable.CellKey(Outflow.PositiveId, programme, year)], [EndedKey(programme, year)]);
        }

        _additions.Add(new AdditionRule(CountedTable.CellKey(Outflow.Id, CountedTable.Total, year), [.. Programmes.List.All.Select(p => EndedKey(p.Key, year))]));
    }

    private void AddStarts(Facts facts, int year)
    {
        var kinds = Intervention.Kinds.All.Select(k => CountedTable.CellKey(Interventions.StartsId, k.Key, year)).ToList();
        var any = CountedTable.CellKey(Interventions.StartsId, Interventions.Any, year);
        foreach (var kind in kinds)
            AtMost([kind], [any]);
        // An imported intervention has no kind until somebody has looked at it; its clients are in "any" alone.
        var kindOf = facts.Catalogue.Interventions.ToDictionary(i => i.Id, i => i.Kind);
        if (Interventions.StartedIn(facts, year).All(p => kindOf[p.InterventionId] is not null))
            AtMost([any], kinds);
    }

    // Who started can't be more clients than participations.
    private void AddStarted(Facts facts, int year)
    {
        var started = facts.Participations.Where(p => p.StartedOn?.Year == year).Select(p => p.InterventionId).ToHashSet();
        var counted = facts.Catalogue.Interventions.Where(i => started.Contains(i.Id)).ToList();
        foreach (var (kind, _) in Intervention.Kinds.All)
            AtMost([CountedTable.CellKey(Interventions.StartsId, kind, year)], [.. counted.Where(i => i.Kind == kind).Select(StartedKey)]);
        AtMost([CountedTable.CellKey(Interventions.StartsId, Interventions.Any, year)], [.. counted.Select(StartedKey)]);

        string StartedKey(CatalogueFact intervention) => CountedTable.CellKey(Interventions.Id, intervention.Name, year, Interventions.Started);
    }

    private void AddEnds(IReadOnlyList<CountedTable> tables, int year)
    {
        string[] onPgaList = [EndedKey(Programmes.LocalPga, year), EndedKey(Programmes.TopX, year)];
        foreach (var row in Rows(tables, Progress.Id))
            AtMost([CountedTable.CellKey(Progress.Id, row, year, CountedTable.Total)], onPgaList);
        foreach (var row in Rows(tables, Progress.ConditionsId))
            AtMost([CountedTable.CellKey(Progress.ConditionsId, row, year, CountedTable.Total)], [EndedKey(Programmes.Rio, year)]);
        // Who came in has left by the end of the year or is running then.
        foreach (var (programme, _) in Programmes.List.All)
            AtMost([CountedTable.CellKey(Inflow.Id, programme, year)], [EndedKey(programme, year), CountedTable.CellKey(Running.Id, programme, year)]);
        AtMost([CountedTable.CellKey(Inflow.Id, CountedTable.Total, year)], All(year));
    }

    // Of two years the same: with an edition about the year before its stand says so, without it nothing else does.
    private void AddTwoYears(int year)
    {
        foreach (var (programme, _) in Programmes.List.All)
        {
            AtMost(
                [CountedTable.CellKey(Inflow.Id, programme, year - 1), CountedTable.CellKey(Inflow.Id, programme, year)],
                [EndedKey(programme, year - 1), EndedKey(programme, year), CountedTable.CellKey(Running.Id, programme, year)]);
        }

        // Who came in this year and has left was here for less than a year; who came in last year, for less than two.
        var running = CountedTable.CellKey(Running.Id, CountedTable.Total, year);
        AtMost([CountedTable.CellKey(Inflow.Id, CountedTable.Total, year)], [running, .. Duration.Bands(12, year)]);
        AtMost(
            [CountedTable.CellKey(Inflow.Id, CountedTable.Total, year - 1), CountedTable.CellKey(Inflow.Id, CountedTable.Total, year)],
            [running, .. Duration.Bands(24, year), CountedTable.CellKey(Outflow.Id, CountedTable.Total, year - 1)]);
    }

    private void AddPartners(IReadOnlyList<CountedTable> tables, int year)
    {
        foreach (var row in Rows(tables, Partners.Id))
            AtMost([CountedTable.CellKey(Partners.Id, row, year)], All(year));
    }

    // What ran at some moment in the year.
    private static string[] All(int year) =>
        [CountedTable.CellKey(Outflow.Id, CountedTable.Total, year), CountedTable.CellKey(Running.Id, CountedTable.Total, year)];

    private static IEnumerable<string> Rows(IReadOnlyList<CountedTable> tables, string id) => tables.Single(t => t.Id == id).Rows.Select(r => r.Key);

    // Nothing is at most the sum of nothing: then it is zero, which is shown.
    private void AtMost(IReadOnlyList<string> smaller, IReadOnlyList<string> larger)
    {
        if (larger.Count > 0)
            _inequalities.Add(new AtMost(smaller, larger));
    }
}
