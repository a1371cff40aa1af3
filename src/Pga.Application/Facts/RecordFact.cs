using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Facts;

namespace Pga.Application.Facts;

/// <summary>Records a fact with where it comes from. Answers its id.</summary>
/// <param name="Kind">One of <see cref="FactCodes.Kinds"/>.</param>
/// <param name="Provenance">One of <see cref="FactCodes.Provenances"/>.</param>
/// <param name="Organisation">Where it comes from; not for an own observation.</param>
/// <param name="Reliability">One of <see cref="FactCodes.Reliabilities"/>, or null.</param>
/// <param name="KeepUntil">Last day on which it may be seen; facts of police and justice must have one.</param>
[Requires(Permission.RecordFact, Purpose = Purposes.Facts)]
public sealed record RecordFact(
    Guid CommandId,
    Guid TrajectId,
    DateOnly OccurredOn,
    string Kind,
    string Provenance,
    string? Organisation,
    string Text,
    string? Reliability = null,
    DateOnly? KeepUntil = null) : ICommand, IAboutTraject, IFactFields;

internal sealed class RecordFactValidator(TimeProvider clock) : FactRules<RecordFact>(clock);

internal sealed class RecordFactHandler(PgaDbContext db, Actor actor, CurrentRequest current, TimeProvider clock) : IRequestHandler<RecordFact, Guid>
{
    public async Task<Guid> Handle(RecordFact c, CancellationToken cancellationToken)
    {
        await db.CheckJustice(current, c.TrajectId, c.Provenance, cancellationToken);
        var fact = new Fact(c.CommandId, c.TrajectId, actor.StaffId, clock.UtcNow(), c.Details());
        db.Facts.Add(fact);
        return fact.Id;
    }
}
