using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Interventions;

namespace Pga.Application.Interventions;

/// <summary>
/// Records who of the roster was there. Saying the same again changes nothing; saying something else supersedes. Answers the id
/// of the session.
/// </summary>
[Requires(Permission.HoldSession)]
public sealed record RecordAttendance(Guid CommandId, Guid SessionId, Guid BaseVersion, IReadOnlyList<AttendanceRow> Rows) : ICommand;

/// <param name="Attendance">One of <see cref="AttendanceCodes.List"/>; null for who isn't filled in.</param>
public sealed record AttendanceRow(Guid ParticipationId, string? Attendance, string? Note = null);

internal sealed class RecordAttendanceValidator : AbstractValidator<RecordAttendance>
{
    public RecordAttendanceValidator()
    {
        RuleFor(c => c.Rows).NotEmpty().WithMessage("Vul van minstens één deelnemer in of die er was.");
        RuleFor(c => c.Rows).Must(r => r is null || r.Select(x => x.ParticipationId).Distinct().Count() == r.Count).WithMessage("Een deelnemer staat er twee keer bij.");
        RuleForEach(c => c.Rows).ChildRules(row =>
        {
            row.RuleFor(r => r.Attendance).Must(a => a is null || AttendanceCodes.List.Has(a)).WithMessage("Kies of de deelnemer er was.");
            row.RuleFor(r => r.Note).MaximumLength(Domain.Interventions.Attendance.MaxNote)
                .WithMessage($"De notitie is te lang. Gebruik hoogstens {Domain.Interventions.Attendance.MaxNote} tekens.");
        });
    }
}

internal sealed class RecordAttendanceHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<RecordAttendance, Guid>
{
    public async Task<Guid> Handle(RecordAttendance c, CancellationToken cancellationToken)
    {
        if (!await db.OwnSessions().AnyAsync(s => s.Id == c.SessionId, cancellationToken))
            throw new NotFound();
        var recordable = (await db.Recordable(c.SessionId).ToListAsync(cancellationToken)).ToDictionary(k => k.Id);
        if (c.Rows.Any(r => !recordable.ContainsKey(r.ParticipationId)))
            throw new NotFound();
        var session = await db.InterventionSessions.Include(s => s.Roster).SingleAsync(s => s.Id == c.SessionId, cancellationToken);
        if (session.Version != c.BaseVersion)
            throw await Differences(session, c, recordable, cancellationToken);

        var errors = new List<FieldError>();
        for (var i = 0; i < c.Rows.Count; i++)
        {
            try
            {
                session.Record(c.Rows[i].ParticipationId, c.Rows[i].Attendance, c.Rows[i].Note, actor.StaffId!.Value, clock.UtcNow(), $"Rows[{i}].Attendance");
            }
            catch (RuleBroken rule) when (rule.Field.Length > 0)
            {
                errors.Add(new FieldError(rule.Field, rule.Text, rule.Code));
            }
        }

        if (errors.Count > 0)
            throw new Invalid(errors);
        var ids = c.Rows.Select(r => r.ParticipationId).ToList();
        await db.Derive(await db.Participations.Where(p => ids.Contains(p.Id)).ToListAsync(cancellationToken), cancellationToken, session);
        return session.Id;
    }

    private async Task<Conflict> Differences(InterventionSession session, RecordAttendance c, Dictionary<Guid, Kept> recordable, CancellationToken ct)
    {
        var people = await db.Participants([.. recordable.Values], ct);
        var values = new List<ConflictingValue>();
        for (var i = 0; i < c.Rows.Count; i++)
        {
            var yours = c.Rows[i];
            var theirs = session.Roster.SingleOrDefault(a => a.ParticipationId == yours.ParticipationId && a.SupersededById is null);
            var (now, typed) = (Describe(theirs?.Code, theirs?.Note), Describe(yours.Attendance, yours.Note));
            if (now != typed)
                values.Add(new ConflictingValue($"Rows[{i}].Attendance", people[yours.ParticipationId].Label, now, typed));
        }

        return new Conflict(session.Version, values);
    }

    private static string? Describe(string? attendance, string? note)
    {
        var said = string.Join(", ", new[] { attendance is null ? null : AttendanceCodes.List.Label(attendance), string.IsNullOrWhiteSpace(note) ? null : note.Trim() }.OfType<string>());
        return said.Length == 0 ? null : said;
    }
}
