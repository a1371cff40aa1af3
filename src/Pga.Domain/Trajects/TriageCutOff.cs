using System.Globalization;

namespace Pga.Domain.Trajects;

/// <summary>The moment in the week, in Amsterdam, until which an aanmelding is for this week's triage. A setting per installation.</summary>
public sealed record TriageCutOff(DayOfWeek Day, TimeOnly Time)
{
    public static readonly TriageCutOff Default = new(DayOfWeek.Wednesday, new TimeOnly(12, 0));

    /// <summary>The day of the triage that something is for which came in at this instant. The moment itself is still in time.</summary>
    public DateOnly For(DateTime utc)
    {
        var local = Common.Calendar.LocalTime(utc);
        var on = DateOnly.FromDateTime(local);
        var days = ((int)Day - (int)on.DayOfWeek + 7) % 7;
        return days == 0 && TimeOnly.FromDateTime(local) > Time ? on.AddDays(7) : on.AddDays(days);
    }

    /// <summary>From the settings: <c>Wednesday 12:00</c>. Null when it says no moment in the week.</summary>
    public static TriageCutOff? Parse(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 2
            && Enum.GetNames<DayOfWeek>().Contains(parts[0], StringComparer.OrdinalIgnoreCase)
            && TimeOnly.TryParseExact(parts[1], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new TriageCutOff(Enum.Parse<DayOfWeek>(parts[0], ignoreCase: true), time)
            : null;
    }
}
