using System.Globalization;
using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Documents;

namespace Pga.Application.Documents;

/// <summary>Changes what is written about a document; its files stay. Answers the id of the document.</summary>
[Requires(Permission.EditDocuments)]
public sealed record EditDocument(Guid CommandId, Guid TrajectId, Guid DocumentId, Guid BaseVersion, string Title, string Kind, string Source, DateOnly Date)
    : ICommand, IAboutTraject, IDocumentFields;

internal sealed class EditDocumentValidator(TimeProvider clock) : DocumentRules<EditDocument>(clock);

internal sealed class EditDocumentHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<EditDocument, Guid>
{
    public async Task<Guid> Handle(EditDocument c, CancellationToken cancellationToken)
    {
        var document = await db.Documents.Of(c.TrajectId, c.DocumentId, cancellationToken);
        if (document.Version != c.BaseVersion)
            throw new Conflict(document.Version, [.. Compare(document, c.Details().Trimmed()).Where(v => v.Theirs != v.Yours)]);
        document.Edit(c.Details(), clock.UtcNow());
        return document.Id;
    }

    private static IEnumerable<ConflictingValue> Compare(Document now, DocumentDetails yours)
    {
        yield return new("Title", "Titel", now.Title, yours.Title);
        yield return new("Kind", "Soort", DocumentKinds.List.Label(now.Kind), DocumentKinds.List.Label(yours.Kind));
        yield return new("Date", "Datum van het document", Text(now.DatedOn), Text(yours.Date));
        yield return new("Source", "Waar komt het vandaan?", DocumentSources.List.Label(now.Source), DocumentSources.List.Label(yours.Source));
        // A newer file, or a withdrawal, is a change that this form doesn't have.
        yield return new("", "Laatste bestand", now.InWords(), null);
    }

    private static string Text(DateOnly date) => date.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);
}
