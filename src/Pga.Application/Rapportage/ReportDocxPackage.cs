using System.IO.Compression;

namespace Pga.Application.Rapportage;

/// <summary>A package with nothing in it but its content: no times, and no compression, which differs from one .NET to the next.</summary>
internal static class ReportDocxPackage
{
    // The first that a zip can hold.
    private static readonly DateTimeOffset Never = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Copy(MemoryStream package, Stream stream)
    {
        package.Position = 0;
        using var from = new ZipArchive(package, ZipArchiveMode.Read);
        // Written in memory first: to a stream that can't seek a zip is written differently.
        using var made = new MemoryStream();
        using (var to = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in from.Entries.OrderBy(e => e.FullName != "[Content_Types].xml").ThenBy(e => e.FullName, StringComparer.Ordinal))
            {
                var entry = to.CreateEntry(part.FullName, CompressionLevel.NoCompression);
                entry.LastWriteTime = Never;
                using var source = part.Open();
                using var target = entry.Open();
                source.CopyTo(target);
            }
        }

        made.Position = 0;
        made.CopyTo(stream);
    }
}
