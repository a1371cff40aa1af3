using Pga.Domain.Trajects;

namespace Pga.Application.Plans;

/// <summary>Months between the evaluations of a plan, by programme where the settings say otherwise.</summary>
/// <param name="Months">By code of the programme.</param>
public sealed record EvaluationTerms(IReadOnlyDictionary<string, int>? Months = null)
{
    public const int MaxMonths = 24;

    public int Of(string programme) =>
        Months is not null && Months.TryGetValue(programme, out var months) ? months : Traject.EvaluationEveryMonths;

    /// <summary>The terms in the settings, each read by its name.</summary>
    /// <exception cref="ArgumentException">One of them is no whole number of months from 1 to <see cref="MaxMonths"/>.</exception>
    public static EvaluationTerms From(Func<string, string?> setting)
    {
        var months = new Dictionary<string, int>();
        foreach (var programme in Programmes.List.All.Select(p => p.Key))
        {
            var name = $"Plans:EvaluationEveryMonths:{programme}";
            if (setting(name) is not { Length: > 0 } text)
                continue;
            if (!int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var its) || its is < 1 or > MaxMonths)
                throw new ArgumentException($"{name} must be a whole number of months from 1 to {MaxMonths}.", nameof(setting));
            months[programme] = its;
        }

        return new EvaluationTerms(months);
    }
}
