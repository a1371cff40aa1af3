using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Documents;

namespace Pga.Application.Documents;

/// <summary>The documents of a dossier, the latest date first.</summary>
/// <param name="Withdrawn">Those that were withdrawn, instead of the others.</param>
[Requires(Permission.ViewDossier)]
public sealed record GetDocuments(Guid TrajectId, bool Withdrawn = false, int Page = 1) : IQuery<DocumentList>, IAboutTraject;

/// <param name="Total">How many there are of what was asked for.</param>
/// <param name="Others">How many there are of what was not.</param>
/// <param name="IsScanned">Files that come in now go past a virus scanner.</param>
public sealed record DocumentList(IReadOnlyList<DocumentLine> Documents, int Total, int Others, int Page, int Pages, bool IsScanned)
{
    public const int PageSize = 25;
}

/// <param name="Kind">One of <see cref="DocumentKinds"/>.</param>
/// <param name="Source">One of <see cref="DocumentSources"/>.</param>
/// <param name="Latest">Null of a withdrawn one: nobody opens that.</param>
public sealed record DocumentLine(Guid Id, string Title, string Kind, string Source, DateOnly Date, DocumentFileView? Latest, DocumentWithdrawal? Withdrawal);

/// <param name="Scan">One of <see cref="ScanResults"/>.</param>
public sealed record DocumentFileView(int Number, string FileName, string MediaType, long Size, DateTime UploadedAt, string UploadedBy, string Scan);

public sealed record DocumentWithdrawal(DateTime At, string By, string Reason);

internal sealed class GetDocumentsHandler(PgaDbContext db, VirusScanner scanner) : IRequestHandler<GetDocuments, DocumentList>
{
    public async Task<DocumentList> Handle(GetDocuments q, CancellationToken cancellationToken)
    {
        var all = db.Documents.Where(d => d.TrajectId == q.TrajectId);
        var counts = await all.GroupBy(d => d.WithdrawnAt != null).Select(g => new { Withdrawn = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var total = counts.Where(c => c.Withdrawn == q.Withdrawn).Sum(c => c.Count);
        var pages = Math.Max(1, (total + DocumentList.PageSize - 1) / DocumentList.PageSize);
        var page = Math.Clamp(q.Page, 1, pages);
        var rows = await all.Where(d => (d.WithdrawnAt != null) == q.Withdrawn)
            .OrderByDescending(d => d.DatedOn).ThenByDescending(d => d.AddedAt).ThenByDescending(d => d.Id)
            .Skip((page - 1) * DocumentList.PageSize).Take(DocumentList.PageSize)
            .Select(d => new
            {
                d.Id,
                d.Title,
                d.Kind,
                d.Source,
                d.DatedOn,
                d.WithdrawnAt,
                WithdrawnBy = db.Staff.Where(s => s.Id == d.WithdrawnById).Select(s => s.Name).FirstOrDefault(),
                d.WithdrawnReason,
            })
            .ToListAsync(cancellationToken);
        // Apart: as a part of the query above it would number the versions of every document there is.
        var shown = rows.Where(d => d.WithdrawnAt is null).Select(d => d.Id).ToList();
        var latest = await db.DocumentVersions
            .Where(v => shown.Contains(v.DocumentId) && !db.DocumentVersions.Any(o => o.DocumentId == v.DocumentId && o.Number > v.Number))
            .Select(v => new
            {
                v.DocumentId,
                File = new DocumentFileView(
                v.Number, v.FileName, v.MediaType, v.Size, v.UploadedAt, db.Staff.Where(s => s.Id == v.UploadedById).Select(s => s.Name).FirstOrDefault()!, v.Scan)
            })
            .ToDictionaryAsync(v => v.DocumentId, v => v.File, cancellationToken);
        return new DocumentList(
            [
                .. rows.Select(d => new DocumentLine(d.Id, d.Title, d.Kind, d.Source, d.DatedOn,
                    latest.GetValueOrDefault(d.Id),
                    d.WithdrawnAt is { } at ? new DocumentWithdrawal(at, d.WithdrawnBy!, d.WithdrawnReason!) : null)),
            ],
            total, counts.Sum(c => c.Count) - total, page, pages, scanner.IsOn);
    }
}
