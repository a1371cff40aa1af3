using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Facts;

namespace Pga.Application.Facts;

/// <summary>What a worker fills in about a fact, the first time and in a correction.</summary>
internal interface IFactFields
{
    Guid TrajectId { get; }

    DateOnly OccurredOn { get; }

    string Kind { get; }

    string Provenance { get; }

    string? Organisation { get; }

    string Text { get; }

    string? Reliability { get; }

    DateOnly? KeepUntil { get; }
}

internal static class FactFields
{
    public static FactDetails Details(this IFactFields f) => new(f.OccurredOn, f.Kind, f.Provenance, f.Organisation, f.Text, f.Reliability, f.KeepUntil);

    /// <summary>The current version of a fact of which somebody has any version, of those they may see.</summary>
    public static async Task<Fact> CurrentOf(this IQueryable<Fact> facts, Guid trajectId, Guid id, CancellationToken ct)
    {
        while (true)
        {
            var fact = await facts.SingleOrDefaultAsync(f => f.Id == id && f.TrajectId == trajectId, ct) ?? throw new NotFound();
            if (fact.SupersededById is not { } next)
                return fact;
            id = next;
        }
    }

    public static Task<bool> MayReadJustice(this PgaDbContext db, Guid trajectId, CancellationToken ct) =>
        db.Trajects.Where(t => t.Id == trajectId).AnyAsync(JusticeRule.MayRead(db), ct);

    /// <summary>
    /// Only who may see facts of police and justice writes them. Such a line in the access log then is for them too: it
    /// would say when there was something, and by whom.
    /// </summary>
    public static async Task CheckJustice(this PgaDbContext db, CurrentRequest current, Guid trajectId, string provenance, CancellationToken ct)
    {
        if (!FactCodes.IsJustice(provenance))
            return;
        if (!await db.MayReadJustice(trajectId, ct))
            throw new Forbidden("U mag op dit dossier geen gegevens van politie of justitie vastleggen.");
        current.Purpose = Purposes.Justice;
    }
}

/// <summary>The rules about single fields, all told at once; <see cref="Fact"/> has the others.</summary>
internal abstract class FactRules<T> : AbstractValidator<T>
    where T : IFactFields
{
    protected FactRules(TimeProvider clock)
    {
        RuleFor(f => f.OccurredOn).NotEmpty().WithErrorCode("fact.date").WithMessage("Kies een datum.");
        RuleFor(f => f.OccurredOn).Must(on => on <= clock.Today()).WithErrorCode("fact.in-future").WithMessage("Deze datum ligt in de toekomst. Kies vandaag of eerder.");
        RuleFor(f => f.Kind).Must(FactCodes.Kinds.Has).WithErrorCode("fact.unknown-kind").WithMessage("Kies een soort signaal.");
        RuleFor(f => f.Provenance).Must(FactCodes.Provenances.Has).WithErrorCode("fact.unknown-provenance").WithMessage("Kies waar het signaal vandaan komt.");
        RuleFor(f => f.Organisation).NotEmpty().When(f => FactCodes.Provenances.Has(f.Provenance) && f.Provenance != FactCodes.Own, ApplyConditionTo.CurrentValidator)
            .WithErrorCode("fact.organisation").WithMessage("Vul in van welke organisatie dit komt.");
        RuleFor(f => f.Organisation).MaximumLength(Fact.MaxOrganisation).WithMessage($"De naam van de organisatie is te lang. Gebruik hoogstens {Fact.MaxOrganisation} tekens.");
        RuleFor(f => f.Text).NotEmpty().WithErrorCode("fact.text").WithMessage("Schrijf op wat er is gebeurd of gemeld.");
        RuleFor(f => f.Text).MaximumLength(Fact.MaxText).WithMessage("De tekst is te lang. Gebruik hoogstens 4.000 tekens.");
        RuleFor(f => f.KeepUntil).NotNull().When(f => FactCodes.IsJustice(f.Provenance), ApplyConditionTo.CurrentValidator)
            .WithErrorCode("fact.keep-until").WithMessage("Kies tot wanneer u dit gegeven van politie of justitie mag bewaren.");
        RuleFor(f => f.KeepUntil).Must(until => until is null || until >= clock.Today())
            .WithErrorCode("fact.keep-until-past").WithMessage("Deze datum is al voorbij. Kies vandaag of later.");
    }
}
