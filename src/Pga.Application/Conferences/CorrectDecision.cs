using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Conferences;

namespace Pga.Application.Conferences;

/// <summary>Replaces a decision by a better version; the earlier one is kept. Answers the id of the new version.</summary>
/// <param name="DecisionId">Any version of the decision; the current one is corrected.</param>
/// <param name="BaseVersion">Of the decision that the writer had before them.</param>
[Requires(Permission.HoldConference)]
public sealed record CorrectDecision(Guid CommandId, Guid TrajectId, Guid DecisionId, Guid BaseVersion, string? Text, string? Reason) : ICommand, IAboutTraject, IDecision;

internal sealed class CorrectDecisionValidator : DecisionRules<CorrectDecision>
{
    public CorrectDecisionValidator()
    {
        RuleFor(c => c.Reason).Must(r => !string.IsNullOrWhiteSpace(r)).WithErrorCode("decision.reason").WithMessage("Schrijf op waarom u dit besluit verbetert.");
        RuleFor(c => c.Reason).MaximumLength(Decision.MaxReason).WithMessage($"De reden is te lang. Gebruik hoogstens {Decision.MaxReason} tekens.");
    }
}

internal sealed class CorrectDecisionHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<CorrectDecision, Guid>
{
    public async Task<Guid> Handle(CorrectDecision c, CancellationToken cancellationToken)
    {
        var origin = await db.Decisions.Where(d => d.Id == c.DecisionId && d.TrajectId == c.TrajectId).Select(d => (Guid?)d.OriginId).SingleOrDefaultAsync(cancellationToken);
        var now = await db.Decisions.SingleOrDefaultAsync(d => d.OriginId == origin && d.SupersededById == null, cancellationToken) ?? throw new NotFound();
        var text = c.Text!.Trim();
        if (now.Version != c.BaseVersion && now.Text != text)
            throw new Conflict(now.Version, [new ConflictingValue("Text", "Besluit", now.Text, text)]);
        if (now.Text == text)
            return now.Id;
        var correction = now.Correct(c.CommandId, text, c.Reason!, actor.StaffId!.Value, clock.UtcNow());
        db.Decisions.Add(correction);
        return correction.Id;
    }
}
