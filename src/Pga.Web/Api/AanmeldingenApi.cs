using MediatR;
using Pga.Application.Aanmeldingen;

namespace Pga.Web.Api;

/// <summary>What partner organisations send, and what coordinators do with it.</summary>
internal static class AanmeldingenApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("aanmeldingen", async (SendAanmelding body, IMediator mediator, HttpContext http) =>
            Results.Created("/api/v1/aanmeldingen", new
            {
                id = await mediator.Send(body with { CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted),
            }))
            .WithSummary("A partner refers somebody; the answer never tells whether the person is known.");
        api.MapGet("aanmeldingen", ([AsParameters] GetMyAanmeldingen query, IMediator mediator, CancellationToken ct) => mediator.Send(query, ct))
            .WithSummary("What you sent, with its state and answer.");
        api.MapGet("aanmeldingen/waiting", ([AsParameters] GetWaitingAanmeldingen query, IMediator mediator, CancellationToken ct) => mediator.Send(query, ct))
            .WithSummary("What no coordinator has taken in yet. Taking in is POST referrals with its aanmeldingId.");
        api.MapGet("aanmeldingen/{id:guid}", (Guid id, IMediator mediator, CancellationToken ct) => mediator.Send(new GetAanmelding(id), ct))
            .WithSummary("One that waits, with whether the person is known.");
        api.MapPost("aanmeldingen/{id:guid}/dismissal", async (Guid id, DismissAanmelding body, IMediator mediator, HttpContext http) =>
            new { id = await mediator.Send(body with { AanmeldingId = id, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted) })
            .WithSummary("Answers one without making a traject of it.");
    }
}
