using MediatR;
using Pga.Application.Pipeline;
using Pga.Application.Stories;

namespace Pga.Web.Api;

/// <summary>Stories on their road to the rapportage, and the texts beside its figures.</summary>
internal static class StoriesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("stories", (IMediator mediator, CancellationToken ct) => mediator.Send(new GetStories(), ct))
            .WithSummary("The stories you may read.");
        api.MapGet("stories/{storyId:guid}", (Guid storyId, IMediator mediator, CancellationToken ct) => mediator.Send(new GetStory(storyId), ct))
            .WithSummary("A story with its road; never whose it is.");
        api.MapPost("trajects/{trajectId:guid}/stories", async (Guid trajectId, WriteStory body, IMediator mediator, HttpContext http) =>
        {
            var id = await mediator.Send(body with { TrajectId = trajectId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted);
            return Results.Created($"/api/v1/stories/{id}", new { id });
        }).WithSummary("Writes the concept of a story.");
        api.MapPut("stories/{storyId:guid}", (Guid storyId, EditStory body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { StoryId = storyId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Changes a story, which makes it a concept again.");
        api.MapPost("stories/{storyId:guid}/anonymisation", (Guid storyId, AnonymiseStory body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { StoryId = storyId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Says that nobody can be recognised in it.");
        api.MapPost("stories/{storyId:guid}/consent", (Guid storyId, RecordConsent body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { StoryId = storyId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Records that the person agrees with the text as it is.");
        api.MapPost("stories/{storyId:guid}/consent/withdrawal", (Guid storyId, WithdrawConsent body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { StoryId = storyId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Records that the person takes it back.");
        api.MapPost("stories/{storyId:guid}/release", (Guid storyId, ReleaseStory body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { StoryId = storyId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Lets it into the rapportage, when the check finds nothing of the dossier in it.");
        api.MapPost("stories/{storyId:guid}/withdrawal", (Guid storyId, WithdrawStory body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { StoryId = storyId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Takes a story back for good.");
        api.MapGet("reports/{year:int}/texts", (int year, IMediator mediator, CancellationToken ct) => mediator.Send(new GetTexts(year), ct))
            .WithSummary("Every text beside the figures of a year.");
        api.MapPut("reports/{year:int}/texts", (int year, WriteTexts body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { Year = year, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Writes some of them; those left out stay.");
    }

    private static async Task<object> Changed(IMediator mediator, ICommand command, HttpContext http) => new { id = await mediator.Send(command, http.RequestAborted) };
}
