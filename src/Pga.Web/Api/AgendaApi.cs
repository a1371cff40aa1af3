using MediatR;
using Pga.Application.Contacts;
using Pga.Domain.Common;
using Pga.Web.Identity;

namespace Pga.Web.Api;

/// <summary>One's own agenda, and the address at which a calendar program reads it.</summary>
internal static class AgendaApi
{
    private const string Current = "/api/v1/agenda-feeds/current";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("agenda", (DateOnly? from, int? days, IMediator mediator, TimeProvider clock, CancellationToken ct) =>
            mediator.Send(new GetAgenda(from ?? clock.Today(), days ?? GetAgenda.Week), ct))
            .WithSummary("Your appointments, spreekuren and next steps of some days.");
        api.MapPost("trajects/{trajectId:guid}/contact-moments/planned", async (Guid trajectId, PlanContact body, IMediator mediator, HttpContext http) =>
        {
            var id = await mediator.Send(body with { TrajectId = trajectId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted);
            return Results.Created($"/api/v1/trajects/{trajectId}/contact-moments/{id}", new { id });
        }).WithSummary("Plans a contact.");
        api.MapPost("trajects/{trajectId:guid}/contact-moments/{contactId:guid}/moves", async (Guid trajectId, Guid contactId, MoveContact body, IMediator mediator, HttpContext http) =>
        {
            var id = await mediator.Send(body with { TrajectId = trajectId, ContactId = contactId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted);
            return Results.Created($"/api/v1/trajects/{trajectId}/contact-moments/{id}", new { id });
        }).WithSummary("Puts a planned contact at another moment.");
        api.MapPost("trajects/{trajectId:guid}/contact-moments/{contactId:guid}/cancellation", async (Guid trajectId, Guid contactId, CancelContact body, IMediator mediator, HttpContext http) =>
            new { id = await mediator.Send(body with { TrajectId = trajectId, ContactId = contactId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted) })
            .WithSummary("Takes a planned contact out of the agenda before its time.");
        api.MapPost("agenda-feeds", async (IMediator mediator, FeedSecret secret, HttpContext http) =>
        {
            var id = await mediator.Send(new MakeAgendaFeed(Idempotency.Key(http)), http.RequestAborted);
            return Results.Created(Current, new { id, address = secret.Made is { } made ? AgendaFeedAddress.Of(made, http) : null });
        }).WithSummary("Makes a secret address for your agenda, shown this once; an earlier one closes.");
        api.MapGet("agenda-feeds/current", (IMediator mediator, CancellationToken ct) => mediator.Send(new GetFeedStatus(), ct))
            .WithSummary("Whether your agenda has a secret address.");
        api.MapDelete("agenda-feeds/current", async (IMediator mediator, HttpContext http) =>
        {
            await mediator.Send(new RevokeAgendaFeed(Idempotency.Key(http)), http.RequestAborted);
            return Results.NoContent();
        }).WithSummary("Closes the secret address of your agenda.");
    }
}
