using FluentValidation;
using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Conferences;

namespace Pga.Application.Conferences;

/// <summary>Says that a conference doesn't take place. What was put forward for it waits for the next one. Answers its id.</summary>
[Requires(Permission.HoldConference)]
public sealed record CancelConference(Guid CommandId, Guid ConferenceId, string? Reason) : ICommand;

internal sealed class CancelConferenceValidator : AbstractValidator<CancelConference>
{
    public CancelConferenceValidator() =>
        RuleFor(c => c.Reason).MaximumLength(CaseConference.MaxReason).WithMessage($"De reden is te lang. Gebruik hoogstens {CaseConference.MaxReason} tekens.");
}

internal sealed class CancelConferenceHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<CancelConference, Guid>
{
    public async Task<Guid> Handle(CancelConference c, CancellationToken cancellationToken)
    {
        var conference = await db.ToHold(c.ConferenceId, cancellationToken);
        conference.Cancel(c.Reason ?? "", clock.UtcNow());
        return conference.Id;
    }
}
