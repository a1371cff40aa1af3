namespace Pga.Application.Documents;

/// <summary>A kind of file that a document may be.</summary>
/// <param name="Label">For people.</param>
/// <param name="Extensions">In lower case, with the dot.</param>
public sealed record FileType(string Label, string MediaType, params string[] Extensions);

/// <summary>
/// The files we take. Short on purpose: what it holds can be looked at. No e-mail files and no archives, because they carry
/// other files; no old Office files, because nobody can tell what is in them.
/// </summary>
public static class FileTypes
{
    public const long MaxBytes = 20 * 1024 * 1024;
    public const string InWords = "PDF, Word (docx), Excel (xlsx), OpenDocument (odt, ods), een foto (jpg, png, heic) of platte tekst (txt, csv)";

    public static readonly FileType Pdf = new("PDF", "application/pdf", ".pdf");
    public static readonly FileType Docx = new("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");
    public static readonly FileType Xlsx = new("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");
    public static readonly FileType Odt = new("OpenDocument tekst", "application/vnd.oasis.opendocument.text", ".odt");
    public static readonly FileType Ods = new("OpenDocument rekenblad", "application/vnd.oasis.opendocument.spreadsheet", ".ods");
    public static readonly FileType Jpeg = new("Foto", "image/jpeg", ".jpg", ".jpeg");
    public static readonly FileType Png = new("Afbeelding", "image/png", ".png");
    public static readonly FileType Heic = new("Foto", "image/heic", ".heic", ".heif");
    public static readonly FileType Text = new("Tekst", "text/plain", ".txt");
    public static readonly FileType Csv = new("Tabel", "text/csv", ".csv");

    public static readonly IReadOnlyList<FileType> All = [Pdf, Docx, Xlsx, Odt, Ods, Jpeg, Png, Heic, Text, Csv];

    /// <summary>
    /// For the file picker. Without HEIC: an iPhone then sends the same photo as JPEG, which every colleague can open.
    /// </summary>
    public static string Accept { get; } = string.Join(',', All.Where(t => t != Heic).SelectMany(t => t.Extensions.Append(t.MediaType)));

    public static string LabelOf(string mediaType) => All.FirstOrDefault(t => t.MediaType == mediaType)?.Label ?? mediaType;
}
