namespace Pga.Web.Api;

/// <summary>Consult hours in prisons.</summary>
internal static class SpreekurenApi
{
    public static void Map(RouteGroupBuilder api)
    {
    }
}
