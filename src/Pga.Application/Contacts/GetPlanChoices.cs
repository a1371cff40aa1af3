using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Application.Contacts;

/// <summary>The trajects that the actor works on, to choose one to plan a contact for.</summary>
[Requires(Permission.LogContact)]
public sealed record GetPlanChoices : IQuery<IReadOnlyList<PlanChoice>>;

public sealed record PlanChoice(Guid ClientId, Guid TrajectId, string Name, string Number, string Programme) : IRevealsClient
{
    Guid? IRevealsClient.TrajectId => TrajectId;
}

internal sealed class GetPlanChoicesHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<GetPlanChoices, IReadOnlyList<PlanChoice>>
{
    public async Task<IReadOnlyList<PlanChoice>> Handle(GetPlanChoices q, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var assigned = db.Assignments
            .Where(a => a.StaffId == db.ActorId && a.From <= today && (a.Until == null || a.Until >= today))
            .Select(a => a.TrajectId);
        var trajects = await db.Trajects.Where(AccessRule.MayWrite(db)).Where(t => t.OutflowConfirmedAt == null && assigned.Contains(t.Id))
            .Join(db.Clients, t => t.ClientId, c => c.Id, (t, c) => new { ClientId = c.Id, TrajectId = t.Id, c.GivenName, c.Prefix, c.FamilyName, c.Number, t.Programme })
            .ToListAsync(cancellationToken);
        return
        [
            .. trajects.Select(t => new PlanChoice(t.ClientId, t.TrajectId, Client.NameOf(t.GivenName, t.Prefix, t.FamilyName), t.Number, Programmes.List.Label(t.Programme)))
                .OrderBy(t => SearchText.Normalise(t.Name), StringComparer.Ordinal).ThenBy(t => t.Number, StringComparer.Ordinal).ThenBy(t => t.TrajectId),
        ];
    }
}
