using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Interventions;

namespace Pga.Application.Interventions;

/// <summary>The sheet of one session: who of the roster the actor may record.</summary>
[Requires(Permission.HoldSession)]
public sealed record GetSession(Guid SessionId) : IQuery<SessionSheet>;

/// <param name="Version">The base version of an edit.</param>
/// <param name="Time">Local time in Amsterdam.</param>
/// <param name="HasBegun">Attendance can be recorded.</param>
/// <param name="Others">How many more are on the roster, whom the actor doesn't see.</param>
/// <param name="MayCancel">The actor's own session, of which no attendance is known.</param>
public sealed record SessionSheet(
    Guid Id,
    Guid Version,
    Guid InterventionId,
    string Intervention,
    DateOnly On,
    TimeOnly Time,
    bool HasBegun,
    bool Cancelled,
    IReadOnlyList<SheetRow> Rows,
    int Others,
    bool MayCancel) : IRevealsClients
{
    IEnumerable<IRevealsClient> IRevealsClients.Revealed => Rows.Select(r => r.Participant);
}

/// <param name="Attendance">One of <see cref="AttendanceCodes.List"/>, or null.</param>
public sealed record SheetRow(Participant Participant, string? Attendance, string? Note);

[SeesAll("How many more are on a roster, and whether anybody was recorded; who they are stays behind.")]
internal sealed class GetSessionHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<GetSession, SessionSheet>
{
    public async Task<SessionSheet> Handle(GetSession q, CancellationToken cancellationToken)
    {
        var session = await db.OwnSessions().Where(s => s.Id == q.SessionId)
            .Select(s => new { s.Version, s.InterventionId, s.StartsAt, s.CancelledAt, Name = db.Interventions.Where(i => i.Id == s.InterventionId).Select(i => i.Name).First() })
            .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
        var recordable = await db.Recordable(q.SessionId).ToListAsync(cancellationToken);
        var people = await db.Participants(recordable, cancellationToken);
        var roster = await db.Attendances.IgnoreQueryFilters().Where(a => a.SessionId == q.SessionId && a.SupersededById == null)
            .Select(a => new { a.ParticipationId, a.Code, a.Note }).ToListAsync(cancellationToken);
        var local = Calendar.LocalTime(session.StartsAt);
        var rows = roster.Where(a => people.ContainsKey(a.ParticipationId))
            .Select(a => new SheetRow(people[a.ParticipationId], a.Code, a.Note))
            .OrderBy(r => SearchText.Normalise(r.Participant.Label), StringComparer.Ordinal)
            .ThenBy(r => r.Participant.ParticipationId)
            .ToList();
        return new SessionSheet(
            q.SessionId, session.Version, session.InterventionId, session.Name, DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local),
            session.StartsAt <= clock.UtcNow(), session.CancelledAt is not null, rows, roster.Count - rows.Count,
            session.CancelledAt is null && roster.All(a => a.Code is null) && await db.ListedSessions().AnyAsync(s => s.Id == q.SessionId, cancellationToken));
    }
}
