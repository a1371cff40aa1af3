namespace Pga.Application.Rapportage;

/// <summary>How many there are, and how many distinct clients are behind them.</summary>
internal readonly record struct Tally(long Count, long Persons)
{
    /// <param name="clients">The client of each thing that is counted.</param>
    public static Tally OfEach(IEnumerable<Guid> clients)
    {
        var count = 0;
        var persons = new HashSet<Guid>();
        foreach (var client in clients)
        {
            count++;
            persons.Add(client);
        }

        return new Tally(count, persons.Count);
    }

    public static Tally Of(IEnumerable<TrajectFact> trajects) => OfEach(trajects.Select(t => t.ClientId));

    /// <summary>Counts the clients themselves.</summary>
    public static Tally OfClients(IEnumerable<Guid> clients)
    {
        var persons = clients.Distinct().LongCount();
        return new Tally(persons, persons);
    }
}
