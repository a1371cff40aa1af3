using Pga.Domain.Stories;

namespace Pga.Domain.Tests.Stories;

/// <summary>What may not be in a story, told by the words it finds. Everyone here is invented.</summary>
internal sealed class StoryCheckTests
{
    private const int Year = 2025;

    private static readonly DossierTraces Dossier = new()
    {
        Client = new PersonName("Zoë", "van der", "Jansen-de Vries"),
        OtherNames = ["Fatima Bouzid", "mw. K. Öztürk", "Karim El Fassi", "moeder"],
        Places = ["Overvecht", "Leidsche Rijn", "PI Nieuwegein", "JVA Köln", "Vleuten-De Meern"],
        Dates = [new DateOnly(2005, 5, 17), new DateOnly(2025, 3, 3)],
        Numbers = ["2026-0412", "T000045", "999990019", "K7"],
        Ages = [19, 20],
        FreeTexts =
        [
            "Bezoek in de Kanaalstraat, samen met Ibrahim en dhr. Bakker. De school in Amersfoort belde. Samen is het gelukt.",
            "Hij zag Samen niet meer staan. Werk en Inkomen belde, maar het werk gaat goed. Bij FC Utrecht Inside is hij blij.",
        ],
        Common = ["FC Utrecht Inside", "Gemeente Utrecht"],
    };

    [TestCase("Zoë heeft nu werk.", "Zoë")]
    [TestCase("zoe heeft nu werk.", "zoe")]
    [TestCase("ZOË heeft nu werk.", "ZOË")]
    [TestCase("Zoe\u0308 heeft nu werk.", "Zoë", TestName = "Finds_a_loose_accent")]
    [TestCase("Het gaat goed met mevrouw Jansen.", "Jansen")]
    [TestCase("Mevrouw De Vries is trots.", "Vries")]
    [TestCase("Mevrouw van der Jansen.", "Jansen")]
    [TestCase("Mevrouw Jansen-de Vries is trots.", "Jansen-de Vries")]
    [TestCase("Mevrouw JansendeVries is trots.", "JansendeVries")]
    [TestCase("Zoës moeder is trots.", "Zoës")]
    [TestCase("Het kleine Zoëtje van toen.", "Zoëtje")]
    [TestCase("De fiets van Fatima.", "Fatima")]
    [TestCase("Mevrouw Ozturk hielp.", "Ozturk")]
    [TestCase("Karim, de begeleider.", "Karim")]
    [TestCase("De heer el Fassi", "Fassi")]
    public void Finds_the_words_of_names_however_they_are_written(string text, string words) => Finds(text, StoryTrace.Name, words);

    [TestCase("Mevrouw Jan\nsen", "Jan sen", TestName = "Finds_a_name_over_two_lines")]
    [TestCase("Mevrouw Jan-\nsen", "Jan- sen", TestName = "Finds_a_name_broken_off")]
    [TestCase("Mevrouw Jan-\r\n  sen", "Jan- sen", TestName = "Finds_a_name_broken_off_and_indented")]
    [TestCase("Fati\u00ADma", "Fati\u00ADma", TestName = "Finds_a_soft_hyphen")]
    [TestCase("Fati\u200Bma", "Fati\u200Bma", TestName = "Finds_a_zero_width_space")]
    [TestCase("F\u200Da\u2060t\uFEFFima", "F\u200Da\u2060t\uFEFFima", TestName = "Finds_other_things_of_no_width")]
    [TestCase("broer\u200BFatima\u200Bhielp", "Fatima", TestName = "Finds_a_name_glued_to_words_by_things_of_no_width")]
    [TestCase("Fati\u00A0ma", "Fati ma", TestName = "Finds_a_hard_space")]
    [TestCase("Fati\u2009ma", "Fati ma", TestName = "Finds_a_thin_space")]
    [TestCase("Fati\u2800ma", "Fati\u2800ma", TestName = "Finds_an_empty_braille_cell")]
    [TestCase("Fati\u3164ma", "Fati\u3164ma", TestName = "Finds_a_hangul_filler")]
    [TestCase("F a t i m a", "F a t i m a")]
    [TestCase("F.a.t.i.m.a", "F.a.t.i.m.a")]
    [TestCase("Fa*ti*ma", "Fa*ti*ma")]
    [TestCase("Fa_ti_ma", "Fa_ti_ma")]
    [TestCase("F<b>ati</b>ma", "F<b>ati</b>ma")]
    [TestCase("Fati<!-- -->ma", "Fati<!-- -->ma")]
    [TestCase("F&#97;tima", "F&#97;tima")]
    [TestCase("Fati&shy;ma", "Fati&shy;ma")]
    [TestCase("bij&nbsp;Fatima", "Fatima")]
    [TestCase("Ｆatima", "Ｆatima", TestName = "Finds_a_full_width_letter")]
    [TestCase("𝐅atima", "𝐅atima", TestName = "Finds_a_mathematical_letter")]
    [TestCase("Fаtіmа", "Fаtіmа", TestName = "Finds_cyrillic_letters_that_look_like_ours")]
    public void Finds_a_name_through_tricks(string text, string words) => Finds(text, StoryTrace.Name, words);

