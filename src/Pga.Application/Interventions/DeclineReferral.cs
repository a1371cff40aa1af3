using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Interventions;

namespace Pga.Application.Interventions;

/// <summary>The partner doesn't take a referral on, and from then on sees nothing of it. Answers the id of the referral.</summary>
[Requires(Permission.AnswerReferral)]
public sealed record DeclineReferral(Guid CommandId, Guid ReferralId, Guid BaseVersion, string Reason) : ICommand;

internal sealed class DeclineReferralValidator : AbstractValidator<DeclineReferral>
{
    public DeclineReferralValidator() =>
        RuleFor(c => c.Reason).MaximumLength(Referral.MaxText).WithMessage($"De reden is te lang. Gebruik hoogstens {Referral.MaxText} tekens.");
}

internal sealed class DeclineReferralHandler(PgaDbContext db, Actor actor, CurrentRequest current, TimeProvider clock) : IRequestHandler<DeclineReferral, Guid>
{
    public async Task<Guid> Handle(DeclineReferral c, CancellationToken cancellationToken)
    {
        var referral = await db.GrantedReferral(current, c.ReferralId, cancellationToken);
        ReferralChanges.Check(referral, c.BaseVersion);
        referral.Decline(actor.StaffId!.Value, c.Reason, clock.UtcNow());
        await db.EndSharing(referral, cancellationToken);
        await db.Derive([await db.Participations.SingleAsync(p => p.Id == referral.ParticipationId, cancellationToken)], cancellationToken);
        return referral.Id;
    }
}
