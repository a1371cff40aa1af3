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

    /// <summary>Refuses a setting that no rapportage can be made with.</summary>
    public void Check()
    {
        foreach (var (audience, label) in Audiences.List.All)
        {
            RuleBroken.Unless(Of(audience) is >= GetReport.MinThreshold and <= GetReport.MaxThreshold, "report.threshold-setting", "",
                $"De drempel voor {label.ToLowerInvariant()} in de instellingen klopt niet. Kies een drempel van {GetReport.MinThreshold} tot en met {GetReport.MaxThreshold} (Rapportage:Thresholds:{audience}).");
        }
    }
}
