using Pga.Domain.Catalogues;

namespace Pga.Application.Catalogues;

/// <summary>The one rule of which entries a choice offers. What was chosen before stays shown.</summary>
internal static class Validity
{
    /// <summary>What can be chosen for something of that day.</summary>
    public static IQueryable<T> ValidOn<T>(this IQueryable<T> entries, DateOnly date)
        where T : CatalogueItem => entries.ValidWithin(date, date);

    /// <summary>What can be chosen for something of that period: valid on a day of it at least.</summary>
    public static IQueryable<T> ValidWithin<T>(this IQueryable<T> entries, DateOnly from, DateOnly until)
        where T : CatalogueItem => entries.Where(e => (e.ValidFrom == null || e.ValidFrom <= until) && (e.ValidUntil == null || e.ValidUntil >= from));
}
