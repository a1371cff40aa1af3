using System.Globalization;
using System.Text;

namespace Pga.Domain.Common;

/// <summary>Text made comparable: lower case, without diacritics, ı as i. Databases fold differently, so we fold ourselves.</summary>
public static class SearchText
{
    public static string Normalise(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)
                continue;
            var lower = char.ToLowerInvariant(c);
            result.Append(lower switch
            {
                'ı' => "i",
                'ø' => "o",
                'ł' => "l",
                'đ' => "d",
                'ß' => "ss",
                'æ' => "ae",
                'œ' => "oe",
                _ => lower.ToString(),
            });
        }

        return result.ToString();
    }

    /// <summary>The words of a name or a search, letters and digits only, each at most 64 long.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in Normalise(text).Append(' '))
        {
            if (char.IsLetterOrDigit(c))
            {
                if (word.Length < MaxWord)
                    word.Append(c);
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words;
    }

    public const int MaxWord = 64;
}
