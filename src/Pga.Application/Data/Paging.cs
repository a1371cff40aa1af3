namespace Pga.Application.Data;

internal static class Paging
{
    /// <summary>The page that is there, however far somebody asks, and how many there are.</summary>
    public static (int Page, int Pages) Of(int asked, int total, int size)
    {
        var pages = Math.Max(1, (total + size - 1) / size);
        return (Math.Clamp(asked, 1, pages), pages);
    }
}
