using Pga.Domain.Common;

namespace Pga.Domain.Tests.Common;

internal sealed class CalendarTests
{
    [TestCase("2004-02-29", "2023-02-28", 18)]
    [TestCase("2004-02-29", "2023-03-01", 19)]
    [TestCase("2004-02-29", "2024-02-28", 19)]
    [TestCase("2004-02-29", "2024-02-29", 20)]
    [TestCase("2005-05-17", "2026-05-16", 20)]
    [TestCase("2005-05-17", "2026-05-17", 21)]
    [TestCase("2005-12-31", "2026-01-01", 20)]
    [TestCase("2026-03-03", "2026-03-03", 0)]
    public void Gives_an_age_in_whole_years(string birth, string on, int age) =>
        Assert.That(Calendar.AgeOn(Date(birth), Date(on)), Is.EqualTo(age));

    [TestCase("2026-01-15", "2026-01-15", 0)]
    [TestCase("2026-01-15", "2026-02-14", 0)]
    [TestCase("2026-01-15", "2026-02-15", 1)]
    [TestCase("2026-01-31", "2026-02-27", 0)]
    [TestCase("2026-01-31", "2026-02-28", 1)]
    [TestCase("2024-01-31", "2024-02-28", 0)]
    [TestCase("2024-01-31", "2024-02-29", 1)]
    [TestCase("2024-02-29", "2025-02-28", 12)]
    [TestCase("2026-02-28", "2026-03-27", 0)]
    [TestCase("2026-02-28", "2026-03-28", 1)]
    [TestCase("2025-11-30", "2026-02-28", 3)]
    [TestCase("2025-12-31", "2026-01-30", 0)]
    public void Counts_whole_months(string from, string until, int months) =>
        Assert.That(Calendar.WholeMonths(Date(from), Date(until)), Is.EqualTo(months));

    [TestCase("2026-01-01T22:59:59", "2026-01-01")]
    [TestCase("2026-01-01T23:00:00", "2026-01-02")]
    [TestCase("2026-07-01T21:59:59", "2026-07-01")]
    [TestCase("2026-07-01T22:00:00", "2026-07-02")]
    [TestCase("2025-12-31T23:00:00", "2026-01-01")]
    public void Dates_an_instant_in_amsterdam(string utc, string date) =>
        Assert.That(Calendar.DateIn(Instant(utc)), Is.EqualTo(Date(date)));

    [TestCase("2026-03-29T01:59:59", "2026-03-29T00:59:59")]
    [TestCase("2026-03-29T03:00:00", "2026-03-29T01:00:00")]
    [TestCase("2026-10-25T01:59:59", "2026-10-24T23:59:59")]
    [TestCase("2026-10-25T03:00:00", "2026-10-25T02:00:00")]
    public void Gives_the_instant_of_a_local_time_around_the_two_nights(string local, string utc)
    {
        Assert.That(Calendar.TryToUtc(Local(local), out var instant));
        Assert.That(instant, Is.EqualTo(Instant(utc)));
        Assert.That(instant.Kind, Is.EqualTo(DateTimeKind.Utc));
        Assert.That(Calendar.LocalTime(instant), Is.EqualTo(Local(local)));
    }

    [TestCase("2026-03-29T02:00:00")]
    [TestCase("2026-03-29T02:59:59")]
    public void Refuses_a_local_time_that_the_spring_night_skips(string local) =>
        Assert.That(Calendar.TryToUtc(Local(local), out _), Is.False);

    [Test]
    public void Takes_the_first_of_a_local_time_that_the_autumn_night_has_twice()
    {
        Assert.That(Calendar.TryToUtc(Local("2026-10-25T02:30:00"), out var utc));
        Assert.That(utc, Is.EqualTo(Instant("2026-10-25T00:30:00")));
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);

    private static DateTime Local(string text) => DateTime.ParseExact(text, "s", null);

    private static DateTime Instant(string text) => DateTime.SpecifyKind(Local(text), DateTimeKind.Utc);
}
