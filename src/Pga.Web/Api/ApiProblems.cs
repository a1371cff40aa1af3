using Microsoft.AspNetCore.Mvc;
using Pga.Application.Pipeline;
using Pga.Web.Hosting;

namespace Pga.Web.Api;

/// <summary>Refusals as RFC 9457 problem details, with the list of fields.</summary>
internal static class ApiProblems
{
    public const string Prefix = "/api";

    public static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments(Prefix);

    public static Task Write(HttpContext context, Refused? refusal, int status) =>
        Results.Problem(Describe(refusal, status)).ExecuteAsync(context);

    private static ProblemDetails Describe(Refused? refusal, int status)
    {
        var problem = new ProblemDetails { Status = status, Title = refusal?.Text ?? Title(status) };
        if (refusal is Invalid invalid)
            problem.Extensions["errors"] = invalid.Errors.Select(e => new { field = CamelCase(e.Field), text = e.Text, code = e.Code });
        if (refusal is Conflict conflict)
        {
            problem.Extensions["currentVersion"] = conflict.CurrentVersion;
            problem.Extensions["values"] = conflict.Values.Select(v => new { field = CamelCase(v.Field), v.Label, v.Theirs, v.Yours });
        }

        return problem;
    }

    private static string Title(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "Dit verzoek kunnen we niet lezen.",
        StatusCodes.Status401Unauthorized => "U bent niet ingelogd.",
        StatusCodes.Status403Forbidden => "U hebt geen rechten voor deze handeling.",
        StatusCodes.Status404NotFound => "Dit bestaat niet, of u hebt er geen toegang toe.",
        _ => "Er ging iets mis. Dit ligt aan ons.",
    };

    private static string CamelCase(string field) => field.Length == 0 ? field : char.ToLowerInvariant(field[0]) + field[1..];
}
