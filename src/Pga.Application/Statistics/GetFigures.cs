using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Catalogues;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Rapportage;

namespace Pga.Application.Statistics;

/// <summary>What was entered for a year: activities and budget.</summary>
[Requires(Permission.EditReport, Purpose = Purposes.Statistics)]
public sealed record GetFigures(int Year) : IQuery<FiguresOfYear>;

/// <param name="IsFrozen">The year was confirmed; nothing changes any more.</param>
/// <param name="Activities">Every kind that the catalogue has for that year, in its order, and what was counted already.</param>
/// <param name="Budget">By priority.</param>
public sealed record FiguresOfYear(int Year, bool IsFrozen, IReadOnlyList<ActivityFigure> Activities, IReadOnlyList<BudgetFigure> Budget)
{
    public long TotalBudgeted => Budget.Sum(b => b.Budgeted);

    public long TotalRealised => Budget.Sum(b => b.Realised);
}

/// <param name="Count">Null when it wasn't entered.</param>
public sealed record ActivityFigure(Guid KindId, string Name, int? Count);

/// <summary>Whole euros.</summary>
public sealed record BudgetFigure(Guid Id, string Priority, long Budgeted, long Realised);

internal sealed class GetFiguresValidator : AbstractValidator<GetFigures>
{
    public GetFiguresValidator(TimeProvider clock) =>
        RuleFor(q => q.Year).Must(year => FrozenYears.IsYear(year, clock)).WithMessage(FrozenYears.ChooseYear);
}

internal sealed class GetFiguresHandler(PgaDbContext db) : IRequestHandler<GetFigures, FiguresOfYear>
{
    public async Task<FiguresOfYear> Handle(GetFigures q, CancellationToken cancellationToken)
    {
        var valid = db.ActivityKinds.ValidWithin(new DateOnly(q.Year, 1, 1), new DateOnly(q.Year, 12, 31)).Select(k => k.Id);
        var activities = await db.ActivityKinds.Where(k => valid.Contains(k.Id) || db.Activities.Any(a => a.Year == q.Year && a.KindId == k.Id)).OrderBy(k => k.Order).ThenBy(k => k.Name)
            .Select(k => new ActivityFigure(k.Id, k.Name, db.Activities.Where(a => a.Year == q.Year && a.KindId == k.Id).Select(a => (int?)a.Count).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        var budget = await db.Budgets.Where(b => b.Year == q.Year)
            .Select(b => new BudgetFigure(b.Id, b.Priority, b.Budgeted, b.Realised)).ToListAsync(cancellationToken);
        return new FiguresOfYear(
            q.Year, await db.IsFrozen(q.Year, cancellationToken), activities, [.. budget.OrderBy(b => b.Priority, StringComparer.Ordinal)]);
    }
}
