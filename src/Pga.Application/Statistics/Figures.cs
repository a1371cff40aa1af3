using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Data;
using Pga.Domain.Common;
using Pga.Domain.Statistics;

namespace Pga.Application.Statistics;

/// <summary>What a manager fills in about a line of the budget.</summary>
internal interface IBudgetFields
{
    string Priority { get; }

    long? Budgeted { get; }

    long? Realised { get; }
}

internal abstract class BudgetRules<T> : AbstractValidator<T>
    where T : IBudgetFields
{
    protected BudgetRules()
    {
        RuleFor(c => c.Priority).Must(p => !string.IsNullOrWhiteSpace(p)).WithErrorCode("budget.priority").WithMessage("Vul de prioriteit in.");
        RuleFor(c => c.Priority).MaximumLength(Budget.MaxPriority).WithMessage($"De naam is te lang. Gebruik hoogstens {Budget.MaxPriority} tekens.");
        Amount(RuleFor(c => c.Budgeted));
        Amount(RuleFor(c => c.Realised));
    }

    private static void Amount(IRuleBuilderInitial<T, long?> amount) => amount.Cascade(CascadeMode.Stop)
        .NotNull().WithErrorCode("budget.amount").WithMessage("Vul een bedrag in hele euro’s in. Is er geen bedrag, vul dan 0 in.")
        .GreaterThanOrEqualTo(0).WithErrorCode("budget.negative").WithMessage("Vul een bedrag van 0 of hoger in.")
        .LessThanOrEqualTo(Budget.MaxAmount).WithErrorCode("budget.too-much").WithMessage("Dit bedrag is te groot.");
}

internal static class Figures
{
    public const string WasMissing = "Zeg erbij welke bedragen u zag.";

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>1.250, for a conflict.</summary>
    public static string? Text(long? number) => number?.ToString("N0", Dutch);

    /// <summary>Two lines with the same name would be one row in the rapportage.</summary>
    public static async Task RefuseSecondPriority(this PgaDbContext db, int year, string priority, Guid? except, CancellationToken ct)
    {
        var others = await db.Budgets.Where(b => b.Year == year && b.Id != except).Select(b => b.Priority).ToListAsync(ct);
        RuleBroken.Unless(!others.Contains(priority, StringComparer.OrdinalIgnoreCase), "budget.second-priority", "Priority", "Deze prioriteit staat er al. Wijzig die regel.");
    }
}
