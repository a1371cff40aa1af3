using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Interventions;

/// <summary>The sessions of the actor's organisation, or those they planned: to come first, then the latest.</summary>
[Requires(Permission.HoldSession)]
public sealed record GetSessions(int Page = 1) : IQuery<SessionList>;

public sealed record SessionList(IReadOnlyList<SessionLine> Sessions, int Total, int Page, int Pages)
{
    public const int PageSize = 25;
}

/// <param name="Participants">How many are on the roster, of those that the actor sees.</param>
/// <param name="ToFill">Of whom attendance isn't known, once it has begun.</param>
public sealed record SessionLine(Guid Id, string Intervention, DateOnly On, TimeOnly Time, int Participants, int ToFill, bool Cancelled);

internal sealed class GetSessionsHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<GetSessions, SessionList>
{
    public async Task<SessionList> Handle(GetSessions q, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var sessions = db.ListedSessions();
        var total = await sessions.CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + SessionList.PageSize - 1) / SessionList.PageSize);
        var page = Math.Clamp(q.Page, 1, pages);
        // Sorted apart: what is to come soonest first, what has been latest first.
        var coming = sessions.Where(s => s.On >= today).OrderBy(s => s.StartsAt).ThenBy(s => s.Id);
        var toCome = await coming.CountAsync(cancellationToken);
        var skip = (page - 1) * SessionList.PageSize;
        var lines = skip < toCome ? await SessionLines.Of(db, coming.Skip(skip).Take(SessionList.PageSize), clock.UtcNow(), cancellationToken) : [];
        if (lines.Count < SessionList.PageSize)
        {
            var been = sessions.Where(s => s.On < today).OrderByDescending(s => s.StartsAt).ThenByDescending(s => s.Id).Skip(Math.Max(0, skip - toCome)).Take(SessionList.PageSize - lines.Count);
            lines.AddRange(await SessionLines.Of(db, been, clock.UtcNow(), cancellationToken));
        }

        return new SessionList(lines, total, page, pages);
    }
}

internal static class SessionLines
{
    /// <param name="sessions">In order.</param>
    public static async Task<List<SessionLine>> Of(PgaDbContext db, IQueryable<Domain.Interventions.InterventionSession> sessions, DateTime nowUtc, CancellationToken ct)
    {
        var rows = await sessions.Select(s => new
        {
            s.Id,
            Intervention = db.Interventions.Where(i => i.Id == s.InterventionId).Select(i => i.Name).First(),
            s.StartsAt,
            Participants = s.Roster.Count(a => a.SupersededById == null),
            Unknown = s.Roster.Count(a => a.SupersededById == null && a.Code == null),
            Cancelled = s.CancelledAt != null,
        }).ToListAsync(ct);
        return
        [
            .. rows.Select(r =>
            {
                var local = Calendar.LocalTime(r.StartsAt);
                return new SessionLine(
                    r.Id, r.Intervention, DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), r.Participants, r.StartsAt <= nowUtc && !r.Cancelled ? r.Unknown : 0, r.Cancelled);
            }),
        ];
    }
}
