using System.Text.RegularExpressions;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;

namespace Pga.Domain.Contacts;

/// <summary>Sjabloon: the text of a letter with fields such as <c>{{naam}}</c>, for a worker to fill in and finish.</summary>
public sealed class LetterTemplate(Guid id, string code, string name, string subject, string body, int order, bool needsReview = false)
    : CatalogueItem(id, code, name, order, needsReview)
{
    public const int MaxSubject = 150;

    public string Subject { get; private set; } = subject;

    public string Body { get; private set; } = body;

    /// <summary>Other words, for the letters from now on: one that was written is a contact moment and stays as it is.</summary>
    public void Write(string subject, string body)
    {
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(subject), "letter.subject", "Subject", "Vul een onderwerp in.");
        RuleBroken.Unless(!subject.Trim().Contains('\n', StringComparison.Ordinal), "letter.subject", "Subject", "Zet het onderwerp op één regel.");
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(body), "letter.text", "Body", "Schrijf de tekst van de brief.");
        LetterText.CheckFields(subject, "Subject");
        LetterText.CheckFields(body, "Body");
        Subject = subject.Trim();
        Body = body.ReplaceLineEndings("\n").Trim();
    }
}

/// <summary>What may stand in a letter.</summary>
public static partial class LetterText
{
    public const int MaxLength = 15_000;

    /// <summary>Stands where the records had nothing to fill in; a letter with it in isn't done.</summary>
    private const string Gap = "[vul in: ";

    /// <summary>Every field that a template may have, with the words for it.</summary>
    public static readonly CodeList Fields = new(
        ("naam", "naam van de cliënt"),
        ("voornaam", "voornaam van de cliënt"),
        ("vandaag", "datum van vandaag"),
        ("medewerker", "uw naam"),
        ("organisatie", "naam van de organisatie"),
        ("aanpak", "naam van de aanpak"),
        ("afspraak", "dag en tijd van de afspraak"),
        ("plaats", "plaats van de afspraak"),
        ("aanmelddatum", "datum van de aanmelding"),
        ("startdatum", "datum van de start"),
        ("einddatum", "datum van het einde"));

    /// <summary>Fills in what is known. A field that doesn't exist stops it: better no letter than half of one.</summary>
    /// <param name="values">By field; what is absent or empty becomes a gap for the worker to fill.</param>
    public static string Fill(string template, IReadOnlyDictionary<string, string?> values)
    {
        var filled = Field().Replace(template, match =>
        {
            var field = match.Groups[1].Value;
            RuleBroken.Unless(Fields.Has(field), "letter.unknown-field", "",
                $"In dit sjabloon staat een veld dat niet bestaat: {match.Value}. De brief is daarom niet gemaakt. Vraag de functioneel beheerder om het sjabloon te verbeteren.");
            return values.GetValueOrDefault(field) is { Length: > 0 } value ? value : $"{Gap}{Fields.Label(field)}]";
        });
        RuleBroken.Unless(!HasBraces(filled), "letter.broken-field", "",
            "In dit sjabloon staat een veld dat niet goed is geschreven. De brief is daarom niet gemaakt. Vraag de functioneel beheerder om het sjabloon te verbeteren.");
        return filled;
    }

    /// <summary>Refuses a template with a field that doesn't exist or isn't written as one, and says which there are.</summary>
    public static void CheckFields(string template, string field)
    {
        var unknown = Field().Matches(template).Where(m => !Fields.Has(m.Groups[1].Value)).Select(m => m.Value).Distinct().ToList();
        RuleBroken.Unless(unknown.Count == 0, "letter.unknown-field", field,
            $"Dit veld bestaat niet: {string.Join(", ", unknown)}. Kies uit: {string.Join(", ", Fields.All.Select(f => Named(f.Key)))}.");
        RuleBroken.Unless(!HasBraces(Field().Replace(template, "")), "letter.broken-field", field,
            $"Een veld is niet goed geschreven. Zet twee haken ervoor en twee erachter, zoals {Named("naam")}.");
    }

    /// <summary>As it is written in a template.</summary>
    public static string Named(string field) => "{{" + field + "}}";

    /// <summary>Nothing in it waits to be filled in.</summary>
    public static bool IsComplete(string? text) => text is null || !(HasBraces(text) || text.Contains(Gap, StringComparison.OrdinalIgnoreCase));

    // A name with braces in it is nobody's.
    private static bool HasBraces(string text) => text.Contains("{{", StringComparison.Ordinal) || text.Contains("}}", StringComparison.Ordinal);

    [GeneratedRegex(@"\{\{\s*([^{}]*?)\s*\}\}")]
    private static partial Regex Field();
}
