using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Web.Api;

namespace Pga.Web.Hosting;

/// <summary>Turns a refusal that no page has caught into its status: a page in Dutch, or problem details for the API.</summary>
internal sealed class Refusals(RequestDelegate next, ILogger<Refusals> log)
{
    public const string Text = "refusal-text";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Refused refusal) when (!context.Response.HasStarted)
        {
            await Answer(context, refusal, StatusOf(refusal));
        }
        catch (Exception e) when (DatabaseErrors.IsCancellation(e, context.RequestAborted))
        {
            // The browser left; there is nobody to answer.
        }
#pragma warning disable CA1031 // The last stop: whatever it was, the user gets a page and the log gets the type and place.
        catch (Exception e) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            // Messages of exceptions may hold what a user typed; the type and the stack don't.
            log.LogError("Unhandled {Type} in {Endpoint}\n{Stack}", e.GetType().FullName, context.GetEndpoint()?.DisplayName, Stack(e));
            await Answer(context, null, StatusCodes.Status500InternalServerError);
        }
    }

    public static int StatusOf(Refused refusal) => refusal switch
    {
        NotFound => StatusCodes.Status404NotFound,
        Invalid => StatusCodes.Status422UnprocessableEntity,
        Conflict => StatusCodes.Status409Conflict,
        Unsafe => StatusCodes.Status500InternalServerError,
        _ => StatusCodes.Status403Forbidden,
    };

    private static Task Answer(HttpContext context, Refused? refusal, int status)
    {
        context.Response.Clear();
        context.Response.StatusCode = status;
        context.Items[Text] = refusal?.Text;
        // Without a body the status code pages, which lie around this, show the page for it.
        return ApiProblems.IsApi(context) ? ApiProblems.Write(context, refusal, status) : Task.CompletedTask;
    }

    private static string Stack(Exception e) =>
        e.InnerException is { } inner ? $"{e.StackTrace}\n--- {inner.GetType().FullName}\n{inner.StackTrace}" : e.StackTrace ?? "";
}
