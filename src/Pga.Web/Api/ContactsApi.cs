namespace Pga.Web.Api;

/// <summary>Contact moments.</summary>
internal static class ContactsApi
{
    public static void Map(RouteGroupBuilder api)
    {
    }
}
