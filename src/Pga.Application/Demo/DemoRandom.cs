using System.Buffers.Binary;

namespace Pga.Application.Demo;

/// <summary>Chance that can be repeated: the same seed on the same day gives the same numbers, dates and ids.</summary>
internal sealed class DemoRandom(int seed, DateOnly today)
{
    private readonly Random _random = new(seed);
    private readonly long _firstMillisecond = new DateTimeOffset(today.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeMilliseconds();
    private long _ids;

    /// <summary>An id of the shape of version 7. Each is above the one before, so that inserts append to the index.</summary>
    public Guid NextId()
    {
        Span<byte> bytes = stackalloc byte[18];
        _random.NextBytes(bytes[10..]);
        BinaryPrimitives.WriteInt64BigEndian(bytes, _firstMillisecond + (_ids >> 12));
        BinaryPrimitives.WriteUInt16BigEndian(bytes[8..], (ushort)(0x7000 | (_ids & 0xFFF)));
        bytes[10] = (byte)(0x80 | (bytes[10] & 0x3F));
        _ids++;
        return new Guid(bytes[2..], bigEndian: true);
    }

    /// <summary>A number from <paramref name="from"/> up to and including <paramref name="to"/>.</summary>
    public int Between(int from, int to) => to <= from ? from : _random.Next(from, to + 1);

    /// <summary>A day up to and including <paramref name="to"/>.</summary>
    public DateOnly Between(DateOnly from, DateOnly to) => from.AddDays(Between(0, to.DayNumber - from.DayNumber));

    public bool Chance(double of) => _random.NextDouble() < of;

    /// <summary>Between 0 and 1, more often low than high.</summary>
    public double Low() => Math.Pow(_random.NextDouble(), 1.3);

    public T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    /// <summary>Some of a list, each at most once, in the list's order.</summary>
    public IEnumerable<T> Some<T>(IReadOnlyList<T> from, int count)
    {
        for (var i = 0; i < from.Count && count > 0; i++)
        {
            if (_random.Next(from.Count - i) >= count)
                continue;
            count--;
            yield return from[i];
        }
    }

    public T Pick<T>(Weighted<T> from) => from.At(_random.Next(from.Total));

    public void Shuffle<T>(T[] values) => _random.Shuffle(values);
}

/// <summary>Values that come up as often as their weights say.</summary>
internal sealed class Weighted<T>
{
    private readonly T[] _values;

    public Weighted(params (int Weight, T Value)[] values) => _values = [.. values.SelectMany(v => Enumerable.Repeat(v.Value, v.Weight))];

    public int Total => _values.Length;

    public T At(int index) => _values[index];
}
