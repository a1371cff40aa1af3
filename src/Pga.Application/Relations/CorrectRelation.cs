using System.Globalization;
using FluentValidation;
using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Relations;

namespace Pga.Application.Relations;

/// <summary>Corrects what is noted about a relative. What it was stays in the history, with the reason.</summary>
[Requires(Permission.EditRelations)]
public sealed record CorrectRelation(
    Guid CommandId, Guid TrajectId, Guid RelationId, Guid BaseVersion, string Kind, string Name, int? BirthYear, string Ground, string Reason)
    : ICommand, IAboutTraject, IRelationFields;

internal sealed class CorrectRelationValidator : RelationRules<CorrectRelation>
{
    public CorrectRelationValidator(TimeProvider clock)
        : base(clock)
    {
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("relation.reason").WithMessage("Schrijf op waarom u deze relatie wijzigt.");
        RuleFor(c => c.Reason).MaximumLength(Relation.MaxReason).WithMessage($"De reden is te lang. Gebruik hoogstens {Relation.MaxReason} tekens.");
    }
}

internal sealed class CorrectRelationHandler(PgaDbContext db, CurrentRequest current, TimeProvider clock) : IRequestHandler<CorrectRelation, Guid>
{
    public async Task<Guid> Handle(CorrectRelation c, CancellationToken cancellationToken)
    {
        var relation = await db.RelationOf(current, c.RelationId, cancellationToken);
        if (relation.Version != c.BaseVersion)
            throw new Conflict(relation.Version, [.. Compare(relation, c).Where(v => v.Theirs != v.Yours)]);
        relation.Correct(c.Details(), c.Reason, clock.Today());
        return relation.Id;
    }

    private static IEnumerable<ConflictingValue> Compare(Relation now, CorrectRelation c)
    {
        yield return new("Kind", "Relatie", Relation.Kinds.Label(now.Kind), Relation.Kinds.Label(c.Kind));
        yield return new("Name", "Naam", now.Name, c.Name.Trim());
        yield return new("BirthYear", "Geboortejaar", Text(now.BirthYear), Text(c.BirthYear));
        yield return new("Ground", "Waarom van belang", now.Ground, c.Ground.Trim());
        if (now.EndedOn is not null)
            yield return new("", "Verwijderd", now.EndReason, null);
    }

    private static string? Text(int? year) => year?.ToString(CultureInfo.InvariantCulture);
}
