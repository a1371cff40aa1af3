using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Relations;

namespace Pga.Application.Relations;

/// <summary>Notes a relative as context on the case. It makes nobody a client. Answers the id of the relation.</summary>
/// <param name="Kind">One of <see cref="Relation.Kinds"/>.</param>
/// <param name="Ground">Why this person is relevant.</param>
[Requires(Permission.EditRelations)]
public sealed record NoteRelation(Guid CommandId, Guid TrajectId, string Kind, string Name, int? BirthYear, string Ground)
    : ICommand, IAboutTraject, IRelationFields;

internal sealed class NoteRelationValidator(TimeProvider clock) : RelationRules<NoteRelation>(clock);

internal sealed class NoteRelationHandler(PgaDbContext db, CurrentRequest current, TimeProvider clock) : IRequestHandler<NoteRelation, Guid>
{
    public Task<Guid> Handle(NoteRelation c, CancellationToken cancellationToken)
    {
        var relation = Relation.Note(c.CommandId, current.ClientId!.Value, c.Details(), clock.Today());
        db.Relations.Add(relation);
        return Task.FromResult(relation.Id);
    }
}
