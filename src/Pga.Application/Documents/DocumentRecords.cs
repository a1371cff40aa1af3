using Microsoft.EntityFrameworkCore;
using Pga.Application.Pipeline;
using Pga.Domain.Documents;

namespace Pga.Application.Documents;

internal static class DocumentRecords
{
    /// <summary>A document of this traject, with its versions, to change it.</summary>
    public static async Task<Document> Of(this DbSet<Document> documents, Guid trajectId, Guid documentId, CancellationToken ct) =>
        await documents.Include(d => d.Versions).SingleOrDefaultAsync(d => d.Id == documentId && d.TrajectId == trajectId, ct) ?? throw new NotFound();

    /// <summary>Where the document stands, to put beside what somebody else sent.</summary>
    public static string InWords(this Document document) =>
        document.WithdrawnAt is null ? $"versie {document.Latest.Number}, {document.Latest.FileName}" : "ingetrokken";
}
