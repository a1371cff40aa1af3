using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Pga.Application.Assessments;

/// <summary>
/// What was measured, as text in a column of the measurement: <c>gezin=3;zelfzorg=4</c>. It is always read with the
/// measurement and never changes, and in a table of its own it would be by far the longest, read at random.
/// </summary>
internal static class InOneColumn
{
    /// <summary>The fullest measurement there is takes less than half.</summary>
    public const int MaxLength = 500;

    private const char Is = '=';
    private const char And = ';';

    public static void HasPairs<T>(this PropertyBuilder<IReadOnlyList<T>> property, Func<T, (string Key, string Value)> write, Func<string, string, T> read)
        where T : class
    {
        property.HasMaxLength(MaxLength);
        property.HasConversion(
            new ValueConverter<IReadOnlyList<T>, string>(list => Write(list, write), text => Read(text, read)),
            new ValueComparer<IReadOnlyList<T>>((a, b) => a!.SequenceEqual(b!), list => list.Aggregate(0, HashCode.Combine), list => list));
    }

    private static string Write<T>(IReadOnlyList<T> list, Func<T, (string Key, string Value)> write) =>
        string.Join(And, list.Select(write).Select(p => p.Key + Is + p.Value));

    private static IReadOnlyList<T> Read<T>(string text, Func<string, string, T> read) =>
    [
        .. text.Split(And, StringSplitOptions.RemoveEmptyEntries).Select(pair =>
        {
            var at = pair.IndexOf(Is, StringComparison.Ordinal);
            return read(pair[..at], pair[(at + 1)..]);
        }),
    ];
}
