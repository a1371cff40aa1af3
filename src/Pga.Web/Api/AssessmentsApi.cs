namespace Pga.Web.Api;

/// <summary>Metingen.</summary>
internal static class AssessmentsApi
{
    public static void Map(RouteGroupBuilder api)
    {
    }
}
