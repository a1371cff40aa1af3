using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Interventions;

/// <summary>What a session can be planned for: the interventions with participants that the actor keeps; of one, who they are.</summary>
[Requires(Permission.HoldSession)]
public sealed record GetSessionForm(Guid? InterventionId = null) : IQuery<SessionForm>;

/// <param name="Participants">Of the chosen intervention.</param>
public sealed record SessionForm(IReadOnlyList<SessionChoice> Interventions, IReadOnlyList<InvitablePerson> Participants) : IRevealsClients
{
    IEnumerable<IRevealsClient> IRevealsClients.Revealed => Participants.Select(p => p.Participant);
}

public sealed record SessionChoice(Guid InterventionId, string Name, int Participants);

/// <param name="Group">Name of their group.</param>
public sealed record InvitablePerson(Participant Participant, string? Group);

internal sealed class GetSessionFormHandler(PgaDbContext db) : IRequestHandler<GetSessionForm, SessionForm>
{
    public async Task<SessionForm> Handle(GetSessionForm q, CancellationToken cancellationToken)
    {
        var kept = await db.Kept().WithPlace(db, cancellationToken);
        var names = await db.Interventions.OrderBy(i => i.Order).ThenBy(i => i.Name).Select(i => new { i.Id, i.Name }).ToListAsync(cancellationToken);
        var count = kept.CountBy(k => k.InterventionId).ToDictionary();
        var chosen = kept.Where(k => k.InterventionId == q.InterventionId).ToList();
        if (q.InterventionId is not null && chosen.Count == 0)
            throw new NotFound();
        var people = await db.Participants(chosen, cancellationToken);
        var groupIds = chosen.Select(k => k.GroupId).OfType<Guid>().Distinct().ToList();
        var groups = await db.InterventionGroups.Where(g => groupIds.Contains(g.Id)).ToDictionaryAsync(g => g.Id, g => g.Name, cancellationToken);
        return new SessionForm(
            [.. names.Where(n => count.ContainsKey(n.Id)).Select(n => new SessionChoice(n.Id, n.Name, count[n.Id]))],
            [
                .. chosen.Select(k => new InvitablePerson(people[k.Id], k.GroupId is { } g ? groups.GetValueOrDefault(g) : null))
                    .OrderBy(p => p.Group, StringComparer.Ordinal)
                    .ThenBy(p => SearchText.Normalise(p.Participant.Label), StringComparer.Ordinal)
                    .ThenBy(p => p.Participant.ParticipationId),
            ]);
    }
}
