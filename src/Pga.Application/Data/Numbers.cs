using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Pga.Application.Data;

internal static class Numbers
{
    /// <summary>The next number of the year. Two at once can get the same one: then the pipeline handles the second again.</summary>
    public static async Task<string> Next(string prefix, IQueryable<string> numbers, CancellationToken ct)
    {
        var taken = await numbers.Where(n => EF.Functions.Like(n, prefix + "%")).ToListAsync(ct);
        var last = taken.Select(n => int.TryParse(n.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0)
            .DefaultIfEmpty().Max();
        return $"{prefix}{last + 1:D4}";
    }
}
