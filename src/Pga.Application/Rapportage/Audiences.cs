using Pga.Domain.Common;

namespace Pga.Application.Rapportage;

/// <summary>For whom a document of an edition is.</summary>
public static class Audiences
{
    public const string Council = "council";
    public const string Management = "management";

    public static readonly CodeList List = new((Council, "Gemeenteraad"), (Management, "Sturing"));
}

/// <summary>Per audience: a count below it, or with fewer persons behind it, isn't shown.</summary>
public sealed record Thresholds(int Council = GetReport.DefaultThreshold, int Management = GetReport.DefaultThreshold)
{
    public int Of(string audience) => audience == Audiences.Council ? Council : Management;
}
