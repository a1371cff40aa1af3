using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

using Pga.Domain.DataSharings;

namespace Pga.Application.Conferences;

/// <summary>
/// Done with a case. That others heard what was said about it is recorded then, for those who were there. Answers the id of
/// the case.
/// </summary>
[Requires(Permission.HoldConference)]
public sealed record CloseCase(Guid CommandId, Guid TrajectId, Guid CaseId) : ICommand, IAboutTraject;

internal sealed class CloseCaseHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<CloseCase, Guid>
{
    public async Task<Guid> Handle(CloseCase c, CancellationToken cancellationToken)
    {
        var (conference, its) = await db.ToDiscuss(c.TrajectId, c.CaseId, cancellationToken);
        var invitations = await db.ConferenceInvitations.Where(i => i.ConferenceCaseId == its.Id).ToListAsync(cancellationToken);
        its.Close(invitations.TrueForAll(i => i.Present is not null), clock.UtcNow());
        foreach (var outsider in invitations.Where(i => i.IsOutsider && i.Present is true && i.SharingId is null))
        {
            var sharing = new DataSharing(
                Guid.CreateVersion7(), its.TrajectId, its.ClientId, outsider.Organisation!, "Wat in het casusoverleg over dit traject is besproken en besloten.",
                outsider.Ground!, conference.HeldOn, actor.StaffId!.Value, SharingKinds.Conference);
            db.DataSharings.Add(sharing);
            outsider.SharedAs(sharing.Id);
        }

        return its.Id;
    }
}
