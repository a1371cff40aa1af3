using System.Collections.Concurrent;

namespace Pga.Web.Identity;

/// <summary>How often a calendar may be read. Programs do so a few times an hour; one that went wild mustn't slow down the rest.</summary>
internal sealed class FeedPace(TimeProvider clock)
{
    public const int PerHour = 60;

    private readonly ConcurrentDictionary<Guid, (DateTimeOffset Since, int Count)> _read = new();

    public bool Allows(Guid owner)
    {
        var now = clock.GetUtcNow();
        var (_, count) = _read.AddOrUpdate(owner, (now, 1), (_, before) => now - before.Since < TimeSpan.FromHours(1) ? (before.Since, before.Count + 1) : (now, 1));
        return count <= PerHour;
    }
}
