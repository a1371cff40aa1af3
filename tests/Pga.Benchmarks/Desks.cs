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

    private Desks(BenchDatabase database, StaffMember[] experts, StaffMember[] coordinators, StaffMember partner, StaffMember administrator, Guid conference, Guid[][] trajects)
    {
        Administrator = administrator;
        Conference = conference;
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
        // The first coordinator of whom a conference is to come goes in front.
        var conference = await database.Read(db => db.CaseConferences.AsNoTracking().Where(c => c.ClosedAt == null && c.CancelledAt == null).OrderBy(c => c.Team).FirstAsync());
        coordinators = [.. coordinators.OrderByDescending(c => c.Team == conference.Team)];
        var administrator = await database.Read(db => db.Staff.AsNoTracking().FirstAsync(s => s.RoleCodes == StaffRoles.Administrator && s.Active));
        return new Desks(database, experts, coordinators, partner, administrator, conference.Id, [.. trajects]);
    }

    public StaffMember Partner { get; }

    public StaffMember Administrator { get; }

    /// <summary>One to come, of the first coordinator's team.</summary>
    public Guid Conference { get; }

    public StaffMember Coordinator(int turn) => _coordinators[turn % _coordinators.Length];

    public StaffMember Expert(int turn) => Experts[turn % Count];

    public Guid Traject(int turn)
    {
        var own = _trajects[turn % Count];
        return own[turn / Count % own.Length];
    }

    public void Dispose() => Database.Dispose();
}
