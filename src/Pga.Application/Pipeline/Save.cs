using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Tasks;
using Pga.Domain.Common;

namespace Pga.Application.Pipeline;

/// <summary>Saves a command once: what the handler changed, its history, who is told of it and the command's id go in one transaction.</summary>
internal sealed class Save<TRequest, TResponse>(PgaDbContext db, Actor actor, Notices notices, TimeProvider clock) : IPipelineBehavior<TRequest, TResponse>
{
    /// <summary>So often somebody else may be first with a number; more doesn't happen by chance.</summary>
    private const int MaxAttempts = 20;

    private static readonly bool TakesNumber = typeof(TRequest).IsDefined(typeof(TakesNumberAttribute), inherit: false);

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (request is not ICommand command)
            return await next();
        if (await Earlier(command, cancellationToken) is { } earlier)
            return Answer(earlier);
        for (var attempt = 1; ; attempt++)
        {
            var response = await next();
            await notices.Add(cancellationToken);
            db.ProcessedCommands.Add(new ProcessedCommand(command.CommandId, actor.StaffId, (Guid)(object)response!, clock.UtcNow()));
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return response;
            }
            catch (Exception e) when (e is DbUpdateException || e.InnerException is DbUpdateException)
            {
                // A double click races with itself: both found nothing, one was first.
                db.ChangeTracker.Clear();
                if (await Earlier(command, cancellationToken) is { } first)
                    return Answer(first);
                if (e is DbUpdateConcurrencyException)
                    throw new Conflict(Guid.Empty, []);
                if (TakesNumber && attempt < MaxAttempts)
                    continue;
                // Two people made the same thing at once and a unique index let one of them through, or each held what the other needed.
                if (DatabaseErrors.IsTaken(e) || DatabaseErrors.IsDeadlock(e))
                    throw new Conflict(Guid.Empty, []);
                throw;
            }
        }
    }

    /// <summary>What the same command answered before, or null when it is new.</summary>
    private async Task<Guid?> Earlier(ICommand command, CancellationToken ct)
    {
        var done = await db.ProcessedCommands.AsNoTracking().SingleOrDefaultAsync(p => p.Id == command.CommandId, ct);
        if (done is null)
            return null;
        if (done.StaffId != actor.StaffId)
            throw new NotFound();
        return done.Result;
    }

    private static TResponse Answer(Guid id) => (TResponse)(object)id;
}
