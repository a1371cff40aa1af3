using MediatR;
using Pga.Application.Statistics;

namespace Pga.Web.Api;

/// <summary>What is entered for a year: activities and budget.</summary>
internal static class FiguresApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("reports/{year:int}/figures", (int year, IMediator mediator, CancellationToken ct) => mediator.Send(new GetFigures(year), ct))
            .WithSummary("Activities and budget of a year.");
        api.MapPut("reports/{year:int}/activities", async (int year, CountActivities body, IMediator mediator, HttpContext http) =>
            new { id = await mediator.Send(body with { Year = year, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted) })
            .WithSummary("Enters counts; kinds left out stay.");
        api.MapPost("reports/{year:int}/budget-lines", async (int year, AddBudgetLine body, IMediator mediator, HttpContext http) =>
        {
            var id = await mediator.Send(body with { Year = year, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted);
            return Results.Created($"/api/v1/budget-lines/{id}", new { id });
        }).WithSummary("Adds a priority, in whole euros.");
        api.MapPut("budget-lines/{budgetId:guid}", async (Guid budgetId, ChangeBudgetLine body, IMediator mediator, HttpContext http) =>
            new { id = await mediator.Send(body with { BudgetId = budgetId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted) })
            .WithSummary("Changes a priority, as you had it before you.");
        api.MapPost("budget-lines/{budgetId:guid}/removal", async (Guid budgetId, RemoveBudgetLine body, IMediator mediator, HttpContext http) =>
            new { id = await mediator.Send(body with { BudgetId = budgetId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted) })
            .WithSummary("Removes a priority.");
    }
}
