using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;

namespace Pga.Application.Conferences;

/// <summary>Takes back an invitation of who wasn't there. Answers the id of the case.</summary>
[Requires(Permission.HoldConference)]
public sealed record RemoveInvitation(Guid CommandId, Guid TrajectId, Guid CaseId, Guid InvitationId) : ICommand, IAboutTraject;

internal sealed class RemoveInvitationHandler(PgaDbContext db) : IRequestHandler<RemoveInvitation, Guid>
{
    public async Task<Guid> Handle(RemoveInvitation c, CancellationToken cancellationToken)
    {
        var (conference, its) = await db.ToDiscuss(c.TrajectId, c.CaseId, cancellationToken);
        var invitation = await db.ConferenceInvitations.SingleOrDefaultAsync(i => i.Id == c.InvitationId && i.ConferenceCaseId == its.Id, cancellationToken) ?? throw new NotFound();
        if (its.OpenedAt is null)
            conference.CheckOpen();
        else
            its.CheckOpen();
        invitation.CheckRemovable();
        db.ConferenceInvitations.Remove(invitation);
        return its.Id;
    }
}
