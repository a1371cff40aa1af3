using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.DataSharings;

namespace Pga.Application.Triage;

/// <summary>Hands the lead on a running traject to the ZVH: recorded as data shared from a day on. Answers the id of that record.</summary>
/// <param name="What">Which data are shared.</param>
/// <param name="SharingGround">Why these may be shared.</param>
[Requires(Permission.DecideTriage)]
public sealed record ScaleUp(Guid CommandId, Guid TrajectId, Guid BaseVersion, DateOnly? From, string? What, string? SharingGround) : ICommand, IAboutTraject;

internal sealed class ScaleUpValidator : AbstractValidator<ScaleUp>
{
    public ScaleUpValidator()
    {
        RuleFor(c => c.From).NotNull().WithMessage("Vul in vanaf welke dag het ZVH de regie heeft.");
        RuleFor(c => c.What).MaximumLength(DataSharing.MaxText).WithMessage($"Gebruik hoogstens {DataSharing.MaxText} tekens.");
        RuleFor(c => c.SharingGround).MaximumLength(DataSharing.MaxText).WithMessage($"Gebruik hoogstens {DataSharing.MaxText} tekens.");
    }
}

internal sealed class ScaleUpHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<ScaleUp, Guid>
{
    public async Task<Guid> Handle(ScaleUp c, CancellationToken cancellationToken)
    {
        var traject = await db.Trajects.SingleAsync(t => t.Id == c.TrajectId, cancellationToken);
        // Nothing of the form can be in conflict: it shows what there is now.
        if (traject.Version != c.BaseVersion)
            throw new Conflict(traject.Version, []);
        var isThereAlready = await db.DataSharings.AnyAsync(s => s.TrajectId == c.TrajectId && s.Kind == SharingKinds.ScaleUp && s.Until == null, cancellationToken);
        traject.ScaleUp(c.From!.Value, clock.Today(), isThereAlready);
        db.DataSharings.Add(new DataSharing(
            c.CommandId, traject.Id, traject.ClientId, TriageFacts.Zvh, c.What ?? "", c.SharingGround ?? "", c.From.Value, actor.StaffId!.Value, SharingKinds.ScaleUp));
        return c.CommandId;
    }
}
