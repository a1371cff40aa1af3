using MediatR;
using Pga.Application.Relations;

namespace Pga.Web.Api;

/// <summary>Relatives on a case, and who of them is a client too.</summary>
internal static class RelationsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("trajects/{trajectId:guid}/relations", (Guid trajectId, IMediator mediator, CancellationToken ct) => mediator.Send(new GetRelations(trajectId), ct))
            .WithSummary("The relatives on a case; of one who is a client too, only to who may see that client.");
        api.MapPost("trajects/{trajectId:guid}/relations", async (Guid trajectId, NoteRelation body, IMediator mediator, HttpContext http) =>
            Created(trajectId, "relations", await mediator.Send(body with { TrajectId = trajectId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted)))
            .WithSummary("Notes a relative; it makes nobody a client.");
        api.MapPost("trajects/{trajectId:guid}/relations/{relationId:guid}/corrections", async (Guid trajectId, Guid relationId, CorrectRelation body, IMediator mediator, HttpContext http) =>
            new { id = await mediator.Send(body with { TrajectId = trajectId, RelationId = relationId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted) })
            .WithSummary("Corrects what is noted about a relative.");
        api.MapPost("trajects/{trajectId:guid}/relations/{relationId:guid}/removals", async (Guid trajectId, Guid relationId, EndRelation body, IMediator mediator, HttpContext http) =>
            new { id = await mediator.Send(body with { TrajectId = trajectId, RelationId = relationId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted) })
            .WithSummary("Takes a relative off the case; what was noted is kept.");
        api.MapPost("trajects/{trajectId:guid}/relations/{relationId:guid}/family-links", async (Guid trajectId, Guid relationId, LinkFamily body, IMediator mediator, HttpContext http) =>
            Created(trajectId, "family-links", await mediator.Send(
                body with { TrajectId = trajectId, RelationId = relationId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted)))
            .WithSummary("Says which client a relative is, of those whom one may see.");
        api.MapPost("trajects/{trajectId:guid}/family-links/{linkId:guid}/changes", async (Guid trajectId, Guid linkId, ChangeFamilyLink body, IMediator mediator, HttpContext http) =>
            new { id = await mediator.Send(body with { TrajectId = trajectId, LinkId = linkId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted) })
            .WithSummary("Changes the ground of a link, or the agreement about contact.");
        api.MapPost("trajects/{trajectId:guid}/family-links/{linkId:guid}/removals", async (Guid trajectId, Guid linkId, EndFamilyLink body, IMediator mediator, HttpContext http) =>
            new { id = await mediator.Send(body with { TrajectId = trajectId, LinkId = linkId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted) })
            .WithSummary("Takes a link away; the relation stays.");
        api.MapGet("trajects/{trajectId:guid}/family", (Guid trajectId, IMediator mediator, CancellationToken ct) => mediator.Send(new GetFamily(trajectId), ct))
            .WithSummary("The linked clients whom one may see, with where they stand.");
    }

    private static IResult Created(Guid trajectId, string what, Guid id) => Results.Created($"/api/v1/trajects/{trajectId}/{what}/{id}", new { id });
}
