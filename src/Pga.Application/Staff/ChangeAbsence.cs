using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;

namespace Pga.Application.Staff;

/// <summary>Away for longer or shorter, or somebody else takes over. Answers the id of the absence.</summary>
[Requires(Permission.ArrangeAbsence)]
public sealed record ChangeAbsence(Guid CommandId, Guid AbsenceId, Guid BaseVersion, DateOnly? Until, Guid? ReplacementId) : ICommand;

internal sealed class ChangeAbsenceValidator : AbstractValidator<ChangeAbsence>
{
    public ChangeAbsenceValidator() => RuleFor(c => c.Until).NotNull().WithMessage("Vul de laatste dag in.");
}

[SeesAll("a replacement ends on every traject that it is on, seen by the actor or not")]
internal sealed class ChangeAbsenceHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<ChangeAbsence, Guid>
{
    public async Task<Guid> Handle(ChangeAbsence c, CancellationToken cancellationToken)
    {
        var ct = cancellationToken;
        var today = clock.Today();
        var until = c.Until!.Value;
        var absence = await Replacements.Arranged(db, db.Absences, actor, c.AbsenceId, ct);
        if (absence.Version != c.BaseVersion)
            throw await Stale(absence, c, ct);
        var former = absence.ReplacementId;
        absence.Change(until, c.ReplacementId, today);
        var start = absence.From > today ? absence.From : today;
        var by = c.ReplacementId is { } id ? await Replacements.By(db, actor, absence.StaffId, id, start, until, "ReplacementId", ct) : null;
        RuleBroken.Unless(
            !await db.Absences.AnyAsync(a => a.Id != absence.Id && a.StaffId == absence.StaffId && a.Until >= a.From && a.From <= until && a.Until >= absence.From, ct),
            "absence.overlap", "Until", "In deze periode is al een andere afwezigheid vastgelegd.");

        var mine = await db.Trajects.Where(AccessRule.MayWrite(db)).Where(t => t.Assignments.Any(a => a.AbsenceId == absence.Id)).Select(t => t.Id).ToListAsync(ct);
        var trajects = await db.Trajects.IgnoreQueryFilters().Include(t => t.Assignments)
            .Where(t => t.OutflowConfirmedAt == null && t.Assignments.Any(a => a.AbsenceId == absence.Id && a.Until >= today))
            .ToListAsync(ct);
        foreach (var traject in trajects)
        {
            foreach (var replacement in traject.Assignments.Where(a => a.AbsenceId == absence.Id && !a.IsVoid && a.Until >= today).ToList())
            {
                if (former != c.ReplacementId && replacement.StaffId == former)
                    traject.ReplaceUntil(replacement, today.AddDays(-1));
                // Who can't change a traject can't give access to it for longer either.
                else if (until < replacement.Until || mine.Contains(traject.Id))
                    traject.ReplaceUntil(replacement, Earliest(until, LastDayOf(traject, absence.StaffId)));
            }
        }

        if (by is not null)
            await Replacements.CoverAll(db, absence, by, today, ct);
        return absence.Id;
    }

    private static DateOnly Earliest(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly LastDayOf(Traject traject, Guid staffId) =>
        traject.Assignments.Where(a => a.StaffId == staffId && a.ForStaffId is null && !a.IsVoid).Max(a => a.Until ?? DateOnly.MaxValue);

    private async Task<Conflict> Stale(Absence now, ChangeAbsence c, CancellationToken ct)
    {
        Guid?[] ids = [now.ReplacementId, c.ReplacementId];
        var names = await db.Staff.Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        return new Conflict(now.Version,
        [
            .. new ConflictingValue[]
            {
                new("Until", "Laatste dag", Text(now.Until), Text(c.Until!.Value)),
                new("ReplacementId", "Vervanger", Name(now.ReplacementId), Name(c.ReplacementId)),
            }.Where(v => v.Theirs != v.Yours),
        ]);

        string? Name(Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
    }

    private static string Text(DateOnly date) => date.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);
}
