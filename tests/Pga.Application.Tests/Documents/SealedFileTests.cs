using System.Security.Cryptography;
using Pga.Application.Data;
using Pga.Application.Documents;
using Pga.Testing;

namespace Pga.Application.Tests.Documents;

internal sealed class SealedFileTests
{
    private const int Chunk = SealedFile.ChunkSize;
    private const int SealedChunk = SealedFile.ChunkSize + SealedFile.TagSize;
    private readonly KeyFile _keys = new(Path.Combine(TestDatabase.Folder, "sealed-file.key"));
    private readonly Guid _id = Guid.CreateVersion7();

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(Chunk - 1)]
    [TestCase(Chunk)]
    [TestCase(Chunk + 1)]
    [TestCase((3 * Chunk) + 5)]
    public async Task Gives_back_what_it_sealed(int size)
    {
        var plain = RandomNumberGenerator.GetBytes(size);

        var (bytes, answer) = await Seal(plain);

        Assert.That(answer, Is.EqualTo(((long)size, Convert.ToHexString(SHA256.HashData(plain)))));
        Assert.That(await Open(bytes), Is.EqualTo(plain));
    }

    [Test]
    public async Task Seals_the_same_differently_each_time()
    {
        var plain = new byte[100];

        var first = (await Seal(plain)).Bytes;

        Assert.That((await Seal(plain)).Bytes, Is.Not.EqualTo(first));
    }

    [Test]
    public async Task Gives_a_stream_that_gives_little_at_a_time_its_whole_content()
    {
        var plain = RandomNumberGenerator.GetBytes(Chunk + 10);
        using var target = new MemoryStream();

        await SealedFile.Seal(new Dripping(plain), target, _keys, _id, default);

        Assert.That(await Open(target.ToArray()), Is.EqualTo(plain));
    }

    [Test]
    public async Task Does_not_open_what_was_changed_at_any_place()
    {
        var whole = (await Seal(RandomNumberGenerator.GetBytes(2 * Chunk + 10))).Bytes;

        foreach (var at in new[] { 0, 4, SealedFile.HeaderSize - 1, SealedFile.HeaderSize, SealedFile.HeaderSize + SealedChunk - 1, SealedFile.HeaderSize + SealedChunk, whole.Length - 1 })
        {
            var changed = whole.ToArray();
            changed[at] ^= 1;
            Refused(changed, $"byte {at}");
        }
    }

    [Test]
    public async Task Does_not_open_what_was_cut_off_lengthened_or_put_in_another_order()
    {
        var whole = (await Seal(RandomNumberGenerator.GetBytes(3 * Chunk))).Bytes;
        const int header = SealedFile.HeaderSize;
        var (first, second, third) = (whole[header..(header + SealedChunk)], whole[(header + SealedChunk)..(header + (2 * SealedChunk))], whole[(header + (2 * SealedChunk))..]);
        byte[] Of(params byte[][] chunks) => [.. whole[..header], .. chunks.SelectMany(c => c)];
        Assert.That(Of(first, second, third), Is.EqualTo(whole), "else this test cuts in the wrong places");

        Refused(whole[..^1], "one byte short");
        Refused(Of(first, second), "the last chunk gone");
        Refused(Of(first), "two chunks gone");
        Refused(Of(), "all chunks gone");
        Refused(whole[..10], "half a header");
        Refused([], "empty");
        Refused(Of(second, first, third), "other order");
        Refused(Of(first, third), "one in the middle gone");
        Refused(Of(first, second, third, third), "one more");
        Refused([.. whole, 0], "one byte more");
    }

    [Test]
    public async Task Does_not_open_under_another_id_or_with_another_key()
    {
        var bytes = (await Seal(new byte[10])).Bytes;

        Assert.ThrowsAsync<AuthenticationTagMismatchException>(() => Open(bytes, Guid.CreateVersion7()));
        Assert.ThrowsAsync<AuthenticationTagMismatchException>(() => Open(bytes, _id, new KeyFile(Path.Combine(TestDatabase.Folder, "other.key"))));
    }

    private void Refused(byte[] bytes, string what) =>
        Assert.That(() => Open(bytes), Throws.InstanceOf<CryptographicException>().Or.InstanceOf<InvalidDataException>(), what);

    private async Task<(byte[] Bytes, (long, string) Answer)> Seal(byte[] plain)
    {
        using var source = new MemoryStream(plain);
        using var target = new MemoryStream();
        var answer = await SealedFile.Seal(source, target, _keys, _id, default);
        return (target.ToArray(), answer);
    }

    private Task<byte[]> Open(byte[] bytes) => Open(bytes, _id);

    private async Task<byte[]> Open(byte[] bytes, Guid id, KeyFile? keys = null)
    {
        await using var opened = SealedFile.Open(new MemoryStream(bytes), keys ?? _keys, id);
        using var plain = new MemoryStream();
        await opened.CopyToAsync(plain);
        return plain.ToArray();
    }

    private sealed class Dripping(byte[] content) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 1000)], cancellationToken);
    }
}
