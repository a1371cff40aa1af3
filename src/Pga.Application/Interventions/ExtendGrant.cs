using FluentValidation;
using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Interventions;

/// <summary>Lets a partner look until another day. Answers the id of the referral.</summary>
[Requires(Permission.ReferIntervention)]
public sealed record ExtendGrant(Guid CommandId, Guid TrajectId, Guid ReferralId, Guid BaseVersion, DateOnly GrantUntil) : ICommand, IAboutTraject;

internal sealed class ExtendGrantValidator : AbstractValidator<ExtendGrant>
{
    public ExtendGrantValidator() => RuleFor(c => c.GrantUntil).NotEmpty().WithErrorCode("referral.until").WithMessage("Kies tot en met welke dag de partner mag meekijken.");
}

internal sealed class ExtendGrantHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<ExtendGrant, Guid>
{
    public async Task<Guid> Handle(ExtendGrant c, CancellationToken cancellationToken)
    {
        var referral = await db.ReferralOf(c.TrajectId, c.ReferralId, c.BaseVersion, cancellationToken);
        await db.EndSharing(referral, cancellationToken);
        referral.ExtendGrant(c.GrantUntil, clock.Today());
        await db.Share(referral, actor.StaffId!.Value, cancellationToken);
        return referral.Id;
    }
}
