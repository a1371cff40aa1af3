using Pga.Domain.Common;

namespace Pga.Domain.Tests.Common;

internal sealed class SearchTextTests
{
    [TestCase("Çelik", "celik")]
    [TestCase("Işıl İnci", "isil inci")]
    [TestCase("ÉÈÊË éèêë", "eeee eeee")]
    [TestCase("Bjørn Łukasz Đorđe", "bjorn lukasz dorde")]
    [TestCase("Groß ẞ Æsa Œuf", "gross ss aesa oeuf")]
    [TestCase("e\u0301", "e")]
    public void Folds_what_databases_fold_each_in_their_own_way(string text, string folded) =>
        Assert.That(SearchText.Normalise(text), Is.EqualTo(folded));

    [Test]
    public void Is_the_same_twice() =>
        Assert.That(SearchText.Normalise(SearchText.Normalise("Işıl Çelik-Ångström")), Is.EqualTo(SearchText.Normalise("Işıl Çelik-Ångström")));

    [TestCase("Noor van der Voorbeeld", new[] { "noor", "van", "der", "voorbeeld" })]
    [TestCase("  d'Arc-O’Neill, 2026-0412 ", new[] { "d", "arc", "o", "neill", "2026", "0412" })]
    [TestCase(" - ", new string[0])]
    public void Splits_into_words_of_letters_and_digits(string text, string[] words) =>
        Assert.That(SearchText.Words(text), Is.EqualTo(words));

    [Test]
    public void Cuts_a_word_at_what_the_column_takes() =>
        Assert.That(SearchText.Words(new string('ß', 40)).Single(), Has.Length.EqualTo(SearchText.MaxWord));
}
