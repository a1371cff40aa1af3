using Pga.Domain.Assessments;
using Pga.Domain.Catalogues;
using Pga.Domain.Clients;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;

namespace Pga.Testing;

/// <summary>Builders with sensible defaults; invented people only.</summary>
public static class A
{
    private static int _number;

    public static StaffMember Staff(string role, string? team = "team-1", string? name = null, params string[] moreRoles)
    {
        var n = Interlocked.Increment(ref _number);
        return new StaffMember(Guid.CreateVersion7(), $"medewerker{n}@pga.example", name ?? $"Medewerker {n}", [role, .. moreRoles], team, "Gemeente Utrecht", active: true);
    }

    public static Client Client(string givenName = "Noor", string familyName = "Voorbeeld", string? number = null, DateOnly? birthDate = null, string? wijk = "overvecht")
    {
        var client = new Client(Guid.CreateVersion7(), number ?? $"C{Interlocked.Increment(ref _number):D6}", givenName, null, familyName, birthDate ?? new DateOnly(2005, 5, 17), "unknown");
        client.LivesIn(wijk, Residence.Always);
        return client;
    }

    /// <summary>A traject of a client, started a year before the fake clock's day, and assigned to whom it should be.</summary>
    public static Traject Traject(Client client, StaffMember? assignee = null, string programme = Programmes.LocalPga, string? team = "team-1", DateOnly? startedOn = null)
    {
        var start = startedOn ?? new DateOnly(2025, 3, 3);
        var traject = new Traject(Guid.CreateVersion7(), $"T{Interlocked.Increment(ref _number):D6}", client.Id, programme, start.AddDays(-14), "politie", team);
        traject.Start(start, start);
        if (assignee is not null)
            traject.Assign(Guid.CreateVersion7(), assignee.Id, programme == Programmes.Rio ? AssignmentRoles.Rio : AssignmentRoles.Case, start);
        return traject;
    }

    /// <summary>An assessment with the same level everywhere, except where said otherwise.</summary>
    public static Assessment Assessment(Traject traject, DateOnly on, string moment, int level = 3, params (string Leefgebied, int Level)[] other)
    {
        var levels = Leefgebieden.Of(traject.Programme).All.ToDictionary(l => l.Key, _ => level);
        foreach (var (leefgebied, its) in other)
            levels[leefgebied] = its;
        return new Assessment(Guid.CreateVersion7(), traject.Id, traject.Programme, on, moment, levels, null, on.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc));
    }
}
