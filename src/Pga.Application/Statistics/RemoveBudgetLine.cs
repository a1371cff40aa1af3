using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Rapportage;

namespace Pga.Application.Statistics;

/// <summary>Removes a line of the budget; the history keeps what it was. Answers its id.</summary>
/// <param name="Was">The line as the page showed it: what is removed is what was read.</param>
[Requires(Permission.EditReport, Purpose = Purposes.Statistics)]
public sealed record RemoveBudgetLine(Guid CommandId, Guid BudgetId, BudgetBase Was) : ICommand;

internal sealed class RemoveBudgetLineValidator : AbstractValidator<RemoveBudgetLine>
{
    public RemoveBudgetLineValidator() => RuleFor(c => c.Was).NotNull().WithMessage(Figures.WasMissing);
}

internal sealed class RemoveBudgetLineHandler(PgaDbContext db) : IRequestHandler<RemoveBudgetLine, Guid>
{
    public async Task<Guid> Handle(RemoveBudgetLine c, CancellationToken cancellationToken)
    {
        var line = await db.Budgets.SingleOrDefaultAsync(b => b.Id == c.BudgetId, cancellationToken) ?? throw new NotFound();
        await db.RefuseFrozen(line.Year, cancellationToken);
        if (!c.Was.Is(line))
        {
            throw new Conflict(Guid.Empty,
            [
                new("", "Prioriteit", line.Priority, null),
                new("", "Begroot", Figures.Text(line.Budgeted), null),
                new("", "Gerealiseerd", Figures.Text(line.Realised), null),
            ]);
        }

        db.Budgets.Remove(line);
        return line.Id;
    }
}
