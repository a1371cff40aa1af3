using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Antiforgery;

namespace Pga.Web.Api;

/// <summary>The JSON API: the same messages as the pages, under <c>/api/v1</c>. Each feature adds its own endpoints.</summary>
internal static class PgaApi
{
    private const string Version = "1.0.0";

    public static void AddPgaApi(this IServiceCollection services)
    {
        services.AddOpenApi("v1", openApi => openApi.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "PGA-dossier";
            document.Info.Version = Version;
            return Task.CompletedTask;
        }));
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
    }

    public static void MapPgaApi(this WebApplication app)
    {
        // The description holds no data; whoever builds against it may read it.
        app.MapOpenApi("/api/{documentName}/openapi.json").AllowAnonymous();
        var api = app.MapGroup("/api/v1").AddEndpointFilter(Guard);
        api.MapGet("csrf-token", (IAntiforgery antiforgery, HttpContext context) =>
            new { token = antiforgery.GetAndStoreTokens(context).RequestToken }).WithSummary("Token for the X-CSRF-TOKEN header of changing requests.");
        MapFeatures(api);
    }

    private static void MapFeatures(RouteGroupBuilder api)
    {
        ClientsApi.Map(api);
        ReferralsApi.Map(api);
        AanmeldingenApi.Map(api);
        TriageApi.Map(api);
        TrajectsApi.Map(api);
        TasksApi.Map(api);
        TeamApi.Map(api);
        ContactsApi.Map(api);
        RelationsApi.Map(api);
        FactsApi.Map(api);
        AssessmentsApi.Map(api);
        SpreekurenApi.Map(api);
        OutflowApi.Map(api);
        PlansApi.Map(api);
        InterventionsApi.Map(api);
        ConferencesApi.Map(api);
        ReportsApi.Map(api);
        StoriesApi.Map(api);
        FiguresApi.Map(api);
        AgendaApi.Map(api);
        LettersApi.Map(api);
        DocumentsApi.Map(api);
        CataloguesApi.Map(api);
    }

    // Sign-in is by the same cookie as the pages, so what changes something needs the antiforgery token too.
    private static async ValueTask<object?> Guard(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers["API-Version"] = Version;
        if (!HttpMethods.IsGet(http.Request.Method))
        {
            var antiforgery = http.RequestServices.GetRequiredService<IAntiforgery>();
            if (!await antiforgery.IsRequestValidAsync(http))
                return Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: "De X-CSRF-TOKEN ontbreekt of klopt niet.");
        }

        return await next(context);
    }
}
