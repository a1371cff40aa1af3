using Microsoft.EntityFrameworkCore;
using Pga.Application.Data;
using Pga.Domain.Common;

namespace Pga.Application.Rapportage;

/// <summary>What stands in a confirmed edition is there for good, so nothing of that year changes any more.</summary>
internal static class FrozenYears
{
    public static Task<bool> IsFrozen(this PgaDbContext db, int year, CancellationToken ct) =>
        db.Editions.AnyAsync(e => e.Year == year && e.ConfirmedAt != null, ct);

    /// <summary>A year that can have figures, stories and texts.</summary>
    public static bool IsYear(int year, TimeProvider clock) => year >= GetReport.FirstYear && year <= clock.Today().Year;

    public static readonly string ChooseYear = $"Kies een jaar vanaf {GetReport.FirstYear} tot en met dit jaar.";

    public static async Task RefuseFrozen(this PgaDbContext db, int year, CancellationToken ct) =>
        RuleBroken.Unless(!await db.IsFrozen(year, ct), "year.frozen", "",
            $"De rapportage over {year} is vastgesteld. Wat daarbij hoort, kan niet meer veranderen. Een manager kan bij de rapportage een erratum toevoegen.");
}
