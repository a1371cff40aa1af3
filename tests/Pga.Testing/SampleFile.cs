using System.IO.Compression;
using System.Text;

namespace Pga.Testing;

/// <summary>Small files of each kind, made on the spot.</summary>
public static class SampleFile
{
    public const string DocxMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    public const string XlsxMain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    public static byte[] Pdf(string text = "Verslag") => Encoding.Latin1.GetBytes($"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n% {text}\n%%EOF\n");

    public static byte[] Jpeg() => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xD9];

    public static byte[] Png() => [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 0, .. "IEND"u8, 0xAE, 0x42, 0x60, 0x82];

    public static byte[] Heic() => [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8];

    /// <summary>The begin of a Windows program.</summary>
    public static byte[] Program() => [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0, .. new byte[100], .. "PE"u8, 0, 0];

    public static byte[] Office(string mainType, params string[] moreParts) => Zip(
        [
            ("[Content_Types].xml", $"<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/main.xml\" ContentType=\"{mainType}\"/></Types>"),
            ("main.xml", "<document/>"),
            .. moreParts.Select(p => (p, "x")),
        ]);

    public static byte[] OpenDocument(string mediaType, params string[] moreParts) => Zip([("mimetype", mediaType), ("content.xml", "<office/>"), .. moreParts.Select(p => (p, "x"))]);

    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A PDF of an exact size.</summary>
    public static byte[] PdfOf(int bytes)
    {
        var file = new byte[bytes];
        Array.Fill(file, (byte)' ');
        Pdf().CopyTo(file, 0);
        return file;
    }
}
