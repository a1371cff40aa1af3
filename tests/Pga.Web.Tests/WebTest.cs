using Pga.Testing;

namespace Pga.Web.Tests;

/// <summary>Base of tests over HTTP: each test has a server and a database of its own.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal abstract class WebTest
{
    protected FakeClock Clock { get; } = new();

    protected WebPga Pga { get; private set; } = null!;

    [SetUp]
    public async Task StartPga() => Pga = await WebPga.Start(Clock);

    [TearDown]
    public ValueTask StopPga() => Pga.DisposeAsync();
}
