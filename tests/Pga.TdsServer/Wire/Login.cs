using System.Buffers.Binary;
using System.Text;

namespace Pga.TdsServer.Wire;

public sealed record Login(string User, string Password, string Database, string Application)
{
    internal int PacketSize { get; private init; }

    internal static Login Of(ReadOnlySpan<byte> message) => new(
        Encoding.Unicode.GetString(Part(message, 40)),
        Encoding.Unicode.GetString(Unscrambled(Part(message, 44))),
        Encoding.Unicode.GetString(Part(message, 68)),
        Encoding.Unicode.GetString(Part(message, 48)))
    {
        PacketSize = BinaryPrimitives.ReadInt32LittleEndian(message[8..]),
    };

    private static ReadOnlySpan<byte> Part(ReadOnlySpan<byte> message, int at) =>
        message.Slice(BinaryPrimitives.ReadUInt16LittleEndian(message[at..]), 2 * BinaryPrimitives.ReadUInt16LittleEndian(message[(at + 2)..]));

    private static byte[] Unscrambled(ReadOnlySpan<byte> password)
    {
        var bytes = password.ToArray();
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i] ^ 0xA5;
            bytes[i] = (byte)((b << 4) | (b >> 4));
        }

        return bytes;
    }
}
