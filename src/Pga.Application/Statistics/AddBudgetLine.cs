using FluentValidation;
using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Rapportage;
using Pga.Domain.Statistics;

namespace Pga.Application.Statistics;

/// <summary>Adds a priority to the budget of a year, in whole euros. Answers the id of the line.</summary>
[Requires(Permission.EditReport, Purpose = Purposes.Statistics)]
public sealed record AddBudgetLine(Guid CommandId, int Year, string Priority, long? Budgeted, long? Realised) : ICommand, IBudgetFields;

internal sealed class AddBudgetLineValidator : BudgetRules<AddBudgetLine>
{
    public AddBudgetLineValidator(TimeProvider clock) =>
        RuleFor(c => c.Year).Must(year => FrozenYears.IsYear(year, clock)).WithMessage(FrozenYears.ChooseYear);
}

internal sealed class AddBudgetLineHandler(PgaDbContext db) : IRequestHandler<AddBudgetLine, Guid>
{
    public async Task<Guid> Handle(AddBudgetLine c, CancellationToken cancellationToken)
    {
        var priority = c.Priority.Trim();
        await db.RefuseFrozen(c.Year, cancellationToken);
        await db.RefuseSecondPriority(c.Year, priority, null, cancellationToken);
        var line = new Budget(c.CommandId, c.Year, priority, c.Budgeted!.Value, c.Realised!.Value);
        db.Budgets.Add(line);
        return line.Id;
    }
}
