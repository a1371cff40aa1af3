using Pga.Domain.Common;

namespace Pga.Domain.Tests.Common;

internal sealed class SoundKeyTests
{
    [TestCase("Mohamed", "Mohammed")]
    [TestCase("Mohamed", "Muhammad")]
    [TestCase("Mohamed", "Mehmet")]
    [TestCase("Yıldız", "Yildis")]
    [TestCase("Youssef", "Joesoef")]
    [TestCase("Yusuf", "Jousef")]
    [TestCase("Rachid", "Rashid")]
    [TestCase("Rasjid", "Rachid")]
    [TestCase("Achmed", "Ahmet")]
    [TestCase("Khalid", "Chalid")]
    [TestCase("Djamila", "Jamilla")]
    [TestCase("Oualid", "Walid")]
    [TestCase("Saïd", "Sayid")]
    [TestCase("Noor", "Nour")]
    [TestCase("Ilyas", "Elias")]
    [TestCase("Fatima", "Fatma")]
    [TestCase("Stefan", "Stephan")]
    [TestCase("Kowalczyk", "Kowalzik")]
    [TestCase("Visser", "Fisser")]
    [TestCase("Bakker", "Backer")]
    [TestCase("Smit", "Smid")]
    [TestCase("Philips", "Filips")]
    [TestCase("Jansen", "Janssen")]
    [TestCase("Alexander", "Aleksander")]
    [TestCase("Sara", "Sarah")]
    public void Is_shared_by_spellings_of_one_name(string one, string other) =>
        Assert.That(KeysOf(one).Intersect(KeysOf(other)), Is.Not.Empty);

    [TestCase("Jan", "Jon")]
    [TestCase("Bakker", "Bikkel")]
    [TestCase("Samira", "Samir")]
    [TestCase("Verhoeven", "Verheul")]
    [TestCase("Ali", "Eli")]
    [TestCase("Karim", "Karel")]
    public void Is_not_shared_by_other_names(string one, string other) =>
        Assert.That(KeysOf(one).Intersect(KeysOf(other)), Is.Empty);

    [TestCase("el")]
    [TestCase("2026")]
    [TestCase("t0001")]
    [TestCase("Иванов")]
    public void Is_not_made_of_short_words_numbers_or_other_scripts(string text) => Assert.That(KeysOf(text), Is.Empty);

    [Test]
    public void Carries_its_mark_and_fits_where_a_word_fits()
    {
        var keys = KeysOf("ch" + string.Concat(Enumerable.Repeat("xp", 31)));

        Assert.That(keys, Has.Count.EqualTo(2).And.All.StartsWith(SoundKey.Mark.ToString()));
        Assert.That(keys.Max(k => k.Length), Is.LessThanOrEqualTo(SearchText.MaxWord));
    }

    private static List<string> KeysOf(string name) => [.. SearchText.Words(name).SelectMany(SoundKey.Of)];
}
