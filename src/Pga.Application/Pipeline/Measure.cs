using System.Diagnostics;
using System.Diagnostics.Metrics;
using MediatR;

namespace Pga.Application.Pipeline;

/// <summary>Times each request by name and outcome. No person, no content.</summary>
internal sealed class Measure<TRequest, TResponse>(CurrentRequest current) : IPipelineBehavior<TRequest, TResponse>
{
    private static readonly Histogram<double> Duration = Metrics.Meter.CreateHistogram<double>("pga.request.duration", "ms");

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        current.Name = typeof(TRequest).Name;
        var started = Stopwatch.GetTimestamp();
        var outcome = "ok";
        try
        {
            return await next();
        }
        catch (Exception e)
        {
            outcome = e is Refused ? e.GetType().Name : "error";
            throw;
        }
        finally
        {
            Duration.Record(Stopwatch.GetElapsedTime(started).TotalMilliseconds, new("request", current.Name), new("outcome", outcome));
        }
    }
}

internal static class Metrics
{
    public static readonly Meter Meter = new("Pga");
}
