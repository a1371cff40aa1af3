using System.Numerics;
using System.Text;

namespace Pga.TdsServer.Wire;

/// <summary>A parameter as it is in a remote procedure call: name, flags, type and value.</summary>
internal static class ParameterReader
{
    private const ushort Max = 0xFFFF;
    private static readonly Encoding Ansi = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly DateTime DateTimeZero = new(1900, 1, 1);

    public static Parameter Parameter(this MessageReader message)
    {
        var name = message.Text(message.Byte());
        var output = (message.Byte() & 1) is 1;
        var (type, value) = message.TypeAndValue((WireType)message.Byte(), name);
        return new Parameter(name, type, value, output);
    }

    private static (SqlType Type, object? Value) TypeAndValue(this MessageReader message, WireType wireType, string name)
    {
        switch (wireType)
        {
            case WireType.NChar or WireType.NVarChar:
                var (unicodeLength, unicode) = message.LongValue(collation: true);
                return (new SqlType(SqlKind.NVarChar, unicodeLength < 0 ? -1 : unicodeLength / 2), unicode is null ? null : Encoding.Unicode.GetString(unicode));
            case WireType.NText:
                // How SqlClient sends the text of a statement that is longer than 4,000 characters.
                return (new SqlType(SqlKind.NVarChar), message.OldText());
            case WireType.Char or WireType.VarChar:
                var (ansiLength, ansi) = message.LongValue(collation: true);
                return (new SqlType(SqlKind.NVarChar, ansiLength), ansi is null ? null : Ansi.GetString(ansi));
            case WireType.Binary or WireType.VarBinary:
                var (length, bytes) = message.LongValue(collation: false);
                return (new SqlType(SqlKind.VarBinary, length), bytes);
            default:
                var type = message.ShortType(wireType, name);
                var valueLength = message.Byte();
                return (type, valueLength is 0 ? null : message.ShortValue(type, valueLength));
        }
    }

    private static (int MaxLength, byte[]? Value) LongValue(this MessageReader message, bool collation)
    {
        var maxLength = message.UInt16();
        if (collation)
            message.Bytes(5);
        if (maxLength is Max)
            return (-1, message.Pieces());
        var length = message.UInt16();
        return (maxLength, length is Max ? null : message.Bytes(length).ToArray());
    }

    private static string? OldText(this MessageReader message)
    {
        message.Int32();
        message.Bytes(5);
        var length = message.Int32();
        return length < 0 ? null : Encoding.Unicode.GetString(message.Bytes(length));
    }

    private static SqlType ShortType(this MessageReader message, WireType wireType, string name)
    {
        switch (wireType)
        {
            case WireType.Date:
                return new SqlType(SqlKind.Date);
            case WireType.Time:
                return new SqlType(SqlKind.Time, Scale: message.Byte());
            case WireType.DateTime2:
                return new SqlType(SqlKind.DateTime2, Scale: message.Byte());
            case WireType.DateTimeOffset:
                return new SqlType(SqlKind.DateTimeOffset, Scale: message.Byte());
        }

        var length = message.Byte();
        return (wireType, length) switch
        {
            (WireType.Bit, _) => new SqlType(SqlKind.Bit),
            (WireType.Int, 1) => new SqlType(SqlKind.TinyInt),
            (WireType.Int, 2) => new SqlType(SqlKind.SmallInt),
            (WireType.Int, 4) => new SqlType(SqlKind.Int),
            (WireType.Int, 8) => new SqlType(SqlKind.BigInt),
            (WireType.Float, 4) => new SqlType(SqlKind.Real),
            (WireType.Float, 8) => new SqlType(SqlKind.Float),
            (WireType.Decimal or WireType.Numeric, _) => new SqlType(SqlKind.Decimal, Precision: message.Byte(), Scale: message.Byte()),
            (WireType.UniqueIdentifier, _) => new SqlType(SqlKind.UniqueIdentifier),
            (WireType.DateTime, _) => new SqlType(SqlKind.DateTime),
            _ => throw new SqlError(2724, 16, $"Parameter '{name}' has a data type that this server doesn't know: 0x{(byte)wireType:X2}."),
        };
    }

    private static object ShortValue(this MessageReader message, SqlType type, byte length) => type.Kind switch
    {
        SqlKind.Bit => message.Byte() is not 0,
        SqlKind.TinyInt => message.Byte(),
        SqlKind.SmallInt => message.Int16(),
        SqlKind.Int => message.Int32(),
        SqlKind.BigInt => message.Int64(),
        SqlKind.Real => BitConverter.Int32BitsToSingle(message.Int32()),
        SqlKind.Float => BitConverter.Int64BitsToDouble(message.Int64()),
        SqlKind.Decimal => Decimal(message.Byte() is 0, new BigInteger(message.Bytes(length - 1), isUnsigned: true), type.Scale),
        SqlKind.UniqueIdentifier => new Guid(message.Bytes(length)),
        SqlKind.Date => message.Date(),
        SqlKind.Time => new TimeOnly(message.Time(length, type.Scale)),
        SqlKind.DateTime2 => message.DateTime2(length, type.Scale),
        SqlKind.DateTimeOffset => message.DateTimeOffset(length, type.Scale),
        SqlKind.DateTime when length is 4 => DateTimeZero.AddDays(message.UInt16()).AddMinutes(message.UInt16()),
        SqlKind.DateTime => DateTimeZero.AddDays(message.Int32()).AddMilliseconds(Math.Round(message.Int32() / 0.3)),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private static decimal Decimal(bool negative, BigInteger digits, byte scale)
    {
        // The client may have put more zeroes behind the point than a CLR decimal has room for.
        while (scale > 28 || (scale > 0 && digits.GetBitLength() > 96))
        {
            (digits, var last) = BigInteger.DivRem(digits, 10);
            if (!last.IsZero)
                throw new SqlError(8115, 16, "Arithmetic overflow error converting numeric to data type numeric.");
            scale--;
        }

        var whole = (decimal)digits;
        var bits = decimal.GetBits(whole);
        return new decimal(bits[0], bits[1], bits[2], negative, scale);
    }

    private static DateOnly Date(this MessageReader message) => DateOnly.FromDayNumber(Number(message.Bytes(3)));

    private static long Time(this MessageReader message, int length, byte scale) => Number64(message.Bytes(length)) * Ticks.PerUnit(scale);

    private static DateTime DateTime2(this MessageReader message, int length, byte scale)
    {
        var time = message.Time(length - 3, scale);
        return message.Date().ToDateTime(new TimeOnly(time));
    }

    private static DateTimeOffset DateTimeOffset(this MessageReader message, int length, byte scale)
    {
        var utc = message.DateTime2(length - 2, scale);
        return new DateTimeOffset(utc, TimeSpan.Zero).ToOffset(TimeSpan.FromMinutes(message.Int16()));
    }

    private static int Number(ReadOnlySpan<byte> bytes) => (int)Number64(bytes);

    private static long Number64(ReadOnlySpan<byte> bytes)
    {
        long number = 0;
        for (var i = bytes.Length - 1; i >= 0; i--)
            number = (number << 8) | bytes[i];
        return number;
    }
}
