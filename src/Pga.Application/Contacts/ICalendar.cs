using System.Globalization;
using System.Text;

namespace Pga.Application.Contacts;

/// <summary>
/// Writes appointments as RFC 5545 asks: CRLF, lines of at most 75 octets, escaped text, times in UTC. The titles are
/// neutral: a calendar lies open on a desk, a phone, or at another company.
/// </summary>
public static class ICalendar
{
    public const string ContentType = "text/calendar; charset=utf-8";
    public const string Contact = "Afspraak PGA";
    public const string Spreekuur = "Spreekuur";

    private const int MaxOctets = 75;

    /// <param name="link">Where the agenda itself is; it asks to sign in.</param>
    public static string Write(IReadOnlyList<FeedEvent> events, DateTime nowUtc, string link)
    {
        var calendar = new StringBuilder();
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//PGA-dossier//Agenda//NL");
        Line("CALSCALE:GREGORIAN");
        Line($"NAME:{Text("Agenda PGA")}");
        Line($"X-WR-CALNAME:{Text("Agenda PGA")}");
        Line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        foreach (var e in events)
        {
            Line("BEGIN:VEVENT");
            Line($"UID:{Text(e.Uid)}");
            Line($"DTSTAMP:{Utc(nowUtc)}");
            Line($"DTSTART:{Utc(e.Start)}");
            Line($"DURATION:PT{(int)Agenda.Length.TotalMinutes}M");
            Line($"SEQUENCE:{e.Sequence.ToString(CultureInfo.InvariantCulture)}");
            Line($"STATUS:{(e.Cancelled ? "CANCELLED" : "CONFIRMED")}");
            Line($"SUMMARY:{Text(e.IsSpreekuur ? Spreekuur : Contact)}");
            Line("CLASS:PRIVATE");
            Line($"URL:{link}");
            Line("END:VEVENT");
        }

        Line("END:VCALENDAR");
        return calendar.ToString();

        void Line(string content) => Fold(calendar, content);
    }

    /// <summary>Escapes what means something in a text value.</summary>
    internal static string Text(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("\r\n", "\\n", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Writes a content line, broken where it is too long, never within a character.</summary>
    internal static void Fold(StringBuilder to, string content)
    {
        var octets = 0;
        foreach (var rune in content.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxOctets)
            {
                to.Append("\r\n ");
                octets = 1;
            }

            to.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        to.Append("\r\n");
    }

    private static string Utc(DateTime utc) => utc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
