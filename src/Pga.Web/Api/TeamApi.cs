using MediatR;
using Pga.Application.Staff;
using Pga.Application.Trajects;

namespace Pga.Web.Api;

/// <summary>Who works on what: assignments, transfers, absences and caseloads.</summary>
internal static class TeamApi
{
    public static void Map(RouteGroupBuilder api)
    {
        MapAssignments(api);
        MapTransfers(api);
        MapAbsences(api);
    }

    private static void MapAssignments(RouteGroupBuilder api)
    {
        api.MapGet("trajects/{trajectId:guid}/team", (Guid trajectId, IMediator mediator, HttpContext http) => mediator.Send(new GetTrajectTeam(trajectId), http.RequestAborted))
            .WithSummary("Who works on a traject, who did and who will.");
        api.MapPost("trajects/{trajectId:guid}/assignments", async (Guid trajectId, AssignWorker body, IMediator mediator, HttpContext http) =>
            Created($"trajects/{trajectId}/team", await mediator.Send(body with { TrajectId = trajectId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted)))
            .WithSummary("Gives a colleague a role on a traject.");
        api.MapPost("trajects/{trajectId:guid}/assignments/{assignmentId:guid}/ending", async (Guid trajectId, Guid assignmentId, EndAssignment body, IMediator mediator, HttpContext http) =>
            new
            {
                id = await mediator.Send(
                    body with { TrajectId = trajectId, AssignmentId = assignmentId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted),
            })
            .WithSummary("Ends an assignment: on a last day, or at once.");
        api.MapGet("team", (IMediator mediator, HttpContext http) => mediator.Send(new GetTeam(), http.RequestAborted))
            .WithSummary("The caseload of each worker of your team, and what nobody has.");
        api.MapGet("team/cases", ([AsParameters] GetTeamCases query, IMediator mediator, HttpContext http) => mediator.Send(query, http.RequestAborted))
            .WithSummary("Cases to divide.");
        api.MapPost("team/assignments", async (AssignCases body, IMediator mediator, HttpContext http) =>
            new { id = await mediator.Send(body with { CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted) })
            .WithSummary("Divides several cases over one or more colleagues.");
        api.MapGet("teams", (IMediator mediator, HttpContext http) => mediator.Send(new GetOtherTeams(), http.RequestAborted))
            .WithSummary("Other teams that can take over a case.");
    }

    private static void MapTransfers(RouteGroupBuilder api)
    {
        api.MapGet("transfers", (IMediator mediator, HttpContext http) => mediator.Send(new GetTransfers(), http.RequestAborted))
            .WithSummary("Transfers that concern you.");
        api.MapGet("transfers/{id:guid}", (Guid id, IMediator mediator, HttpContext http) => mediator.Send(new GetTransfer(id), http.RequestAborted))
            .WithSummary("One transfer with its note.");
        api.MapPost("transfers", async (ProposeTransfer body, IMediator mediator, HttpContext http) =>
        {
            var id = await mediator.Send(body with { CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted);
            return Created($"transfers/{id}", id);
        }).WithSummary("Asks colleagues or another team to take over cases.");
        api.MapPost("transfers/{id:guid}/acceptance", async (Guid id, AcceptTransfer body, IMediator mediator, HttpContext http) =>
            new { id = await mediator.Send(body with { TransferId = id, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted) })
            .WithSummary("Takes the cases over.");
        api.MapPost("transfers/{id:guid}/refusal", async (Guid id, DeclineTransfer body, IMediator mediator, HttpContext http) =>
            new { id = await mediator.Send(body with { TransferId = id, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted) })
            .WithSummary("Declines, with a reason.");
        api.MapPost("transfers/{id:guid}/withdrawal", async (Guid id, WithdrawTransfer body, IMediator mediator, HttpContext http) =>
            new { id = await mediator.Send(body with { TransferId = id, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted) })
            .WithSummary("Takes a proposal back.");
    }

    private static void MapAbsences(RouteGroupBuilder api)
    {
        api.MapGet("absences", (IMediator mediator, HttpContext http) => mediator.Send(new GetAbsences(), http.RequestAborted))
            .WithSummary("Absences of today and later that concern you.");
        api.MapGet("absences/{id:guid}", (Guid id, int? page, IMediator mediator, HttpContext http) => mediator.Send(new GetAbsence(id, page ?? 1), http.RequestAborted))
            .WithSummary("One absence, and who takes over what.");
        api.MapPost("absences", async (MakeAbsence body, IMediator mediator, HttpContext http) =>
        {
            var id = await mediator.Send(body with { CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted);
            return Created($"absences/{id}", id);
        }).WithSummary("Somebody is away, and who takes their place.");
        api.MapPost("absences/{id:guid}/changes", async (Guid id, ChangeAbsence body, IMediator mediator, HttpContext http) =>
            new { id = await mediator.Send(body with { AbsenceId = id, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted) })
            .WithSummary("Longer, shorter, or another replacement.");
        api.MapPost("absences/{id:guid}/ending", async (Guid id, EndAbsence body, IMediator mediator, HttpContext http) =>
            new { id = await mediator.Send(body with { AbsenceId = id, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted) })
            .WithSummary("Back again: the replacement loses access at once.");
        api.MapPost("trajects/{trajectId:guid}/absences/{absenceId:guid}/replacement", async (Guid trajectId, Guid absenceId, ReplaceOn body, IMediator mediator, HttpContext http) =>
            new
            {
                id = await mediator.Send(body with { TrajectId = trajectId, AbsenceId = absenceId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted),
            })
            .WithSummary("Another replacement on one traject.");
    }

    private static IResult Created(string path, Guid id) => Results.Created($"/api/v1/{path}", new { id });
}
