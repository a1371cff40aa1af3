namespace Pga.Testing;

/// <summary>A clock that stands still until a test moves it. Starts on Tuesday 3 March 2026, 10:00 in Amsterdam.</summary>
public sealed class FakeClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;

    public void Set(DateTimeOffset now) => _now = now;
}
