using Microsoft.EntityFrameworkCore;
using Pga.Application.Documents;
using Pga.Application.Pipeline;
using Pga.Application.Tests.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Documents;

/// <summary>Documents of random trajects: listed, counted, opened and changed by exactly those who may.</summary>
internal sealed class VisibilityDocumentsTests : DocumentTest
{
    [Test]
    public async Task Is_that_of_the_dossier_for_random_users_and_trajects()
    {
        var world = new VisibilityWorld(Pga.Clock);
        await Pga.Given(world.Entities);
        var documents = new Dictionary<Guid, Guid>();
        foreach (var traject in world.Trajects)
            documents[traject.Id] = await Given(traject.Id);
        var (seen, written) = (0, 0);

        foreach (var user in world.Users)
        {
            var expected = world.VisibleTo(user);
            seen += expected.Count;
            Assert.That(await Pga.ReadAs(user, db => db.Documents.Select(d => d.TrajectId).ToListAsync()), Is.EquivalentTo(expected), "rows");
            Assert.That(await Pga.ReadAs(user, db => db.DocumentVersions.Select(v => v.DocumentId).ToListAsync()), Is.EquivalentTo(expected.Select(t => documents[t])), "versions");
            foreach (var traject in world.Trajects)
            {
                var may = expected.Contains(traject.Id);
                var document = documents[traject.Id];
                Assert.That(await Allowed(async () => (await Pga.Send(user, new GetDocuments(traject.Id))).Documents.Single()), Is.EqualTo(may), "listed");
                Assert.That(await Allowed(() => Pga.Send(user, new GetDocument(traject.Id, document))), Is.EqualTo(may), "opened");
                Assert.That(await Allowed(async () => (await Pga.Send(user, new DownloadDocument(traject.Id, document, 1))).Content.Dispose()), Is.EqualTo(may), "downloaded");
                var mayWrite = world.MayWrite(user, traject);
                written += mayWrite ? 1 : 0;
                // What is right but for the date: nobody changes the world, and who may not hears that first.
                Assert.That(
                    await Allowed(() => Pga.Send(user, new EditDocument(Guid.CreateVersion7(), traject.Id, document, Guid.Empty, "a", "letter", "own", Today))),
                    Is.EqualTo(mayWrite), "changed");
            }
        }

        Assert.That(seen, Is.InRange(40, 300), "Neither everything nor nothing, or this test says little.");
        Assert.That(written, Is.InRange(20, seen - 1));
    }

    private async Task<Guid> Given(Guid trajectId)
    {
        var document = new Domain.Documents.Document(Guid.CreateVersion7(), trajectId, new("Verslag", "report", "own", Today), Pga.Clock.GetUtcNow().UtcDateTime);
        var id = Guid.CreateVersion7();
        using var content = new MemoryStream(SampleFile.Pdf());
        var (size, sha256) = await Store.Keep(id, content, default);
        document.Add(id, new("verslag.pdf", "application/pdf", size, sha256, "clean"), Expert.Id, Pga.Clock.GetUtcNow().UtcDateTime);
        await Pga.Given(document);
        return document.Id;
    }

    private static Task<bool> Allowed<T>(Func<Task<T>> ask) => Allowed(async () => { await ask(); });

    private static async Task<bool> Allowed(Func<Task> ask)
    {
        try
        {
            await ask();
            return true;
        }
        catch (Conflict)
        {
            // Came as far as the handler.
            return true;
        }
        catch (Refused refusal) when (refusal is NotFound or Forbidden)
        {
            return false;
        }
    }
}
