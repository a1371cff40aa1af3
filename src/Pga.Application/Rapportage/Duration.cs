using Pga.Domain.Common;

namespace Pga.Application.Rapportage;

/// <summary>How long the trajects took that ended in the year.</summary>
internal static class Duration
{
    public const string Id = "duration";

    private static readonly (string Key, string Label, int From, int Below)[] AllBands =
    [
        ("under-6", "Korter dan 6 maanden", 0, 6),
        ("6-12", "6 tot 12 maanden", 6, 12),
        ("12-18", "12 tot 18 maanden", 12, 18),
        ("18-24", "18 tot 24 maanden", 18, 24),
        ("24-plus", "24 maanden of langer", 24, int.MaxValue),
    ];

    /// <summary>Names of the numbers of those that took less than so many months.</summary>
    public static IEnumerable<string> Bands(int below, int year) => AllBands.Where(b => b.Below <= below).Select(b => CountedTable.CellKey(Id, b.Key, year));

    public static CountedTable OfEnded(Facts facts)
    {
        var table = new CountedTable(Id, Units.Trajects, "Doorlooptijd",
            "Trajecten die in het jaar zijn geëindigd, naar het aantal hele maanden van de startdatum tot de einddatum.", facts.ThisYear);
        foreach (var (key, label, from, below) in AllBands)
            table.Add(key, label, c => Tally.Of(facts.EndedIn(c.Year).Where(t => Calendar.WholeMonths(t.StartedOn, t.EndedOn!.Value) is var months && months >= from && months < below)));
        table.AddTotal(c => Tally.Of(facts.EndedIn(c.Year)), Outflow.AllOutflow);
        return table;
    }
}
