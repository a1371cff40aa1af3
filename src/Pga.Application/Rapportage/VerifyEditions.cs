using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;

namespace Pga.Application.Rapportage;

/// <summary>Checks the seal of every stored edition and every part of it.</summary>
[Requires(Permission.VerifyAudit, Purpose = Purposes.Management)]
public sealed record VerifyEditions : IQuery<EditionAudit>;

/// <param name="Changed">Years whose edition was changed past the program.</param>
public sealed record EditionAudit(int Count, IReadOnlyList<int> Changed);

internal sealed class VerifyEditionsHandler(PgaDbContext db, EditionArchive archive) : IRequestHandler<VerifyEditions, EditionAudit>
{
    public async Task<EditionAudit> Handle(VerifyEditions request, CancellationToken cancellationToken)
    {
        var changed = new List<int>();
        var editions = await db.Editions.AsNoTracking().Include(e => e.Errata).OrderBy(e => e.Year).ToListAsync(cancellationToken);
        foreach (var edition in editions)
        {
            if (!await archive.IsWhole(edition, cancellationToken))
                changed.Add(edition.Year);
        }

        return new EditionAudit(editions.Count, changed);
    }
}
