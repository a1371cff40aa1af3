using System.Globalization;

namespace Pga.Web.Ui;

/// <summary>Dates in Dutch as the screens show them. Nothing here reads a clock: <c>today</c> is an argument.</summary>
public static class Dates
{
    private static readonly string[] ShortMonths =
        ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

    private static readonly string[] Months =
    [
        "januari", "februari", "maart", "april", "mei", "juni",
        "juli", "augustus", "september", "oktober", "november", "december",
    ];

    private static readonly string[] ShortDays = ["zo", "ma", "di", "wo", "do", "vr", "za"];

    private static readonly string[] Days =
        ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"];

    /// <summary>18 nov 2026</summary>
    public static string Short(DateOnly date) => Invariant($"{date.Day} {ShortMonth(date)} {date.Year}");

    /// <summary>18 november 2026</summary>
    public static string Long(DateOnly date) => Invariant($"{date.Day} {Month(date)} {date.Year}");

    /// <summary>donderdag 19 november 2026</summary>
    public static string Full(DateOnly date) => $"{Day(date)} {Long(date)}";

    /// <summary>14-03-1999</summary>
    public static string Numeric(DateOnly date) => date.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    /// <summary>2026-11-18, for <c>&lt;time datetime&gt;</c> and date fields.</summary>
    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>09:05</summary>
    public static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>wo 18 nov 2026, or with a time: wo 18 nov 2026, 10:00</summary>
    public static string Moment(DateOnly date, TimeOnly? time = null) =>
        time is { } at ? $"{ShortDay(date)} {Short(date)}, {Time(at)}" : $"{ShortDay(date)} {Short(date)}";

    /// <summary>jan ’26</summary>
    public static string MonthYear(DateOnly date) => Invariant($"{ShortMonth(date)} ’{date.Year % 100:00}");

    /// <summary>jan</summary>
    public static string ShortMonth(DateOnly date) => ShortMonths[date.Month - 1];

    /// <summary>januari</summary>
    public static string Month(DateOnly date) => Months[date.Month - 1];

    /// <summary>16 nov, and with the year when that is another year than today's.</summary>
    public static string DayMonth(DateOnly date, DateOnly today) =>
        date.Year == today.Year ? Invariant($"{date.Day} {ShortMonth(date)}") : Short(date);

    /// <summary>Vandaag, Gisteren, 23 dagen geleden; ahead: Morgen, Over 3 dagen.</summary>
    public static string Ago(DateOnly date, DateOnly today) => (today.DayNumber - date.DayNumber) switch
    {
        0 => "Vandaag",
        1 => "Gisteren",
        -1 => "Morgen",
        > 1 and var days => Invariant($"{days} dagen geleden"),
        var days => Invariant($"Over {-days} dagen"),
    };

    /// <summary>Something planned: Vandaag 14:00, Morgen, Ma 23 nov.</summary>
    public static string Planned(DateOnly date, DateOnly today, TimeOnly? time = null)
    {
        var day = (date.DayNumber - today.DayNumber) switch
        {
            0 => "Vandaag",
            1 => "Morgen",
            -1 => "Gisteren",
            _ => $"{Capital(ShortDay(date))} {DayMonth(date, today)}",
        };
        return time is { } at ? $"{day} {Time(at)}" : day;
    }

    /// <summary>januari t/m november 2026, november 2025 t/m mei 2026, or november 2026.</summary>
    public static string Period(DateOnly from, DateOnly until)
    {
        if (from.Year != until.Year) return Invariant($"{Month(from)} {from.Year} t/m {Month(until)} {until.Year}");
        return from.Month == until.Month
            ? Invariant($"{Month(until)} {until.Year}")
            : Invariant($"{Month(from)} t/m {Month(until)} {until.Year}");
    }

    /// <summary>The first letter as a capital, for a phrase that starts a line.</summary>
    public static string Capital(string text) =>
        string.IsNullOrEmpty(text) ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Day(DateOnly date) => Days[(int)date.DayOfWeek];

    private static string ShortDay(DateOnly date) => ShortDays[(int)date.DayOfWeek];

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
