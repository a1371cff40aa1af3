using Pga.Domain.Contacts;

namespace Pga.Application.Rapportage;

/// <summary>What was done: contact moments, spreekuren and activities. Events aren't protected; conversations are.</summary>
internal static class Events
{
    private const string Held = "held";
    private const string Sessions = "sessions";

    public static CountedTable Contacts(Facts facts)
    {
        var table = new CountedTable("contacts", Units.Events, "Contactmomenten",
            "Contactmomenten in het jaar, naar soort. Niet gesproken: niemand thuis of niet bereikt, geweigerd of afgezegd. Geplande contacten en gesprekken op een spreekuur tellen hier niet mee.",
            Unprotected(facts.Columns((Held, "Gesproken"), ("not-held", "Niet gesproken"))));
        foreach (var (kind, label) in ContactCodes.Kinds.All)
            table.Add(kind, label, c => new Tally(facts.Contacts.Where(m => m.Kind == kind && m.IsHeld == (c.Key == Held)).Sum(m => m.Count), 0));
        return table;
    }

    public static CountedTable Spreekuren(Facts facts)
    {
        var columns = facts.Columns((Sessions, "Spreekuren"), ("conversations", "Gesprekken"));
        var table = new CountedTable("spreekuren", Units.Events, "Spreekuren per inrichting",
            "Spreekuren die in het jaar zijn gehouden, en de gesprekken met wie er (op tijd of te laat) was. Bezoekers zonder dossier tellen mee.",
            [columns[0] with { IsProtected = false }, columns[1]]);
        foreach (var institution in facts.Catalogue.Institutions)
        {
            if (institution.NeedsReview && !facts.Sessions.ContainsKey(institution.Id) && facts.Conversations.All(v => v.InstitutionId != institution.Id))
                continue;
            table.Add(institution.Name, institution.Name, c => c.Key == Sessions
                ? new Tally(facts.Sessions.GetValueOrDefault(institution.Id), 0)
                : Conversations(facts.Conversations.Where(v => v.InstitutionId == institution.Id)));
        }

        table.AddTotal(c => c.Key == Sessions ? new Tally(facts.Sessions.Values.Sum(), 0) : Conversations(facts.Conversations));
        return table;
    }

    public static CountedTable Activities(Facts facts)
    {
        var table = new CountedTable("activities", Units.Events, "Activiteiten", "Aantallen zoals de gemeente ze heeft ingevoerd.", Unprotected(facts.BothYears));
        foreach (var kind in facts.Catalogue.ActivityKinds)
        {
            if (kind.NeedsReview && facts.Activities.All(a => a.KindId != kind.Id))
                continue;
            table.Add(kind.Name, kind.Name, c => new Tally(facts.Activities.Where(a => a.KindId == kind.Id && a.Year == c.Year).Sum(a => a.Count), 0));
        }

        return table;
    }

    // Visitors who left no name may all be the same person, so together they are one.
    private static Tally Conversations(IEnumerable<ConversationFact> visits)
    {
        var all = visits.ToList();
        return new Tally(all.Sum(v => v.Count), all.Select(v => v.ClientId).Distinct().Count());
    }

    private static IReadOnlyList<Column> Unprotected(IEnumerable<Column> columns) => [.. columns.Select(c => c with { IsProtected = false })];
}
