using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Documents;

namespace Pga.Application.Documents;

/// <summary>
/// The files of documents, encrypted, one per version and named by its id. A file is on the disk before its row is in the
/// database, so there is no row without a file. What was stored without a row ever coming waits with a mark, and
/// <see cref="Leftovers"/> clears it.
/// </summary>
public sealed class DocumentStore(DocumentSettings settings, KeyFile keys, ILogger<DocumentStore> log)
{
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string Damaged = "Dit bestand ontbreekt of is beschadigd, en kan niet veilig worden geopend. Meld dit bij de functioneel beheerder.";

    private string MarksFolder => Path.Combine(settings.Folder, "wacht");

    /// <summary>Stores a file; answers its size and SHA-256. Nothing is left behind when it fails.</summary>
    internal async Task<(long Size, string Sha256)> Keep(Guid id, Stream content, CancellationToken ct)
    {
        MakeFolder(settings.Folder);
        MakeFolder(MarksFolder);
        var part = FileOf(id) + ".deel";
        try
        {
            await File.WriteAllBytesAsync(MarkOf(id), [], ct);
            (long, string) kept;
            await using (var file = new FileStream(part, Options(FileMode.Create, FileAccess.Write)))
            {
                kept = await SealedFile.Seal(content, file, keys, id, ct);
                file.Flush(flushToDisk: true);
            }

            File.Move(part, FileOf(id), overwrite: true);
            FlushFolder(settings.Folder);
            return kept;
        }
        catch
        {
            File.Delete(part);
            Remove(id);
            throw;
        }
    }

    /// <summary>The content of a version, read through and checked before anything of it is given.</summary>
    internal async Task<Stream> Open(DocumentVersion version, CancellationToken ct)
    {
        try
        {
            await using (var all = OpenSealed(version.Id))
            {
                var found = Convert.ToHexString(await SHA256.HashDataAsync(all, ct));
                if (found != version.Sha256)
                    throw new InvalidDataException("The content is that of another file.");
            }

            return OpenSealed(version.Id);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or CryptographicException or UnauthorizedAccessException)
        {
            // The id says which file; its name is for those who may read it.
            log.LogError("Document version {Id} can't be opened: {Reason}", version.Id, e.GetType().Name);
            throw new Unsafe(Damaged);
        }
    }

    internal void Remove(Guid id)
    {
        File.Delete(FileOf(id));
        File.Delete(MarkOf(id));
    }

    /// <summary>Files stored before this moment of which it isn't known yet that they have a row.</summary>
    internal IReadOnlyList<Guid> WaitingSince(DateTime before, int most) => !Directory.Exists(MarksFolder)
        ? []
        : [.. Directory.EnumerateFiles(MarksFolder).Where(m => File.GetLastWriteTimeUtc(m) < before).Take(most).Select(m => Guid.ParseExact(Path.GetFileName(m), "N"))];

    /// <summary>Says that a file has its row.</summary>
    internal void Confirm(Guid id) => File.Delete(MarkOf(id));

    internal string FileOf(Guid id) => Path.Combine(settings.Folder, $"{id:N}.pga");

    internal string MarkOf(Guid id) => Path.Combine(MarksFolder, $"{id:N}");

    private Stream OpenSealed(Guid id) => SealedFile.Open(new FileStream(FileOf(id), Options(FileMode.Open, FileAccess.Read)), keys, id);

    private static FileStreamOptions Options(FileMode mode, FileAccess access)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = FileShare.Read, Options = FileOptions.Asynchronous, BufferSize = 0 };
        if (mode is FileMode.Create && !OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnFile;
        return options;
    }

    private static void MakeFolder(string path)
    {
        if (Directory.Exists(path))
            return;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnFile | UnixFileMode.UserExecute);
    }

    // A renamed file is only safe from a power cut when its folder is on the disk too. .NET has no call for it; Windows needs none.
    private static void FlushFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        var folder = NativeOpen(path, 0);
        if (folder < 0)
            return;
        _ = NativeFlush(folder);
        _ = NativeClose(folder);
    }

#pragma warning disable SYSLIB1054 // Its generated code would need unsafe blocks in the whole project.
    [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int NativeOpen([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int NativeFlush(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int NativeClose(int descriptor);
#pragma warning restore SYSLIB1054
}
