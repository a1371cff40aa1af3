using Pga.Domain.Outflow;
using Pga.Domain.Trajects;

namespace Pga.Application.Rapportage;

/// <summary>Uitstroom: trajects with a confirmed <c>ended_on</c> in the year.</summary>
internal static class Outflow
{
    private const string Id = "outflow";
    private const string Positive = "positive";

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
        var table = new CountedTable("outflow-positive", Units.Trajects, "Positieve uitstroom per aanpak",
            "Trajecten die in het jaar met het oordeel positief zijn geëindigd.", facts.BothYears);
        foreach (var (programme, label) in Programmes.List.All)
            table.Add(programme, label, c => Tally.Of(PositiveIn(facts, c.Year).Where(t => t.Programme == programme)), headline: true);
        table.AddTotal(c => Tally.Of(PositiveIn(facts, c.Year)), (Id, Positive));
        return table;
    }

    private static IEnumerable<TrajectFact> PositiveIn(Facts facts, int year) => facts.EndedIn(year).Where(t => EndReasons.JudgementOf(t.EndReason!) == Positive);
}
