using Pga.Domain.Clients;

namespace Pga.Domain.Tests.Clients;

internal sealed class BsnTests
{
    // Numbers from the range that is kept for tests.
    [TestCase("999990019")]
    [TestCase("999992570")]
    [TestCase(" 999993653 ")]
    public void Takes_a_number_that_passes_the_elfproef(string text) => Assert.That(Bsn.Parse(text), Is.EqualTo(text.Trim()));

    [Test]
    public void Adds_the_zero_that_a_spreadsheet_drops() => Assert.That(Bsn.Parse("12345672"), Is.EqualTo("012345672"));

    [TestCase("")]
    [TestCase("000000000")]
    [TestCase("999990018")]
    [TestCase("99990019")]
    [TestCase("1234567")]
    [TestCase("9999900190")]
    [TestCase("99999001a")]
    [TestCase("٩٩٩٩٩٠٠١٩")]
    public void Takes_nothing_else(string text) => Assert.That(Bsn.Parse(text), Is.Null);

    [Test]
    public void Refuses_every_number_with_one_digit_changed()
    {
        const string good = "999990019";
        for (var place = 0; place < good.Length; place++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                var changed = good[..place] + digit + good[(place + 1)..];
                Assert.That(Bsn.Parse(changed), changed == good ? Is.EqualTo(good) : Is.Null);
            }
        }
    }

    [Test]
    public void Shows_the_last_three_digits_only() => Assert.That(Bsn.Mask("999990019"), Is.EqualTo("••••••019"));
}
