using Pga.Domain.Common;
using Pga.Domain.Contacts;

namespace Pga.Domain.Tests.Contacts;

internal sealed class ContactMomentTests
{
    private static readonly DateTime Now = new(2026, 3, 3, 23, 30, 0, DateTimeKind.Utc);

    [TestCase(1, ContactCodes.Held, "contact.future-outcome")]
    [TestCase(1, null, null)]
    [TestCase(0, ContactCodes.Held, null)]
    [TestCase(0, null, "contact.past-without-outcome")]
    [TestCase(-60, "nobody-home", null)]
    [TestCase(-60, null, "contact.past-without-outcome")]
    [TestCase(-60, "sometimes", "contact.unknown-outcome")]
    public void Has_an_outcome_once_it_has_been_and_not_before(int minutes, string? outcome, string? refusal) =>
        Assert.That(Refusal(new ContactDetails("phone", Now.AddMinutes(minutes), outcome, "Gebeld")), Is.EqualTo(refusal));

    [Test]
    public void Has_a_report_when_there_was_a_talk()
    {
        Assert.That(Refusal(new ContactDetails("phone", Now, ContactCodes.Held, "  ")), Is.EqualTo("contact.report"));
        Assert.That(Refusal(new ContactDetails("phone", Now, "nobody-home")), Is.Null);
    }

    [Test]
    public void Is_counted_on_its_day_in_amsterdam() => Assert.That(Moment().OccurredOn, Is.EqualTo(new DateOnly(2026, 3, 4)));

    [Test]
    public void Drops_the_day_of_a_next_step_that_is_not_there() =>
        Assert.That(Make(new ContactDetails("phone", Now, "refused", NextStep: " ", NextStepDue: new DateOnly(2026, 4, 1))).NextStepDue, Is.Null);

    [Test]
    public void Is_corrected_by_another_that_keeps_the_reason()
    {
        var first = Moment();
        Assert.That(() => Correct(first, ""), Throws.TypeOf<RuleBroken>().With.Property(nameof(RuleBroken.Code)).EqualTo("contact.reason"));

        var second = Correct(first, "Verkeerde dag");

        Assert.That((first.SupersededById, second.CorrectionReason, second.TrajectId), Is.EqualTo(((Guid?)second.Id, "Verkeerde dag", first.TrajectId)));
        Assert.That(() => Correct(first, "Nog eens"), Throws.TypeOf<RuleBroken>().With.Property(nameof(RuleBroken.Code)).EqualTo("contact.superseded"));
    }

    private static ContactMoment Correct(ContactMoment moment, string reason) =>
        moment.Correct(Guid.CreateVersion7(), null, Now, new ContactDetails("office", Now, ContactCodes.Held, "Gesproken"), reason);

    private static ContactMoment Moment() => Make(new ContactDetails("phone", Now, ContactCodes.Held, "Gebeld"));

    private static ContactMoment Make(ContactDetails details) => new(Guid.CreateVersion7(), Guid.CreateVersion7(), null, Now, details);

    private static string? Refusal(ContactDetails details)
    {
        try
        {
            Make(details);
            return null;
        }
        catch (RuleBroken rule)
        {
            return rule.Code;
        }
    }
}
