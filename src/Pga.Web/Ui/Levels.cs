namespace Pga.Web.Ui;

/// <summary>The words for the levels of a leefgebied.</summary>
public static class Levels
{
    /// <summary>The lowest level.</summary>
    public const int Lowest = 1;

    /// <summary>The highest level.</summary>
    public const int Highest = 5;

    /// <summary>The scale in one line, for above a set of charts.</summary>
    public const string Scale = "Zelfredzaamheid: 1 acuut · 2 niet · 3 beperkt · 4 voldoende · 5 volledig.";

    /// <summary>One word for a level; no level is "niet beoordeeld".</summary>
    public static string Word(int? level) => level switch
    {
        1 => "acuut",
        2 => "niet",
        3 => "beperkt",
        4 => "voldoende",
        5 => "volledig",
        _ => "niet beoordeeld",
    };
}
