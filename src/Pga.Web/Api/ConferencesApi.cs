using MediatR;
using Pga.Application.Conferences;
using Pga.Application.Pipeline;

namespace Pga.Web.Api;

/// <summary>Case conferences: their agenda, and one case at a time what is decided, agreed and said.</summary>
internal static class ConferencesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        MapConferences(api);
        MapAgenda(api);
        MapDiscussion(api);
    }

    private static void MapConferences(RouteGroupBuilder api)
    {
        api.MapGet("case-conferences", (IMediator mediator, CancellationToken ct, int page = 1) => mediator.Send(new GetConferences(page), ct))
            .WithSummary("Conferences to come and past; they count the cases that one may read, and no others.");
        api.MapPost("case-conferences", async (MakeConference body, IMediator mediator, HttpContext http) =>
        {
            var id = await mediator.Send(body with { CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted);
            return Results.Created($"/api/v1/case-conferences/{id}", new { id });
        }).WithSummary("Plans a conference of one's team.");
        api.MapGet("case-conferences/{conferenceId:guid}", (Guid conferenceId, IMediator mediator, CancellationToken ct) => mediator.Send(new GetConference(conferenceId), ct))
            .WithSummary("The agenda: the cases on it that one may read.");
        api.MapPut("case-conferences/{conferenceId:guid}", (Guid conferenceId, MoveConference body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { ConferenceId = conferenceId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Moves a conference to another day, time or place.");
        api.MapPost("case-conferences/{conferenceId:guid}/cancellation", (Guid conferenceId, CancelConference body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { ConferenceId = conferenceId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Says that it doesn't take place.");
        api.MapPost("case-conferences/{conferenceId:guid}/closing", (Guid conferenceId, CloseConference body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { ConferenceId = conferenceId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("The conference is over.");
        api.MapGet("case-conferences/{conferenceId:guid}/proposals", (Guid conferenceId, IMediator mediator, CancellationToken ct, int page = 1) =>
            mediator.Send(new GetCaseProposals(conferenceId, page), ct))
            .WithSummary("Cases of the team that were put forward or are due.");
        api.MapPost("case-conferences/{conferenceId:guid}/cases", (Guid conferenceId, PutOnAgenda body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { ConferenceId = conferenceId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Puts cases on the agenda, after those that are there.");
        api.MapGet("case-conferences/{conferenceId:guid}/cases/{caseId:guid}", (Guid conferenceId, Guid caseId, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new GetConferenceCase(conferenceId, caseId), ct))
            .WithSummary("One case of a conference, with nothing of any other.");
    }

    private static void MapAgenda(RouteGroupBuilder api)
    {
        api.MapGet("trajects/{trajectId:guid}/conference-cases", (Guid trajectId, IMediator mediator, CancellationToken ct, int page = 1) =>
            mediator.Send(new GetDiscussions(trajectId, null, page), ct))
            .WithSummary("In which conferences a traject was discussed, and whether it is to be discussed.");
        api.MapPost("trajects/{trajectId:guid}/conference-cases", async (Guid trajectId, PutCaseForward body, IMediator mediator, HttpContext http) =>
            Created(trajectId, await mediator.Send(body with { TrajectId = trajectId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted)))
            .WithSummary("Puts a traject forward for a conference of its team.");
        api.MapGet("trajects/{trajectId:guid}/conference-cases/{caseId:guid}", (Guid trajectId, Guid caseId, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new GetDiscussions(trajectId, caseId), ct))
            .WithSummary("One discussion of a traject.");
        api.MapPost("trajects/{trajectId:guid}/conference-cases/{caseId:guid}/taking-back", (Guid trajectId, Guid caseId, TakeCaseBack body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { TrajectId = trajectId, CaseId = caseId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Takes back what one put forward.");
        api.MapPost("trajects/{trajectId:guid}/conference-cases/{caseId:guid}/move", (Guid trajectId, Guid caseId, MoveOnAgenda body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { TrajectId = trajectId, CaseId = caseId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Moves a case one place up or down.");
        api.MapPost("trajects/{trajectId:guid}/conference-cases/{caseId:guid}/removal", (Guid trajectId, Guid caseId, TakeOffAgenda body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { TrajectId = trajectId, CaseId = caseId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Takes a case off the agenda that wasn't discussed.");
        api.MapPost("trajects/{trajectId:guid}/conference-cases/{caseId:guid}/invitations", async (Guid trajectId, Guid caseId, InviteToCase body, IMediator mediator, HttpContext http) =>
            Created(trajectId, caseId, await mediator.Send(body with { TrajectId = trajectId, CaseId = caseId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted)))
            .WithSummary("Invites a colleague, or somebody of another organisation on a ground.");
        api.MapPost("trajects/{trajectId:guid}/conference-cases/{caseId:guid}/invitations/{invitationId:guid}/removal",
            (Guid trajectId, Guid caseId, Guid invitationId, RemoveInvitation body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { TrajectId = trajectId, CaseId = caseId, InvitationId = invitationId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Takes an invitation back.");
    }

    private static void MapDiscussion(RouteGroupBuilder api)
    {
        api.MapPost("trajects/{trajectId:guid}/conference-cases/{caseId:guid}/opening", (Guid trajectId, Guid caseId, OpenCase body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { TrajectId = trajectId, CaseId = caseId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Begins to discuss a case; one at a time.");
        api.MapPost("trajects/{trajectId:guid}/conference-cases/{caseId:guid}/closing", (Guid trajectId, Guid caseId, CloseCase body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { TrajectId = trajectId, CaseId = caseId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Done with a case; what outsiders heard is recorded as a sharing of data.");
        api.MapPut("trajects/{trajectId:guid}/conference-cases/{caseId:guid}/presence", (Guid trajectId, Guid caseId, RecordPresence body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { TrajectId = trajectId, CaseId = caseId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Who was there.");
        api.MapPut("trajects/{trajectId:guid}/conference-cases/{caseId:guid}/minutes", (Guid trajectId, Guid caseId, WriteMinutes body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { TrajectId = trajectId, CaseId = caseId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Writes the minutes while a case is discussed.");
        api.MapPost("trajects/{trajectId:guid}/conference-cases/{caseId:guid}/minutes/corrections", (Guid trajectId, Guid caseId, CorrectMinutes body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { TrajectId = trajectId, CaseId = caseId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Corrects the minutes; what they said before is kept.");
        api.MapPost("trajects/{trajectId:guid}/conference-cases/{caseId:guid}/decisions", async (Guid trajectId, Guid caseId, WriteDecision body, IMediator mediator, HttpContext http) =>
            Created(trajectId, caseId, await mediator.Send(body with { TrajectId = trajectId, CaseId = caseId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted)))
            .WithSummary("Writes down a decision.");
        api.MapPost("trajects/{trajectId:guid}/decisions/{decisionId:guid}/corrections", (Guid trajectId, Guid decisionId, CorrectDecision body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { TrajectId = trajectId, DecisionId = decisionId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Replaces a decision by a better version.");
        api.MapPost("trajects/{trajectId:guid}/conference-cases/{caseId:guid}/actions", async (Guid trajectId, Guid caseId, WriteAction body, IMediator mediator, HttpContext http) =>
            Created(trajectId, caseId, await mediator.Send(body with { TrajectId = trajectId, CaseId = caseId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted)))
            .WithSummary("Agrees on an action; it goes into the plan.");
    }

    private static IResult Created(Guid trajectId, Guid id) => Results.Created($"/api/v1/trajects/{trajectId}/conference-cases", new { id });

    private static IResult Created(Guid trajectId, Guid caseId, Guid id) => Results.Created($"/api/v1/trajects/{trajectId}/conference-cases/{caseId}", new { id });

    private static async Task<object> Changed(IMediator mediator, ICommand command, HttpContext http) => new { id = await mediator.Send(command, http.RequestAborted) };
}
