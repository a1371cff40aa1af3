using System.Text;

namespace Pga.Domain.Common;

/// <summary>
/// What a name sounds like, whoever wrote it down: Mohamed and Mohammed, Youssef and Joesoef, Rachid and Rashid have a key
/// in common. Made for names of Dutch, Moroccan, Turkish and Slavic origin as they are spelled here; decision 6.
/// </summary>
public static class SoundKey
{
    /// <summary>Before a key among the words of a name, so that no beginning of a word finds it.</summary>
    public const char Mark = '*';

    /// <summary>With fewer letters nearly everything sounds alike.</summary>
    public const int MinLetters = 3;

    /// <summary>With fewer consonants than this the vowels count too, as three sorts.</summary>
    private const int EnoughConsonants = 3;

    private static readonly (string Written, string Sound)[] Spellings =
    [
        ("tsch", "s"), ("sch", "s"), ("tsj", "s"), ("tch", "s"), ("sj", "s"), ("sh", "s"), ("sz", "s"), ("cz", "s"),
        ("dzj", "j"), ("dj", "j"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("ck", "k"), ("kh", "x"), ("gh", "x"),
    ];

    /// <summary>The keys of a normalised word (<see cref="SearchText.Words"/>), each with <see cref="Mark"/>; none for a short one or a number.</summary>
    public static IReadOnlyList<string> Of(string word)
    {
        if (word.Length < MinLetters || word.Any(c => c is < 'a' or > 'z'))
            return [];
        word = word.Replace("x", "ks", StringComparison.Ordinal);
        // In a Dutch name ch is a throaty sound, in a French spelling a hushing one.
        string[] readings = word.Contains("ch", StringComparison.Ordinal) ? [word.Replace("ch", "x", StringComparison.Ordinal), word.Replace("ch", "sj", StringComparison.Ordinal)] : [word];
        return [.. readings.Select(reading => Mark + Key(reading)).Distinct()];
    }

    private static string Key(string word)
    {
        foreach (var (written, sound) in Spellings)
            word = word.Replace(written, sound, StringComparison.Ordinal);
        if (word.Length > 2 && word.StartsWith("ou", StringComparison.Ordinal) && IsVowel(word[2]))
            word = "w" + word[2..];
        var consonants = new StringBuilder();
        var sounds = new StringBuilder();
        for (var i = 0; i < word.Length; i++)
        {
            if (i > 0 && word[i] == word[i - 1])
                continue;
            if (Vowel(word, i) is { } vowel)
            {
                // A run of vowels is one sound, and at the beginning it is heard best.
                if (i == 0)
                    consonants.Append(vowel);
                if (i == 0 || Vowel(word, i - 1) is null)
                    sounds.Append(vowel);
                continue;
            }

            var heard = Consonant(word, i);
            consonants.Append(heard);
            sounds.Append(heard);
        }

        if (consonants.Length < EnoughConsonants)
            return Cut(sounds);
        // Samir and Samira are two people.
        if (word.EndsWith('a') || word.EndsWith("ah", StringComparison.Ordinal))
            consonants.Append('a');
        return Cut(consonants);
    }

    private static string Cut(StringBuilder key) => key.ToString(0, Math.Min(key.Length, SearchText.MaxWord - 1));

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    /// <summary>The sort of vowel, or null for a consonant. J and y are consonants only before a vowel at the beginning.</summary>
    private static char? Vowel(string word, int at) => word[at] switch
    {
        'j' or 'y' when at == 0 && word.Length > 1 && IsVowel(word[1]) => null,
        'a' => 'a',
        'e' or 'i' or 'j' or 'y' => 'i',
        'o' or 'u' => 'u',
        _ => null,
    };

    /// <summary>How the consonant sounds; empty when it isn't heard.</summary>
    private static string Consonant(string word, int at) => word[at] switch
    {
        'y' => "j",
        'c' => at + 1 < word.Length && word[at + 1] is 'e' or 'i' or 'y' ? "s" : "k",
        'q' => "k",
        'v' => "f",
        'z' => "s",
        't' when at == word.Length - 1 => "d",
        'h' when at > 0 => "",
        // Written kh, gh or ch: a g at the beginning, hardly more than an h elsewhere.
        'x' => at == 0 ? "g" : "",
        var other => other.ToString(),
    };
}
