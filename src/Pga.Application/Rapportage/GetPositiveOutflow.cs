using MediatR;
using Pga.Application.Access;
using Pga.Application.Pipeline;

namespace Pga.Application.Rapportage;

/// <summary>Dashboard Positieve uitstroom: what the stored editions say about it. Nothing is counted for it.</summary>
/// <param name="Year">Null is the last year with an edition.</param>
[Requires(Permission.ViewReport, Purpose = Purposes.Statistics)]
public sealed record GetPositiveOutflow(int? Year = null) : IQuery<PositiveOutflow?>;

/// <param name="Years">With an edition, the latest first.</param>
/// <param name="Now">The year.</param>
/// <param name="Before">The year before it.</param>
/// <param name="Quarters">Of both years, the earliest first.</param>
/// <param name="Trend">All years that an edition knows, the earliest first.</param>
public sealed record PositiveOutflow(
    int Year,
    IReadOnlyList<int> Years,
    DateOnly MadeOn,
    DateOnly? ConfirmedOn,
    int Threshold,
    string Definition,
    OutflowPeriod Now,
    OutflowPeriod Before,
    OutflowComparison Inflow,
    IReadOnlyList<OutflowPeriod> Quarters,
    IReadOnlyList<OutflowPeriod> Trend,
    IReadOnlyList<OutflowComparison> Judgements,
    IReadOnlyList<OutflowComparison> Programmes)
{
    public bool IsEmpty => Now.Total == 0 && Before.Total == 0;
}

/// <summary>How many trajects ended in a period, and how many of them positively; null is withheld.</summary>
public sealed record OutflowPeriod(string Label, long? Total, long? Positive)
{
    /// <summary>Percentage, only where both are shown and there are enough.</summary>
    public int? Share => ReportTable.Percentage(Positive, Total);
}

/// <summary>A row of a table for the year and the year before; null is withheld.</summary>
public sealed record OutflowComparison(string Label, int Level, long? Before, long? Now)
{
    public long? Difference => Now - Before;
}
