using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Relations;

namespace Pga.Application.Relations;

/// <summary>What a worker fills in about a relative, the first time and in a correction.</summary>
internal interface IRelationFields
{
    string Kind { get; }

    string Name { get; }

    int? BirthYear { get; }

    string Ground { get; }
}

internal static class RelationFields
{
    public static RelationDetails Details(this IRelationFields r) => new(r.Kind, r.Name, r.BirthYear, r.Ground);

    /// <summary>A relative of the client whom the request is about.</summary>
    public static async Task<Relation> RelationOf(this PgaDbContext db, CurrentRequest current, Guid relationId, CancellationToken ct) =>
        await db.Relations.SingleOrDefaultAsync(r => r.Id == relationId && r.ClientId == current.ClientId, ct) ?? throw new NotFound();

    /// <summary>A link of the client whom the request is about, from either side; nobody finds one of which they see one side only.</summary>
    public static async Task<FamilyLink> LinkOf(this PgaDbContext db, CurrentRequest current, Guid linkId, CancellationToken ct) =>
        await db.FamilyLinks.SingleOrDefaultAsync(l => l.Id == linkId && (l.ClientId == current.ClientId || l.RelativeId == current.ClientId), ct) ?? throw new NotFound();
}

/// <summary>The rules about single fields, all told at once; <see cref="Relation"/> has the others.</summary>
internal abstract class RelationRules<T> : AbstractValidator<T>
    where T : IRelationFields
{
    protected RelationRules(TimeProvider clock)
    {
        RuleFor(r => r.Kind).Must(Relation.Kinds.Has).WithErrorCode("relation.unknown-kind").WithMessage("Kies wat deze persoon van de cliënt is.");
        RuleFor(r => r.Name).NotEmpty().WithErrorCode("relation.name").WithMessage("Vul een naam in.");
        RuleFor(r => r.Name).MaximumLength(Relation.MaxName).WithMessage($"De naam is te lang. Gebruik hoogstens {Relation.MaxName} tekens.");
        RuleFor(r => r.BirthYear).Must(y => y is null || (y >= Relation.MinBirthYear && y <= Domain.Common.Calendar.Today(clock).Year))
            .WithErrorCode("relation.birth-year").WithMessage("Vul een geboortejaar in dat kan kloppen, bijvoorbeeld 2008, of laat het leeg.");
        RuleFor(r => r.Ground).NotEmpty().WithErrorCode("relation.ground").WithMessage("Schrijf op waarom deze persoon van belang is.");
        RuleFor(r => r.Ground).MaximumLength(Relation.MaxGround).WithMessage($"Deze tekst is te lang. Gebruik hoogstens {Relation.MaxGround} tekens.");
    }
}
