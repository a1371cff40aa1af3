using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Pga.Web.Hosting;

/// <summary>
/// On a page with a file in its form. A file that is somewhat too large must come in as a whole, or the page can't come back
/// with what was typed; what is far too large is refused before it is read.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class UploadFormAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>Of a whole request. Some three times what a file may be: most photos and scans that are too large.</summary>
    public const long MaxRequest = 64 * 1024 * 1024;

    /// <summary>Before the antiforgery check, which reads the form.</summary>
    public int Order => 900;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.HttpContext.Request.ContentLength > MaxRequest)
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        else if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MaxRequest;
    }
}
