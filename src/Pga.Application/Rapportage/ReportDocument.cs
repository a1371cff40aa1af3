using System.Text.Json;

namespace Pga.Application.Rapportage;

/// <summary>How an edition keeps its rapportage: everything in it, so that it reads back as it was.</summary>
internal static class ReportDocument
{
    private static readonly JsonSerializerOptions Options = new() { IgnoreReadOnlyProperties = true };

    public static byte[] Write(Report report) => JsonSerializer.SerializeToUtf8Bytes(report, Options);

    public static Report Read(byte[] stored) => JsonSerializer.Deserialize<Report>(stored, Options)!;
}
