using MediatR;
using Pga.Application.Outflow;

namespace Pga.Web.Api;

/// <summary>Proposing and confirming the end of a traject.</summary>
internal static class OutflowApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("trajects/{trajectId:guid}/outflow", (Guid trajectId, IMediator mediator, HttpContext http) =>
            mediator.Send(new GetOutflow(trajectId), http.RequestAborted))
            .WithSummary("What is needed, the proposal, and what you may do.");
        api.MapPost("trajects/{trajectId:guid}/outflow-proposal", async (Guid trajectId, ProposeOutflow body, IMediator mediator, HttpContext http) =>
            Results.Created($"/api/v1/trajects/{trajectId}/outflow", new
            {
                id = await mediator.Send(body with { TrajectId = trajectId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted),
            }))
            .WithSummary("Proposes the end of a traject.");
        api.MapPost("trajects/{trajectId:guid}/outflow-proposal/confirmation", async (Guid trajectId, ConfirmOutflow body, IMediator mediator, HttpContext http) =>
            new { id = await mediator.Send(body with { TrajectId = trajectId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted) })
            .WithSummary("Confirms a proposal of someone else.");
        api.MapPost("trajects/{trajectId:guid}/outflow-proposal/withdrawal", async (Guid trajectId, WithdrawOutflow body, IMediator mediator, HttpContext http) =>
            new { id = await mediator.Send(body with { TrajectId = trajectId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted) })
            .WithSummary("Takes a proposal back, or declines it.");
    }
}
