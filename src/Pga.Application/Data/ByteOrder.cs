using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pga.Application.Data;

/// <summary>
/// For a text of which queries ask whether it is the same, or comes before another: compared by its bytes on every database.
/// SQL Server's default goes by language: A is a there, and a hyphen hardly counts. SQLite compares bytes by itself.
/// </summary>
internal static class ByteOrder
{
    public const string OnSqlServer = "Latin1_General_100_BIN2";

    public static PropertyBuilder<T> InByteOrder<T>(this PropertyBuilder<T> property) => property.UseCollation(OnSqlServer);

    /// <summary>Other databases don't know the name.</summary>
    public static void KeepFor(string? provider, IMutableEntityType type)
    {
        if (provider?.EndsWith(".SqlServer", StringComparison.Ordinal) == true)
            return;
        foreach (var property in type.GetProperties())
            property.SetCollation(null);
    }
}
