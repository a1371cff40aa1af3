using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Pga.Application.Access;
using Pga.Application.Pipeline;
using Pga.Disclosure;
using Pga.Domain.Common;

namespace Pga.Application.Rapportage;

/// <summary>The yearly rapportage: protected counts only.</summary>
/// <param name="Threshold">A count below it, or with fewer clients behind it, isn't shown.</param>
[Requires(Permission.ViewReport, Purpose = Purposes.Statistics)]
public sealed record GetReport(int Year, int Threshold = GetReport.DefaultThreshold) : IQuery<Report>
{
    public const int FirstYear = 2000;
    public const int DefaultThreshold = 5;
    public const int MinThreshold = 3;
    public const int MaxThreshold = 20;
}

internal sealed class GetReportValidator : AbstractValidator<GetReport>
{
    public GetReportValidator(TimeProvider clock)
    {
        RuleFor(r => r.Year).Must(year => year >= GetReport.FirstYear && year <= clock.Today().Year)
            .WithMessage($"Kies een jaar vanaf {GetReport.FirstYear} tot en met dit jaar.");
        RuleFor(r => r.Threshold).InclusiveBetween(GetReport.MinThreshold, GetReport.MaxThreshold)
            .WithMessage($"Kies een drempel van {GetReport.MinThreshold} tot en met {GetReport.MaxThreshold}.");
    }
}

[SeesAll("only counts leave, protected")]
internal sealed class GetReportHandler(IServiceScopeFactory scopes, TimeProvider clock) : IRequestHandler<GetReport, Report>
{
    private static readonly TimeSpan ProofTime = TimeSpan.FromSeconds(2);

    public async Task<Report> Handle(GetReport request, CancellationToken cancellationToken)
    {
        var facts = await new FactReader(scopes, request.Year, clock.UtcNow(), cancellationToken).Read();
        return Protect(request, Definitions.Count(facts), cancellationToken);
    }

    private static Report Protect(GetReport request, IReadOnlyList<CountedTable> counted, CancellationToken cancellationToken)
    {
        // All tables at once: they share totals.
        var release = new Release(
            request.Threshold,
            counted.SelectMany(t => t.ProtectedCells()),
            [.. counted.SelectMany(t => t.Additions)],
            [.. counted.SelectMany(t => t.Bases)]);
        var protection = Protector.Protect(release, ProofTime, cancellationToken);
        var report = new Report(request.Year, Definitions.Version, request.Threshold, Report.Draft,
            [.. counted.Select(t => t.Show(protection.Withheld))], Stories: [], Notes: [Report.Provisional, Report.NoEffects]);
        ReleaseCheck.Pass(release, ProtectedNumbers(report, counted), protection);
        return report;
    }

    // Read from the finished report by place, so that the gate sees what a reader will see.
    private static IEnumerable<(string Key, long? Value)> ProtectedNumbers(Report report, IReadOnlyList<CountedTable> counted) =>
        from table in report.Tables.Zip(counted, (shown, truth) => (Shown: shown, Truth: truth))
        from row in table.Shown.Rows.Zip(table.Truth.Rows, (shown, truth) => (Shown: shown, Truth: truth))
        from cell in row.Shown.Cells.Select((value, i) => (Value: value, Index: i))
        where table.Truth.Columns[cell.Index].IsProtected
        select (row.Truth.Cells[cell.Index].Key, cell.Value);
}
