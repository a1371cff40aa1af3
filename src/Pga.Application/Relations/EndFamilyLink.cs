using FluentValidation;
using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Relations;

namespace Pga.Application.Relations;

/// <summary>Takes the link between two clients away, from either side. The relation itself stays.</summary>
[Requires(Permission.EditRelations, Purpose = Purposes.FamilyLink)]
public sealed record EndFamilyLink(Guid CommandId, Guid TrajectId, Guid LinkId, Guid BaseVersion, string Reason) : ICommand, IAboutTraject;

internal sealed class EndFamilyLinkValidator : AbstractValidator<EndFamilyLink>
{
    public EndFamilyLinkValidator()
    {
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("family.end-reason").WithMessage("Schrijf op waarom u deze koppeling verwijdert.");
        RuleFor(c => c.Reason).MaximumLength(FamilyLink.MaxReason).WithMessage($"De reden is te lang. Gebruik hoogstens {FamilyLink.MaxReason} tekens.");
    }
}

internal sealed class EndFamilyLinkHandler(PgaDbContext db, CurrentRequest current, TimeProvider clock) : IRequestHandler<EndFamilyLink, Guid>
{
    public async Task<Guid> Handle(EndFamilyLink c, CancellationToken cancellationToken)
    {
        var link = await db.LinkOf(current, c.LinkId, cancellationToken);
        if (link.Version != c.BaseVersion)
        {
            throw new Conflict(link.Version,
            [
                new("", "Waarom gekoppeld", link.Ground, "verwijderen"),
                new(nameof(c.Reason), "Reden", link.EndReason, c.Reason.Trim()),
            ]);
        }

        link.End(c.Reason, clock.Today());
        return link.Id;
    }
}
