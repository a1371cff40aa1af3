namespace Pga.Application.Rapportage;

/// <summary>The tables of the rapportage, in its order. Each group of tables has its file, named after it.</summary>
internal static class Definitions
{
    public const string Version = "2024-1";

    public static IReadOnlyList<CountedTable> Count(Facts facts) =>
    [
        Inflow.ByProgramme(facts),
        Inflow.ByPerson(facts),
        Inflow.ByConcern(facts),
        Inflow.ByAcuteConcern(facts),
        Inflow.ByAge(facts),
        Inflow.ByWijk(facts),
        Interventions.Participations(facts),
        Interventions.StartsByKind(facts),
        Partners.Involved(facts),
        Outflow.ByJudgement(facts),
        Outflow.PositiveByProgramme(facts),
        Progress.ByLeefgebied(facts),
        Progress.ByBasicCondition(facts),
        Duration.OfEnded(facts),
        Running.AtYearEnd(facts),
        Events.Contacts(facts),
        Events.Spreekuren(facts),
        Events.Activities(facts),
        Money.Budget(facts),
    ];

    /// <summary>The tables of what was entered and isn't about cases.</summary>
    public static IReadOnlyList<CountedTable> CountEntered(Facts facts) => [Events.Activities(facts), Money.Budget(facts)];
}
