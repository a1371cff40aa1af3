using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Conferences;

namespace Pga.Application.Conferences;

/// <summary>Corrects the minutes of a case that was closed; what they said before is kept. Answers the id of the case.</summary>
/// <param name="BaseVersion">Of the minutes that the writer had before them.</param>
[Requires(Permission.HoldConference)]
public sealed record CorrectMinutes(Guid CommandId, Guid TrajectId, Guid CaseId, Guid BaseVersion, string? Text, string? Reason) : ICommand, IAboutTraject, IMinutes;

internal sealed class CorrectMinutesValidator : MinutesRules<CorrectMinutes>
{
    public CorrectMinutesValidator()
    {
        RuleFor(c => c.Reason).Must(r => !string.IsNullOrWhiteSpace(r)).WithErrorCode("minutes.reason").WithMessage("Schrijf op waarom u het verslag verbetert.");
        RuleFor(c => c.Reason).MaximumLength(ConferenceCase.MaxReason).WithMessage($"De reden is te lang. Gebruik hoogstens {ConferenceCase.MaxReason} tekens.");
    }
}

internal sealed class CorrectMinutesHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<CorrectMinutes, Guid>
{
    public async Task<Guid> Handle(CorrectMinutes c, CancellationToken cancellationToken)
    {
        // Also by the coordinator of a team that took the traject over: the minutes went with it.
        var its = await db.ConferenceCases.SingleOrDefaultAsync(x => x.Id == c.CaseId && x.TrajectId == c.TrajectId, cancellationToken) ?? throw new NotFound();
        its.RefuseStale(c);
        its.CorrectMinutes(c.Text, c.Reason!, c.CommandId, actor.StaffId!.Value, clock.UtcNow());
        return its.Id;
    }
}
