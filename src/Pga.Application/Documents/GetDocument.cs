using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Documents;

namespace Pga.Application.Documents;

/// <summary>One document with all its versions, the latest first.</summary>
[Requires(Permission.ViewDossier)]
public sealed record GetDocument(Guid TrajectId, Guid DocumentId) : IQuery<DocumentView>, IAboutTraject;

/// <param name="Kind">One of <see cref="DocumentKinds"/>.</param>
/// <param name="Source">One of <see cref="DocumentSources"/>.</param>
/// <param name="Version">Base version of a change.</param>
public sealed record DocumentView(
    Guid Id, Guid Version, string Title, string Kind, string Source, DateOnly Date, DateTime AddedAt, IReadOnlyList<DocumentFileView> Versions, DocumentWithdrawal? Withdrawal);

internal sealed class GetDocumentHandler(PgaDbContext db) : IRequestHandler<GetDocument, DocumentView>
{
    public async Task<DocumentView> Handle(GetDocument q, CancellationToken cancellationToken)
    {
        var document = await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Id == q.DocumentId && d.TrajectId == q.TrajectId, cancellationToken) ?? throw new NotFound();
        var versions = await db.DocumentVersions.Where(v => v.DocumentId == document.Id)
            .OrderByDescending(v => v.Number)
            .Select(v => new DocumentFileView(
                v.Number, v.FileName, v.MediaType, v.Size, v.UploadedAt, db.Staff.Where(s => s.Id == v.UploadedById).Select(s => s.Name).FirstOrDefault()!, v.Scan))
            .ToListAsync(cancellationToken);
        var withdrawal = document.WithdrawnAt is { } at
            ? new DocumentWithdrawal(at, await db.Staff.Where(s => s.Id == document.WithdrawnById).Select(s => s.Name).SingleAsync(cancellationToken), document.WithdrawnReason!)
            : null;
        return new DocumentView(document.Id, document.Version, document.Title, document.Kind, document.Source, document.DatedOn, document.AddedAt, versions, withdrawal);
    }
}
