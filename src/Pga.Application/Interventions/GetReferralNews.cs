using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Clients;
using Pga.Domain.Common;

namespace Pga.Application.Interventions;

/// <summary>Referrals of the actor's own that a partner declined lately, and that nobody has made anew; the latest first.</summary>
[Requires(Permission.ReferIntervention)]
public sealed record GetReferralNews : IQuery<IReadOnlyList<DeclinedReferral>>
{
    /// <summary>So long it is news.</summary>
    public const int Days = 14;

    public const int Most = 10;
}

/// <param name="Name">Of the client.</param>
public sealed record DeclinedReferral(Guid ClientId, Guid TrajectId, string Name, string Intervention, string? Partner, DateOnly DeclinedOn, string? Reason) : IRevealsClient
{
    Guid? IRevealsClient.TrajectId => TrajectId;
}

internal sealed class GetReferralNewsHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<GetReferralNews, IReadOnlyList<DeclinedReferral>>
{
    public async Task<IReadOnlyList<DeclinedReferral>> Handle(GetReferralNews q, CancellationToken cancellationToken)
    {
        var since = clock.UtcNow().AddDays(-GetReferralNews.Days);
        var rows = await db.Referrals
            .Where(r => r.MadeById == db.ActorId && r.DeclinedAt >= since)
            .Where(r => !db.Referrals.Any(later => later.TrajectId == r.TrajectId && later.InterventionId == r.InterventionId && later.MadeAt > r.DeclinedAt))
            .OrderByDescending(r => r.DeclinedAt).ThenByDescending(r => r.Id).Take(GetReferralNews.Most)
            .Join(db.Trajects.Where(t => t.OutflowConfirmedAt == null), r => r.TrajectId, t => t.Id, (r, t) => new { r, t.ClientId })
            .Join(db.Clients, x => x.ClientId, c => c.Id, (x, c) => new
            {
                x.r.Id,
                x.ClientId,
                x.r.TrajectId,
                c.GivenName,
                c.Prefix,
                c.FamilyName,
                Intervention = db.Interventions.Where(i => i.Id == x.r.InterventionId).Select(i => i.Name).First(),
                Partner = db.Partners.Where(p => p.Id == x.r.PartnerId).Select(p => p.Name).FirstOrDefault(),
                x.r.DeclinedAt,
                x.r.CloseReason,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.OrderByDescending(r => r.DeclinedAt).ThenByDescending(r => r.Id).Select(r => new DeclinedReferral(
                r.ClientId, r.TrajectId, Client.NameOf(r.GivenName, r.Prefix, r.FamilyName), r.Intervention, r.Partner, Calendar.DateIn(r.DeclinedAt!.Value), r.CloseReason)),
        ];
    }
}
