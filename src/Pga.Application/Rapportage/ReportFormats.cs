namespace Pga.Application.Rapportage;

/// <summary>The forms in which a rapportage leaves. Each is written by a pure function: the same report gives the same bytes.</summary>
public static class ReportFormats
{
    public const string Json = "json";
    public const string Csv = "csv";
    public const string Html = "html";
    public const string Docx = "docx";

    public static readonly IReadOnlyList<string> All = [Json, Csv, Html, Docx];

    public static string ContentType(string format) => format switch
    {
        Json => ReportJson.ContentType,
        Csv => ReportCsv.ContentType,
        Docx => ReportDocx.ContentType,
        _ => ReportHtml.ContentType,
    };

    public static byte[] Write(Report report, string format)
    {
        using var made = new MemoryStream();
        WriterOf(format)(report, made);
        return made.ToArray();
    }

    private static Action<Report, Stream> WriterOf(string format) => format switch
    {
        Json => ReportJson.Write,
        Csv => ReportCsv.Write,
        Html => ReportHtml.Write,
        Docx => ReportDocx.Write,
        _ => throw new ArgumentOutOfRangeException(nameof(format), "Unknown format."),
    };
}
