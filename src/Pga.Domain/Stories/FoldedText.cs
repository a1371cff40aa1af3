using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Pga.Domain.Common;

namespace Pga.Domain.Stories;

/// <summary>
/// A text as a reader's eye takes it: case and diacritics folded, digits and letters of other scripts that look like ours
/// made ours, what can't be seen taken out. Keeps for each letter where it stood, to point at the words themselves.
/// </summary>
internal sealed partial class FoldedText
{
    /// <summary>Of what looks like a tag; a longer one is text between two signs.</summary>
    private const int MaxTag = 200;

    private const string OddSpace = "\u00A0";

    private readonly string _source;
    private readonly StringBuilder _folded = new();
    private readonly List<(int Start, int End)> _places = [];

    /// <param name="readsHtml">Takes out tags and reads entities, as a browser would; else they are text.</param>
    /// <param name="unseen">What stands for something that can't be seen: nothing, or a space.</param>
    private FoldedText(string source, bool readsHtml, string unseen)
    {
        _source = source;
        for (var at = 0; at < source.Length;)
        {
            if (readsHtml && Html(at) is { } html)
            {
                Take(html.Reads, at, at + html.Length, unseen);
                at += html.Length;
                continue;
            }

            // A word broken off at the end of a line.
            if (BrokenOff().Match(source, at) is { Success: true } broken && broken.Index == at)
            {
                Take("\u200B", at, at + broken.Length, unseen);
                at += broken.Length;
                continue;
            }

            var length = char.IsSurrogatePair(source, at) ? 2 : 1;
            Take(source.Substring(at, length), at, at + length, unseen);
            at += length;
        }

        Text = _folded.ToString();
        Words = [.. Split()];
    }

    public string Text { get; }

    public IReadOnlyList<Word> Words { get; }

    /// <summary>
    /// The ways to read a text. What can't be seen may glue two words together or split one, so both are tried, and so is
    /// what a browser would make of it.
    /// </summary>
    public static IEnumerable<FoldedText> Readings(string text)
    {
        // Letters with a loose accent become one letter, as every reading has them.
        text = IsWellFormed(text) ? text.Normalize(NormalizationForm.FormC) : text;
        return from readsHtml in new[] { false, true } from unseen in new[] { "", " " } select new FoldedText(text, readsHtml, unseen);
    }

    /// <summary>The text itself between two places of the folded one.</summary>
    public string Original(int start, int end) =>
        string.Join(' ', _source[_places[start].Start.._places[end - 1].End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public bool IsCapital(int at) => char.IsUpper(_source[_places[at].Start]);

    /// <summary>Whether the word is the first of a sentence, so that its capital says nothing.</summary>
    public bool StartsSentence(int at)
    {
        for (var before = _places[at].Start - 1; before >= 0; before--)
        {
            var c = _source[before];
            if (c == '.' && IsAbbreviated(before))
                return false;
            if (c is '.' or '!' or '?' or ':' or '\n' or '\r' or '•' or '*')
                return true;
            if (char.IsLetterOrDigit(c) || c is ',' or ';' or '-')
                return false;
        }

        return true;
    }

    // Dhr. Bakker, A. Bakker
    private bool IsAbbreviated(int stop)
    {
        var start = stop;
        while (start > 0 && char.IsLetter(_source[start - 1]))
            start--;
        return stop - start == 1 || NameWords.Abbreviated.Contains(_source[start..stop].ToLowerInvariant());
    }

    private (string Reads, int Length)? Html(int at)
    {
        if (_source[at] == '<' && Tag().Match(_source, at, Math.Min(MaxTag, _source.Length - at)) is { Success: true } tag && tag.Index == at)
            return ("\u200B", tag.Length);
        if (_source[at] == '&' && Entity().Match(_source, at) is { Success: true } entity && entity.Index == at)
            return (WebUtility.HtmlDecode(entity.Value), entity.Length);
        return null;
    }

    private void Take(string reads, int start, int end, string unseen)
    {
        // A hard or narrow space isn't what a space bar gives; normalised it would be.
        var folded = reads is [var only] && only != ' ' && char.GetUnicodeCategory(only) is UnicodeCategory.SpaceSeparator
            ? OddSpace
            : string.Concat((IsWellFormed(reads) ? reads.Normalize(NormalizationForm.FormKD) : reads).Select(c => Fold(c, unseen)));
        _folded.Append(folded);
        _places.AddRange(Enumerable.Repeat((start, end), folded.Length));
    }

    private static string Fold(char c, string unseen)
    {
        switch (CharUnicodeInfo.GetUnicodeCategory(c))
        {
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark:
                return "";
            case UnicodeCategory.Format:
                return unseen;
            case UnicodeCategory.Control:
                return c is '\n' or '\r' or '\t' ? "\n" : unseen;
            case UnicodeCategory.SpaceSeparator:
                return " ";
            case UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                return "\n";
            case UnicodeCategory.DashPunctuation:
                return "-";
            case UnicodeCategory.DecimalDigitNumber:
                return CharUnicodeInfo.GetDecimalDigitValue(c).ToString(CultureInfo.InvariantCulture);
        }

        return c switch
        {
            // Letters and signs that are drawn as nothing.
            '\u115F' or '\u1160' or '\u3164' or '\uFFA0' or '\u2800' or '\u180E' => OddSpace,
            '−' => "-",
            '⁄' or '∕' or '⧸' => "/",
            _ => Lookalikes.TryGetValue(char.ToLowerInvariant(c), out var latin) ? latin.ToString() : SearchText.Normalise(c.ToString()),
        };
    }

    private IEnumerable<Word> Split()
    {
        for (var i = 0; i < Text.Length; i++)
        {
            if (!char.IsLetterOrDigit(Text[i]))
                continue;
            var start = i;
            while (i < Text.Length && char.IsLetterOrDigit(Text[i]))
                i++;
            yield return new Word(Text[start..i], start, i);
        }
    }

    // Half of a surrogate pair is text that can't be normalised.
    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return false;
        }

        return true;
    }

    /// <summary>Cyrillic and Greek letters that are drawn as Latin ones, in lower case.</summary>
    private static readonly Dictionary<char, char> Lookalikes =
        "а:a в:b с:c е:e н:h і:i ј:j к:k м:m о:o р:p ѕ:s т:t х:x у:y ԁ:d ԛ:q ԝ:w һ:h ӏ:l α:a β:b ε:e η:n ι:i κ:k μ:m ν:v ο:o ρ:p τ:t υ:u χ:x ζ:z ɑ:a ɡ:g ɩ:i"
            .Split(' ').ToDictionary(p => p[0], p => p[2]);

    [GeneratedRegex(@"\G</?[a-zA-Z!][^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\G&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,30});?")]
    private static partial Regex Entity();

    [GeneratedRegex(@"\G(?<=\p{L})[-\u2010\u00AD][ \t]*(\r\n|\n|\r)[ \t]*(?=\p{Ll})")]
    private static partial Regex BrokenOff();
}

/// <param name="Start">In the folded text.</param>
/// <param name="End">After the last letter.</param>
internal sealed record Word(string Text, int Start, int End);
