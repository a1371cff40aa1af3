using System.Buffers.Binary;

namespace Pga.TdsServer.Wire;

internal enum MessageType : byte
{
    Batch = 1,
    Rpc = 3,
    Answer = 4,
    Attention = 6,
    Transaction = 14,
    Login = 16,
    PreLogin = 18,
}

/// <param name="Type">What is asked.</param>
/// <param name="Status">Of its first packet, where a reset of the connection is asked.</param>
/// <param name="Body">Without the headers of the packets.</param>
internal sealed record Message(MessageType Type, byte Status, byte[] Body);

/// <summary>A message is cut into packets, each with a header of its type, status, length, session, number and window.</summary>
internal sealed class Packets(Stream stream)
{
    public const int SmallestSize = 512;
    public const int LargestSize = 32767;
    private const int HeaderLength = 8;
    private const byte EndOfMessage = 1;
    private byte[] _packet = new byte[4096];
    private int _length = HeaderLength;
    private byte _number;

    /// <summary>Agreed on at the login; between messages only.</summary>
    public int Size
    {
        get => _packet.Length;
        set => _packet = new byte[value];
    }

    /// <exception cref="EndOfStreamException">The client is gone.</exception>
    public Message Read()
    {
        using var body = new MemoryStream();
        var header = new byte[HeaderLength];
        byte? status = null;
        do
        {
            stream.ReadExactly(header);
            // It may come halfway another message, which is then off.
            if ((MessageType)header[0] is MessageType.Attention)
                return new Message(MessageType.Attention, 0, []);
            status ??= header[1];
            var packet = new byte[BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(2)) - HeaderLength];
            stream.ReadExactly(packet);
            body.Write(packet);
        }
        while ((header[1] & EndOfMessage) is 0);
        return new Message((MessageType)header[0], status.Value, body.ToArray());
    }

    /// <summary>How much fits in the packet that is at hand so many bytes from here.</summary>
    public int RoomAfter(int bytes)
    {
        var whole = _packet.Length - HeaderLength;
        return whole - ((_length - HeaderLength + bytes) % whole);
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            if (_length == _packet.Length)
                Send(0);
            var part = bytes[..Math.Min(bytes.Length, _packet.Length - _length)];
            part.CopyTo(_packet.AsSpan(_length));
            _length += part.Length;
            bytes = bytes[part.Length..];
        }
    }

    public void End()
    {
        Send(EndOfMessage);
        _number = 0;
    }

    private void Send(byte status)
    {
        _packet.AsSpan(0, HeaderLength).Clear();
        _packet[0] = (byte)MessageType.Answer;
        _packet[1] = status;
        BinaryPrimitives.WriteUInt16BigEndian(_packet.AsSpan(2), (ushort)_length);
        _packet[6] = ++_number;
        stream.Write(_packet, 0, _length);
        _length = HeaderLength;
    }
}
