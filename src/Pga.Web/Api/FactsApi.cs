using MediatR;
using Pga.Application.Facts;

namespace Pga.Web.Api;

/// <summary>Signals and facts with where they come from.</summary>
internal static class FactsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("trajects/{trajectId:guid}/facts", (Guid trajectId, string? provenance, int? page, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new GetFacts(trajectId, provenance, page ?? 1), ct))
            .WithSummary("The facts on a traject that one may see; of others only that there are some.");
        api.MapGet("trajects/{trajectId:guid}/facts/{factId:guid}", (Guid trajectId, Guid factId, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new GetFact(trajectId, factId), ct))
            .WithSummary("One fact with its earlier versions.");
        api.MapPost("trajects/{trajectId:guid}/facts", async (Guid trajectId, RecordFact body, IMediator mediator, HttpContext http) =>
            Created(trajectId, await mediator.Send(body with { TrajectId = trajectId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted)))
            .WithSummary("Records a fact.");
        api.MapPost("trajects/{trajectId:guid}/facts/{factId:guid}/corrections", async (Guid trajectId, Guid factId, CorrectFact body, IMediator mediator, HttpContext http) =>
            Created(trajectId, await mediator.Send(body with { TrajectId = trajectId, FactId = factId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted)))
            .WithSummary("Replaces a fact by a better version.");
        api.MapPost("trajects/{trajectId:guid}/facts/{factId:guid}/withdrawals", async (Guid trajectId, Guid factId, WithdrawFact body, IMediator mediator, HttpContext http) =>
            new { id = await mediator.Send(body with { TrajectId = trajectId, FactId = factId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted) })
            .WithSummary("Withdraws a fact; it is kept with the reason.");
    }

    private static IResult Created(Guid trajectId, Guid id) => Results.Created($"/api/v1/trajects/{trajectId}/facts/{id}", new { id });
}
