using System.Globalization;
using System.Text.RegularExpressions;

namespace Pga.Domain.Stories;

/// <summary>
/// Looks for names, places, dates and numbers of the client a story came from. It has no list of exceptions and nobody can
/// overrule it: a first name that is also a common word is found too, and then the text is to be changed. What it finds:
/// <list type="bullet">
/// <item>Names: each word of the names of client, relatives, staff and others who were there, also with a Dutch ending
/// (Sannes, Kevintje), glued, broken off, spaced out or with signs in between; the client's initials. Tussenvoegsels alone
/// aren't names.</item>
/// <item>Places: wijken and institutions of the dossier, whole or by a word of at least four letters.</item>
/// <item>Names or places: words the dossier's free text writes with a capital within a sentence, and the story too.</item>
/// <item>Dates: every date with a day, and every month with a year, whosever it is; a day and month in digits without a year
/// (3-3) only when it is one of the dossier's, because scores are written like that. A month alone ("in maart") is none.</item>
/// <item>Numbers: the dossier's own, every number of four or more digits except the story's own year, seven or more digits with
/// signs in between, a house number after a street, and an age the client had ("19 jaar", "negentienjarige").</item>
/// </list>
/// It doesn't find what sounds alike, a nickname the dossier doesn't have, or a story everybody knows: a person looks too.
/// </summary>
public static partial class StoryCheck
{
    private const int MinPlaceWord = 4;
    private const int MinGlued = 4;
    private const int MinCapitalWord = 3;

    /// <summary>Digits that make a number by themselves, and with signs in between.</summary>
    private const int MinDigits = 4;
    private const int MinSplitDigits = 7;

    /// <param name="fields">Each text of the story with the name of its field, in the order of the screen.</param>
    /// <param name="year">The story's own year, which may stand in it.</param>
    public static IReadOnlyList<StoryTrace> Find(IEnumerable<(string Field, string Text)> fields, int year, DossierTraces dossier)
    {
        var sought = new Sought(dossier);
        var traces = new List<StoryTrace>();
        foreach (var (field, text) in fields)
        {
            var found = FoldedText.Readings(text).SelectMany(reading => Longest([.. In(reading, year, sought)]))
                .OrderBy(f => f.Start).Select(f => new StoryTrace(field, f.Kind, f.Words));
            // The same words are said once, as what they surely are.
            traces.AddRange(found.GroupBy(t => t.Words).Select(same => same.OrderBy(t => t.Kind == StoryTrace.NameOrPlace).First()));
        }

        return traces;
    }

    // The 2025 of 3 maart 2025 isn't told besides.
    private static IEnumerable<Found> Longest(List<Found> found) =>
        found.Where(f => !found.Exists(o => o.Start <= f.Start && o.End >= f.End && o.End - o.Start > f.End - f.Start));

    private static IEnumerable<Found> In(FoldedText text, int year, Sought sought) =>
        Names(text, sought).Concat(Initials(text, sought)).Concat(Places(text, sought)).Concat(Capitals(text, sought))
            .Concat(Dates(text, sought)).Concat(Numbers(text, year, sought)).Concat(Ages(text, sought));

    private static IEnumerable<Found> Names(FoldedText text, Sought sought)
    {
        var words = text.Words;
        for (var i = 0; i < words.Count; i++)
        {
            if (sought.IsName(words[i].Text))
                yield return At(text, StoryTrace.Name, words[i].Start, words[i].End);
            // Sa-nne, S*an*ne, S a n n e, VAN DEN BERG for Vandenberg: words that are one name together.
            var glued = words[i].Text;
            for (var j = i + 1; j < words.Count && glued.Length < sought.LongestName && MayBelong(text, words[j - 1], words[j]); j++)
            {
                glued += words[j].Text;
                if (glued.Length >= MinGlued && sought.IsName(glued))
                    yield return At(text, StoryTrace.Name, words[i].Start, words[j].End);
            }
        }
    }

    // Two words with just a space between them are two words, unless they are letters or the first is a tussenvoegsel.
    private static bool MayBelong(FoldedText text, Word left, Word right)
    {
        var between = text.Text[left.End..right.Start];
        return !between.Contains(' ', StringComparison.Ordinal)
            || NameWords.Particles.Contains(left.Text)
            || (left.Text.Length == 1 && right.Text.Length == 1);
    }

