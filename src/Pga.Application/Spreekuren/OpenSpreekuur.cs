using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Catalogues;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;
using Pga.Domain.Spreekuren;

namespace Pga.Application.Spreekuren;

/// <summary>
/// Plans or opens a spreekuur; whoever sends it is its RIO. There is one per RIO, institution and moment.
/// Answers the spreekuur's id.
/// </summary>
/// <param name="Time">Local time in Amsterdam.</param>
[Requires(Permission.HoldSpreekuur)]
public sealed record OpenSpreekuur(Guid CommandId, Guid InstitutionId, DateOnly? Date, TimeOnly? Time) : ICommand
{
    /// <summary>Further ahead than this is a typing error.</summary>
    public const int MaxDaysAhead = 366;
}

internal sealed class OpenSpreekuurValidator : AbstractValidator<OpenSpreekuur>
{
    public OpenSpreekuurValidator(TimeProvider clock)
    {
        RuleFor(c => c.InstitutionId).NotEmpty().WithMessage("Kies een inrichting.");
        RuleFor(c => c.Date).NotNull().WithMessage("Vul de datum van het spreekuur in.");
        RuleFor(c => c.Date).Must(date => date is null || date <= clock.Today().AddDays(OpenSpreekuur.MaxDaysAhead))
            .WithMessage("Deze datum is meer dan een jaar vooruit. Kies een eerdere datum.");
        RuleFor(c => c.Time).NotNull().WithMessage("Vul de begintijd in.");
    }
}

internal sealed class OpenSpreekuurHandler(PgaDbContext db) : IRequestHandler<OpenSpreekuur, Guid>
{
    public async Task<Guid> Handle(OpenSpreekuur c, CancellationToken cancellationToken)
    {
        var date = c.Date!.Value;
        await db.RefuseUnlessValid(CatalogueKinds.Institutions, c.InstitutionId, date, "spreekuur.institution", "InstitutionId", cancellationToken);
        RuleBroken.Unless(Calendar.TryToUtc(date.ToDateTime(c.Time!.Value), out var heldAt), "spreekuur.time", "Time",
            "Deze tijd bestaat niet op die dag, omdat de zomertijd ingaat. Kies een andere tijd.");
        var exists = await db.Spreekuren.AnyAsync(
            s => s.RioId == db.ActorId && s.InstitutionId == c.InstitutionId && s.HeldAt == heldAt, cancellationToken);
        RuleBroken.Unless(!exists, "spreekuur.exists", "Time", "U hebt op dit moment al een spreekuur in deze inrichting. Open dat spreekuur uit de lijst.");
        db.Spreekuren.Add(new Spreekuur(c.CommandId, c.InstitutionId, heldAt, db.ActorId));
        return c.CommandId;
    }
}
