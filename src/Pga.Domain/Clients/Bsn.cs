namespace Pga.Domain.Clients;

/// <summary>Burgerservicenummer: nine digits that pass the elfproef (weights 9…2, −1).</summary>
public static class Bsn
{
    public const int Length = 9;

    /// <summary>Adds the leading zero that spreadsheets drop; null when it can't be a BSN.</summary>
    public static string? Parse(string text)
    {
        text = text.Trim();
        if (text.Length == Length - 1)
            text = "0" + text;
        if (text.Length != Length || !text.All(char.IsAsciiDigit) || text.All(c => c == '0'))
            return null;
        var sum = -(text[8] - '0');
        for (var i = 0; i < 8; i++)
            sum += (9 - i) * (text[i] - '0');
        return sum % 11 == 0 ? text : null;
    }

    /// <summary>Only the last three digits are shown.</summary>
    public static string Mask(string bsn) => "••••••" + bsn[^3..];
}
