using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Documents;

/// <summary>Takes a document back, with a reason: nobody opens it any more. Answers the id of the document.</summary>
[Requires(Permission.EditDocuments)]
public sealed record WithdrawDocument(Guid CommandId, Guid TrajectId, Guid DocumentId, Guid BaseVersion, string? Reason) : ICommand, IAboutTraject;

internal sealed class WithdrawDocumentHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<WithdrawDocument, Guid>
{
    public async Task<Guid> Handle(WithdrawDocument c, CancellationToken cancellationToken)
    {
        var document = await db.Documents.Of(c.TrajectId, c.DocumentId, cancellationToken);
        if (document.Version != c.BaseVersion)
            throw new Conflict(document.Version, [new("", "Titel", document.Title, null), new("", "Laatste bestand", document.InWords(), null)]);
        document.Withdraw(c.Reason, actor.StaffId!.Value, clock.UtcNow());
        return document.Id;
    }
}