    [TestCase("Z.J. zegt dat het goed gaat.", "Z.J")]
    [TestCase("Z. J. zegt dat het goed gaat.", "Z. J")]
    [TestCase("Z.v.d.J. zegt dat het goed gaat.", "Z.v.d.J")]
    [TestCase("ZJ zegt dat het goed gaat.", "ZJ")]
    [TestCase("ZvdJ zegt", "")]
    public void Finds_the_initials_of_the_client_in_capitals(string text, string words) => Finds(text, StoryTrace.Name, words);

    [TestCase("Bo", null, "Ben", "Ik ben blij, want bo kent mij.", "ben|bo")]
    [TestCase("Hoop", null, "Vrede", "Er is weer hoop.", "hoop")]
    [TestCase("Jean-Pierre", null, "Duval", "Jean Pierre, of Jeanpierre.", "Jean|Pierre|Jeanpierre")]
    [TestCase("Jeanpierre", null, "Duval", "Hij heet Jean-Pierre.", "Jean-Pierre")]
    [TestCase("Anna", null, "Vandenberg", "Mevrouw van den Berg.", "van den Berg")]
    [TestCase("Anna", null, "van den Berg", "Mevrouw Vandenberg uit de Berg.", "Vandenberg|Berg")]
    [TestCase("Anna", "van den", "Berg", "Het huis van den buurman staat in de bergen.", "")]
    [TestCase("Anna", "in 't", "Veld", "In het begin, in 't huis en in de velden.", "")]
    [TestCase("J.", null, "O'Neill", "Meneer O’Neill, of ONeill.", "O’Neill|ONeill")]
    [TestCase("Mohammed \"Mo\"", null, "Aydın", "Mo en Aydin.", "Mo|Aydin")]
    [TestCase("Jan", null, "Kanters", "Jansens en januari, jan en alleman, kansen.", "jan")]
    [TestCase("Mira", null, "Manen", "De man en de vrouw.", "")]
    public void Takes_each_name_as_it_is(string given, string? prefix, string family, string text, string words) =>
        Assert.That(Words(text, new DossierTraces { Client = new PersonName(given, prefix, family) }), Is.EqualTo(Split(words)));

    [TestCase("Hij woont in Overvecht.", "Overvecht")]
    [TestCase("in overvecht", "overvecht")]
    [TestCase("In Leidsche Rijn is een park.", "Leidsche Rijn")]
    [TestCase("In Leidsche\u00A0\nRijn", "Leidsche Rijn", TestName = "Finds_a_place_over_two_lines")]
    [TestCase("Hij zat in Nieuwegein.", "Nieuwegein")]
    [TestCase("Hij zat in Koln.", "Koln")]
    [TestCase("bij de Meern", "Meern")]
    [TestCase("Hij zat in een PI.", "")]
    [TestCase("bij de kanaalstraat", "kanaalstraat")]
    public void Finds_the_places_of_the_dossier(string text, string words) => Finds(text, StoryTrace.Place, words);

