namespace Pga.Domain.Common;

/// <summary>The calendar of the trade: Europe/Amsterdam. Instants are stored in UTC, with the Amsterdam date beside them.</summary>
public static class Calendar
{
    public static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public static DateOnly Today(this TimeProvider clock) => DateIn(clock.GetUtcNow().UtcDateTime);

    public static DateTime UtcNow(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime;

    /// <summary>The Amsterdam date of an instant.</summary>
    public static DateOnly DateIn(DateTime utc) => DateOnly.FromDateTime(LocalTime(utc));

    public static DateTime LocalTime(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Amsterdam);

    /// <summary>The instant of a local time; false for one that doesn't exist (spring night). Of a double one, the first.</summary>
    public static bool TryToUtc(DateTime local, out DateTime utc)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        utc = default;
        if (Amsterdam.IsInvalidTime(local))
            return false;
        var offset = Amsterdam.IsAmbiguousTime(local)
            ? Amsterdam.GetAmbiguousTimeOffsets(local).Max()
            : Amsterdam.GetUtcOffset(local);
        utc = DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
        return true;
    }

    /// <summary>Age in whole years. Someone born on 29 February has their birthday on 1 March in other years.</summary>
    public static int AgeOn(DateOnly birth, DateOnly on)
    {
        var age = on.Year - birth.Year;
        return on.Month < birth.Month || (on.Month == birth.Month && on.Day < birth.Day) ? age - 1 : age;
    }

    /// <summary>Whole months: full on the same day number, or on the last day of a shorter month.</summary>
    public static int WholeMonths(DateOnly from, DateOnly until)
    {
        var months = ((until.Year - from.Year) * 12) + until.Month - from.Month;
        var full = Math.Min(from.Day, DateTime.DaysInMonth(until.Year, until.Month));
        return until.Day < full ? months - 1 : months;
    }
}
