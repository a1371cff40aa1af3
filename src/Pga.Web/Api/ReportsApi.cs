namespace Pga.Web.Api;

/// <summary>The yearly rapportage.</summary>
internal static class ReportsApi
{
    public static void Map(RouteGroupBuilder api)
    {
    }
}
