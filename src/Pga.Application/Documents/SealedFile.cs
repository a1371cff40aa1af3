using System.Buffers.Binary;
using System.Security.Cryptography;
using Pga.Application.Data;

namespace Pga.Application.Documents;

/// <summary>
/// A file encrypted in chunks (AES-256-GCM), so that it needn't be in memory as a whole. Each file has a key of its own,
/// derived from the installation's secret and a random salt. The nonce of a chunk is its place and whether it is the last:
/// a chunk that was changed, moved, left out or cut off doesn't open, nor does the file of another version.
/// </summary>
/// <remarks>Layout: mark (4 bytes), salt (32), then chunks of at most 64 KiB, each followed by its tag (16).</remarks>
internal static class SealedFile
{
    public const int ChunkSize = 64 * 1024;
    public const int TagSize = 16;
    public const int HeaderSize = MarkSize + SaltSize;
    public const int NonceSize = 12;
    private const int MarkSize = 4;
    private const int SaltSize = 32;
    private const int KeySize = 32;

    private static ReadOnlySpan<byte> Mark => "PGA1"u8;

    /// <summary>Writes <paramref name="plain"/> encrypted to <paramref name="target"/>; answers its size and SHA-256.</summary>
    public static async Task<(long Size, string Sha256)> Seal(Stream plain, Stream target, KeyFile keys, Guid id, CancellationToken ct)
    {
        var header = new byte[HeaderSize];
        Mark.CopyTo(header);
        RandomNumberGenerator.Fill(header.AsSpan(MarkSize));
        await target.WriteAsync(header, ct);
        using var aes = new AesGcm(KeyOf(keys, header), TagSize);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bound = BoundTo(header, id);
        // One chunk ahead: a chunk must know whether it is the last.
        byte[] chunk = new byte[ChunkSize], next = new byte[ChunkSize], cipher = new byte[ChunkSize + TagSize];
        var size = 0L;
        var read = await plain.ReadAtLeastAsync(chunk, ChunkSize, throwOnEndOfStream: false, ct);
        for (var place = 0U; ; place++)
        {
            var after = read < ChunkSize ? 0 : await plain.ReadAtLeastAsync(next, ChunkSize, throwOnEndOfStream: false, ct);
            hash.AppendData(chunk.AsSpan(0, read));
            size += read;
            aes.Encrypt(Nonce(place, isLast: after == 0), chunk.AsSpan(0, read), cipher.AsSpan(0, read), cipher.AsSpan(read, TagSize), bound);
            await target.WriteAsync(cipher.AsMemory(0, read + TagSize), ct);
            if (after == 0)
                return (size, Convert.ToHexString(hash.GetHashAndReset()));
            (chunk, next) = (next, chunk);
            read = after;
        }
    }

    /// <summary>Reads it back. What was tampered with throws a <see cref="CryptographicException"/> or <see cref="InvalidDataException"/>.</summary>
    public static Stream Open(Stream file, KeyFile keys, Guid id) => new SealedFileReader(file, keys, id);

    public static byte[] KeyOf(KeyFile keys, byte[] header)
    {
        if (!header.AsSpan().StartsWith(Mark))
            throw new InvalidDataException("This is no sealed file.");
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.Derive("documents"), KeySize, salt: header[MarkSize..], info: "document"u8.ToArray());
    }

    public static byte[] BoundTo(byte[] header, Guid id) => [.. header, .. id.ToByteArray()];

    public static byte[] Nonce(uint place, bool isLast)
    {
        var nonce = new byte[NonceSize];
        BinaryPrimitives.WriteUInt32BigEndian(nonce, place);
        nonce[^1] = isLast ? (byte)1 : (byte)0;
        return nonce;
    }
}

/// <summary>The plain content of a <see cref="SealedFile"/>, from begin to end; asynchronous only.</summary>
internal sealed class SealedFileReader(Stream file, KeyFile keys, Guid id) : Stream
{
    private readonly byte[] _cipher = new byte[SealedFile.ChunkSize + SealedFile.TagSize];
    private readonly byte[] _plain = new byte[SealedFile.ChunkSize];
    private AesGcm? _aes;
    private byte[] _bound = [];
    private uint _place;
    private int _from;
    private int _until;
    private bool _ended;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_from == _until && !_ended)
            await OpenChunk(cancellationToken);
        var count = Math.Min(buffer.Length, _until - _from);
        _plain.AsMemory(_from, count).CopyTo(buffer);
        _from += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _aes?.Dispose();
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task OpenChunk(CancellationToken ct)
    {
        if (_aes is null)
            await OpenHeader(ct);
        var read = await file.ReadAtLeastAsync(_cipher, _cipher.Length, throwOnEndOfStream: false, ct);
        if (read < SealedFile.TagSize)
            throw new InvalidDataException("The sealed file was cut off.");
        _ended = file.Position == file.Length;
        _until = read - SealedFile.TagSize;
        _from = 0;
        _aes!.Decrypt(SealedFile.Nonce(_place++, _ended), _cipher.AsSpan(0, _until), _cipher.AsSpan(_until, SealedFile.TagSize), _plain.AsSpan(0, _until), _bound);
    }

    private async Task OpenHeader(CancellationToken ct)
    {
        var header = new byte[SealedFile.HeaderSize];
        if (await file.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, ct) < header.Length)
            throw new InvalidDataException("The sealed file was cut off.");
        _aes = new AesGcm(SealedFile.KeyOf(keys, header), SealedFile.TagSize);
        _bound = SealedFile.BoundTo(header, id);
    }
}
