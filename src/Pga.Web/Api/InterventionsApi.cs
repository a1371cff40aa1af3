using MediatR;
using Pga.Application.Interventions;
using Pga.Application.Pipeline;

namespace Pga.Web.Api;

/// <summary>Referrals to interventions, and what a partner or the team does with them: sessions, attendance, end reports, groups.</summary>
internal static class InterventionsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        MapDossier(api);
        MapPartner(api);
        MapSessions(api);
    }

    private static void MapDossier(RouteGroupBuilder api)
    {
        api.MapGet("trajects/{trajectId:guid}/interventions", (Guid trajectId, IMediator mediator, CancellationToken ct) => mediator.Send(new GetInterventions(trajectId), ct))
            .WithSummary("Every participation of a traject, with its referral, attendance and end report.");
        api.MapGet("trajects/{trajectId:guid}/intervention-options", (Guid trajectId, IMediator mediator, CancellationToken ct) => mediator.Send(new GetReferralForm(trajectId), ct))
            .WithSummary("What somebody can be referred to today, and what can be granted.");
        api.MapPost("trajects/{trajectId:guid}/intervention-referrals", async (Guid trajectId, ReferToIntervention body, IMediator mediator, HttpContext http) =>
        {
            var id = await mediator.Send(body with { TrajectId = trajectId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted);
            return Results.Created($"/api/v1/trajects/{trajectId}/interventions", new { id });
        }).WithSummary("Refers to an intervention; to a partner it grants the chosen fields.");
        api.MapPost("trajects/{trajectId:guid}/intervention-referrals/{referralId:guid}/withdrawal", (Guid trajectId, Guid referralId, WithdrawReferral body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { TrajectId = trajectId, ReferralId = referralId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Takes a referral back.");
        api.MapPost("trajects/{trajectId:guid}/intervention-referrals/{referralId:guid}/grant-ending", (Guid trajectId, Guid referralId, EndGrant body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { TrajectId = trajectId, ReferralId = referralId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Ends what a partner may see; the participation goes on.");
        api.MapPost("trajects/{trajectId:guid}/intervention-referrals/{referralId:guid}/grant-extension", (Guid trajectId, Guid referralId, ExtendGrant body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { TrajectId = trajectId, ReferralId = referralId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Lets a partner look until another day.");
        api.MapGet("declined-referrals", (IMediator mediator, CancellationToken ct) => mediator.Send(new GetReferralNews(), ct))
            .WithSummary("Your own referrals that a partner declined lately.");
    }

    private static void MapPartner(RouteGroupBuilder api)
    {
        api.MapGet("partner-desk", (IMediator mediator, CancellationToken ct, int page = 1) => mediator.Send(new GetPartnerDesk(page), ct))
            .WithSummary("For a partner: what to answer, participants, sessions of this week and attendance to fill in.");
        api.MapGet("intervention-referrals/{referralId:guid}", (Guid referralId, IMediator mediator, CancellationToken ct) => mediator.Send(new GetReferral(referralId), ct))
            .WithSummary("For a partner: a referral, with the fields that were granted and nothing else.");
        api.MapPost("intervention-referrals/{referralId:guid}/acceptance", (Guid referralId, AcceptReferral body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { ReferralId = referralId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Takes a referral on.");
        api.MapPost("intervention-referrals/{referralId:guid}/refusal", (Guid referralId, DeclineReferral body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { ReferralId = referralId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Declines a referral, with the reason.");
    }

    private static void MapSessions(RouteGroupBuilder api)
    {
        api.MapGet("intervention-sessions", (IMediator mediator, CancellationToken ct, int page = 1) => mediator.Send(new GetSessions(page), ct))
            .WithSummary("Your organisation's sessions, or those you planned; to come first.");
        api.MapGet("intervention-session-options", (IMediator mediator, CancellationToken ct, Guid? interventionId = null) => mediator.Send(new GetSessionForm(interventionId), ct))
            .WithSummary("What a session can be planned for, and with whom.");
        api.MapPost("intervention-sessions", async (PlanSession body, IMediator mediator, HttpContext http) =>
        {
            var id = await mediator.Send(body with { CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted);
            return Results.Created($"/api/v1/intervention-sessions/{id}", new { id });
        }).WithSummary("Plans a session with its roster.");
        api.MapGet("intervention-sessions/{sessionId:guid}", (Guid sessionId, IMediator mediator, CancellationToken ct) => mediator.Send(new GetSession(sessionId), ct))
            .WithSummary("The sheet of a session.");
        api.MapPut("intervention-sessions/{sessionId:guid}", (Guid sessionId, ChangeSession body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { SessionId = sessionId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Another time or roster.");
        api.MapPost("intervention-sessions/{sessionId:guid}/attendance", (Guid sessionId, RecordAttendance body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { SessionId = sessionId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Records who was there.");
        api.MapPost("intervention-sessions/{sessionId:guid}/cancellation", (Guid sessionId, CancelSession body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { SessionId = sessionId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Calls a session off.");
        api.MapGet("participations/{participationId:guid}/end-report", (Guid participationId, IMediator mediator, CancellationToken ct) => mediator.Send(new GetEndReportForm(participationId), ct))
            .WithSummary("What an end report starts from, or the report to correct.");
        api.MapPut("participations/{participationId:guid}/end-report", (Guid participationId, WriteEndReport body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { ParticipationId = participationId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Writes the end report, which ends the participation; the result follows from the attendance.");
        api.MapGet("intervention-groups", (IMediator mediator, CancellationToken ct) => mediator.Send(new GetGroups(), ct))
            .WithSummary("The groups you manage, with free places and how many wait.");
        api.MapPost("intervention-groups", async (MakeGroup body, IMediator mediator, HttpContext http) =>
        {
            var id = await mediator.Send(body with { CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted);
            return Results.Created("/api/v1/intervention-groups", new { id });
        }).WithSummary("Makes a group.");
        api.MapPost("intervention-groups/{groupId:guid}/last-day", (Guid groupId, EndGroup body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { GroupId = groupId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Sets the last day of a group.");
    }

    private static async Task<object> Changed(IMediator mediator, ICommand command, HttpContext http) => new { id = await mediator.Send(command, http.RequestAborted) };
}
