using Pga.Domain.Outflow;
using Pga.Domain.Trajects;

namespace Pga.Application.Rapportage;

/// <summary>Uitstroom: trajects with a confirmed <c>ended_on</c> in the year.</summary>
internal static class Outflow
{
    public const string Id = "outflow";
    public const string PositiveId = "outflow-positive";
    public const string QuartersId = "outflow-quarters";
    public const string Positive = "positive";

    private const string Other = "other";

    /// <summary>Table and row of all outflow.</summary>
    public static readonly (string, string) AllOutflow = (Id, CountedTable.Total);

    public static CountedTable ByJudgement(Facts facts)
    {
        var table = new CountedTable(Id, Units.Trajects, "Uitstroom naar oordeel en reden",
            "Trajecten die in het jaar zijn geëindigd en waarvan een tweede persoon het einde heeft bevestigd.", facts.BothYears);
        foreach (var (judgement, label) in EndReasons.Judgements.All)
        {
            table.Add(judgement, label, c => Tally.Of(facts.EndedIn(c.Year).Where(t => EndReasons.JudgementOf(t.EndReason!) == judgement)), headline: judgement == Positive);
            var reasons = EndReasons.List.All.Where(r => r.Key != EndReasons.RegisteredInError && EndReasons.JudgementOf(r.Key) == judgement).ToList();
            foreach (var (reason, reasonLabel) in reasons)
                table.Add(reason, reasonLabel, c => Tally.Of(facts.EndedIn(c.Year).Where(t => t.EndReason == reason)), level: 2, parent: judgement);
            table.RowsAddUp(judgement, reasons.Select(r => r.Key));
        }

        table.AddTotal(c => Tally.Of(facts.EndedIn(c.Year)));
        return table;
    }

    public static CountedTable PositiveByProgramme(Facts facts)
    {
        var table = new CountedTable(PositiveId, Units.Trajects, "Positieve uitstroom per aanpak",
            "Trajecten die in het jaar met het oordeel positief zijn geëindigd.", facts.BothYears);
        foreach (var (programme, label) in Programmes.List.All)
            table.Add(programme, label, c => Tally.Of(PositiveIn(facts, c.Year).Where(t => t.Programme == programme)), headline: true);
        table.AddTotal(c => Tally.Of(PositiveIn(facts, c.Year)), (Id, Positive));
        return table;
    }

    /// <summary>For the dashboard: the quarters add up to the year, whose numbers are those of the other tables.</summary>
    public static CountedTable ByQuarter(Facts facts)
    {
        var columns = facts.Columns((Positive, "Positief"), (Other, "Ander oordeel"), (CountedTable.Total, "Totaal"));
        var table = new CountedTable(QuartersId, Units.Trajects, "Uitstroom per kwartaal",
            "Trajecten die in het kwartaal zijn geëindigd en waarvan een tweede persoon het einde heeft bevestigd.", columns);
        for (var quarter = 1; quarter <= 4; quarter++)
        {
            var ended = facts.EndedIn(facts.Year).Where(t => QuarterOf(t.EndedOn!.Value) == quarter).ToList();
            table.Add($"q{quarter}", $"{quarter}e kwartaal", c => Tally.Of(ended.Where(t => Counts(t, c.Key))));
        }

        var quarters = table.Rows.Select(r => r.Key).ToList();
        table.Add(CountedTable.Total, "Heel jaar", c => Tally.Of(facts.EndedIn(facts.Year).Where(t => Counts(t, c.Key))), level: 0, named: c => c.Key switch
        {
            Positive => CountedTable.CellKey(Id, Positive, facts.Year),
            CountedTable.Total => CountedTable.CellKey(Id, CountedTable.Total, facts.Year),
            _ => null,
        });
        table.RowsAddUp(CountedTable.Total, quarters);
        table.ColumnsAddUp(CountedTable.Total);
        return table;
    }

    private static int QuarterOf(DateOnly day) => ((day.Month - 1) / 3) + 1;

    private static bool Counts(TrajectFact traject, string column) =>
        column == CountedTable.Total || (EndReasons.JudgementOf(traject.EndReason!) == Positive) == (column == Positive);

    private static IEnumerable<TrajectFact> PositiveIn(Facts facts, int year) => facts.EndedIn(year).Where(t => EndReasons.JudgementOf(t.EndReason!) == Positive);
}
