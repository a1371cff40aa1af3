using FluentValidation;
using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Conferences;

namespace Pga.Application.Conferences;

/// <summary>Writes down a decision while a case is discussed. Answers the id of the decision.</summary>
[Requires(Permission.HoldConference)]
public sealed record WriteDecision(Guid CommandId, Guid TrajectId, Guid CaseId, string? Text) : ICommand, IAboutTraject, IDecision;

internal interface IDecision
{
    string? Text { get; }
}

internal abstract class DecisionRules<T> : AbstractValidator<T>
    where T : IDecision
{
    protected DecisionRules()
    {
        RuleFor(c => c.Text).Must(t => !string.IsNullOrWhiteSpace(t)).WithErrorCode("decision.text").WithMessage("Schrijf op wat er is besloten.");
        RuleFor(c => c.Text).MaximumLength(Decision.MaxText).WithMessage("Het besluit is te lang. Gebruik hoogstens 1.000 tekens.");
    }
}

internal sealed class WriteDecisionValidator : DecisionRules<WriteDecision>;

internal sealed class WriteDecisionHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<WriteDecision, Guid>
{
    public async Task<Guid> Handle(WriteDecision c, CancellationToken cancellationToken)
    {
        var (conference, its) = await db.ToDiscuss(c.TrajectId, c.CaseId, cancellationToken);
        var decision = new Decision(c.CommandId, its, c.Text!, conference.HeldOn, actor.StaffId!.Value, clock.UtcNow());
        db.Decisions.Add(decision);
        return decision.Id;
    }
}
