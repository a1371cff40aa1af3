using MediatR;
using Pga.Application.Rapportage;

namespace Pga.Web.Api;

/// <summary>The yearly rapportage.</summary>
internal static class ReportsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("reports/{year:int}", async (int year, int? threshold, IMediator mediator, HttpContext http) =>
        {
            var report = await mediator.Send(new GetReport(year, threshold ?? GetReport.DefaultThreshold), http.RequestAborted);
            using var made = new MemoryStream();
            ReportJson.Write(report, made);
            return Results.Bytes(made.ToArray(), ReportJson.ContentType);
        }).WithSummary("The rapportage of a year, provisionally protected: not for publication.");
    }
}
