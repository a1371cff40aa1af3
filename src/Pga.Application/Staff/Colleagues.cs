using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Domain.Common;
using Pga.Domain.Staff;

namespace Pga.Application.Staff;

/// <summary>The people of the actor's own team, the actor included: nobody else is given work or sent on leave by them.</summary>
internal static class Colleagues
{
    public static IQueryable<StaffMember> Of(PgaDbContext db, Actor actor)
    {
        var (me, team) = (actor.StaffId, actor.Team);
        return db.Staff.Where(s => s.Id == me || (team != null && s.Team == team));
    }

    /// <summary>Who can be given work.</summary>
    public static async Task<StaffMember> Active(PgaDbContext db, Actor actor, Guid? id, string field, CancellationToken ct) =>
        await Of(db, actor).SingleOrDefaultAsync(s => s.Id == id && s.Active, ct)
        ?? throw new RuleBroken("team.not-a-colleague", field, "Kies een collega uit uw team.");

    /// <summary>Also who has left: their work is still there.</summary>
    public static async Task<StaffMember> Any(PgaDbContext db, Actor actor, Guid? id, string field, CancellationToken ct) =>
        await Of(db, actor).SingleOrDefaultAsync(s => s.Id == id, ct)
        ?? throw new RuleBroken("team.not-a-colleague", field, "Kies een collega uit uw team.");
}
