using Pga.Domain.Catalogues;
using Pga.Domain.Trajects;

namespace Pga.Application.Rapportage;

/// <summary>What changed between the start and the end of the trajects that ended in the year.</summary>
internal static class Progress
{
    public const string Id = "progress";
    public const string ConditionsId = "basic-conditions";

    private const string Improved = "improved";
    private const string Same = "same";
    private const string Worse = "worse";
    private const string AtStart = "arranged-at-start";
    private const string AtEnd = "arranged-at-end";

    public static CountedTable ByLeefgebied(Facts facts)
    {
        var table = new CountedTable(Id, Units.Trajects, "Verschil tussen start en einde",
            "Trajecten Lokale PGA en Top X die in het jaar zijn geëindigd en waarvan het leefgebied een niveau heeft in de laatste startmeting én in de laatste eindmeting: of het niveau aan het einde hoger, gelijk of lager was.",
            facts.Columns((Improved, "Hoger"), (Same, "Gelijk"), (Worse, "Lager"), (CountedTable.Total, "Totaal")));
        var ended = facts.EndedIn(facts.Year).Where(t => t.UsesPgaList && t.StartLevels is not null && t.EndLevels is not null).ToList();
        foreach (var (leefgebied, label) in Leefgebieden.Pga2024.All)
            table.Add(leefgebied, label, c => Tally.Of(ended.Where(t => Counts(t.StartLevels![leefgebied], t.EndLevels![leefgebied], c.Key))));
        table.ColumnsAddUp(CountedTable.Total);
        table.ColumnIsBase(CountedTable.Total);
        return table;
    }

    public static CountedTable ByBasicCondition(Facts facts)
    {
        var table = new CountedTable(ConditionsId, Units.Trajects, "Basisvoorwaarden geregeld",
            "RIO-trajecten die in het jaar zijn geëindigd en waarvan de basisvoorwaarde in de laatste startmeting én in de laatste eindmeting is ingevuld en van toepassing was: bij hoeveel deze toen geregeld was.",
            facts.Columns((AtStart, "Geregeld bij de start"), (AtEnd, "Geregeld aan het einde"), (CountedTable.Total, "Totaal")));
        var ended = facts.EndedIn(facts.Year).Where(t => t.Programme == Programmes.Rio && t.StartConditions is not null && t.EndConditions is not null).ToList();
        foreach (var (condition, label) in BasicConditions.List.All)
            table.Add(condition, label, c => Tally.Of(ended.Where(t => Counts(t.StartConditions!.GetValueOrDefault(condition), t.EndConditions!.GetValueOrDefault(condition), c.Key))));
        table.ColumnIsBase(CountedTable.Total);
        return table;
    }

    private static bool Counts(int? start, int? end, string column) => start is not null && end is not null && column switch
    {
        Improved => end > start,
        Same => end == start,
        Worse => end < start,
        _ => true,
    };

    private static bool Counts(string? start, string? end, string column) => Applies(start) && Applies(end) && column switch
    {
        AtStart => start == BasicConditions.Arranged,
        AtEnd => end == BasicConditions.Arranged,
        _ => true,
    };

    private static bool Applies(string? status) => status is not (null or BasicConditions.NotApplicable);
}
