using MediatR;
using Pga.Application.Trajects;

namespace Pga.Web.Api;

/// <summary>Worklist and dossier.</summary>
internal static class TrajectsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("trajects", ([AsParameters] GetWorklist query, IMediator mediator, CancellationToken ct) => mediator.Send(query, ct))
            .WithSummary("The worklist of whoever asks.");
        api.MapGet("trajects/export", async ([AsParameters] GetWorklist query, IMediator mediator, CancellationToken ct) =>
            {
                var file = await mediator.Send(new ExportWorklist(query), ct);
                return Results.File(file.Content, WorklistFile.ContentType, file.Name);
            })
            .Produces(StatusCodes.Status200OK, contentType: WorklistFile.ContentType)
            .WithSummary("The worklist as CSV, all pages; for coordinators, and each client in it is logged.");
        api.MapGet("saved-filters", (IMediator mediator, CancellationToken ct) => mediator.Send(new GetSavedFilters(), ct))
            .WithSummary("One's own saved filters of the worklist.");
        api.MapPost("saved-filters", async (SaveFilter command, HttpContext http, IMediator mediator, CancellationToken ct) =>
            {
                var id = await mediator.Send(command with { CommandId = Idempotency.For(command.CommandId, http) }, ct);
                return Results.Created($"/api/v1/saved-filters/{id}", new { id });
            })
            .WithSummary("Keeps a filter of the worklist.");
        api.MapDelete("saved-filters/{id:guid}", async (Guid id, HttpContext http, IMediator mediator, CancellationToken ct) =>
                new { id = await mediator.Send(new RemoveFilter(Idempotency.Key(http), id), ct) })
            .WithSummary("Removes one of one's own saved filters.");
        api.MapGet("trajects/{id:guid}", (Guid id, bool? all, IMediator mediator, CancellationToken ct) => mediator.Send(new GetDossier(id, all ?? false), ct))
            .WithSummary("One dossier; with all=true its whole timeline.");
    }
}
