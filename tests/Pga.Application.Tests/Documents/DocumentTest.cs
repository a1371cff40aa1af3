using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pga.Application.Documents;
using Pga.Domain.Clients;
using Pga.Domain.Documents;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Documents;

/// <summary>A dossier with an expert, in an application whose files lie in a folder of this test.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal abstract class DocumentTest : IDisposable
{
    private readonly List<TestPga> _others = [];

    protected DocumentTest() => Pga = Start(null);

    protected string Folder { get; } = Path.Combine(TestDatabase.Folder, $"documenten-{Guid.NewGuid():N}");

    protected TestPga Pga { get; }

    protected DocumentStore Store => Pga.Services.GetRequiredService<DocumentStore>();

    protected DateOnly Today => DateOnly.FromDateTime(Pga.Clock.GetUtcNow().UtcDateTime);

    protected StaffMember Expert { get; } = A.Staff(StaffRoles.PgaExpert, name: "Sanne Zandstra");

    /// <summary>Reads along, but may not write.</summary>
    protected StaffMember TeamMate { get; } = A.Staff(StaffRoles.PgaExpert, name: "Tom Tuinman");

    protected Client Client { get; } = A.Client();

    protected Traject Traject { get; private set; } = null!;

    [SetUp]
    public async Task GivenDossier()
    {
        Traject = A.Traject(Client, Expert);
        await Pga.Given(Expert, TeamMate, Client, Traject);
    }

    public void Dispose()
    {
        _others.ForEach(p => p.Dispose());
        Pga.Dispose();
        GC.SuppressFinalize(this);
    }

    protected static UploadedFile Upload(string name, byte[] content) => new(name, new MemoryStream(content));

    protected AddDocument Adding(string name = "verslag.pdf", byte[]? content = null) =>
        new(Guid.CreateVersion7(), Traject.Id, "Verslag van de school", "report", "partner", new DateOnly(2026, 2, 20), Upload(name, content ?? SampleFile.Pdf()));

    protected async Task<Guid> NewVersion(Guid documentId, string name, byte[] content) =>
        await Pga.Send(Expert, new AddDocumentVersion(Guid.CreateVersion7(), Traject.Id, documentId, await Version(documentId), Upload(name, content)));

    protected Task<Document> Stored(Guid id) => Pga.Read(db => db.Documents.AsNoTracking().Include(d => d.Versions).SingleAsync(d => d.Id == id));

    protected async Task<Guid> Version(Guid id) => (await Stored(id)).Version;

    protected async Task<byte[]> Download(StaffMember reader, Guid documentId, int number = 1)
    {
        var file = await Pga.Send(reader, new DownloadDocument(Traject.Id, documentId, number));
        await using (file.Content)
        {
            using var bytes = new MemoryStream();
            await file.Content.CopyToAsync(bytes);
            return bytes.ToArray();
        }
    }

    /// <summary>All files below the folder, the marks of those that wait included.</summary>
    protected IReadOnlyList<string> Files() => Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*", SearchOption.AllDirectories) : [];

    /// <summary>The application with another scanner, and a database of its own.</summary>
    protected TestPga With(string clamAv)
    {
        Assert.That(DocumentSettings.TryParseClamAv(clamAv, out var address));
        var pga = Start(address);
        _others.Add(pga);
        return pga;
    }

    protected TestPga Start(EndPoint? clamAv, Action<IServiceCollection>? configure = null) => new(services =>
    {
        services.AddSingleton(new DocumentSettings(Folder, clamAv));
        configure?.Invoke(services);
    });
}
