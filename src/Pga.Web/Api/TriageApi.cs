using MediatR;
using Pga.Application.DataSharings;
using Pga.Application.Pipeline;
using Pga.Application.Triage;

namespace Pga.Web.Api;

/// <summary>Triage, start, scale-up, informing the person, and what was shared.</summary>
internal static class TriageApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("triage", ([AsParameters] GetTriage query, IMediator mediator, CancellationToken ct) => mediator.Send(query, ct))
            .WithSummary("One list of the weekly triage: now, next, accepted, decided or review.");
        api.MapGet("trajects/{trajectId:guid}/intake", (Guid trajectId, IMediator mediator, CancellationToken ct) => mediator.Send(new GetIntake(trajectId), ct))
            .WithSummary("How a traject came in, what was decided, and what you may do.");
        api.MapGet("trajects/{trajectId:guid}/data-sharings", (Guid trajectId, IMediator mediator, CancellationToken ct) => mediator.Send(new GetDataSharings(trajectId), ct))
            .WithSummary("What was shared with others.");
        api.MapPost("trajects/{trajectId:guid}/triage-decisions", async (Guid trajectId, DecideTriage body, IMediator mediator, HttpContext http) =>
            await Created(trajectId, "intake", body with { TrajectId = trajectId, CommandId = Idempotency.For(body.CommandId, http) }, mediator, http))
            .WithSummary("Records a decision, or corrects the one there is.");
        api.MapPost("trajects/{trajectId:guid}/start", async (Guid trajectId, StartTraject body, IMediator mediator, HttpContext http) =>
            new { id = await mediator.Send(body with { TrajectId = trajectId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted) })
            .WithSummary("Starts what was accepted for later.");
        api.MapPost("trajects/{trajectId:guid}/informed", async (Guid trajectId, ReviewInformed body, IMediator mediator, HttpContext http) =>
            new { id = await mediator.Send(body with { TrajectId = trajectId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted) })
            .WithSummary("Whether the person is informed, looked at again.");
        api.MapPost("trajects/{trajectId:guid}/scale-ups", async (Guid trajectId, ScaleUp body, IMediator mediator, HttpContext http) =>
            await Created(trajectId, "data-sharings", body with { TrajectId = trajectId, CommandId = Idempotency.For(body.CommandId, http) }, mediator, http))
            .WithSummary("Hands the lead to the ZVH.");
        api.MapPost("trajects/{trajectId:guid}/scale-ups/{sharingId:guid}/ending", async (Guid trajectId, Guid sharingId, EndScaleUp body, IMediator mediator, HttpContext http) =>
            new
            {
                id = await mediator.Send(
                    body with { TrajectId = trajectId, SharingId = sharingId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted),
            })
            .WithSummary("The ZVH hands the lead back.");
    }

    private static async Task<IResult> Created(Guid trajectId, string part, ICommand command, IMediator mediator, HttpContext http) =>
        Results.Created($"/api/v1/trajects/{trajectId}/{part}", new { id = await mediator.Send(command, http.RequestAborted) });
}
