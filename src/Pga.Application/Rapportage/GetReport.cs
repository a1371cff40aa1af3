using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Rapportage;

/// <summary>
/// The rapportage of a year as the cases are now, at any threshold; protected, but not stored. Who lays two of these beside
/// each other can work out what one of them doesn't show, so it is for who has the database anyway.
/// </summary>
/// <param name="Threshold">A count below it, or with fewer clients behind it, isn't shown.</param>
[Requires(Permission.CountReport, Purpose = Purposes.Statistics)]
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
internal sealed class GetReportHandler(PgaDbContext db, IServiceScopeFactory scopes, TimeProvider clock) : IRequestHandler<GetReport, Report>
{
    public async Task<Report> Handle(GetReport request, CancellationToken cancellationToken)
    {
        if (await db.Editions.AnyAsync(e => e.Year == request.Year && e.ConfirmedAt != null, cancellationToken))
            throw new RuleBroken("report.confirmed", nameof(GetReport.Threshold), $"De rapportage over {request.Year} is vastgesteld. Ze bestaat alleen met de drempel van toen.");
        var facts = await new FactReader(scopes, request.Year, clock.UtcNow(), cancellationToken).Read();
        AudienceSettings settings = new(Audiences.Council, request.Threshold, Neighbours.None);
        return Protection.Protect(CountedEdition.Of(facts), [settings], clock.Today(), null, cancellationToken).Single().Report;
    }
}
