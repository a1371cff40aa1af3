using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;

namespace Pga.Application.Documents;

/// <summary>The file of one version, to save; each look is a line in the access log. Not of a withdrawn document.</summary>
[Requires(Permission.ViewDossier)]
public sealed record DownloadDocument(Guid TrajectId, Guid DocumentId, int Number) : IQuery<DocumentContent>, IAboutTraject;

/// <param name="MediaType">As its content said when it came in.</param>
/// <param name="Content">For who asked to close.</param>
public sealed record DocumentContent(string FileName, string MediaType, long Size, Stream Content);

internal sealed class DownloadDocumentHandler(PgaDbContext db, DocumentStore store) : IRequestHandler<DownloadDocument, DocumentContent>
{
    public async Task<DocumentContent> Handle(DownloadDocument q, CancellationToken cancellationToken)
    {
        var version = await db.DocumentVersions.AsNoTracking()
            .Where(v => v.DocumentId == q.DocumentId && v.Number == q.Number)
            .Where(v => db.Documents.Any(d => d.Id == v.DocumentId && d.TrajectId == q.TrajectId && d.WithdrawnAt == null))
            .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
        return new DocumentContent(version.FileName, version.MediaType, version.Size, await store.Open(version, cancellationToken));
    }
}
