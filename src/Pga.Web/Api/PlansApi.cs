using MediatR;
using Pga.Application.Pipeline;
using Pga.Application.Plans;

namespace Pga.Web.Api;

/// <summary>Plan van aanpak: goals, actions, evaluations and their history.</summary>
internal static class PlansApi
{
    private const string Plan = "trajects/{trajectId:guid}/plan";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet(Plan, (Guid trajectId, IMediator mediator, CancellationToken ct) => mediator.Send(new GetPlan(trajectId), ct))
            .WithSummary("The plan as it stands.");
        api.MapGet(Plan + "/history", (Guid trajectId, int? page, IMediator mediator, CancellationToken ct) => mediator.Send(new GetPlanHistory(trajectId, page ?? 1), ct))
            .WithSummary("Who changed what and when, newest first.");
        api.MapPost(Plan + "/goals", (Guid trajectId, AddGoal body, IMediator mediator, HttpContext http) =>
            Created(trajectId, mediator, body with { TrajectId = trajectId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Adds a goal; the first one makes the plan.");
        api.MapPut(Plan + "/goals/{goalId:guid}", (Guid trajectId, Guid goalId, ChangeGoal body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { TrajectId = trajectId, GoalId = goalId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Changes what a goal says.");
        api.MapPost(Plan + "/goals/{goalId:guid}/actions", (Guid trajectId, Guid goalId, AddWorkItem body, IMediator mediator, HttpContext http) =>
            Created(trajectId, mediator, body with { TrajectId = trajectId, GoalId = goalId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Agrees on an action.");
        api.MapPut(Plan + "/actions/{workItemId:guid}", (Guid trajectId, Guid workItemId, ChangeWorkItem body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { TrajectId = trajectId, WorkItemId = workItemId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Changes what an open action says.");
        api.MapPost(Plan + "/actions/{workItemId:guid}/closure", (Guid trajectId, Guid workItemId, CloseWorkItem body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { TrajectId = trajectId, WorkItemId = workItemId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Says that an action was done, or why it lapses.");
        api.MapPost(Plan + "/actions/{workItemId:guid}/reopening", (Guid trajectId, Guid workItemId, ReopenWorkItem body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { TrajectId = trajectId, WorkItemId = workItemId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Takes that back.");
        api.MapPost(Plan + "/evaluations", (Guid trajectId, RecordEvaluation body, IMediator mediator, HttpContext http) =>
            Created(trajectId, mediator, body with { TrajectId = trajectId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Records how each goal stands.");
        api.MapPost(Plan + "/evaluations/{evaluationId:guid}/corrections", (Guid trajectId, Guid evaluationId, CorrectEvaluation body, IMediator mediator, HttpContext http) =>
            Created(trajectId, mediator, body with { TrajectId = trajectId, EvaluationId = evaluationId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Replaces an evaluation by a better version.");
    }

    // Goals, actions and evaluations are read with their plan.
    private static async Task<IResult> Created(Guid trajectId, IMediator mediator, ICommand command, HttpContext http) =>
        Results.Created($"/api/v1/trajects/{trajectId}/plan", new { id = await mediator.Send(command, http.RequestAborted) });

    private static async Task<object> Changed(IMediator mediator, ICommand command, HttpContext http) => new { id = await mediator.Send(command, http.RequestAborted) };
}
