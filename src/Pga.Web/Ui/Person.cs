using System.Globalization;

namespace Pga.Web.Ui;

/// <summary>How a person is shown in the header and in lists.</summary>
public static class Person
{
    /// <summary>First letter of the first and of the last word: "Sanne de Wit" is SW.</summary>
    public static string Initials(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length switch
        {
            0 => "?",
            1 => First(words[0]),
            _ => First(words[0]) + First(words[^1]),
        };
    }

    /// <summary>The name of a role on the screen, from its code.</summary>
    public static string Role(string code) => code switch
    {
        "pga-expert" => "PGA-expert",
        "rio" => "RIO",
        "coordinator" => "Coördinator",
        "partner" => "Partner",
        "manager" => "Manager",
        "privacy-officer" => "Privacy officer",
        "administrator" => "Functioneel beheerder",
        _ => code,
    };

    /// <summary>Roles and team on one line: "PGA-expert · Overvecht".</summary>
    public static string Function(IEnumerable<string> roles, string? team)
    {
        var shown = string.Join(", ", roles.Select(Role));
        return string.IsNullOrWhiteSpace(team) ? shown : $"{shown} · {team}";
    }

    // A letter may be more than one char (a base letter with a combining accent).
    private static string First(string word) =>
        StringInfo.GetNextTextElement(word).ToUpper(CultureInfo.GetCultureInfo("nl-NL"));
}
