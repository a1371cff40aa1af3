namespace Pga.Web.Api;

/// <summary>Worklist and dossier.</summary>
internal static class TrajectsApi
{
    public static void Map(RouteGroupBuilder api)
    {
    }
}
