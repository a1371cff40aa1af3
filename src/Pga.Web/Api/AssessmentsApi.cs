using MediatR;
using Pga.Application.Assessments;

namespace Pga.Web.Api;

/// <summary>Metingen.</summary>
internal static class AssessmentsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("trajects/{trajectId:guid}/assessments", async (Guid trajectId, RecordAssessment body, IMediator mediator, HttpContext http) =>
            Created(trajectId, await mediator.Send(body with { TrajectId = trajectId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted)))
            .WithSummary("Records the levels of a day.");
        api.MapPost("trajects/{trajectId:guid}/assessments/{assessmentId:guid}/corrections", async (Guid trajectId, Guid assessmentId, CorrectAssessment body, IMediator mediator, HttpContext http) =>
            Created(trajectId, await mediator.Send(
                body with { TrajectId = trajectId, AssessmentId = assessmentId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted)))
            .WithSummary("Replaces an assessment by a better version.");
    }

    private static IResult Created(Guid trajectId, Guid id) => Results.Created($"/api/v1/trajects/{trajectId}/assessments/{id}", new { id });
}
