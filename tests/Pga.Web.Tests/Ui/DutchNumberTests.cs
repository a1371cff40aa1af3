using Pga.Web.Ui;

namespace Pga.Web.Tests.Ui;

internal sealed class DutchNumberTests
{
    [TestCase("1250", 1250)]
    [TestCase("1.250", 1250)]
    [TestCase(" 1 250 ", 1250)]
    [TestCase("1\u00A0250", 1250, TestName = "Reads_a_hard_space")]
    [TestCase("€ 1.250.000", 1250000)]
    [TestCase("1.250,00", 1250)]
    [TestCase("1250,-", 1250)]
    [TestCase("0", 0)]
    [TestCase("-5", -5)]
    [TestCase("€ -1.250", -1250)]
    [TestCase("1250 euro", 1250)]
    public void Reads_what_people_type(string typed, long number)
    {
        Assert.That(DutchNumber.TryRead(typed, out var read), Is.True);
        Assert.That(read, Is.EqualTo(number));
    }

    [TestCase("12.50")]
    [TestCase("1250,50")]
    [TestCase("1,250")]
    [TestCase("1.25.0")]
    [TestCase("twaalf")]
    [TestCase("1e3")]
    [TestCase("99999999999999999999")]
    [TestCase("-")]
    public void Refuses_what_could_be_something_else(string typed) => Assert.That(DutchNumber.TryRead(typed, out _), Is.False);
}
