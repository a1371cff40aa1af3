using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Interventions;

namespace Pga.Application.Interventions;

/// <summary>Takes a referral back: the partner sees nothing any more, and the participation ends. Answers the id of the referral.</summary>
[Requires(Permission.ReferIntervention)]
public sealed record WithdrawReferral(Guid CommandId, Guid TrajectId, Guid ReferralId, Guid BaseVersion, string Reason) : ICommand, IAboutTraject;

internal sealed class WithdrawReferralValidator : AbstractValidator<WithdrawReferral>
{
    public WithdrawReferralValidator() =>
        RuleFor(c => c.Reason).MaximumLength(Referral.MaxText).WithMessage($"De reden is te lang. Gebruik hoogstens {Referral.MaxText} tekens.");
}

internal sealed class WithdrawReferralHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<WithdrawReferral, Guid>
{
    public async Task<Guid> Handle(WithdrawReferral c, CancellationToken cancellationToken)
    {
        var referral = await db.ReferralOf(c.TrajectId, c.ReferralId, c.BaseVersion, cancellationToken);
        referral.Withdraw(actor.StaffId!.Value, c.Reason, clock.UtcNow());
        await db.EndSharing(referral, cancellationToken);
        await db.LeaveComingSessions(referral.ParticipationId, clock.UtcNow(), cancellationToken);
        await db.Derive([await db.Participations.SingleAsync(p => p.Id == referral.ParticipationId, cancellationToken)], cancellationToken);
        return referral.Id;
    }
}
