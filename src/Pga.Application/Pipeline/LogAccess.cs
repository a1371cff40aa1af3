using MediatR;
using Pga.Application.Audit;

namespace Pga.Application.Pipeline;

/// <summary>
/// Writes a line for each client that the answer reveals, before the answer leaves. It wraps the rest, so the command's
/// transaction is over by then. When the lines can't be written there is no answer.
/// </summary>
internal sealed class LogAccess<TRequest, TResponse>(CurrentRequest current, AccessLog log) : IPipelineBehavior<TRequest, TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        TResponse response;
        try
        {
            response = await next();
        }
        catch (Refused refusal)
        {
            var subject = new AccessSubject(current.ClientId, current.TrajectId);
            // A form that is filled in wrongly and is about nobody reveals nothing and refuses nobody.
            if (refusal is not Invalid || subject != default)
                await log.Write([subject], OutcomeOf(refusal));
            throw;
        }

        // One line per client, however many of their trajects the answer shows; the request's own traject goes first.
        var subjects = new List<AccessSubject>();
        if (current.ClientId is not null || current.TrajectId is not null)
            subjects.Add(new AccessSubject(current.ClientId, current.TrajectId));
        subjects.AddRange(Revealed(response).Select(r => new AccessSubject(r.ClientId, r.TrajectId)));
        subjects = [.. subjects.OrderBy(s => s.TrajectId is null).DistinctBy(s => s.ClientId)];
        await log.Write(subjects, AccessOutcomes.Granted);
        return response;
    }

    private static IEnumerable<IRevealsClient> Revealed(object? response) => response switch
    {
        IRevealsClient one => [one],
        IEnumerable<IRevealsClient> rows => rows,
        IRevealsClients inside => inside.Revealed,
        _ => [],
    };

    private static string OutcomeOf(Refused refusal) => refusal switch
    {
        NotFound => AccessOutcomes.NotFound,
        // A conflict shows what is there, and a broken rule may tell something about the case.
        Conflict or Invalid => AccessOutcomes.Granted,
        _ => AccessOutcomes.Forbidden,
    };
}
