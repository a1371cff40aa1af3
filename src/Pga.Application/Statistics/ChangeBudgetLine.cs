using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Rapportage;
using Pga.Domain.Statistics;

namespace Pga.Application.Statistics;

/// <summary>Changes a line of the budget. Answers its id.</summary>
/// <param name="Was">The line as the form showed it: it stands for a base version.</param>
[Requires(Permission.EditReport, Purpose = Purposes.Statistics)]
public sealed record ChangeBudgetLine(Guid CommandId, Guid BudgetId, string Priority, long? Budgeted, long? Realised, BudgetBase Was) : ICommand, IBudgetFields;

/// <summary>A line as somebody had it before them.</summary>
public sealed record BudgetBase(string Priority, long Budgeted, long Realised)
{
    internal bool Is(Budget now) => (now.Priority, now.Budgeted, now.Realised) == (Priority, Budgeted, Realised);
}

internal sealed class ChangeBudgetLineValidator : BudgetRules<ChangeBudgetLine>
{
    public ChangeBudgetLineValidator() => RuleFor(c => c.Was).NotNull().WithMessage(Figures.WasMissing);
}

internal sealed class ChangeBudgetLineHandler(PgaDbContext db) : IRequestHandler<ChangeBudgetLine, Guid>
{
    public async Task<Guid> Handle(ChangeBudgetLine c, CancellationToken cancellationToken)
    {
        var line = await db.Budgets.SingleOrDefaultAsync(b => b.Id == c.BudgetId, cancellationToken) ?? throw new NotFound();
        var priority = c.Priority.Trim();
        await db.RefuseFrozen(line.Year, cancellationToken);
        if (!c.Was.Is(line))
        {
            ConflictingValue[] values =
            [
                new(nameof(c.Priority), "Prioriteit", line.Priority, priority),
                new(nameof(c.Budgeted), "Begroot", Figures.Text(line.Budgeted), Figures.Text(c.Budgeted)),
                new(nameof(c.Realised), "Gerealiseerd", Figures.Text(line.Realised), Figures.Text(c.Realised)),
            ];
            throw new Conflict(Guid.Empty, [.. values.Where(v => v.Theirs != v.Yours)]);
        }

        await db.RefuseSecondPriority(line.Year, priority, line.Id, cancellationToken);
        line.Rename(priority);
        line.Set(c.Budgeted!.Value, c.Realised!.Value);
        return line.Id;
    }
}
