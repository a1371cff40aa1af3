namespace Pga.Web.Api;

/// <summary>Clients and their relations.</summary>
internal static class ClientsApi
{
    public static void Map(RouteGroupBuilder api)
    {
    }
}
