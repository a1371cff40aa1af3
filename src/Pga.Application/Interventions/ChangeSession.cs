using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Interventions;

/// <summary>
/// Another time or another roster. Whoever has attendance stays on it, and so does whoever the actor doesn't see. Answers the
/// id of the session.
/// </summary>
[Requires(Permission.HoldSession)]
public sealed record ChangeSession(Guid CommandId, Guid SessionId, Guid BaseVersion, DateOnly Date, TimeOnly Time, IReadOnlyList<Guid> Participants) : ICommand;

internal sealed class ChangeSessionValidator : AbstractValidator<ChangeSession>
{
    public ChangeSessionValidator()
    {
        RuleFor(c => c.Date).NotEmpty().WithErrorCode("session.date").WithMessage("Kies een dag.");
        RuleFor(c => c.Participants).NotEmpty().WithErrorCode("session.empty").WithMessage("Kies minstens één deelnemer.");
        RuleFor(c => c.Participants).Must(p => p is null || p.Distinct().Count() == p.Count).WithMessage("Een deelnemer staat er twee keer bij.");
    }
}

[SeesAll("Who the actor doesn't see stays on the roster; nothing of them leaves.")]
internal sealed class ChangeSessionHandler(PgaDbContext db) : IRequestHandler<ChangeSession, Guid>
{
    public async Task<Guid> Handle(ChangeSession c, CancellationToken cancellationToken)
    {
        var mine = await db.OwnSessions().AnyAsync(s => s.Id == c.SessionId, cancellationToken);
        if (!mine)
            throw new NotFound();
        var recordable = (await db.Recordable(c.SessionId).ToListAsync(cancellationToken)).Select(k => k.Id).ToHashSet();
        var session = await db.InterventionSessions.IgnoreQueryFilters().Include(s => s.Roster).SingleAsync(s => s.Id == c.SessionId, cancellationToken);
        var startsAt = SessionRecords.StartOf(c.Date, c.Time);
        if (session.Version != c.BaseVersion)
            throw new Conflict(session.Version, [.. new[] { new ConflictingValue("Date", "Wanneer", Text(session.StartsAt), Text(startsAt)) }.Where(v => v.Theirs != v.Yours)]);
        var current = session.Roster.Where(a => a.SupersededById is null).ToList();
        var unseen = current.Where(a => !recordable.Contains(a.ParticipationId)).Select(a => a.ParticipationId).ToList();
        var staying = current.Where(a => recordable.Contains(a.ParticipationId) && c.Participants.Contains(a.ParticipationId)).Select(a => a.ParticipationId).ToList();
        var added = await db.ToInvite(session.InterventionId, [.. c.Participants.Except(staying)], cancellationToken);
        var keep = unseen.Concat(staying).ToList();
        var kept = await db.Participations.IgnoreQueryFilters().Where(p => keep.Contains(p.Id)).ToListAsync(cancellationToken);
        session.Change(startsAt, [.. kept, .. added]);
        return session.Id;
    }

    private static string Text(DateTime utc) => Domain.Common.Calendar.LocalTime(utc).ToString("dd-MM-yyyy HH:mm", CultureInfo.InvariantCulture);
}
