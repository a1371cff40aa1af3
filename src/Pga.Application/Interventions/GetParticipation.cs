using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;

namespace Pga.Application.Interventions;

/// <summary>One participation, for the form that ends it.</summary>
[Requires(Permission.LogContact)]
public sealed record GetParticipation(Guid TrajectId, Guid ParticipationId) : IQuery<ParticipationView>, IAboutTraject;

public sealed record ParticipationView(Guid Version, string Intervention, DateOnly ReferredOn, DateOnly? StartedOn, DateOnly? EndedOn, string? Result);

internal sealed class GetParticipationHandler(PgaDbContext db) : IRequestHandler<GetParticipation, ParticipationView>
{
    public async Task<ParticipationView> Handle(GetParticipation q, CancellationToken cancellationToken) =>
        await db.Participations.Where(p => p.Id == q.ParticipationId && p.TrajectId == q.TrajectId)
            .Join(db.Interventions, p => p.InterventionId, i => i.Id,
                (p, i) => new ParticipationView(p.Version, i.Name, p.ReferredOn, p.StartedOn, p.EndedOn, p.Result))
            .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
}
