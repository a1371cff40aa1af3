using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Pga.Web.Ui;

/// <summary>Whole numbers as people in the Netherlands type them: 1250, 1.250, € 1 250, 1.250,00.</summary>
public static partial class DutchNumber
{
    /// <summary>The number, or null when the field is empty or can't be read; then the field has its error.</summary>
    /// <param name="field">Name of the field: <c>Input.Budgeted</c>.</param>
    public static long? Read(string? typed, ModelStateDictionary state, string field)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (TryRead(typed, out var number))
            return number;
        state.AddModelError(field, Cents().IsMatch(typed)
            ? "Vul een heel getal in, zonder cijfers achter de komma."
            : $"‘{typed.Trim()}’ kunnen we niet lezen. Vul een heel getal in, bijvoorbeeld 1250 of 1.250.");
        return null;
    }

    public static bool TryRead(string typed, out long number)
    {
        ArgumentNullException.ThrowIfNull(typed);
        number = 0;
        var match = Number().Match(typed.Trim());
        return match.Success && long.TryParse(
            (match.Groups["min"].Success ? "-" : "") + string.Concat(match.Groups["n"].Value.Where(char.IsAsciiDigit)), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>1.250</summary>
    public static string Text(long number) => number.ToString("N0", CultureInfo.GetCultureInfo("nl-NL"));

    // Dots and spaces only between groups of three: 12.50 is something else.
    [GeneratedRegex(@"^(?<min>[-−])?\s*€?\s*(?<min>[-−])?\s*(?<n>[0-9]+|[0-9]{1,3}(?:[.\s\u00A0\u202F'’][0-9]{3})+)(?:,(?:00|-|–|=))?\s*(?:euro)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"^[^,]*[0-9],[0-9]+\s*$")]
    private static partial Regex Cents();
}
