using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Catalogues;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;
using Pga.Domain.Interventions;

namespace Pga.Application.Interventions;

/// <summary>Makes a group of an intervention with places per group, so that clients can be referred to it. Answers the id of the group.</summary>
/// <param name="Until">Last day, when that is known.</param>
[Requires(Permission.HoldSession)]
public sealed record MakeGroup(Guid CommandId, Guid InterventionId, string Name, DateOnly? Until = null) : ICommand;

internal sealed class MakeGroupValidator : AbstractValidator<MakeGroup>
{
    public MakeGroupValidator(TimeProvider clock)
    {
        RuleFor(c => c.Name).NotEmpty().WithErrorCode("group.name").WithMessage("Geef de groep een naam, bijvoorbeeld ‘Maandagavond’.");
        RuleFor(c => c.Name).MaximumLength(InterventionGroup.MaxName).WithMessage($"De naam is te lang. Gebruik hoogstens {InterventionGroup.MaxName} tekens.");
        RuleFor(c => c.Until).Must(u => u is null || u >= clock.Today()).WithErrorCode("group.until").WithMessage("De laatste dag is al voorbij. Kies een latere dag.");
    }
}

internal sealed class MakeGroupHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<MakeGroup, Guid>
{
    public async Task<Guid> Handle(MakeGroup c, CancellationToken cancellationToken)
    {
        RuleBroken.Unless(await db.Grouped().AnyAsync(i => i.Id == c.InterventionId, cancellationToken), "group.intervention", "InterventionId", "Kies een interventie uit de lijst.");
        await db.RefuseUnlessValid(CatalogueKinds.Interventions, c.InterventionId, clock.Today(), "group.intervention", "InterventionId", cancellationToken);
        var name = c.Name.Trim();
        RuleBroken.Unless(!await db.InterventionGroups.AnyAsync(g => g.InterventionId == c.InterventionId && g.Name == name, cancellationToken),
            "group.twice", "Name", "Deze interventie heeft al een groep met die naam.");
        var group = new InterventionGroup(c.CommandId, c.InterventionId, db.PartnerOf, name, c.Until);
        db.InterventionGroups.Add(group);
        return group.Id;
    }
}

internal static class Groups
{
    /// <summary>Interventions with groups that the actor makes: a partner's own, else those that no partner with an account gives.</summary>
    public static IQueryable<Intervention> Grouped(this PgaDbContext db) => db.PartnerOf is not null
        ? db.Interventions.Where(i => i.PlacesPerGroup && i.ProviderId == db.PartnerOf)
        : db.Interventions.Where(i => i.PlacesPerGroup && (i.ProviderId == null || !db.Staff.Any(s => s.Active && s.PartnerId == i.ProviderId)));
}