    [TestCase("Toen hielp Ibrahim hem.", "Ibrahim")]
    [TestCase("Ibrahim hielp hem.", "Ibrahim")]
    [TestCase("Hij ging naar Amersfoort, met Bakker.", "Amersfoort|Bakker")]
    [TestCase("De bakker gaf hem brood.", "")]
    [TestCase("Samen ging het beter. Werk hielp.", "")]
    [TestCase("Bij FC Utrecht Inside leerde hij veel.", "")]
    [TestCase("Bezoek aan huis hielp. De rest ook.", "")]
    public void Finds_what_the_free_text_writes_with_a_capital(string text, string words) => Finds(text, StoryTrace.NameOrPlace, words);

    [TestCase("Op 3 maart 2025 begon het.", "3 maart 2025")]
    [TestCase("Op 3\u00A0maart\u00A02025 begon het.", "3 maart 2025", TestName = "Finds_a_date_with_hard_spaces")]
    [TestCase("Op 3\nmaart begon het.", "3 maart", TestName = "Finds_a_date_over_two_lines")]
    [TestCase("Op 3 MAART '25 begon het.", "3 MAART '25")]
    [TestCase("Op maandag 3e mrt. 2024", "3e mrt. 2024")]
    [TestCase("Op drie maart begon het.", "drie maart")]
    [TestCase("Op de derde maart begon het.", "derde maart")]
    [TestCase("Op eenendertig december", "eenendertig december")]
    [TestCase("Op tweeëntwintig mei", "tweeëntwintig mei")]
    [TestCase("Op 17 mei", "17 mei")]
    [TestCase("In maart 2025 begon het.", "maart 2025")]
    [TestCase("In maart ’24 begon het.", "maart ’24")]
    [TestCase("Begonnen in maart 24.", "maart 24")]
    [TestCase("In maart tweeduizendvijfentwintig", "maart tweeduizendvijfentwintig")]
    [TestCase("Op 3-3-2025.", "3-3-2025")]
    [TestCase("Op 03/03/25.", "03/03/25")]
    [TestCase("Op 3.3.2025.", "3.3.2025")]
    [TestCase("Op 03 03 2025.", "03 03 2025")]
    [TestCase("Op 3 – 3 – 2025.", "3 – 3 – 2025")]
    [TestCase("Op 3-3/2025.", "3-3/2025")]
    [TestCase("Op 2025-03-03.", "2025-03-03")]
    [TestCase("Op 3-\u200B3-2025.", "3-\u200B3-2025", TestName = "Finds_a_date_with_something_of_no_width")]
    [TestCase("Op ٣-٣-٢٠٢٥.", "٣-٣-٢٠٢٥", TestName = "Finds_a_date_in_arabic_digits")]
    [TestCase("In 03-2025.", "03-2025")]
    [TestCase("In 2025-03.", "2025-03")]
    [TestCase("Op 17/5 was hij jarig.", "17/5")]
    [TestCase("Op 3-3 stond het stil.", "3-3")]
    [TestCase("Het werd 2-1, en daarna 16-5.", "")]
    [TestCase("In maart ging het beter, in mei nog beter.", "")]
    [TestCase("In maart 12 gesprekken, van 9.30-10.30 uur.", "")]
    [TestCase("Eén mei-avond", "Eén mei")]
    public void Finds_dates(string text, string words) => Finds(text, StoryTrace.Date, words);

