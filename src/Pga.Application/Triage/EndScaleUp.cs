using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.DataSharings;

namespace Pga.Application.Triage;

/// <summary>The ZVH hands the lead back. Answers the id of the record of what was shared.</summary>
/// <param name="Until">Last day on which the ZVH had the lead.</param>
[Requires(Permission.DecideTriage)]
public sealed record EndScaleUp(Guid CommandId, Guid TrajectId, Guid SharingId, DateOnly? Until) : ICommand, IAboutTraject;

internal sealed class EndScaleUpValidator : AbstractValidator<EndScaleUp>
{
    public EndScaleUpValidator(TimeProvider clock)
    {
        RuleFor(c => c.Until).NotNull().WithMessage("Vul de laatste dag in waarop het ZVH de regie had.");
        RuleFor(c => c.Until).Must(d => d is null || d <= clock.Today()).WithMessage("Deze datum ligt in de toekomst. Kies vandaag of eerder.");
    }
}

internal sealed class EndScaleUpHandler(PgaDbContext db) : IRequestHandler<EndScaleUp, Guid>
{
    public async Task<Guid> Handle(EndScaleUp c, CancellationToken cancellationToken)
    {
        var sharing = await db.DataSharings.SingleOrDefaultAsync(
            s => s.Id == c.SharingId && s.TrajectId == c.TrajectId && s.Kind == SharingKinds.ScaleUp, cancellationToken) ?? throw new NotFound();
        var started = await db.Trajects.Where(t => t.Id == c.TrajectId).Select(t => t.StartedOn).SingleAsync(cancellationToken);
        RuleBroken.Unless(started is not null, "scale-up.not-running", "", "Dit traject is in de triage opgeschaald. Wijzig het besluit van de triage als dat niet meer klopt.");
        sharing.EndOn(c.Until!.Value);
        return sharing.Id;
    }
}
