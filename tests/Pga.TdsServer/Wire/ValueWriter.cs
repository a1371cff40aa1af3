using System.Numerics;
using System.Runtime.InteropServices;

namespace Pga.TdsServer.Wire;

/// <summary>Types and values as they are in columns, rows and output parameters.</summary>
internal static class ValueWriter
{
    private const int Max = 0xFFFF;

    /// <summary>SQL_Latin1_General_CP1_CI_AS.</summary>
    public static ReadOnlySpan<byte> Collation => [0x09, 0x04, 0xD0, 0x00, 0x34];

    public static void Type(this TokenBuffer token, SqlType type, bool nullable)
    {
        if (Fixed(type.Kind) is var (notNull, orNull, fixedLength))
        {
            if (nullable)
                token.Type(orNull, fixedLength);
            else
                token.Byte((byte)notNull);
            return;
        }

        switch (type.Kind)
        {
            case SqlKind.Decimal:
                var precision = Precision(type);
                token.Type(WireType.Numeric, DecimalLength(precision));
                token.Byte(precision);
                token.Byte(type.Scale);
                break;
            case SqlKind.NVarChar:
                token.Byte((byte)WireType.NVarChar);
                token.UInt16(IsMax(type) ? Max : 2 * type.Length);
                token.Bytes(Collation);
                break;
            case SqlKind.VarBinary:
                token.Byte((byte)WireType.VarBinary);
                token.UInt16(IsMax(type) ? Max : type.Length);
                break;
            case SqlKind.UniqueIdentifier:
                token.Type(WireType.UniqueIdentifier, 16);
                break;
            case SqlKind.Date:
                token.Byte((byte)WireType.Date);
                break;
            case SqlKind.Time:
                token.Type(WireType.Time, type.Scale);
                break;
            case SqlKind.DateTime2:
                token.Type(WireType.DateTime2, type.Scale);
                break;
            case SqlKind.DateTimeOffset:
                token.Type(WireType.DateTimeOffset, type.Scale);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(type));
        }
    }

    public static void Value(this TokenBuffer token, SqlType type, bool nullable, object? value)
    {
        if (Fixed(type.Kind) is var (_, _, fixedLength))
        {
            if (value is null && !nullable)
                throw new InvalidCastException("NULL has no room here.");
            if (value is not null && nullable)
                token.Byte(fixedLength);
        }

        switch (type.Kind)
        {
            case SqlKind.NVarChar when IsMax(type):
                token.Pieces(value is null, MemoryMarshal.AsBytes(((string?)value).AsSpan()));
                break;
            case SqlKind.NVarChar:
                token.UInt16(2 * ((string?)value)?.Length ?? Max);
                token.Text((string?)value ?? "");
                break;
            case SqlKind.VarBinary when IsMax(type):
                token.Pieces(value is null, (byte[]?)value);
                break;
            case SqlKind.VarBinary:
                token.UInt16(((byte[]?)value)?.Length ?? Max);
                token.Bytes((byte[]?)value);
                break;
            case var _ when value is null:
                token.Byte(0);
                break;
            case SqlKind.Bit:
                token.Byte((bool)value ? (byte)1 : (byte)0);
                break;
            case SqlKind.TinyInt:
                token.Byte((byte)value);
                break;
            case SqlKind.SmallInt:
                token.Int16((short)value);
                break;
            case SqlKind.Int:
                token.Int32((int)value);
                break;
            case SqlKind.BigInt:
                token.Int64((long)value);
                break;
            case SqlKind.Real:
                token.Int32(BitConverter.SingleToInt32Bits((float)value));
                break;
            case SqlKind.Float:
                token.Int64(BitConverter.DoubleToInt64Bits((double)value));
                break;
            case SqlKind.Decimal:
                token.Decimal(type, (decimal)value);
                break;
            case SqlKind.UniqueIdentifier:
                token.Byte(16);
                token.Bytes(((Guid)value).ToByteArray());
                break;
            case SqlKind.Date:
                token.Byte(3);
                token.Date((DateOnly)value);
                break;
            case SqlKind.Time:
                token.Byte((byte)Ticks.WireLength(type.Scale));
                token.Time(value is TimeSpan span ? span.Ticks : ((TimeOnly)value).Ticks, type.Scale);
                break;
            case SqlKind.DateTime2:
                token.Byte((byte)(Ticks.WireLength(type.Scale) + 3));
                token.DateAndTime((DateTime)value, type.Scale);
                break;
            case SqlKind.DateTimeOffset:
                var moment = (DateTimeOffset)value;
                token.Byte((byte)(Ticks.WireLength(type.Scale) + 5));
                token.DateAndTime(moment.UtcDateTime, type.Scale);
                token.Int16((short)moment.TotalOffsetMinutes);
                break;
            case SqlKind.DateTime:
                token.OldDateTime((DateTime)value);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(type));
        }
    }

    /// <summary>Of the kinds with an older form for what is never NULL, which the client then expects: both names, and the length.</summary>
    private static (WireType NotNull, WireType OrNull, byte Length)? Fixed(SqlKind kind) => kind switch
    {
        SqlKind.Bit => (WireType.NotNullBit, WireType.Bit, 1),
        SqlKind.TinyInt => (WireType.NotNullTinyInt, WireType.Int, 1),
        SqlKind.SmallInt => (WireType.NotNullSmallInt, WireType.Int, 2),
        SqlKind.Int => (WireType.NotNullInt, WireType.Int, 4),
        SqlKind.BigInt => (WireType.NotNullBigInt, WireType.Int, 8),
        SqlKind.Real => (WireType.NotNullReal, WireType.Float, 4),
        SqlKind.Float => (WireType.NotNullFloat, WireType.Float, 8),
        SqlKind.DateTime => (WireType.NotNullDateTime, WireType.DateTime, 8),
        _ => null,
    };

    private static bool IsMax(SqlType type) => type.Length < 0 || type.Length > (type.Kind is SqlKind.NVarChar ? 4000 : 8000);

    private static byte Precision(SqlType type) => type.Precision is 0 ? (byte)38 : type.Precision;

    private static byte DecimalLength(byte precision) => precision switch { < 10 => 5, < 20 => 9, < 29 => 13, _ => 17 };

    private static void Type(this TokenBuffer token, WireType type, byte lengthOrScale)
    {
        token.Byte((byte)type);
        token.Byte(lengthOrScale);
    }

    private static void Decimal(this TokenBuffer token, SqlType type, decimal value)
    {
        var bits = decimal.GetBits(value);
        var digits = ((new BigInteger((uint)bits[2]) << 64) | (new BigInteger((uint)bits[1]) << 32) | (uint)bits[0]) * Power(type.Scale - value.Scale);
        if (value.Scale > type.Scale)
            digits = (digits + (Power(value.Scale - type.Scale) / 2)) / Power(value.Scale - type.Scale);
        var length = DecimalLength(Precision(type));
        token.Byte(length);
        token.Byte(value < 0 ? (byte)0 : (byte)1);
        token.Number(digits, length - 1);

        static BigInteger Power(int digits) => BigInteger.Pow(10, Math.Max(digits, 0));
    }

    private static void Date(this TokenBuffer token, DateOnly value) => token.Number(value.DayNumber, 3);

    private static void Time(this TokenBuffer token, long ticks, byte scale) => token.Number(ticks / Ticks.PerUnit(scale), Ticks.WireLength(scale));

    private static void DateAndTime(this TokenBuffer token, DateTime value, byte scale)
    {
        token.Time(value.TimeOfDay.Ticks, scale);
        token.Date(DateOnly.FromDateTime(value));
    }

    /// <summary>Days since 1900 and the day's time in a three-hundredth of a second.</summary>
    private static void OldDateTime(this TokenBuffer token, DateTime value)
    {
        const int unitsPerDay = 24 * 60 * 60 * 300;
        var days = (value.Date - new DateTime(1900, 1, 1)).Days;
        var units = (int)Math.Round(value.TimeOfDay.Ticks * 300.0 / TimeSpan.TicksPerSecond);
        token.Int32(units == unitsPerDay ? days + 1 : days);
        token.Int32(units == unitsPerDay ? 0 : units);
    }
}
