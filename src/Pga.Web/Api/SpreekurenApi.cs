using MediatR;
using Pga.Application.Spreekuren;

namespace Pga.Web.Api;

/// <summary>Consult hours in prisons.</summary>
internal static class SpreekurenApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("spreekuren", (IMediator mediator, CancellationToken ct, int page = 1) => mediator.Send(new GetSpreekuren(page), ct))
            .WithSummary("Your own spreekuren: today's and coming ones first.");
        api.MapPost("spreekuren", async (OpenSpreekuur body, IMediator mediator, HttpContext http, CancellationToken ct) =>
        {
            var id = await mediator.Send(body.CommandId == Guid.Empty ? body with { CommandId = Idempotency.Key(http) } : body, ct);
            return Results.Created($"/api/v1/spreekuren/{id}", new { id });
        }).WithSummary("Plans or opens a spreekuur of yours.");
        api.MapGet("spreekuren/{id:guid}", (Guid id, IMediator mediator, CancellationToken ct) => mediator.Send(new GetSpreekuur(id), ct))
            .WithSummary("The sheet of a spreekuur of yours.");
        api.MapPost("spreekuren/{id:guid}/visits", async (Guid id, SaveSpreekuur body, IMediator mediator, HttpContext http, CancellationToken ct) =>
        {
            var command = body with { SpreekuurId = id, CommandId = body.CommandId == Guid.Empty ? Idempotency.Key(http) : body.CommandId };
            return new { id = await mediator.Send(command, ct) };
        }).WithSummary("Records who came, the basic conditions talked about, and the number of visitors without a dossier.");
    }
}
