namespace Pga.TdsServer.Wire;

/// <summary>
/// Values are bool, byte, short, int, long, float, double, decimal, string, byte[], Guid, DateOnly, TimeOnly (or TimeSpan, to
/// the client), DateTime, DateTimeOffset and again DateTime.
/// </summary>
public enum SqlKind
{
    Bit,
    TinyInt,
    SmallInt,
    Int,
    BigInt,
    Real,
    Float,
    Decimal,
    NVarChar,
    VarBinary,
    UniqueIdentifier,
    Date,
    Time,
    DateTime2,
    DateTimeOffset,
    DateTime,
}

/// <param name="Kind">What it is.</param>
/// <param name="Length">Characters or bytes; -1 is max.</param>
/// <param name="Precision">Of a decimal; 0 is the widest.</param>
/// <param name="Scale">Of a decimal, or the digits of a time's fraction of a second.</param>
public sealed record SqlType(SqlKind Kind, int Length = -1, byte Precision = 0, byte Scale = 7);

public sealed record Column(string Name, SqlType Type, bool Nullable = true);

/// <param name="Name">With its @.</param>
/// <param name="Type">As the client declared it.</param>
/// <param name="Value">Null is NULL.</param>
/// <param name="Output">The client wants it back.</param>
public sealed record Parameter(string Name, SqlType Type, object? Value, bool Output);
