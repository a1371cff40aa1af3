using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;

namespace Pga.Application.Catalogues;

/// <summary>The catalogues, with how many entries each has and how many wait to be checked.</summary>
[Requires(Permission.ManageCatalogues, Purpose = Purposes.Management)]
public sealed record GetCatalogues : IQuery<CatalogueOverview>;

/// <param name="ToCheck">How many entries of all catalogues an import made and nobody has looked at.</param>
/// <param name="Checks">The first of those.</param>
public sealed record CatalogueOverview(IReadOnlyList<CatalogueSummary> Catalogues, int ToCheck, IReadOnlyList<EntryToCheck> Checks);

/// <param name="Catalogue">One of <see cref="CatalogueKinds"/>.</param>
/// <param name="Entries">Of today: what ended or has yet to begin isn't counted.</param>
/// <param name="Others">What ended or has yet to begin.</param>
public sealed record CatalogueSummary(string Catalogue, string Label, int Entries, int Others, int ToCheck);

public sealed record EntryToCheck(string Catalogue, Guid EntryId, string Name);

internal sealed class GetCataloguesHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<GetCatalogues, CatalogueOverview>
{
    private const int MaxChecks = 10;

    public async Task<CatalogueOverview> Handle(GetCatalogues q, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var summaries = new List<CatalogueSummary>();
        var checks = new List<EntryToCheck>();
        foreach (var catalogue in CatalogueKinds.List.All)
        {
            var entries = db.Catalogue(catalogue.Key);
            var (all, now) = (await entries.CountAsync(cancellationToken), await entries.ValidOn(today).CountAsync(cancellationToken));
            var toCheck = await entries.CountAsync(e => e.NeedsReview, cancellationToken);
            summaries.Add(new CatalogueSummary(catalogue.Key, catalogue.Label, now, all - now, toCheck));
            if (toCheck > 0 && checks.Count < MaxChecks)
            {
                checks.AddRange((await entries.Where(e => e.NeedsReview).InOrder().Take(MaxChecks - checks.Count).Select(e => new { e.Id, e.Name }).ToListAsync(cancellationToken))
                    .Select(e => new EntryToCheck(catalogue.Key, e.Id, e.Name)));
            }
        }

        return new CatalogueOverview(summaries, summaries.Sum(s => s.ToCheck), checks);
    }
}
