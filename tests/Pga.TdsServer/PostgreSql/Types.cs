using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using Pga.TdsServer.Wire;

namespace Pga.TdsServer.PostgreSql;

internal static class Types
{
    public static NpgsqlDbType Of(SqlType type) => type.Kind switch
    {
        SqlKind.Bit => NpgsqlDbType.Boolean,
        SqlKind.TinyInt or SqlKind.SmallInt => NpgsqlDbType.Smallint,
        SqlKind.Int => NpgsqlDbType.Integer,
        SqlKind.BigInt => NpgsqlDbType.Bigint,
        SqlKind.Real => NpgsqlDbType.Real,
        SqlKind.Float => NpgsqlDbType.Double,
        SqlKind.Decimal => NpgsqlDbType.Numeric,
        SqlKind.NVarChar => NpgsqlDbType.Citext,
        SqlKind.VarBinary => NpgsqlDbType.Bytea,
        SqlKind.UniqueIdentifier => NpgsqlDbType.Uuid,
        SqlKind.Date => NpgsqlDbType.Date,
        SqlKind.Time => NpgsqlDbType.Time,
        SqlKind.DateTime2 or SqlKind.DateTime => NpgsqlDbType.Timestamp,
        SqlKind.DateTimeOffset => NpgsqlDbType.TimestampTz,
        _ => throw new NotSupportedException(type.Kind.ToString()),
    };

    /// <summary>The type of a column of a result, by the name that PostgreSQL gives it.</summary>
    public static SqlType Of(NpgsqlDataReader reader, int column)
    {
        var name = reader.GetDataTypeName(column);
        return name.Split('(')[0] switch
        {
            "boolean" => new SqlType(SqlKind.Bit),
            "smallint" => new SqlType(SqlKind.SmallInt),
            "integer" => new SqlType(SqlKind.Int),
            "bigint" => new SqlType(SqlKind.BigInt),
            "real" => new SqlType(SqlKind.Real),
            "double precision" => new SqlType(SqlKind.Float),
            "numeric" => new SqlType(SqlKind.Decimal, Precision: 38, Scale: Scale(name)),
            "citext" or "public.citext" or "text" or "character varying" or "name" => new SqlType(SqlKind.NVarChar),
            "bytea" => new SqlType(SqlKind.VarBinary),
            "uuid" => new SqlType(SqlKind.UniqueIdentifier),
            "date" => new SqlType(SqlKind.Date),
            "time" or "time without time zone" => new SqlType(SqlKind.Time),
            "timestamp" or "timestamp without time zone" => new SqlType(SqlKind.DateTime2),
            "timestamp with time zone" => new SqlType(SqlKind.DateTimeOffset),
            _ => throw new NotSupportedException($"A column of type {name}."),
        };
    }

    public static object? Read(NpgsqlDataReader reader, int column, SqlKind kind)
    {
        if (reader.IsDBNull(column))
            return null;
        return kind switch
        {
            SqlKind.Date => reader.GetFieldValue<DateOnly>(column),
            SqlKind.Time => reader.GetFieldValue<TimeOnly>(column),
            SqlKind.DateTimeOffset => reader.GetFieldValue<DateTimeOffset>(column),
            SqlKind.NVarChar => reader.GetString(column),
            _ => reader.GetValue(column),
        };
    }

    public static object ToServer(object? value) => value switch
    {
        null => DBNull.Value,
        byte b => (short)b,
        DateTimeOffset at => at.ToUniversalTime(),
        DateTime at => DateTime.SpecifyKind(at, DateTimeKind.Unspecified),
        _ => value,
    };

    private static byte Scale(string numeric) =>
        numeric.Split(',', ')') is [_, var scale, ..] && byte.TryParse(scale, CultureInfo.InvariantCulture, out var digits) ? digits : (byte)6;
}
