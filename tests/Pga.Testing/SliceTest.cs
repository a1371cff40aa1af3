using NUnit.Framework;

namespace Pga.Testing;

/// <summary>Base of tests that send messages: each test has an application and a database of its own.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public abstract class SliceTest : IDisposable
{
    protected TestPga Pga { get; } = new();

    protected DateOnly Today => DateOnly.FromDateTime(Pga.Clock.GetUtcNow().UtcDateTime);

    public void Dispose()
    {
        Pga.Dispose();
        GC.SuppressFinalize(this);
    }
}
