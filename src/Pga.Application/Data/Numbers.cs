using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Pga.Application.Data;

internal static class Numbers
{
    /// <summary>The next number of the year. Two at once can get the same one: then the pipeline handles the second again.</summary>
    public static async Task<string> Next(string prefix, IQueryable<string> numbers, CancellationToken ct)
    {
        // The highest is the longest and of those the last. Imported numbers of another shape come in between, so it goes on until one is a number.
        var taken = numbers.Where(n => EF.Functions.Like(n, prefix + "%")).OrderByDescending(n => n.Length).ThenByDescending(n => n).AsAsyncEnumerable();
        await foreach (var number in taken.WithCancellation(ct))
        {
            if (int.TryParse(number.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var last))
                return $"{prefix}{last + 1:D4}";
        }

        return $"{prefix}{1:D4}";
    }
}
