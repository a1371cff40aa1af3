using MediatR;
using Pga.Application.Contacts;

namespace Pga.Web.Api;

/// <summary>Contact moments.</summary>
internal static class ContactsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("trajects/{trajectId:guid}/contact-moments", async (Guid trajectId, LogContact body, IMediator mediator, HttpContext http) =>
            Created(trajectId, await mediator.Send(body with { TrajectId = trajectId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted)))
            .WithSummary("Records or plans a contact.");
        api.MapPost("trajects/{trajectId:guid}/contact-moments/{contactId:guid}/corrections", async (Guid trajectId, Guid contactId, CorrectContact body, IMediator mediator, HttpContext http) =>
            Created(trajectId, await mediator.Send(
                body with { TrajectId = trajectId, ContactId = contactId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted)))
            .WithSummary("Replaces a contact by a better version.");
    }

    private static IResult Created(Guid trajectId, Guid id) => Results.Created($"/api/v1/trajects/{trajectId}/contact-moments/{id}", new { id });
}
