using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Staff;

namespace Pga.Application.Staff;

/// <summary>
/// A worker is away for some time; their replacement is assigned to their trajects until then. By a coordinator for the
/// team, or by the worker. Answers the id of the absence.
/// </summary>
/// <param name="ReplacementId">Null when nobody takes over by itself.</param>
[Requires(Permission.ArrangeAbsence)]
public sealed record MakeAbsence(Guid CommandId, Guid? StaffId, DateOnly? From, DateOnly? Until, Guid? ReplacementId) : ICommand;

internal sealed class MakeAbsenceValidator : AbstractValidator<MakeAbsence>
{
    public MakeAbsenceValidator(TimeProvider clock)
    {
        RuleFor(c => c.StaffId).NotNull().WithMessage("Kies wie er afwezig is.");
        RuleFor(c => c.From).NotNull().WithMessage("Vul de eerste dag in.");
        RuleFor(c => c.From).Must(f => f is null || f <= clock.Today().AddDays(Absence.MaxDays)).WithMessage("De eerste dag ligt meer dan een jaar vooruit. Controleer het jaar.");
        RuleFor(c => c.Until).NotNull().WithMessage("Vul de laatste dag in. U kunt die later wijzigen.");
    }
}

internal sealed class MakeAbsenceHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<MakeAbsence, Guid>
{
    public async Task<Guid> Handle(MakeAbsence c, CancellationToken cancellationToken)
    {
        var (from, until) = (c.From!.Value, c.Until!.Value);
        var staff = await Colleagues.Active(db, actor, c.StaffId, "StaffId", cancellationToken);
        if (staff.Id != actor.StaffId && !actor.Can(Permission.AssignWorkers))
            throw new RuleBroken("absence.own-only", "StaffId", "U kunt alleen uw eigen afwezigheid vastleggen.");
        var absence = new Absence(c.CommandId, staff.Id, from, until, c.ReplacementId, actor.StaffId!.Value, clock.Today());
        RuleBroken.Unless(
            !await db.Absences.AnyAsync(a => a.StaffId == staff.Id && a.Until >= a.From && a.From <= until && a.Until >= from, cancellationToken),
            "absence.overlap", "From", "In deze periode is al een afwezigheid vastgelegd. Wijzig die.");
        db.Absences.Add(absence);
        if (c.ReplacementId is { } replacementId)
        {
            var by = await Replacements.By(db, actor, staff.Id, replacementId, from, until, "ReplacementId", cancellationToken);
            await Replacements.CoverAll(db, absence, by, clock.Today(), cancellationToken);
        }

        return absence.Id;
    }
}
