using Microsoft.AspNetCore.Http.Features;

namespace Pga.Web.Hosting;

/// <summary>
/// Takes the secret out of a calendar address before anything else sees it: the framework logs and traces a path at many
/// places, and each of those would hold a key to somebody's agenda. What goes on is the path without it.
/// </summary>
internal sealed class SecretAddress(IServiceProvider services) : IHttpContextFactory
{
    public const string Path = "/agenda/feed";

    private readonly DefaultHttpContextFactory _factory = new(services);

    /// <summary>The secret of this request, or null.</summary>
    public static string? SecretOf(HttpContext context) => context.Features.Get<Secret>()?.Value;

    public HttpContext Create(IFeatureCollection featureCollection)
    {
        var request = featureCollection.GetRequiredFeature<IHttpRequestFeature>();
        if (request.Path.StartsWith(Path + "/", StringComparison.OrdinalIgnoreCase))
        {
            featureCollection.Set(new Secret(request.Path[(Path.Length + 1)..]));
            request.Path = request.RawTarget = Path;
            request.QueryString = "";
        }

        return _factory.Create(featureCollection);
    }

    public void Dispose(HttpContext httpContext) => _factory.Dispose(httpContext);

    private sealed record Secret(string Value);
}
