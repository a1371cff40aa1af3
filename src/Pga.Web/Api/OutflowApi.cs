namespace Pga.Web.Api;

/// <summary>Proposing and confirming the end of a traject.</summary>
internal static class OutflowApi
{
    public static void Map(RouteGroupBuilder api)
    {
    }
}
