using System.Security.Cryptography;
using System.Text;

namespace Pga.TdsServer.TSql;

internal static class Names
{
    private const int Longest = 63;

    /// <summary>PostgreSQL cuts a name at 63 bytes, so that two long ones could become the same.</summary>
    public static string Quote(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) > Longest)
            name = name[..50] + "_" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..12];
        return "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }

    /// <summary>The type that holds what SQL Server's type holds.</summary>
    /// <param name="type">In lower case, without length.</param>
    /// <param name="arguments">What stood between brackets, if anything.</param>
    public static string Type(string type, IReadOnlyList<string> arguments) => type switch
    {
        "bit" => "boolean",
        "tinyint" or "smallint" => "smallint",
        "int" => "integer",
        "bigint" => "bigint",
        "real" => "real",
        "float" => "double precision",
        "decimal" or "numeric" => arguments.Count > 0 ? $"numeric({string.Join(", ", arguments)})" : "numeric(18, 0)",
        "nvarchar" or "varchar" or "nchar" or "char" or "sysname" => "citext",
        "varbinary" or "binary" => "bytea",
        "uniqueidentifier" => "uuid",
        "date" => "date",
        "time" => "time",
        "datetime2" or "datetime" or "smalldatetime" => "timestamp",
        "datetimeoffset" => "timestamptz",
        _ => throw new NotSupportedException($"Type {type}."),
    };
}
