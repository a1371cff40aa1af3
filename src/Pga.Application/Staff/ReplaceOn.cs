using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Staff;

/// <summary>
/// Another replacement on one traject than on the rest, or one on a restricted traject, which gets none by itself. Answers
/// the id of the traject.
/// </summary>
[Requires(Permission.ArrangeAbsence)]
public sealed record ReplaceOn(Guid CommandId, Guid TrajectId, Guid AbsenceId, Guid? StaffId) : ICommand, IAboutTraject;

internal sealed class ReplaceOnValidator : AbstractValidator<ReplaceOn>
{
    public ReplaceOnValidator() => RuleFor(c => c.StaffId).NotNull().WithMessage("Kies wie er vervangt.");
}

internal sealed class ReplaceOnHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<ReplaceOn, Guid>
{
    public async Task<Guid> Handle(ReplaceOn c, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var absence = await Replacements.Arranged(db, db.Absences, actor, c.AbsenceId, cancellationToken);
        RuleBroken.Unless(!absence.IsOver(today), "absence.over", "", "Deze afwezigheid is al voorbij.");
        RuleBroken.Unless(c.StaffId != absence.StaffId, "absence.own-replacement", "StaffId", "Kies een andere collega: iemand kan zichzelf niet vervangen.");
        var by = await Replacements.By(
            db, actor, absence.StaffId, c.StaffId, absence.From > today ? absence.From : today, absence.Until, "StaffId", cancellationToken);
        var traject = await db.Trajects.Include(t => t.Assignments).SingleAsync(t => t.Id == c.TrajectId, cancellationToken);
        foreach (var replacement in traject.Assignments.Where(a => a.AbsenceId == absence.Id && !a.IsVoid && a.Until >= today).ToList())
            traject.ReplaceUntil(replacement, today.AddDays(-1));
        RuleBroken.Unless(Replacements.Cover(traject, absence, by, today), "absence.not-theirs", "StaffId",
            "Deze collega kan dit traject niet overnemen, of de afwezige werkt er niet meer op.");
        return traject.Id;
    }
}
