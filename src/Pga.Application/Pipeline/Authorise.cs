using System.Reflection;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Audit;
using Pga.Application.Data;

namespace Pga.Application.Pipeline;

/// <summary>Permission first, then the access rule on what the request is about. Refusals are logged and say nothing about existence.</summary>
internal sealed class Authorise<TRequest, TResponse>(PgaDbContext db, Actor actor, CurrentRequest current, AccessLog log)
    : IPipelineBehavior<TRequest, TResponse>
{
    private static readonly RequiresAttribute? Requires = typeof(TRequest).GetCustomAttribute<RequiresAttribute>();

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        // Fail closed: a request that declares nothing is for nobody. A test keeps such requests out.
        if (Requires is null)
            throw new Forbidden();
        current.Purpose = Requires.Purpose;
        current.TrajectId = (request as IAboutTraject)?.TrajectId;
        current.ClientId = (request as IAboutClient)?.ClientId;
        if (!actor.IsSignedIn || !actor.Can(Requires.Permission))
            return await Refuse(new Forbidden());
        if (current.TrajectId is { } trajectId)
            await CheckTraject(trajectId, request is ICommand, cancellationToken);
        else if (current.ClientId is { } clientId)
            await CheckClient(clientId, request is ICommand, cancellationToken);
        return await next();
    }

    private async Task CheckTraject(Guid id, bool writes, CancellationToken ct)
    {
        var traject = db.Trajects.Where(t => t.Id == id);
        var clientId = await traject.Select(t => (Guid?)t.ClientId).SingleOrDefaultAsync(ct);
        if (clientId is null)
            await Refuse(new NotFound());
        current.ClientId = clientId;
        if (writes && !await traject.AnyAsync(AccessRule.MayWrite(db), ct))
            await Refuse(new Forbidden("U mag dit dossier lezen, maar niet wijzigen."));
    }

    private async Task CheckClient(Guid id, bool writes, CancellationToken ct)
    {
        var trajects = db.Trajects.Where(t => t.ClientId == id);
        if (!await trajects.AnyAsync(ct))
            await Refuse(new NotFound());
        if (writes && !await trajects.AnyAsync(AccessRule.MayWrite(db), ct))
            await Refuse(new Forbidden("U mag dit dossier lezen, maar niet wijzigen."));
    }

    private async Task<TResponse> Refuse(Refused refusal)
    {
        await log.Write([new AccessSubject(current.ClientId, current.TrajectId)], refusal is NotFound ? AccessOutcomes.NotFound : AccessOutcomes.Forbidden);
        throw refusal;
    }
}
