using MediatR;
using Pga.Application.Clients;

namespace Pga.Web.Api;

/// <summary>Clients and their relations.</summary>
internal static class ClientsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("clients/search", (SearchClients query, IMediator mediator, CancellationToken ct) => mediator.Send(query, ct))
            .WithSummary("Search by name, dossiernummer or BSN; by POST, so that no name is in an address.");
        api.MapPost("clients/{id:guid}/safety-agreement", async (Guid id, AgreeOnSafety command, HttpContext http, IMediator mediator, CancellationToken ct) =>
            {
                var commandId = command.CommandId == Guid.Empty ? Idempotency.Key(http) : command.CommandId;
                return new { id = await mediator.Send(command with { ClientId = id, CommandId = commandId }, ct) };
            })
            .WithSummary("Sets or removes the safety agreement.");
    }
}
