using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;

namespace Pga.Application.Catalogues;

/// <summary>
/// Changes an entry; its code stays, and so does what was recorded or frozen with it. Who looks at an imported entry and
/// saves it has checked it. Answers the id of the entry.
/// </summary>
/// <param name="Catalogue">One of <see cref="CatalogueKinds"/>.</param>
/// <param name="BaseVersion">The version that the administrator had before them.</param>
[Requires(Permission.ManageCatalogues, Purpose = Purposes.Management)]
public sealed record ChangeCatalogueEntry(
    Guid CommandId,
    string Catalogue,
    Guid EntryId,
    Guid BaseVersion,
    string? Name,
    DateOnly? ValidFrom = null,
    string? Kind = null,
    string? Purpose = null,
    Guid? ProviderId = null,
    int? Places = null,
    bool PlacesPerGroup = false,
    int? Costs = null,
    string? Country = null,
    string? Subject = null,
    string? Body = null) : ICommand, IEntryFields;

internal sealed class ChangeCatalogueEntryValidator : EntryRules<ChangeCatalogueEntry>;

internal sealed class ChangeCatalogueEntryHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<ChangeCatalogueEntry, Guid>
{
    public async Task<Guid> Handle(ChangeCatalogueEntry c, CancellationToken cancellationToken)
    {
        var entry = await db.CatalogueEntry(c.Catalogue, c.EntryId, cancellationToken);
        if (entry.Version != c.BaseVersion && await db.Compare(entry, c, cancellationToken) is { Count: > 0 } values)
            throw new Conflict(entry.Version, values);
        RuleBroken.Unless(c.ValidFrom is null || entry.ValidUntil is null || c.ValidFrom <= entry.ValidUntil, "catalogue.period", "ValidFrom", "De eerste dag ligt na de laatste dag.");
        await db.Fill(entry, c, entry.ValidUntil, clock.Today(), cancellationToken);
        entry.MarkChecked();
        return entry.Id;
    }
}
