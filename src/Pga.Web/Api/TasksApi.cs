using MediatR;
using Pga.Application.Tasks;

namespace Pga.Web.Api;

/// <summary>What waits for you, and what you were told.</summary>
internal static class TasksApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("tasks", (string? span, int? page, IMediator mediator, CancellationToken ct) => mediator.Send(new GetDueTasks(span ?? DueSpans.Today, page ?? 1), ct))
            .WithSummary("What waits for you, from every part. Span: today (with what is late), overdue, week or all.");
        api.MapGet("notifications", (int? page, IMediator mediator, CancellationToken ct) => mediator.Send(new GetNotifications(page ?? 1), ct))
            .WithSummary("Your notifications, the latest first, and how many are unread.");
        api.MapPost("notifications/{id:guid}/reading", async (Guid id, IMediator mediator, HttpContext http) =>
            new { id = await mediator.Send(new ReadNotification(Idempotency.Key(http), id), http.RequestAborted) })
            .WithSummary("You have read one.");
        api.MapPost("notifications/reading", async (ReadAllNotifications body, IMediator mediator, HttpContext http) =>
            new { id = await mediator.Send(body with { CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted) })
            .WithSummary("You have read all of them, or those until a moment.");
        api.MapGet("notification-settings", (IMediator mediator, CancellationToken ct) => mediator.Send(new GetDigestChoice(), ct))
            .WithSummary("Whether you get a mail when something waits for you.");
        api.MapPut("notification-settings", async (ChooseDigest body, IMediator mediator, HttpContext http) =>
        {
            await mediator.Send(body with { CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted);
            return Results.NoContent();
        }).WithSummary("Turns that mail on or off.");
    }
}
