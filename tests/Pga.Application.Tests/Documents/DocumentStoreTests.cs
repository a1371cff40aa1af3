using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pga.Application.Documents;
using Pga.Application.Pipeline;
using Pga.Domain.Staff;
using Pga.Testing;

namespace Pga.Application.Tests.Documents;

/// <summary>Files and rows: never a row without its file, and no file for long without its row.</summary>
internal sealed class DocumentStoreTests : DocumentTest
{
    [Test]
    public async Task Says_clearly_that_a_file_is_gone_or_changed_and_gives_nothing_of_it()
    {
        var id = await Pga.Send(Expert, Adding(content: SampleFile.PdfOf(200_000)));
        var file = Store.FileOf((await Stored(id)).Versions.Single().Id);
        var bytes = await File.ReadAllBytesAsync(file);

        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        Assert.That(Assert.ThrowsAsync<Unsafe>(() => Pga.Send(Expert, new DownloadDocument(Traject.Id, id, 1))).Text, Does.Contain("beschadigd"));
        File.Delete(file);
        Assert.ThrowsAsync<Unsafe>(() => Pga.Send(Expert, new DownloadDocument(Traject.Id, id, 1)));
    }

    [Test]
    public async Task Does_not_give_the_file_of_another_version()
    {
        var id = await Pga.Send(Expert, Adding());
        await NewVersion(id, "nieuw.pdf", SampleFile.Pdf("nieuw"));
        var versions = (await Stored(id)).Versions.OrderBy(v => v.Number).Select(v => v.Id).ToList();

        File.Copy(Store.FileOf(versions[0]), Store.FileOf(versions[1]), overwrite: true);

        Assert.ThrowsAsync<Unsafe>(() => Pga.Send(Expert, new DownloadDocument(Traject.Id, id, 2)));
    }

    [Test]
    public async Task Clears_what_was_stored_without_a_row_but_not_what_may_still_be_on_its_way()
    {
        var (old, young) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Keep(old, Leftovers.Patience + TimeSpan.FromMinutes(1));
        await Keep(young, Leftovers.Patience - TimeSpan.FromMinutes(1));

        await Pga.Send(Expert, Adding());

        Assert.That((File.Exists(Store.FileOf(old)), File.Exists(Store.MarkOf(old))), Is.EqualTo((false, false)));
        Assert.That((File.Exists(Store.FileOf(young)), File.Exists(Store.MarkOf(young))), Is.EqualTo((true, true)));
    }

    [Test]
    public async Task Keeps_the_files_of_dossiers_that_who_uploads_can_t_see()
    {
        var stranger = A.Staff(StaffRoles.PgaExpert, "team-2");
        var client = A.Client();
        var elsewhere = A.Traject(client, stranger, team: "team-2");
        await Pga.Given(stranger, client, elsewhere);
        var id = await Pga.Send(Expert, Adding());
        var version = (await Stored(id)).Versions.Single().Id;
        Age(version, Leftovers.Patience * 2);

        await Pga.Send(stranger, Adding() with { TrajectId = elsewhere.Id });

        Assert.That(File.Exists(Store.FileOf(version)));
        Assert.That(File.Exists(Store.MarkOf(version)), Is.False, "it has its row: nobody needs to look again");
        Assert.That(await Download(Expert, id), Is.EqualTo(SampleFile.Pdf()));
    }

    [Test]
    public async Task Never_clears_a_file_that_has_no_mark_whatever_database_lies_beside_it()
    {
        var id = Guid.CreateVersion7();
        await Keep(id, Leftovers.Patience * 100);
        Store.Confirm(id);

        await Pga.Send(Expert, Adding());

        Assert.That(File.Exists(Store.FileOf(id)));
    }

    [Test]
    public async Task Leaves_nothing_behind_when_storing_fails()
    {
        Assert.ThrowsAsync<IOException>(() => Store.Keep(Guid.CreateVersion7(), new Broken(), default));
        Assert.That(Files(), Is.Empty);

        await Pga.Send(Expert, Adding());
        Assert.That(Files(), Has.Count.EqualTo(2), "the file and its mark");
    }

    [Test]
    public async Task Leaves_a_file_with_a_mark_and_no_row_when_the_save_fails()
    {
        var unknown = A.Staff(StaffRoles.Coordinator);

        // Somebody who isn't in the staff register: the row is refused after the file was stored.
        Assert.ThrowsAsync<DbUpdateException>(() => Pga.Send(unknown, Adding()));

        Assert.That(await Pga.Read(db => db.Documents.CountAsync()), Is.Zero);
        Assert.That(Files(), Has.Count.EqualTo(2), "the file and its mark");
        foreach (var mark in Files().Where(f => !f.EndsWith(".pga", StringComparison.Ordinal)))
            Age(Guid.ParseExact(Path.GetFileName(mark), "N"), Leftovers.Patience * 2);
        var id = await Pga.Send(Expert, Adding());
        Assert.That(Files().Where(f => f.EndsWith(".pga", StringComparison.Ordinal)), Is.EqualTo(new[] { Store.FileOf((await Stored(id)).Versions.Single().Id) }));
    }

    private async Task Keep(Guid id, TimeSpan ago)
    {
        using var content = new MemoryStream(SampleFile.Pdf());
        await Store.Keep(id, content, default);
        Age(id, ago);
    }

    private void Age(Guid id, TimeSpan by) => File.SetLastWriteTimeUtc(Store.MarkOf(id), Pga.Clock.GetUtcNow().UtcDateTime - by);

    private sealed class Broken : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("The line was cut.");
    }
}
