using MediatR;
using Pga.Application.Rapportage;

namespace Pga.Web.Api;

/// <summary>The yearly rapportage: stored editions only, so that nobody compares days or thresholds.</summary>
internal static class ReportsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("reports", (IMediator mediator, HttpContext http) => mediator.Send(new GetEditions(), http.RequestAborted))
            .WithSummary("The years that have an edition.");
        api.MapGet("reports/{year:int}", async (int year, string? audience, string? format, IMediator mediator, HttpContext http) =>
        {
            var file = await mediator.Send(new GetEditionFile(year, audience ?? Audiences.Council, format ?? ReportFormats.Json), http.RequestAborted);
            return Results.Bytes(file.Content, file.ContentType, format is null ? null : file.Name);
        }).WithSummary("The edition of a year, for audience council (default) or management, as json (default), csv, html or docx.");
        api.MapGet("reports/{year:int}/status", async (int year, IMediator mediator, HttpContext http) =>
            EditionStatus.Of(await mediator.Send(new GetEdition(year), http.RequestAborted)))
            .WithSummary("Whether the edition of a year is confirmed, and whether it may be; with its errata.");
        api.MapPost("reports/{year:int}", async (int year, IMediator mediator, HttpContext http) =>
        {
            var id = await mediator.Send(new MakeDraft(Idempotency.Key(http), year), http.RequestAborted);
            return Results.Created($"/api/v1/reports/{year}", new { id });
        }).WithSummary("Makes the draft of a year, at most once a calendar month.");
        api.MapPost("reports/{year:int}/confirmation", async (int year, ConfirmEdition body, IMediator mediator, HttpContext http) =>
        {
            var id = await mediator.Send(body with { Year = year, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted);
            return Results.Ok(new { id });
        }).WithSummary("Confirms the draft of a year: it is frozen from then on.");
        api.MapPost("reports/{year:int}/errata", async (int year, AddErratum body, IMediator mediator, HttpContext http) =>
        {
            var id = await mediator.Send(body with { Year = year, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted);
            return Results.Created($"/api/v1/reports/{year}/status", new { id });
        }).WithSummary("Puts a correction beside a confirmed edition.");
    }
}

/// <param name="Version">Base version of a confirmation.</param>
internal sealed record EditionStatus(
    Guid Id, Guid Version, DateTime MadeAt, bool IsConfirmed, DateOnly? ConfirmedOn, bool MayMake, bool MayConfirm, string? WhyNot, IReadOnlyList<ErratumView> Errata, IReadOnlyList<string> Advice)
{
    public static EditionStatus Of(EditionView view) => new(
        view.Id, view.Version, view.MadeAt, view.IsConfirmed, view.ConfirmedOn, view.MayMake, view.MayConfirm, view.WhyNot, view.Errata, view.Advice);
}
