using Pga.Domain.Catalogues;
using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Application.Rapportage;

/// <summary>Instroom: trajects with <c>started_on</c> in the year.</summary>
internal static class Inflow
{
    public const string Id = "inflow";
    public const string PersonsId = "inflow-persons";
    public const string Persons = "persons";
    public const string Concerns = "inflow-concerns";
    public const string Acute = "inflow-acute";
    public const string Age = "inflow-age";
    public const string Wijk = "inflow-wijk";
    public const string Assessed = "assessed";
    public const string Any = "any";

    private const string UnknownAge = "unknown";

    private static readonly CodeList Ages = new(
        ("under-18", "Jonger dan 18 jaar"), ("18-23", "18 tot en met 23 jaar"), ("24-27", "24 tot en met 27 jaar"),
        ("28-plus", "28 jaar of ouder"), (UnknownAge, "Onbekend"));

    // The same quantity in several tables: shown in all of them or in none.
    private static readonly (string, string) TotalInflow = (Id, CountedTable.Total);

    public static CountedTable ByProgramme(Facts facts)
    {
        var table = new CountedTable(Id, Units.Trajects, "Instroom per aanpak", "Trajecten die in het jaar zijn gestart.", facts.BothYears);
        foreach (var (programme, label) in Programmes.List.All)
            table.Add(programme, label, c => Tally.Of(facts.StartedIn(c.Year).Where(t => t.Programme == programme)), headline: true);
        table.AddTotal(c => Tally.Of(facts.StartedIn(c.Year)));
        return table;
    }

    public static CountedTable ByPerson(Facts facts)
    {
        var table = new CountedTable(PersonsId, Units.Clients, "Instroom in personen",
            "Verschillende cliënten met een traject dat in het jaar is gestart. Wie in het jaar met twee trajecten start, telt hier één keer.", facts.BothYears);
        table.Add(Persons, "Personen", c => Tally.OfClients(facts.StartedIn(c.Year).Select(t => t.ClientId)));
        return table;
    }

    public static CountedTable ByConcern(Facts facts)
    {
        var table = new CountedTable(Concerns, Units.Trajects, "Zorgen bij de start",
            "Trajecten Lokale PGA en Top X die in het jaar zijn gestart en een startmeting hebben: bij hoeveel het leefgebied in de laatste startmeting niveau 1, 2 of 3 had. "
            + "Een traject kan op meer leefgebieden zorgen hebben; de rijen tellen daarom niet op.", facts.BothYears);
        foreach (var (leefgebied, label) in Leefgebieden.Pga2024.All)
            table.Add(leefgebied, label, c => Tally.Of(AssessedAtStart(facts, c.Year).Where(t => t.StartLevels![leefgebied] <= Leefgebieden.MaxConcern)));
        AddAssessed(table, facts);
        return table;
    }

    public static CountedTable ByAcuteConcern(Facts facts)
    {
        var table = new CountedTable(Acute, Units.Trajects, "Acute problemen bij de start",
            "Trajecten Lokale PGA en Top X die in het jaar zijn gestart en een startmeting hebben: bij hoeveel het leefgebied in de laatste startmeting niveau 1 (acute problematiek) had. "
            + "Een traject kan op meer leefgebieden acute problemen hebben; de rijen tellen daarom niet op.", facts.BothYears);
        foreach (var (leefgebied, label) in Leefgebieden.Pga2024.All)
            table.Add(leefgebied, label, c => Tally.Of(AssessedAtStart(facts, c.Year).Where(t => IsAcute(t, leefgebied))));
        table.Add(Any, "Op minstens één leefgebied", c => Tally.Of(AssessedAtStart(facts, c.Year).Where(t => t.StartLevels!.Any(Leefgebieden.MinLevel))));
        AddAssessed(table, facts);
        return table;
    }

    public static CountedTable ByAge(Facts facts)
    {
        var table = new CountedTable(Age, Units.Trajects, "Instroom naar leeftijd",
            "Trajecten die in het jaar zijn gestart, naar de leeftijd van de cliënt op de startdatum.", facts.BothYears);
        foreach (var (band, label) in Ages.All)
            table.Add(band, label, c => Tally.Of(facts.StartedIn(c.Year).Where(t => AgeBand(t) == band)));
        table.AddTotal(c => Tally.Of(facts.StartedIn(c.Year)), TotalInflow);
        return table;
    }

    public static CountedTable ByWijk(Facts facts)
    {
        var table = new CountedTable(Wijk, Units.Trajects, "Instroom naar wijk",
            "Trajecten die in het jaar zijn gestart, naar de wijk waar de cliënt op de startdatum woonde.", facts.BothYears);
        foreach (var (wijk, label) in Wijken.List.All)
            table.Add(wijk, label, c => Tally.Of(facts.StartedIn(c.Year).Where(t => (t.WijkAtStart ?? Wijken.Unknown) == wijk)));
        table.AddTotal(c => Tally.Of(facts.StartedIn(c.Year)), TotalInflow);
        return table;
    }

    private static IEnumerable<TrajectFact> AssessedAtStart(Facts facts, int year) => facts.StartedIn(year).Where(t => t.UsesPgaList && t.StartLevels is not null);

    private static bool IsAcute(TrajectFact traject, string leefgebied) => traject.StartLevels![leefgebied] == Leefgebieden.MinLevel;

    private static void AddAssessed(CountedTable table, Facts facts)
    {
        table.Add(Assessed, "Trajecten met een startmeting", c => Tally.Of(AssessedAtStart(facts, c.Year)), level: 0, sameAs: (Concerns, Assessed));
        table.RowIsBase(Assessed);
    }

    private static string AgeBand(TrajectFact traject) => traject.BirthDate is not { } birth ? UnknownAge : Calendar.AgeOn(birth, traject.StartedOn) switch
    {
        < 18 => "under-18",
        < 24 => "18-23",
        < 28 => "24-27",
        _ => "28-plus",
    };
}
