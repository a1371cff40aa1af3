using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Interventions;

/// <summary>
/// Ends what a partner may see before its last day. The participation goes on; the team keeps it from then on. Answers the id
/// of the referral.
/// </summary>
[Requires(Permission.ReferIntervention)]
public sealed record EndGrant(Guid CommandId, Guid TrajectId, Guid ReferralId, Guid BaseVersion) : ICommand, IAboutTraject;

internal sealed class EndGrantHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<EndGrant, Guid>
{
    public async Task<Guid> Handle(EndGrant c, CancellationToken cancellationToken)
    {
        var referral = await db.ReferralOf(c.TrajectId, c.ReferralId, c.BaseVersion, cancellationToken);
        referral.EndGrant(clock.UtcNow());
        await db.EndSharing(referral, cancellationToken);
        return referral.Id;
    }
}
