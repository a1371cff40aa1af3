using FluentValidation;
using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Documents;

/// <summary>Adds a newer file to a document; the earlier ones are kept. Answers the id of the document.</summary>
[Requires(Permission.EditDocuments)]
public sealed record AddDocumentVersion(Guid CommandId, Guid TrajectId, Guid DocumentId, Guid BaseVersion, UploadedFile? File) : ICommand, IAboutTraject;

internal sealed class AddDocumentVersionValidator : AbstractValidator<AddDocumentVersion>
{
    public AddDocumentVersionValidator() => RuleFor(d => d.File).IsAFile();
}

internal sealed class AddDocumentVersionHandler(PgaDbContext db, Actor actor, DocumentStore store, DocumentIntake intake, TimeProvider clock)
    : IRequestHandler<AddDocumentVersion, Guid>
{
    public async Task<Guid> Handle(AddDocumentVersion c, CancellationToken cancellationToken)
    {
        await Leftovers.Clear(db, store, clock.UtcNow(), cancellationToken);
        var document = await db.Documents.Of(c.TrajectId, c.DocumentId, cancellationToken);
        if (document.Version != c.BaseVersion)
            throw new Conflict(document.Version, [new("File", "Laatste bestand", document.InWords(), FileNames.Clean(c.File!.Name))]);
        await intake.Add(document, c.File!, actor.StaffId!.Value, clock.UtcNow(), cancellationToken);
        return document.Id;
    }
}
