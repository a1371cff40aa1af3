namespace Pga.Domain.Common;

/// <summary>A rule of the domain was broken. Carries the text the user sees and the field it belongs to.</summary>
/// <param name="code">Stable code for clients of the API: <c>contact.future-outcome</c>.</param>
/// <param name="field">Name of the request's field, or empty when the rule is about the whole.</param>
/// <param name="message">Dutch, B1, says what to do.</param>
public sealed class RuleBroken(string code, string field, string message) : Exception(code)
{
    public string Code { get; } = code;

    public string Field { get; } = field;

    public string Text { get; } = message;

    /// <summary>Throws when <paramref name="holds"/> is false.</summary>
    public static void Unless(bool holds, string code, string field, string message)
    {
        if (!holds)
            throw new RuleBroken(code, field, message);
    }
}
