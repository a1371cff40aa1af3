using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Documents;

namespace Pga.Application.Documents;

/// <summary>Puts a document in a dossier, with its first version. Answers the id of the document.</summary>
/// <param name="Kind">One of <see cref="DocumentKinds"/>.</param>
/// <param name="Source">One of <see cref="DocumentSources"/>.</param>
/// <param name="Date">On the document itself.</param>
[Requires(Permission.EditDocuments)]
public sealed record AddDocument(Guid CommandId, Guid TrajectId, string Title, string Kind, string Source, DateOnly Date, UploadedFile? File)
    : ICommand, IAboutTraject, IDocumentFields;

internal sealed class AddDocumentValidator : DocumentRules<AddDocument>
{
    public AddDocumentValidator(TimeProvider clock)
        : base(clock) => RuleFor(d => d.File).IsAFile();
}

internal sealed class AddDocumentHandler(PgaDbContext db, Actor actor, DocumentStore store, DocumentIntake intake, TimeProvider clock) : IRequestHandler<AddDocument, Guid>
{
    public async Task<Guid> Handle(AddDocument c, CancellationToken cancellationToken)
    {
        await Leftovers.Clear(db, store, clock.UtcNow(), cancellationToken);
        var document = new Document(c.CommandId, c.TrajectId, c.Details(), clock.UtcNow());
        await intake.Add(document, c.File!, actor.StaffId!.Value, clock.UtcNow(), cancellationToken);
        db.Documents.Add(document);
        return document.Id;
    }
}
