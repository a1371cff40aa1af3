using Pga.Domain.Clients;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Trajects;

/// <summary>
/// Random users and random trajects, and of each pair whether the one may see the other: written from access.md, not from
/// the rule in code. Every list, count and search must show a user exactly this.
/// </summary>
internal sealed class VisibilityWorld
{
    private static readonly string[] Teams = ["team-1", "team-2", "team-3"];

    private readonly Random _random;
    private readonly DateOnly _today;
    private readonly DateTime _nowUtc;
    private readonly List<Work> _work = [];

    public VisibilityWorld(FakeClock clock, int seed = 20260303)
    {
        _random = new Random(seed);
        _nowUtc = clock.GetUtcNow().UtcDateTime;
        _today = DateOnly.FromDateTime(_nowUtc);
        Users =
        [
            .. Teams.Select(t => A.Staff(StaffRoles.PgaExpert, t)),
            A.Staff(StaffRoles.PgaExpert, null),
            .. Teams.Take(2).Select(t => A.Staff(StaffRoles.Coordinator, t)),
            A.Staff(StaffRoles.Rio, "team-1"),
            A.Staff(StaffRoles.Rio, null),
            A.Staff(StaffRoles.PgaExpert, "team-3", null, StaffRoles.Rio),
            A.Staff(StaffRoles.PgaExpert, "team-2"),
        ];
        Clients = [.. Enumerable.Range(0, 25).Select(i => A.Client("Kim", "Voorbeeld", $"K{i:D3}"))];
        Trajects = [.. Enumerable.Range(0, 40).Select(i => Make(Clients[i % Clients.Count]))];
    }

    private sealed record Work(Guid TrajectId, Guid StaffId, DateOnly From, DateOnly? Until);

    public IReadOnlyList<StaffMember> Users { get; }

    public IReadOnlyList<Client> Clients { get; }

    public IReadOnlyList<Traject> Trajects { get; }

    /// <summary>To give to the database: <c>await Pga.Given(world.Entities)</c>.</summary>
    public object[] Entities => [.. Users, .. Clients, .. Trajects];

    /// <summary>The trajects that this user may open, those that ended included.</summary>
    public HashSet<Guid> VisibleTo(StaffMember user) => [.. Trajects.Where(t => MaySee(user, t)).Select(t => t.Id)];

    public bool MaySee(StaffMember user, Traject traject)
    {
        var assigned = IsAssigned(user, traject);
        var isCaseWorker = user.Roles.Contains(StaffRoles.PgaExpert) || user.Roles.Contains(StaffRoles.Coordinator);
        if (assigned && isCaseWorker)
            return true;
        if (assigned && user.Roles.Contains(StaffRoles.Rio) && traject.Programme == Programmes.Rio)
            return true;
        return isCaseWorker && user.Team is not null && user.Team == traject.Team && !traject.Restricted;
    }

    public bool MaySee(StaffMember user, Client client) => Trajects.Any(t => t.ClientId == client.Id && MaySee(user, t));

    /// <summary>Of what this user sees: what they may change. A team's experts read along; its coordinators write.</summary>
    public bool MayWrite(StaffMember user, Traject traject) =>
        MaySee(user, traject)
        && (IsAssigned(user, traject)
            || (user.Roles.Contains(StaffRoles.Coordinator) && user.Team == traject.Team && !traject.Restricted));

    /// <summary>Has an assignment that runs now.</summary>
    public bool IsAssigned(StaffMember user, Traject traject) =>
        _work.Any(w => w.TrajectId == traject.Id && w.StaffId == user.Id && w.From <= _today && (w.Until is null || w.Until >= _today));

    private Traject Make(Client client)
    {
        var programme = _random.Next(3) switch { 0 => Programmes.Rio, 1 => Programmes.TopX, _ => Programmes.LocalPga };
        var traject = A.Traject(client, programme: programme, team: _random.Next(5) == 0 ? null : Teams[_random.Next(Teams.Length)]);
        if (_random.Next(5) == 0)
            traject.Restrict(true, "Familie van een medewerker");
        foreach (var user in Users.Where(_ => _random.Next(6) == 0))
        {
            var from = _today.AddDays(_random.Next(-300, 30));
            var assignment = traject.Assign(Guid.CreateVersion7(), user.Id, AssignmentRoles.Case, from);
            if (_random.Next(3) == 0)
                assignment.EndBy(from.AddDays(_random.Next(0, 400)));
            _work.Add(new Work(traject.Id, user.Id, assignment.From, assignment.Until));
        }

        if (_random.Next(6) == 0)
            End(traject);
        return traject;
    }

    private void End(Traject traject)
    {
        traject.ProposeOutflow(_today.AddDays(-3), "out-of-sight", null, Guid.CreateVersion7(), _nowUtc, new(null, []));
        traject.ConfirmOutflow(Guid.CreateVersion7(), _nowUtc);
        _work.RemoveAll(w => w.TrajectId == traject.Id);
        _work.AddRange(traject.Assignments.Select(a => new Work(traject.Id, a.StaffId, a.From, a.Until)));
    }
}
