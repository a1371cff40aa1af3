using MediatR;
using Pga.Application.Clients;

namespace Pga.Web.Api;

/// <summary>Who is known already, and referring somebody.</summary>
internal static class ReferralsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("clients/duplicates", (FindDuplicates body, IMediator mediator, CancellationToken ct) => mediator.Send(body, ct))
            .WithSummary("Whether somebody is known; outside your own dossiers only whom to ask.");
        api.MapPost("referrals", async (ReferClient body, IMediator mediator, HttpContext http, CancellationToken ct) =>
        {
            var id = await mediator.Send(body.CommandId == Guid.Empty ? body with { CommandId = Idempotency.Key(http) } : body, ct);
            return Results.Created($"/api/v1/trajects/{id}", new { id });
        }).WithSummary("A new client with a traject, or a new traject for a client of yours.");
    }
}
