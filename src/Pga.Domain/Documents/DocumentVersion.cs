using Pga.Domain.Common;

namespace Pga.Domain.Documents;

/// <summary>Whether a file went past the virus scanner.</summary>
public static class ScanResults
{
    public const string Clean = "clean";
    public const string NotScanned = "not-scanned";

    public static readonly CodeList List = new((Clean, "Gecontroleerd op virussen"), (NotScanned, "Niet op virussen gecontroleerd"));
}

/// <summary>One file of a document, as it was uploaded. It never changes; its content lies encrypted outside the database.</summary>
public sealed class DocumentVersion : Entity
{
    public const int MaxFileName = 150;
    public const int MaxMediaType = 100;

    /// <summary>SHA-256 in hexadecimal.</summary>
    public const int HashLength = 64;

    internal DocumentVersion(Guid id, Guid documentId, int number, CheckedFile file, Guid uploadedById, DateTime nowUtc)
    {
        Id = id;
        DocumentId = documentId;
        Number = number;
        FileName = file.Name;
        MediaType = file.MediaType;
        Size = file.Size;
        Sha256 = file.Sha256;
        Scan = file.Scan;
        UploadedById = uploadedById;
        UploadedAt = nowUtc;
    }

    private DocumentVersion() => FileName = MediaType = Sha256 = Scan = null!;

    public Guid DocumentId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    /// <summary>Cleaned: no path, nothing that shows otherwise than it is.</summary>
    public string FileName { get; private set; }

    /// <summary>As its content says, not as the browser did.</summary>
    public string MediaType { get; private set; }

    /// <summary>In bytes, of the file itself.</summary>
    public long Size { get; private set; }

    public string Sha256 { get; private set; }

    public Guid UploadedById { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime UploadedAt { get; private set; }

    /// <summary>One of <see cref="ScanResults"/>. What has a virus isn't stored.</summary>
    public string Scan { get; private set; }
}

/// <summary>A file whose content was looked at.</summary>
/// <param name="Scan">One of <see cref="ScanResults"/>.</param>
public sealed record CheckedFile(string Name, string MediaType, long Size, string Sha256, string Scan);
