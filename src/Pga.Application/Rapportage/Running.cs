using Pga.Domain.Trajects;

namespace Pga.Application.Rapportage;

/// <summary>Lopend: trajects that had started by 31 December and hadn't ended by then.</summary>
internal static class Running
{
    public const string Id = "running";

    public static CountedTable AtYearEnd(Facts facts)
    {
        var table = new CountedTable(Id, Units.Trajects, "Lopend op 31 december",
            "Trajecten die op of voor 31 december zijn gestart en op die dag nog niet waren geëindigd.", facts.ThisYear);
        var running = facts.RunningAtEndOf(facts.Year).ToList();
        foreach (var (programme, label) in Programmes.List.All)
            table.Add(programme, label, _ => Tally.Of(running.Where(t => t.Programme == programme)));
        table.AddTotal(_ => Tally.Of(running));
        return table;
    }
}
