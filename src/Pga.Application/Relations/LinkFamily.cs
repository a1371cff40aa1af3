using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Relations;

namespace Pga.Application.Relations;

/// <summary>
/// Says which client a relative on the case is. The other one must be somebody whom the actor may see; a client they may
/// not see is as one who isn't there. Answers the id of the link.
/// </summary>
/// <param name="RelativeId">The client who this relative is.</param>
/// <param name="Ground">Why the two cases must know of each other.</param>
[Requires(Permission.EditRelations, Purpose = Purposes.FamilyLink)]
public sealed record LinkFamily(Guid CommandId, Guid TrajectId, Guid RelationId, Guid RelativeId, string Ground, string? ContactAgreement = null)
    : ICommand, IAboutTraject, IFamilyLinkFields;

internal interface IFamilyLinkFields
{
    string Ground { get; }

    string? ContactAgreement { get; }
}

internal abstract class FamilyLinkRules<T> : AbstractValidator<T>
    where T : IFamilyLinkFields
{
    protected FamilyLinkRules()
    {
        RuleFor(c => c.Ground).NotEmpty().WithErrorCode("family.ground").WithMessage("Schrijf op waarom deze twee dossiers van elkaar moeten weten.");
        RuleFor(c => c.Ground).MaximumLength(FamilyLink.MaxGround).WithMessage($"Deze tekst is te lang. Gebruik hoogstens {FamilyLink.MaxGround} tekens.");
        RuleFor(c => c.ContactAgreement).MaximumLength(FamilyLink.MaxAgreement)
            .WithMessage($"De afspraak is te lang. Gebruik hoogstens {FamilyLink.MaxAgreement} tekens.");
    }
}

internal sealed class LinkFamilyValidator : FamilyLinkRules<LinkFamily>
{
    public LinkFamilyValidator() =>
        RuleFor(c => c.RelativeId).NotEmpty().WithErrorCode("family.who").WithMessage("Kies de cliënt die deze relatie is.");
}

internal sealed class LinkFamilyHandler(PgaDbContext db, CurrentRequest current, TimeProvider clock) : IRequestHandler<LinkFamily, Guid>
{
    public async Task<Guid> Handle(LinkFamily c, CancellationToken cancellationToken)
    {
        var relation = await db.RelationOf(current, c.RelationId, cancellationToken);
        if (!await db.Clients.AnyAsync(x => x.Id == c.RelativeId, cancellationToken))
            throw new NotFound();
        RuleBroken.Unless(relation.EndedOn is null, "relation.ended", "", "Deze relatie is verwijderd. U kunt haar niet koppelen.");
        // The actor sees both, so this tells them nothing that they couldn't see on the page.
        RuleBroken.Unless(
            !await db.FamilyLinks.AnyAsync(l => l.RelationId == c.RelationId && l.RelativeId == c.RelativeId && l.EndedOn == null, cancellationToken),
            "family.linked-already", "RelativeId", "Deze relatie is al aan deze cliënt gekoppeld.");
        var link = new FamilyLink(c.CommandId, relation.Id, relation.ClientId, c.RelativeId, c.Ground, c.ContactAgreement, clock.Today());
        db.FamilyLinks.Add(link);
        return link.Id;
    }
}
