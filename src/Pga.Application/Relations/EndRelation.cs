using FluentValidation;
using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Relations;

namespace Pga.Application.Relations;

/// <summary>Takes a relative off the case. What was noted is kept with the reason; a link that hung on it is no longer shown.</summary>
[Requires(Permission.EditRelations)]
public sealed record EndRelation(Guid CommandId, Guid TrajectId, Guid RelationId, Guid BaseVersion, string Reason) : ICommand, IAboutTraject;

internal sealed class EndRelationValidator : AbstractValidator<EndRelation>
{
    public EndRelationValidator()
    {
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("relation.end-reason").WithMessage("Schrijf op waarom u deze relatie verwijdert.");
        RuleFor(c => c.Reason).MaximumLength(Relation.MaxReason).WithMessage($"De reden is te lang. Gebruik hoogstens {Relation.MaxReason} tekens.");
    }
}

internal sealed class EndRelationHandler(PgaDbContext db, CurrentRequest current, TimeProvider clock) : IRequestHandler<EndRelation, Guid>
{
    public async Task<Guid> Handle(EndRelation c, CancellationToken cancellationToken)
    {
        var relation = await db.RelationOf(current, c.RelationId, cancellationToken);
        if (relation.Version != c.BaseVersion)
        {
            throw new Conflict(relation.Version,
            [
                new("", "Relatie", $"{Relation.Kinds.Label(relation.Kind)}: {relation.Name}", "verwijderen"),
                new(nameof(c.Reason), "Reden", relation.EndReason ?? relation.ChangeReason, c.Reason.Trim()),
            ]);
        }

        relation.End(c.Reason, clock.Today());
        return relation.Id;
    }
}
