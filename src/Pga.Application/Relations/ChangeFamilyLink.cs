using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;

namespace Pga.Application.Relations;

/// <summary>Changes the ground of a link, or what was agreed about contact with the family. From either side.</summary>
[Requires(Permission.EditRelations, Purpose = Purposes.FamilyLink)]
public sealed record ChangeFamilyLink(Guid CommandId, Guid TrajectId, Guid LinkId, Guid BaseVersion, string Ground, string? ContactAgreement = null)
    : ICommand, IAboutTraject, IFamilyLinkFields;

internal sealed class ChangeFamilyLinkValidator : FamilyLinkRules<ChangeFamilyLink>;

internal sealed class ChangeFamilyLinkHandler(PgaDbContext db, CurrentRequest current) : IRequestHandler<ChangeFamilyLink, Guid>
{
    public async Task<Guid> Handle(ChangeFamilyLink c, CancellationToken cancellationToken)
    {
        var link = await db.LinkOf(current, c.LinkId, cancellationToken);
        if (link.Version != c.BaseVersion)
        {
            var values = new ConflictingValue[]
            {
                new(nameof(c.Ground), "Waarom gekoppeld", link.Ground, c.Ground.Trim()),
                new(nameof(c.ContactAgreement), "Afspraak over contact", link.ContactAgreement, string.IsNullOrWhiteSpace(c.ContactAgreement) ? null : c.ContactAgreement.Trim()),
                new("", "Koppeling verwijderd", link.EndReason, null),
            };
            throw new Conflict(link.Version, [.. values.Where(v => v.Theirs != v.Yours)]);
        }

        link.Change(c.Ground, c.ContactAgreement);
        return link.Id;
    }
}
