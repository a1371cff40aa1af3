using Microsoft.EntityFrameworkCore;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;

namespace Pga.Benchmarks;

/// <summary>Some experts with the running trajects that are theirs.</summary>
internal sealed class Desks : IDisposable
{
    public const int Count = 10;
    private readonly Guid[][] _trajects;
    private readonly StaffMember[] _coordinators;

    private Desks(BenchDatabase database, StaffMember[] experts, StaffMember[] coordinators, StaffMember partner, Guid[][] trajects)
    {
        _coordinators = coordinators;
        Partner = partner;
        Database = database;
        Experts = experts;
        _trajects = trajects;
    }

    public BenchDatabase Database { get; }

    public StaffMember[] Experts { get; }

    public static async Task<Desks> Of(int clients)
    {
        var database = await BenchDatabase.OfClients(clients);
        var random = new Random(clients);
        var experts = await database.Read(db => db.Staff.AsNoTracking().Where(s => s.RoleCodes == StaffRoles.PgaExpert && s.Active).OrderBy(s => s.Email).ToArrayAsync());
        random.Shuffle(experts);
        experts = experts[..Count];
        var trajects = new List<Guid[]>();
        foreach (var expert in experts)
        {
            var own = await database.Read(db => db.Trajects
                .Where(t => t.StartedOn != null && t.EndedOn == null && t.Assignments.Any(a => a.StaffId == expert.Id && a.Role == AssignmentRoles.Case && a.Until == null))
                .OrderBy(t => t.Number).Select(t => t.Id).ToArrayAsync());
            random.Shuffle(own);
            trajects.Add(own);
        }

        var coordinators = await database.Read(db => db.Staff.AsNoTracking().Where(s => s.RoleCodes == StaffRoles.Coordinator && s.Active).OrderBy(s => s.Email).ToArrayAsync());
        var partner = await database.Read(db => db.Staff.AsNoTracking().Where(s => s.RoleCodes == StaffRoles.Partner && s.Active).OrderBy(s => s.Email).FirstAsync());
        return new Desks(database, experts, coordinators, partner, [.. trajects]);
    }

    public StaffMember Partner { get; }

    public StaffMember Coordinator(int turn) => _coordinators[turn % _coordinators.Length];

    public StaffMember Expert(int turn) => Experts[turn % Count];

    public Guid Traject(int turn)
    {
        var own = _trajects[turn % Count];
        return own[turn / Count % own.Length];
    }

    public void Dispose() => Database.Dispose();
}
