using System.Globalization;
using FluentValidation;
using Pga.Domain.Plans;

namespace Pga.Application.Plans;

/// <summary>What a worker fills in about a goal, the first time and in a change.</summary>
internal interface IGoalFields
{
    string Leefgebied { get; }

    string? ClientWords { get; }

    string? ProfessionalWords { get; }

    DateOnly TargetOn { get; }
}

internal static class GoalFields
{
    public static GoalDetails Details(this IGoalFields g) => new(g.Leefgebied, g.ClientWords, g.ProfessionalWords, g.TargetOn);
}

/// <summary>The rules about single fields, all told at once; <see cref="Goal"/> has the rest.</summary>
internal abstract class GoalRules<T> : AbstractValidator<T>
    where T : IGoalFields
{
    protected GoalRules()
    {
        RuleFor(g => g.Leefgebied).NotEmpty().WithErrorCode("goal.unknown-leefgebied").WithMessage("Kies een leefgebied.");
        RuleFor(g => g.ClientWords).MaximumLength(Goal.MaxWords).WithMessage("De woorden van de cliënt zijn te lang. Gebruik hoogstens 1.000 tekens.");
        RuleFor(g => g.ProfessionalWords).MaximumLength(Goal.MaxWords).WithMessage("Uw eigen woorden zijn te lang. Gebruik hoogstens 1.000 tekens.");
        RuleFor(g => g.TargetOn).NotEmpty().WithErrorCode("goal.target").WithMessage("Kies een streefdatum.");
    }
}

/// <summary>Values side by side in a conflict and in the history.</summary>
internal static class PlanText
{
    public static string Of(DateOnly date) => date.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    public static string? Of(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
