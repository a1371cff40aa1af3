using System.IO.Compression;
using System.Text;
using System.Xml;
using Pga.Domain.Common;

namespace Pga.Application.Documents;

/// <summary>Says what a file is by its content, and refuses what isn't on the list or isn't what its name says.</summary>
internal static class FileCheck
{
    private const int HeadSize = 16;
    private const int BufferSize = 64 * 1024;

    /// <summary>The part of an Office file that lists its parts is a few kB; more is no Office file.</summary>
    private const int MaxContentTypes = 1024 * 1024;

    private static readonly string[] HeicBrands = ["heic", "heix", "hevc", "hevx", "mif1", "msf1", "heim", "heis"];

    private static readonly byte[][] Programs = [[.. "MZ"u8], [0x7F, .. "ELF"u8], [.. "#!"u8], [0xCF, 0xFA, 0xED, 0xFE], [0xCE, 0xFA, 0xED, 0xFE], [0xCA, 0xFE, 0xBA, 0xBE]];

    /// <summary>Office files from before 2007, and newer ones with a password.</summary>
    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <param name="name">As cleaned by <see cref="FileNames"/>.</param>
    /// <param name="content">Can seek; is left at its begin.</param>
    public static async Task<FileType> Check(string name, Stream content, CancellationToken ct)
    {
        var extension = FileNames.ExtensionOf(name).ToLowerInvariant();
        var claimed = FileTypes.All.FirstOrDefault(t => t.Extensions.Contains(extension));
        var head = new byte[HeadSize];
        content.Position = 0;
        var read = await content.ReadAtLeastAsync(head, HeadSize, throwOnEndOfStream: false, ct);
        head = head[..read];
        RuleBroken.Unless(!Programs.Any(p => head.StartsWith(p)), "document.program", "File", "Dit bestand is een programma, wat de naam ook zegt. Programma’s kunnen niet worden opgeslagen.");
        if (claimed is null)
            throw Refused(extension.Length == 0 ? "Dit bestand heeft geen extensie, zoals .pdf." : $"Een bestand van de soort {extension} kan niet worden opgeslagen.");
        RuleBroken.Unless(!head.StartsWith(OldOffice), "document.old-office", "File",
            "Dit is een oud Office-bestand, of het heeft een wachtwoord. Sla het zonder wachtwoord op als docx, xlsx of PDF, en kies dat bestand.");

        var found = Recognise(head, content) ?? (claimed == FileTypes.Text || claimed == FileTypes.Csv ? await Text(claimed, content, ct) : null);
        content.Position = 0;
        return found == claimed ? found : throw Refused($"De inhoud van dit bestand is geen {extension[1..]}. Misschien is de naam veranderd, of is het bestand beschadigd.");
    }

    private static FileType? Recognise(byte[] head, Stream content)
    {
        if (head.StartsWith("%PDF-"u8))
            return FileTypes.Pdf;
        if (head.StartsWith([0xFF, 0xD8, 0xFF]))
            return FileTypes.Jpeg;
        if (head.StartsWith([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A]))
            return FileTypes.Png;
        if (head.Length >= 12 && head.AsSpan(4, 4).SequenceEqual("ftyp"u8) && HeicBrands.Contains(Encoding.Latin1.GetString(head, 8, 4)))
            return FileTypes.Heic;
        return head.StartsWith("PK"u8) ? Office(content) : null;
    }

    private static bool StartsWith(this byte[] head, ReadOnlySpan<byte> mark) => head.AsSpan().StartsWith(mark);

    private static FileType? Office(Stream content)
    {
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            RefuseMacros(zip.Entries.Any(e => IsProgram(e.FullName)));
            if (zip.GetEntry("[Content_Types].xml") is { } types)
                return OfficeOpenXml(types);
            return zip.GetEntry("mimetype") is { } mimetype ? OpenDocument(mimetype) : null;
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            return null;
        }
    }

    private static FileType? OfficeOpenXml(ZipArchiveEntry types)
    {
        using var file = types.Open();
        using var xml = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxContentTypes });
        FileType? found = null;
        while (xml.Read())
        {
            if (xml.NodeType is not XmlNodeType.Element || xml.GetAttribute("ContentType") is not { } type)
                continue;
            RefuseMacros(type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase));
            found ??= type switch
            {
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml" => FileTypes.Docx,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml" => FileTypes.Xlsx,
                _ => null,
            };
        }

        return found;
    }

    private static FileType? OpenDocument(ZipArchiveEntry mimetype)
    {
        using var file = mimetype.Open();
        var text = new byte[100];
        var read = file.ReadAtLeast(text, text.Length, throwOnEndOfStream: false);
        var found = Encoding.ASCII.GetString(text, 0, read);
        return found == FileTypes.Odt.MediaType ? FileTypes.Odt : found == FileTypes.Ods.MediaType ? FileTypes.Ods : null;
    }

    /// <summary>Macros of Word and Excel, ActiveX controls, and the scripts of OpenDocument.</summary>
    private static bool IsProgram(string part) =>
        part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || part.Contains("/activeX/", StringComparison.OrdinalIgnoreCase)
        || part.StartsWith("Basic/", StringComparison.Ordinal)
        || part.StartsWith("Scripts/", StringComparison.Ordinal);

    private static void RefuseMacros(bool hasMacros) =>
        RuleBroken.Unless(!hasMacros, "document.macros", "File", "In dit bestand zitten macro’s: programmaatjes die kunnen starten als iemand het opent. Sla het op zonder macro’s of als PDF, en kies dat bestand.");

    /// <summary>UTF-8, or else Windows-1252; in neither may there be control characters.</summary>
    private static async Task<FileType?> Text(FileType claimed, Stream content, CancellationToken ct)
    {
        content.Position = 0;
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        bool isUtf8 = true, isWindows = true;
        var buffer = new byte[BufferSize];
        var letters = new char[BufferSize + 1];
        int read;
        do
        {
            read = await content.ReadAsync(buffer, ct);
            foreach (var b in buffer.AsSpan(0, read))
            {
                if (b is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f') or 0x7F)
                    return null;
                isWindows &= b is not (0x81 or 0x8D or 0x8F or 0x90 or 0x9D);
            }

            isUtf8 = isUtf8 && IsUtf8(decoder, buffer.AsSpan(0, read), letters);
        }
        while (read > 0);
        return isUtf8 || isWindows ? claimed : null;
    }

    private static bool IsUtf8(Decoder decoder, ReadOnlySpan<byte> bytes, char[] letters)
    {
        try
        {
            decoder.GetChars(bytes, letters, flush: bytes.IsEmpty);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static RuleBroken Refused(string why) => new("document.type", "File", $"{why} Kies {FileTypes.InWords}.");
}