    private static IEnumerable<Found> Initials(FoldedText text, Sought sought)
    {
        var words = text.Words;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            // In capitals only: o.a. is no one's name.
            if (sought.Initials.Contains(word.Text) && Enumerable.Range(word.Start, word.End - word.Start).All(text.IsCapital))
                yield return At(text, StoryTrace.Name, word.Start, word.End);
            var letters = "";
            for (var j = i; j < words.Count && letters.Length < sought.MostInitials && words[j].Text.Length == 1; j++)
            {
                letters += words[j].Text;
                if (letters.Length > 1 && sought.Initials.Contains(letters) && text.IsCapital(word.Start) && text.IsCapital(words[j].Start))
                    yield return At(text, StoryTrace.Name, word.Start, words[j].End);
            }
        }
    }

    private static IEnumerable<Found> Places(FoldedText text, Sought sought)
    {
        var words = text.Words;
        for (var i = 0; i < words.Count; i++)
        {
            if (sought.PlaceWords.Contains(words[i].Text))
                yield return At(text, StoryTrace.Place, words[i].Start, words[i].End);
            foreach (var place in sought.Places)
            {
                if (i + place.Length <= words.Count && place.Select((w, n) => words[i + n].Text == w).All(same => same))
                    yield return At(text, StoryTrace.Place, words[i].Start, words[i + place.Length - 1].End);
            }
        }
    }

    private static IEnumerable<Found> Capitals(FoldedText text, Sought sought) =>
        from word in text.Words
        where sought.CapitalWords.TryGetValue(word.Text, out var isAlwaysCapital) && text.IsCapital(word.Start)
            && (isAlwaysCapital || !text.StartsSentence(word.Start))
        select At(text, StoryTrace.NameOrPlace, word.Start, word.End);

    private static IEnumerable<Found> Dates(FoldedText text, Sought sought)
    {
        foreach (Match date in InWords().Matches(text.Text))
            yield return At(text, StoryTrace.Date, date);
        foreach (Match date in MonthAndYear().Matches(text.Text))
            yield return At(text, StoryTrace.Date, date);
        foreach (Match date in InDigits().Matches(text.Text))
        {
            if (IsDate(date))
                yield return At(text, StoryTrace.Date, date);
        }

        foreach (Match date in DayAndMonth().Matches(text.Text))
        {
            var (day, month) = (Number(date.Groups[1]), Number(date.Groups[2]));
            if (sought.Dates.Any(d => d.Day == day && d.Month == month))
                yield return At(text, StoryTrace.Date, date);
        }
    }

    // Day, month and year in the orders that people write them in. Two different signs make a date only with a whole year:
    // 9.30-10 is a time.
    private static bool IsDate(Match date)
    {
        var (a, b, c) = (Number(date.Groups[1]), Number(date.Groups[3]), Number(date.Groups[5]));
        if (date.Groups[1].Length > 2)
            return b is >= 1 and <= 12 && c is >= 1 and <= 31;
        if (date.Groups[5].Length is 1 or 3 || (date.Groups[5].Length == 2 && date.Groups[2].Value != date.Groups[4].Value))
            return false;
        return (a is >= 1 and <= 31 && b is >= 1 and <= 12) || (b is >= 1 and <= 31 && a is >= 1 and <= 12);
    }

    private static IEnumerable<Found> Numbers(FoldedText text, int year, Sought sought)
    {
        var own = year.ToString(CultureInfo.InvariantCulture);
        foreach (Match number in Digits().Matches(text.Text).Where(n => !Hours().IsMatch(n.Value)))
        {
            var runs = DigitRun().Matches(number.Value).Where(run => run.Value != own).Select(run => run.Length).ToList();
            if (runs.Any(run => run >= MinDigits) || runs.Sum() >= MinSplitDigits || Thousands().IsMatch(number.Value))
                yield return At(text, StoryTrace.Number, number);
        }

        foreach (Match number in Address().Matches(text.Text))
            yield return At(text, StoryTrace.Number, number);
        foreach (var number in sought.Numbers)
        {
            foreach (Match match in number.Matches(text.Text))
                yield return At(text, StoryTrace.Number, match);
        }
    }

    private static IEnumerable<Found> Ages(FoldedText text, Sought sought) =>
        from Match age in AgeInText().Matches(text.Text)
        let said = age.Groups["n"].Value
        let number = char.IsAsciiDigit(said[0]) ? int.Parse(said, CultureInfo.InvariantCulture) : Array.IndexOf(NumberWords.Cardinals, said)
        where sought.Ages.Contains(number)
        select At(text, StoryTrace.Number, age);

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    private static Found At(FoldedText text, string kind, Match match) => At(text, kind, match.Index, match.Index + match.Length);

    private static Found At(FoldedText text, string kind, int start, int end) => new(kind, text.Original(start, end), start, end);

    /// <param name="Start">Where in the folded text.</param>
    private sealed record Found(string Kind, string Words, int Start, int End);

    /// <summary>The dossier, made ready to look for.</summary>
    private sealed class Sought
    {
        private readonly HashSet<string> _names = [];

        public Sought(DossierTraces dossier)
        {
            var client = dossier.Client;
            AddName(client.Given, joined: true);
            AddName(client.Family, joined: true);
            _names.Add(NameWords.Glue($"{client.Prefix} {client.Family}"));
            _names.Add(NameWords.Glue($"{client.Given} {client.Prefix} {client.Family}"));
            foreach (var name in dossier.OtherNames)
                AddName(name, joined: false);
            _names.RemoveWhere(n => n.Length < 2 || char.IsAsciiDigit(n[0]));
            LongestName = _names.Select(n => n.Length).DefaultIfEmpty().Max();
            Initials = NameWords.InitialsOf(client);
            MostInitials = Initials.Select(i => i.Length).DefaultIfEmpty().Max();

            Places = [.. dossier.Places.Select(p => NameWords.Of(p).Where(w => !NameWords.InstitutionTypes.Contains(w)).ToArray()).Where(p => p.Length > 0)];
            PlaceWords = [.. Places.SelectMany(p => p).Where(w => w.Length >= MinPlaceWord && !NameWords.Particles.Contains(w))];
            CapitalWords = CapitalWordsOf(dossier);
            // A street is one however it is written.
            PlaceWords.UnionWith(CapitalWords.Where(w => w.Value && Street().IsMatch(w.Key)).Select(w => w.Key));
            Dates = dossier.Dates;
            Ages = [.. dossier.Ages];
            Numbers = [.. dossier.Numbers.Select(NumberPattern).OfType<Regex>()];
        }

        public int LongestName { get; }

        public IReadOnlySet<string> Initials { get; }

        public int MostInitials { get; }

        public IReadOnlyList<string[]> Places { get; }

        public HashSet<string> PlaceWords { get; }

        /// <summary>Words that the dossier writes with a capital, and whether always.</summary>
        public Dictionary<string, bool> CapitalWords { get; }

        public IReadOnlyCollection<DateOnly> Dates { get; }

        public IReadOnlyList<Regex> Numbers { get; }

        public HashSet<int> Ages { get; }

        public bool IsName(string word) =>
            _names.Contains(word) || NameWords.Endings.Any(e => word.Length - e.Length >= NameWords.MinWithEnding && word.EndsWith(e, StringComparison.Ordinal) && _names.Contains(word[..^e.Length]));

        private void AddName(string name, bool joined)
        {
            var words = NameWords.Of(name);
            // Of a name that is nothing but tussenvoegsels, like Ben, these are the name.
            var telling = words.Where(w => w.Length > 1 && !NameWords.Particles.Contains(w) && !NameWords.People.Contains(w)).ToList();
            _names.UnionWith(telling.Count > 0 ? telling : words.Where(w => !NameWords.People.Contains(w)));
            if (joined)
                _names.Add(string.Concat(words));
        }

        private static Dictionary<string, bool> CapitalWordsOf(DossierTraces dossier)
        {
            var common = dossier.Common.SelectMany(NameWords.Of).Concat(NameWords.People).Concat(NameWords.Particles).ToHashSet();
            var (capital, lower) = (new HashSet<string>(), new HashSet<string>());
            foreach (var text in dossier.FreeTexts.Select(t => FoldedText.Readings(t).First()))
            {
                foreach (var word in text.Words.Where(w => char.IsLetter(w.Text[0])))
                {
                    if (!text.IsCapital(word.Start))
                        lower.Add(word.Text);
                    else if (word.Text.Length >= MinCapitalWord && !common.Contains(word.Text) && !text.StartsSentence(word.Start))
                        capital.Add(word.Text);
                }
            }

            return capital.ToDictionary(w => w, w => !lower.Contains(w));
        }

        // As it stands or with signs between its letters. One or two digits would be found everywhere.
        private static Regex? NumberPattern(string number)
        {
            var signs = NameWords.Glue(number);
            return signs.Length <= 2 && signs.All(char.IsAsciiDigit)
                ? null
                : new Regex(@"(?<![a-z0-9])" + string.Join(@"[^a-z0-9]?", signs.Select(c => Regex.Escape(c.ToString()))) + @"(?![a-z0-9])", RegexOptions.CultureInvariant);
        }
    }

    private const string Months = "(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan|febr|feb|mrt|apr|jun|jul|aug|sept|sep|okt|nov|dec)\\b\\.?";
    private const string Gap = @"[\s.,'’‘\u00A0-]{0,4}";
    private const string Apostrophe = "['’‘`´]";

    // 3 maart, 3e maart 2025, drie maart, derde maart; and maart 2025, mrt '25, maart tweeduizend vijfentwintig.
    [GeneratedRegex(
        @"(?<![a-z0-9])(?:" +
        @"(?:\d{1,2}\s?(?:e|de|ste)?|" + NumberWords.DayPattern + ")" + Gap + Months + "(?:" + Gap + Apostrophe + @"?\d{4}(?!\d)|" + Gap + Apostrophe + @"\d{2}(?!\d))?|" +
        Months + Gap + "(?:" + Apostrophe + @"?\d{4}(?!\d)|" + Apostrophe + @"\d{2}(?!\d)|\d{2}(?=\s*(?:[.,;:!?)]|$))|tweeduizend[a-z]*|negentienhonderd[a-z]*))")]
    private static partial Regex InWords();

    [GeneratedRegex(@"(?<![0-9a-z])(\d{1,4})\s?([-/.\s\u00A0|\\])\s?(\d{1,2})\s?([-/.\s\u00A0|\\])\s?" + Apostrophe + @"?(\d{1,4})(?![0-9])")]
    private static partial Regex InDigits();

    [GeneratedRegex(@"(?<![0-9a-z.,-])(?:\d{4}\s?[-/]\s?(?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])\s?[-/]\s?\d{4})(?![0-9])")]
    private static partial Regex MonthAndYear();

    [GeneratedRegex(@"(?<![0-9a-z])(\d{1,2})\s?[-/.]\s?(\d{1,2})(?![0-9])")]
    private static partial Regex DayAndMonth();

    [GeneratedRegex(@"\d(?:[ \u00A0.\-/'’+()]{0,2}\d)*")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^[0-2]?\d\.[0-5]\d ?- ?[0-2]?\d\.[0-5]\d$")]
    private static partial Regex Hours();

    [GeneratedRegex(@"\d+")]
    private static partial Regex DigitRun();

    [GeneratedRegex(@"(?<!\d)\d{1,3}(?:[ \u00A0.]\d{3})+(?!\d)")]
    private static partial Regex Thousands();

    [GeneratedRegex(
        @"(?<![a-z0-9])[a-z]{3,}" + StreetEnding + @"[\s,\u00A0]{1,3}(?:nr\.?\s?|nummer\s)?\d{1,4}[a-z]?(?![a-z0-9])" +
        @"(?!\s*(?:keer|maal|maanden|maand|weken|week|dagen|dag|jaar|uur|minuten|euro|mensen|jongeren|gesprekken))")]
    private static partial Regex Address();

    [GeneratedRegex("^[a-z]{3,}" + StreetEnding + "$")]
    private static partial Regex Street();

    private const string StreetEnding = "(?:straat|laan|weg|plein|dreef|gracht|kade|singel|steeg|hof|pad|plantsoen|park)";

    // 19 jaar, 19-jarige, negentienjarige, een jongen van 19, (19), op zijn negentiende.
    [GeneratedRegex(
        @"(?<![a-z0-9])(?:(?<n>\d{1,2}|" + NumberWords.Pattern + @")[\s\u00A0-]{0,2}(?:jaar|jarigen|jarige|jarig|jr|j)(?![a-z])|" +
        @"(?:jongen|meisje|meid|man|vrouw|jongere)\s+van\s+(?<n>\d{1,2}|" + NumberWords.Pattern + @")(?![a-z0-9]))|" +
        @"\((?<n>\d{1,2})\)|" +
        @"(?<![a-z0-9])op\s+(?:zijn|haar|hun|z['’]n)\s+(?<n>\d{1,2}|" + NumberWords.Pattern + @")(?:e|de|ste)(?![a-z])")]
    private static partial Regex AgeInText();
}
