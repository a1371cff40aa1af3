using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Pga.TdsServer.Wire;

/// <summary>One token in the making: it goes to the client when it is whole, so a value that can't be written does no harm.</summary>
internal sealed class TokenBuffer(Packets packets)
{
    private const int Usual = 16 * 1024;
    private byte[] _bytes = new byte[Usual];
    private int _count;

    public void Send()
    {
        packets.Write(_bytes.AsSpan(0, _count));
        Clear();
    }

    public void Clear()
    {
        _count = 0;
        if (_bytes.Length > 64 * Usual)
            _bytes = new byte[Usual];
    }

    public void Byte(byte value) => Take(1)[0] = value;

    public void Bytes(ReadOnlySpan<byte> value) => value.CopyTo(Take(value.Length));

    public void UInt16(int value) => BinaryPrimitives.WriteUInt16LittleEndian(Take(2), checked((ushort)value));

    public void Int16(short value) => BinaryPrimitives.WriteInt16LittleEndian(Take(2), value);

    public void Int32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Take(4), value);

    public void Int64(long value) => BinaryPrimitives.WriteInt64LittleEndian(Take(8), value);

    /// <summary>The lowest bytes of a number that isn't negative.</summary>
    public void Number(long value, int bytes)
    {
        foreach (ref var b in Take(bytes))
            (b, value) = ((byte)value, value >> 8);
    }

    public void Number(BigInteger value, int bytes)
    {
        var to = Take(bytes);
        to.Clear();
        if (!value.TryWriteBytes(to, out _, isUnsigned: true))
            throw new SqlError(8115, 16, "Arithmetic overflow error converting numeric to data type numeric.");
    }

    public void Text(string value) => Encoding.Unicode.GetBytes(value, Take(2 * value.Length));

    /// <summary>After its length in characters, in a byte.</summary>
    public void ShortText(string value)
    {
        Byte(checked((byte)value.Length));
        Text(value);
    }

    /// <summary>
    /// A (max) value: its length and then pieces, none over the end of a packet. SqlClient 6.1 may otherwise take the header
    /// of the next packet for text, depending on how much it has received.
    /// </summary>
    public void Pieces(bool isNull, ReadOnlySpan<byte> value)
    {
        Int64(isNull ? -1 : value.Length);
        if (isNull)
            return;
        while (value.Length > 0)
        {
            var piece = value[..Math.Min(value.Length, packets.RoomAfter(_count + sizeof(int)))];
            Int32(piece.Length);
            Bytes(piece);
            value = value[piece.Length..];
        }

        Int32(0);
    }

    /// <summary>Keeps two bytes for the length of what <paramref name="write"/> then writes.</summary>
    public void Sized(Action write)
    {
        var at = _count;
        UInt16(0);
        write();
        BinaryPrimitives.WriteUInt16LittleEndian(_bytes.AsSpan(at), checked((ushort)(_count - at - 2)));
    }

    private Span<byte> Take(int count)
    {
        if (_count + count > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _count + count));
        _count += count;
        return _bytes.AsSpan(_count - count, count);
    }
}
