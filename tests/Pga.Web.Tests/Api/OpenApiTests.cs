using Pga.Testing;

namespace Pga.Web.Tests.Api;

/// <summary>The API's description is committed, so that a change of what others build on is seen in review.</summary>
internal sealed class OpenApiTests : WebTest
{
    [Test]
    public async Task The_committed_description_is_what_the_server_says()
    {
        using var visitor = Pga.Visit();
        var served = await visitor.Page("/api/v1/openapi.json");
        // The address is that of this test's server.
        served = served.Replace(Pga.Address.ToString(), "http://localhost:5080/", StringComparison.Ordinal).ReplaceLineEndings("\n").TrimEnd() + "\n";
        var file = Repository.Folder("docs/api") + "/openapi.json";
        if (Environment.GetEnvironmentVariable("PGA_WRITE_OPENAPI") == "1")
            await File.WriteAllTextAsync(file, served);

        Assert.That(served, Is.EqualTo(await File.ReadAllTextAsync(file)), "Run this test with PGA_WRITE_OPENAPI=1 and commit docs/api/openapi.json.");
    }
}
