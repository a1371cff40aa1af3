namespace Pga.Domain.Stories;

/// <summary>Dutch numbers in words, as they are after folding: tweeentwintig.</summary>
internal static class NumberWords
{
    /// <summary>Days of a month: eerste, drie, eenendertigste. The longest first, for a regular expression takes the first that fits.</summary>
    public const string DayPattern = "(?:" +
        "zevenentwintigste|negenentwintigste|tweeentwintigste|drieentwintigste|vierentwintigste|vijfentwintigste|achtentwintigste|eenentwintigste|" +
        "zesentwintigste|zevenentwintig|negenentwintig|eenendertigste|tweeentwintig|drieentwintig|vierentwintig|vijfentwintig|achtentwintig|" +
        "eenentwintig|zesentwintig|eenendertig|zeventiende|negentiende|veertiende|vijftiende|achttiende|twintigste|zeventien|negentien|dertiende|" +
        "zestiende|dertigste|veertien|vijftien|achttien|twaalfde|dertien|zestien|twintig|zevende|achtste|negende|twaalf|dertig|eerste|tweede|vierde|" +
        "vijfde|tiende|zeven|negen|derde|zesde|elfde|twee|drie|vier|vijf|acht|tien|een|zes|elf" +
        ")";

    /// <summary>One to ninety-nine, in the same order of length.</summary>
    public const string Pattern = "(?:" +
        "zevenenzeventig|negenenzeventig|zevenennegentig|negenennegentig|zevenentwintig|negenentwintig|zevenenveertig|negenenveertig|zevenenvijftig|" +
        "negenenvijftig|tweeenzeventig|drieenzeventig|vierenzeventig|vijfenzeventig|achtenzeventig|zevenentachtig|negenentachtig|tweeennegentig|" +
        "drieennegentig|vierennegentig|vijfennegentig|achtennegentig|tweeentwintig|drieentwintig|vierentwintig|vijfentwintig|achtentwintig|" +
        "zevenendertig|negenendertig|tweeenveertig|drieenveertig|vierenveertig|vijfenveertig|achtenveertig|tweeenvijftig|drieenvijftig|vierenvijftig|" +
        "vijfenvijftig|achtenvijftig|zevenenzestig|negenenzestig|eenenzeventig|zesenzeventig|tweeentachtig|drieentachtig|vierentachtig|vijfentachtig|" +
        "achtentachtig|eenennegentig|zesennegentig|eenentwintig|zesentwintig|tweeendertig|drieendertig|vierendertig|vijfendertig|achtendertig|" +
        "eenenveertig|zesenveertig|eenenvijftig|zesenvijftig|tweeenzestig|drieenzestig|vierenzestig|vijfenzestig|achtenzestig|eenentachtig|" +
        "zesentachtig|eenendertig|zesendertig|eenenzestig|zesenzestig|zeventien|negentien|veertien|vijftien|achttien|zeventig|negentig|dertien|" +
        "zestien|twintig|veertig|vijftig|tachtig|twaalf|dertig|zestig|zeven|negen|twee|drie|vier|vijf|acht|tien|een|zes|elf" +
        ")";

    /// <summary>Nought to ninety-nine; the index is the number.</summary>
    public static readonly string[] Cardinals =
    [
        "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien",
        "zeventien", "achttien", "negentien", "twintig", "eenentwintig", "tweeentwintig", "drieentwintig", "vierentwintig", "vijfentwintig", "zesentwintig",
        "zevenentwintig", "achtentwintig", "negenentwintig", "dertig", "eenendertig", "tweeendertig", "drieendertig", "vierendertig", "vijfendertig",
        "zesendertig", "zevenendertig", "achtendertig", "negenendertig", "veertig", "eenenveertig", "tweeenveertig", "drieenveertig", "vierenveertig",
        "vijfenveertig", "zesenveertig", "zevenenveertig", "achtenveertig", "negenenveertig", "vijftig", "eenenvijftig", "tweeenvijftig", "drieenvijftig",
        "vierenvijftig", "vijfenvijftig", "zesenvijftig", "zevenenvijftig", "achtenvijftig", "negenenvijftig", "zestig", "eenenzestig", "tweeenzestig",
        "drieenzestig", "vierenzestig", "vijfenzestig", "zesenzestig", "zevenenzestig", "achtenzestig", "negenenzestig", "zeventig", "eenenzeventig",
        "tweeenzeventig", "drieenzeventig", "vierenzeventig", "vijfenzeventig", "zesenzeventig", "zevenenzeventig", "achtenzeventig", "negenenzeventig",
        "tachtig", "eenentachtig", "tweeentachtig", "drieentachtig", "vierentachtig", "vijfentachtig", "zesentachtig", "zevenentachtig", "achtentachtig",
        "negenentachtig", "negentig", "eenennegentig", "tweeennegentig", "drieennegentig", "vierennegentig", "vijfennegentig", "zesennegentig",
        "zevenennegentig", "achtennegentig", "negenennegentig",
    ];
}
