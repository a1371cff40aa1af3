using MediatR;
using Pga.Application.Catalogues;

namespace Pga.Web.Api;

/// <summary>The catalogues that the administrator keeps.</summary>
internal static class CataloguesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("catalogues", (IMediator mediator, HttpContext http) => mediator.Send(new GetCatalogues(), http.RequestAborted))
            .WithSummary("The catalogues, with how many entries wait to be checked.");
        api.MapGet("catalogues/{kind}", (string kind, string? show, int? page, IMediator mediator, HttpContext http) =>
            mediator.Send(new GetCatalogue(kind, show ?? CatalogueViews.All, null, page ?? 1), http.RequestAborted))
            .WithSummary("A page of a catalogue, in its order.");
        api.MapPost("catalogues/{kind}/search", (string kind, GetCatalogue body, IMediator mediator, HttpContext http) => mediator.Send(body with { Catalogue = kind }, http.RequestAborted))
            .WithSummary("Entries with part of a name or a code.");
        api.MapGet("catalogues/{kind}/entries/{id:guid}", (string kind, Guid id, IMediator mediator, HttpContext http) => mediator.Send(new GetCatalogueEntry(kind, id), http.RequestAborted))
            .WithSummary("One entry with everything of it.");
        api.MapPost("catalogues/{kind}/entries", async (string kind, AddCatalogueEntry body, IMediator mediator, HttpContext http) =>
        {
            var id = await mediator.Send(body with { Catalogue = kind, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted);
            return Results.Created($"/api/v1/catalogues/{kind}/entries/{id}", new { id });
        }).WithSummary("Adds an entry at the end of a catalogue.");
        api.MapPut("catalogues/{kind}/entries/{id:guid}", async (string kind, Guid id, ChangeCatalogueEntry body, IMediator mediator, HttpContext http) =>
            new { id = await mediator.Send(body with { Catalogue = kind, EntryId = id, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted) })
            .WithSummary("Changes an entry; its code stays.");
        api.MapPost("catalogues/{kind}/entries/{id:guid}/ending", async (string kind, Guid id, EndCatalogueEntry body, IMediator mediator, HttpContext http) =>
            new { id = await mediator.Send(body with { Catalogue = kind, EntryId = id, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted) })
            .WithSummary("Says until when an entry can be chosen.");
        api.MapPost("catalogues/{kind}/entries/{id:guid}/reopening", async (string kind, Guid id, IMediator mediator, HttpContext http) =>
            new { id = await mediator.Send(new ReopenCatalogueEntry(Idempotency.Key(http), kind, id), http.RequestAborted) })
            .WithSummary("Lets an entry be chosen again.");
        api.MapPost("catalogues/{kind}/entries/{id:guid}/check", async (string kind, Guid id, IMediator mediator, HttpContext http) =>
            new { id = await mediator.Send(new CheckCatalogueEntry(Idempotency.Key(http), kind, id), http.RequestAborted) })
            .WithSummary("Says that an imported entry is right as it is.");
        api.MapPost("catalogues/{kind}/entries/{id:guid}/move", async (string kind, Guid id, MoveCatalogueEntry body, IMediator mediator, HttpContext http) =>
            new { id = await mediator.Send(body with { Catalogue = kind, EntryId = id, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted) })
            .WithSummary("Moves an entry one place up or down.");
        api.MapDelete("catalogues/{kind}/entries/{id:guid}", async (string kind, Guid id, IMediator mediator, HttpContext http) =>
            new { id = await mediator.Send(new RemoveCatalogueEntry(Idempotency.Key(http), kind, id), http.RequestAborted) })
            .WithSummary("Removes an entry that was never used.");
    }
}
