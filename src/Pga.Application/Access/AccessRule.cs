using System.Linq.Expressions;
using Pga.Application.Data;
using Pga.Domain.Trajects;

namespace Pga.Application.Access;

/// <summary>
/// The one access rule. An actor sees a traject while an assignment of theirs runs, or while their team owns it and it
/// isn't restricted. It is a query filter on Traject; every other entity with person data goes through Trajects, so that
/// lists, counts, searches and exports have it too. It reads members of the context, never a captured actor: the model is cached.
/// </summary>
internal static class AccessRule
{
    /// <summary>Of the filter, on an entity that has another besides.</summary>
    public const string Name = "access";

    public static Expression<Func<Traject, bool>> MayRead(PgaDbContext db) => t =>
        db.SeesAll
        || ((db.WorksCases || (db.WorksRio && t.Programme == Programmes.Rio))
            && t.Assignments.Any(a => a.StaffId == db.ActorId && a.From <= db.Today && (a.Until == null || a.Until >= db.Today)))
        || (!t.Restricted && db.ReadTeam != null && t.Team == db.ReadTeam);

    /// <summary>Of what an actor sees: what they may change. A team's experts read along; its coordinators write.</summary>
    public static Expression<Func<Traject, bool>> MayWrite(PgaDbContext db) => t =>
        db.SeesAll
        || ((db.WorksCases || (db.WorksRio && t.Programme == Programmes.Rio))
            && t.Assignments.Any(a => a.StaffId == db.ActorId && a.From <= db.Today && (a.Until == null || a.Until >= db.Today)))
        || (!t.Restricted && db.WriteTeam != null && t.Team == db.WriteTeam);
}
