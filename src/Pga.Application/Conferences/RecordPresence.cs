using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;

namespace Pga.Application.Conferences;

/// <summary>Who was there when a case was discussed. Rows that aren't filled in stay as they were. Answers the id of the case.</summary>
[Requires(Permission.HoldConference)]
public sealed record RecordPresence(Guid CommandId, Guid TrajectId, Guid CaseId, IReadOnlyList<PresenceRow>? Rows) : ICommand, IAboutTraject;

public sealed record PresenceRow(Guid InvitationId, bool? Present);

internal sealed class RecordPresenceValidator : AbstractValidator<RecordPresence>
{
    public RecordPresenceValidator() => RuleFor(c => c.Rows).NotNull().WithMessage("Vul in wie erbij was.");
}

internal sealed class RecordPresenceHandler(PgaDbContext db) : IRequestHandler<RecordPresence, Guid>
{
    public async Task<Guid> Handle(RecordPresence c, CancellationToken cancellationToken)
    {
        var (_, its) = await db.ToDiscuss(c.TrajectId, c.CaseId, cancellationToken);
        its.CheckOpen();
        var invitations = await db.ConferenceInvitations.Where(i => i.ConferenceCaseId == its.Id).ToDictionaryAsync(i => i.Id, cancellationToken);
        foreach (var row in c.Rows!.Where(r => r.Present is not null))
        {
            var invitation = invitations.GetValueOrDefault(row.InvitationId) ?? throw new NotFound();
            invitation.Record(row.Present!.Value);
        }

        return its.Id;
    }
}