    [TestCase("Nummer 2026-0412.", "2026-0412")]
    [TestCase("Nummer 20260412.", "20260412")]
    [TestCase("Nummer t000045", "t000045")]
    [TestCase("Nummer T 000045", "T 000045")]
    [TestCase("Kamer K7 en K70.", "K7")]
    [TestCase("BSN 999990019", "999990019")]
    [TestCase("BSN 9999.90.019", "9999.90.019")]
    [TestCase("BSN 999 990 019", "999 990 019")]
    [TestCase("Bel 06-12345678", "06-12345678")]
    [TestCase("Bel 06 12 34 56 78", "06 12 34 56 78")]
    [TestCase("Bel +31 (0)30 286 00 00", "31 (0)30 286 00 00")]
    [TestCase("Een schuld van 12500 euro", "12500")]
    [TestCase("Een schuld van 1.250 euro", "1.250")]
    [TestCase("Op 3512 JK", "3512")]
    [TestCase("In 1999 en 2024", "1999|2024")]
    [TestCase("Op de Dorpsstraat 12a.", "Dorpsstraat 12a")]
    [TestCase("op de stationsweg nr. 7", "stationsweg nr. 7")]
    [TestCase("In 2025 12 gesprekken en in 2025 nog 3.", "")]
    [TestCase("Na 10-12 weken, 100 uur, 3 keer onderweg 2 keer.", "")]
    [TestCase("Hij kreeg 24/7 hulp, tussen 9:30 en 10:30 uur.", "")]
    [TestCase("Hij was 19 jaar.", "19 jaar")]
    [TestCase("Een 19-jarige jongen.", "19-jarige")]
    [TestCase("Een negentienjarige jongen.", "negentienjarige")]
    [TestCase("Een jongen van twintig.", "jongen van twintig")]
    [TestCase("Een jongen (19) uit de stad.", "(19)")]
    [TestCase("Op zijn negentiende ging het mis.", "Op zijn negentiende")]
    [TestCase("Twee jaar later, na 18 jaar.", "")]
    public void Finds_numbers(string text, string words) => Finds(text, StoryTrace.Number, words);

    [Test]
    public void Lets_a_story_through_that_says_nothing_about_anyone()
    {
        const string text = """
            Een jongere had schulden en sliep bij vrienden op de bank. Samen met zijn coach maakte hij een plan. Eerst kreeg hij een
            briefadres, daarna werk bij een bakker. In het voorjaar tekende hij een contract van een half jaar.
            “Ik word weer vertrouwd”, zegt hij. Zijn moeder is trots: ze eten weer 2 keer in de week samen.
            """;

        Assert.That(StoryCheck.Find([("Title", "Weer een eigen sleutel"), ("Text", text), ("LinkTo", "huisvesting")], Year, Dossier), Is.Empty);
    }

    [Test]
    public void Says_in_which_field_and_each_word_once_and_nothing_of_the_dossier_besides()
    {
        var traces = StoryCheck.Find([("Title", "Zoë"), ("Text", "Zoë en Zoë, op 3 maart 2025, in Overvecht."), ("LinkTo", "Werk voor Fatima")], Year, Dossier);

        Assert.That(traces, Is.EqualTo(new[]
        {
            new StoryTrace("Title", StoryTrace.Name, "Zoë"),
            new StoryTrace("Text", StoryTrace.Name, "Zoë"),
            new StoryTrace("Text", StoryTrace.Date, "3 maart 2025"),
            new StoryTrace("Text", StoryTrace.Place, "Overvecht"),
            new StoryTrace("LinkTo", StoryTrace.Name, "Fatima"),
        }));
        Assert.That(traces[2].InWords, Is.EqualTo("‘3 maart 2025’ (datum)"));
    }

    [TestCase("")]
    [TestCase("\uD800 losse helft")]
    [TestCase("<<<&&&;; <a href=")]
    public void Reads_whatever_it_is_given(string text) => Assert.That(Words(text, Dossier), Is.Empty);

    [Test]
    public void Reads_the_longest_story_soon_enough_whatever_is_in_it()
    {
        foreach (var piece in new[] { "a ", "<", "&", "1-", "9 ", "van ", "-\n", "een" })
        {
            var text = string.Concat(Enumerable.Repeat(piece, Story.MaxText / piece.Length));
            Assert.That(() => StoryCheck.Find([("Text", text)], Year, Dossier).Count, Throws.Nothing);
        }
    }

    private static void Finds(string text, string kind, string words)
    {
        var found = StoryCheck.Find([("Text", text)], Year, Dossier);
        Assert.That(found.Select(f => f.Words), Is.EqualTo(Split(words)));
        Assert.That(found.Select(f => f.Kind), Has.All.EqualTo(kind));
    }

    private static IEnumerable<string> Words(string text, DossierTraces dossier) => StoryCheck.Find([("Text", text)], Year, dossier).Select(f => f.Words);

    private static string[] Split(string words) => words.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
