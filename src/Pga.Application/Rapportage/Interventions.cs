using Pga.Domain.Catalogues;
using Pga.Domain.Interventions;

namespace Pga.Application.Rapportage;

/// <summary>Interventies: participations, and the clients who started one.</summary>
internal static class Interventions
{
    public const string Id = "interventions";
    public const string StartsId = "programme-starts";
    public const string Started = "started";
    public const string Any = "any";

    private const string Referred = "referred";
    private const string Completed = "completed";
    private const string DroppedOut = "dropped-out";
    private const string Running = "running";

    public static CountedTable Participations(Facts facts)
    {
        var table = new CountedTable(Id, Units.Participations, "Interventies",
            "Deelnames met een verwijzing, een start of een einde in het jaar. Loopt: gestart en op 31 december nog niet beëindigd, in een traject dat toen ook nog liep.",
            facts.Columns((Referred, "Verwezen"), (Started, "Gestart"), (Completed, "Afgerond"), (DroppedOut, "Voortijdig gestopt"), (Running, "Loopt op 31 december")));
        var byIntervention = facts.Participations.ToLookup(p => p.InterventionId);
        foreach (var intervention in facts.Catalogue.Interventions)
        {
            if (intervention.NeedsReview && !byIntervention[intervention.Id].Any(p => table.Columns.Any(c => Counts(p, c.Key, facts))))
                continue;
            table.Add(intervention.Name, intervention.Name, c => Tally.OfEach(byIntervention[intervention.Id].Where(p => Counts(p, c.Key, facts)).Select(p => p.ClientId)));
        }

        return table;
    }

    public static CountedTable StartsByKind(Facts facts)
    {
        var table = new CountedTable(StartsId, Units.Clients, "Gestart met een interventie, naar soort",
            "Verschillende cliënten die in het jaar met een interventie van die soort zijn gestart. Wie aan meer soorten begon, telt bij elke soort; de rijen tellen daarom niet op.", facts.BothYears);
        var kindOf = facts.Catalogue.Interventions.ToDictionary(i => i.Id, i => i.Kind);
        foreach (var (kind, label) in Intervention.Kinds.All)
            table.Add(kind, label, c => Tally.OfClients(StartedIn(facts, c.Year).Where(p => kindOf[p.InterventionId] == kind).Select(p => p.ClientId)));
        table.Add(Any, "Welke soort dan ook", c => Tally.OfClients(StartedIn(facts, c.Year).Select(p => p.ClientId)), level: 0);
        return table;
    }

    private static bool Counts(ParticipationFact p, string column, Facts facts) => column switch
    {
        Referred => p.ReferredOn.Year == facts.Year,
        Started => p.StartedOn?.Year == facts.Year,
        Completed => p.EndedOn?.Year == facts.Year && p.Result == Participation.Completed,
        DroppedOut => p.EndedOn?.Year == facts.Year && p.Result == Participation.DroppedOut,
        _ => p.StartedOn <= facts.LastDay && !EndedBy(p.EndedOn, facts.LastDay) && !EndedBy(p.TrajectEndedOn, facts.LastDay),
    };

    private static bool EndedBy(DateOnly? endedOn, DateOnly day) => endedOn <= day;

    public static IEnumerable<ParticipationFact> StartedIn(Facts facts, int year) => facts.Participations.Where(p => p.StartedOn?.Year == year);
}
