using System.Buffers.Binary;
using System.Text;

namespace Pga.TdsServer.Wire;

/// <summary>The numbers and texts of a message, one after the other.</summary>
internal sealed class MessageReader(byte[] body)
{
    private int _at;

    public bool AtEnd => _at == body.Length;

    public ReadOnlySpan<byte> Bytes(int count)
    {
        _at += count;
        return body.AsSpan(_at - count, count);
    }

    public byte Byte() => Bytes(1)[0];

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Bytes(2));

    public short Int16() => BinaryPrimitives.ReadInt16LittleEndian(Bytes(2));

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Bytes(4));

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Bytes(8));

    public string Text(int characters) => Encoding.Unicode.GetString(Bytes(2 * characters));

    public string Rest() => Encoding.Unicode.GetString(Bytes(body.Length - _at));

    /// <summary>Of a request: the transaction it belongs to and such, which the engine knows for itself.</summary>
    public void SkipHeaders() => Bytes(Int32() - 4);

    /// <summary>A (max) value: its length, known or not, and then pieces up to an empty one.</summary>
    public byte[]? Pieces()
    {
        if (Int64() is -1)
            return null;
        using var whole = new MemoryStream();
        for (var length = Int32(); length > 0; length = Int32())
            whole.Write(Bytes(length));
        return whole.ToArray();
    }
}
