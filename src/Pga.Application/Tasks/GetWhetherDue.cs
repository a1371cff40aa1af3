using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Plans;
using Pga.Domain.Common;

namespace Pga.Application.Tasks;

/// <summary>Whether something waits for the actor today: something due, or a notification that is unread. No more than that it does.</summary>
[Requires(Permission.ViewTasks)]
public sealed record GetWhetherDue : IQuery<bool>;

internal sealed class GetWhetherDueHandler(PgaDbContext db, Actor actor, TimeProvider clock, EvaluationTerms terms) : IRequestHandler<GetWhetherDue, bool>
{
    public async Task<bool> Handle(GetWhetherDue q, CancellationToken cancellationToken)
    {
        if (await db.OwnNotifications(clock.UtcNow()).AnyAsync(n => n.ReadAt == null, cancellationToken))
            return true;
        var question = new TaskQuestion(db, actor, clock, terms);
        foreach (var source in TaskSources.For(actor))
        {
            if ((await source.Read(question, cancellationToken)).Any(t => DueSpans.Holds(DueSpans.Today, t, question.Today)))
                return true;
        }

        return false;
    }
}
