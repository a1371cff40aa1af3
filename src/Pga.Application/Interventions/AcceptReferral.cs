using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Interventions;

/// <summary>The partner takes a referral on. Answers the id of the referral.</summary>
[Requires(Permission.AnswerReferral)]
public sealed record AcceptReferral(Guid CommandId, Guid ReferralId, Guid BaseVersion) : ICommand;

internal sealed class AcceptReferralHandler(PgaDbContext db, Actor actor, CurrentRequest current, TimeProvider clock) : IRequestHandler<AcceptReferral, Guid>
{
    public async Task<Guid> Handle(AcceptReferral c, CancellationToken cancellationToken)
    {
        var referral = await db.GrantedReferral(current, c.ReferralId, cancellationToken);
        ReferralChanges.Check(referral, c.BaseVersion);
        var waiting = await WaitingList.Of(db, [referral.InterventionId], cancellationToken);
        referral.Accept(actor.StaffId!.Value, clock.UtcNow(), waiting.QueueOf(referral.Id) == 0);
        return referral.Id;
    }
}
